import {
  Disposable,
  OverviewRulerLane,
  ThemeColor,
  window,
  workspace,
  type Range,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { Note } from '../../session/index.ts';
import { linesOfDocument, toRange, toSpan } from '../convert.ts';
import { overlaps } from '../../core/index.ts';
import type { Sessions } from '../sessions.ts';
import { tagLook, TagDecorations } from './tagLooks.ts';
import { isRemark, isResolved, needsLook, placed } from './note.ts';
import type { OtherSides } from './otherSides.ts';

/** How notes differ in the text: by the line under the words too, as colour is never the only sign. */
type Look = 'open' | 'resolved' | 'unsure';

const lookOf = (note: Note): Look => (needsLook(note) ? 'unsure' : isResolved(note) ? 'resolved' : 'open');

/** Marks the words that have notes, in what is visible. */
export class Decorations {
  readonly #sessions: Sessions;
  readonly #otherSides: OtherSides;
  readonly #types: Readonly<Record<Look, TextEditorDecorationType>>;
  readonly #tags = new TagDecorations();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions, otherSides: OtherSides) {
    this.#sessions = sessions;
    this.#otherSides = otherSides;
    this.#types = {
      open: decoration('apparatus.note', 'solid'),
      resolved: decoration('apparatus.resolvedNote', 'dotted'),
      unsure: decoration('apparatus.unsureNote', 'dashed'),
    };
    this.#subscription = Disposable.from(
      sessions.onDidChange(({ change }) => {
        // The codebook is news of the status.
        if (change.notes.size > 0 || change.status) this.#all();
      }),
      sessions.onDidChangeList(() => this.#all()),
      otherSides.onDidChange(() => this.#all()),
      window.onDidChangeVisibleTextEditors(() => this.#all()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#show(textEditor)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('apparatus.notes.mark')) this.#all();
      }),
      window.onDidChangeActiveColorTheme(() => this.#all()),
      this.#tags,
      ...Object.values(this.#types),
    );
    this.#all();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #all(): void {
    for (const editor of window.visibleTextEditors) this.#show(editor);
  }

  #show(editor: TextEditor): void {
    const found = this.#sessions.source(editor.document.uri);
    const isWanted = workspace.getConfiguration('apparatus', editor.document).get<boolean>('notes.mark') ?? true;
    const ranges: Record<Look, Range[]> = { open: [], resolved: [], unsure: [] };
    const tagged = new Map<TextEditorDecorationType, Range[]>();
    if (found && isWanted) {
      const lines = linesOfDocument(editor.document);
      const visible = editor.visibleRanges.map((range) => toSpan(lines, range));
      const own = found.session.snapshot().notes(found.key);
      const places = [
        ...own.map((note) => ({ note, span: placed(note) })),
        ...this.#otherSides.in(found.session, found.key),
      ];
      for (const { note, span } of places) {
        if (!span || !isRemark(note) || !visible.some((part) => overlaps(part, span))) continue;
        const look = lookOf(note);
        const ofTag = look === 'open' ? tagLook(found.session, note) : null;
        const type = ofTag && this.#tags.of(ofTag);
        if (type) tagged.set(type, [...(tagged.get(type) ?? []), toRange(lines, span)]);
        else ranges[look].push(toRange(lines, span));
      }
    }
    for (const type of this.#tags.all()) editor.setDecorations(type, tagged.get(type) ?? []);
    for (const look of Object.keys(ranges) as Look[]) editor.setDecorations(this.#types[look], ranges[look]);
  }
}

const decoration = (color: string, line: 'solid' | 'dotted' | 'dashed'): TextEditorDecorationType =>
  window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(`${color}Background`),
    borderColor: new ThemeColor(`${color}Line`),
    borderStyle: line,
    borderWidth: '0 0 2px 0',
    overviewRulerColor: new ThemeColor(`${color}Line`),
    overviewRulerLane: OverviewRulerLane.Left,
  });
