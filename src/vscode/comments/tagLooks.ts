import { ColorThemeKind, OverviewRulerLane, ThemeColor, window, type TextEditorDecorationType } from 'vscode';
import { codebook, colorOfTag } from '../../core/index.ts';
import type { Note, Session } from '../../session/index.ts';

/**
 * Lines around the words, top, right, bottom and left: tags differ by them too, as colour is never the only sign. They go round in
 * the codebook's order.
 */
const SHAPES: readonly (readonly [width: string, style: string])[] = [
  ['0 0 3px 0', 'solid'],
  ['2px 0 2px 0', 'solid'],
  ['0 0 4px 0', 'double'],
  ['0 2px 2px 2px', 'solid'],
  ['2px 0 0 0', 'solid'],
  ['2px', 'solid'],
];

/** Share of a tag's colour behind the words, in hexadecimal: the words stay readable in every theme. */
const ALPHA = '2e';

/** How the words of a tag look. */
export interface TagLook {
  /** "#rrggbb". */
  readonly color: string;
  /** Which of the shapes. */
  readonly shape: number;
}

/** The look of a note's first tag that has a colour, its own or that of a tag above it; null where there is none. */
export function tagLook(session: Session, { tags }: Pick<Note, 'tags'>): TagLook | null {
  if (tags.length === 0) return null;
  const known = codebook(session.authority());
  for (const tag of tags) {
    const color = colorOfTag(known, tag);
    if (color === undefined) continue;
    return { color: sixDigits(color), shape: known.findIndex(({ name }) => name === tag) % SHAPES.length };
  }
  return null;
}

const sixDigits = (color: string): string =>
  (color.length === 4 ? color.replace(/[\da-f]/gi, '$&$&') : color).toLowerCase();

/** Kinds of decorations by look, made when they are first needed. */
export class TagDecorations {
  readonly #types = new Map<string, TextEditorDecorationType>();

  of({ color, shape }: TagLook): TextEditorDecorationType {
    const isHighContrast = HIGH_CONTRAST.has(window.activeColorTheme.kind);
    const key = `${color} ${shape} ${isHighContrast}`;
    let type = this.#types.get(key);
    if (!type) {
      const [borderWidth, borderStyle] = SHAPES[Math.max(shape, 0)]!;
      // A colour that somebody chose may vanish on black or white: there the shape alone tells tags apart.
      const line = isHighContrast ? new ThemeColor('apparatus.noteLine') : color;
      type = window.createTextEditorDecorationType({
        ...(isHighContrast ? {} : { backgroundColor: color + ALPHA }),
        borderColor: line,
        borderStyle,
        borderWidth,
        overviewRulerColor: line,
        overviewRulerLane: OverviewRulerLane.Left,
      });
      this.#types.set(key, type);
    }
    return type;
  }

  /** All that were made, for taking them off where they are not wanted any more. */
  all(): Iterable<TextEditorDecorationType> {
    return this.#types.values();
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

const HIGH_CONTRAST = new Set([ColorThemeKind.HighContrast, ColorThemeKind.HighContrastLight]);
