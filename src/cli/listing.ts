/** Findings as a compiler lists errors: place, severity, sentence, and the words themselves, on every side. */
import {
  formatMessage,
  LineIndex,
  sureness,
  tally,
  type Finding,
  type Message,
  type Place,
  type Severity,
  type Uri,
} from '../core/index.ts';
import { isAtLeast, SEVERITIES } from './args.ts';
import { clip, printable } from './display.ts';

export interface ListingOptions {
  readonly color: boolean;
  /** Cells of a line. */
  readonly width: number;
  path(uri: Uri): string;
  text(uri: Uri): string;
}

/** Other places of one finding that are shown: more would push the next finding off the screen. */
const MAX_RELATED = 6;

type Style = 'bold' | 'dim' | 'path' | Severity;

/** SGR codes: the terminal's own colours, so that they suit its theme. */
const STYLES: Readonly<Record<Style, string>> = {
  bold: '1',
  dim: '2',
  path: '1',
  error: '1;31',
  warning: '1;33',
  information: '1;34',
  hint: '1;36',
};

export function listing(findings: readonly Finding[], options: ListingOptions): string {
  const lines = new Map<Uri, LineIndex>();
  const indexOf = (uri: Uri): LineIndex => {
    let index = lines.get(uri);
    if (!index) lines.set(uri, (index = new LineIndex(options.text(uri))));
    return index;
  };
  return findings.map((finding) => entry(finding, { ...options, indexOf })).join('\n');
}

/**
 * One line that counts what was found, each finding once and hints apart, as the editor does; then what of it was not listed, being less grave than
 * `level`.
 */
export function summary(all: readonly Finding[], level: Severity, sources: number): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: all.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const named = (some: typeof counts): string =>
    some.map(({ severity, count }) => plural(count, NOUNS[severity])).join(', ');
  const { findings, hints } = tally(all);
  const total = [findings > 0 && plural(findings, 'finding'), hints > 0 && plural(hints, 'hint')]
    .filter(Boolean)
    .join(' and ');
  const graver = counts.filter(({ severity }) => severity !== 'hint');
  const hidden = counts.filter(({ severity }) => !isAtLeast(severity, level));
  const kinds = graver.length > 0 ? `: ${named(graver)}` : '';
  const unlisted = hidden.length > 0 ? `; not listed: ${named(hidden)} (--level hint lists all)` : '';
  return `${total || 'nothing found'} in ${plural(sources, 'source')}${kinds}${unlisted}\n`;
}

/** How many independent witnesses the sources are, and which of them are one; empty where each is its own. */
export function witnesses(groups: readonly (readonly Uri[])[], path: (uri: Uri) => string): string {
  const shared = groups.filter((group) => group.length > 1);
  if (shared.length === 0) return '';
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const lines = shared.map(
    (group) => `  one origin, by the prose they share: ${group.map((uri) => printable(path(uri))).join(', ')}\n`,
  );
  return `${plural(count, 'source')}, ${plural(groups.length, 'origin')}\n${lines.join('')}`;
}

const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'remark',
  hint: 'hint',
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

interface Context extends ListingOptions {
  indexOf(uri: Uri): LineIndex;
}

function entry(finding: Finding, context: Context): string {
  const { sides, severity, message, code } = finding;
  const [first, ...related] = sides;
  const { color } = context;
  const head = `${place(first, context)} ${style(`${severity}:`, severity, color)} ${sentence(message)} ${style(`[${code}] (${sentence(sureness(finding))})`, 'dim', color)}`;
  const rest = related
    .slice(0, MAX_RELATED)
    .map((side) => `  ${place(side, context)} ${sentence(side.label)}\n${excerpt(side, 'dim', context)}`);
  const more = related.length - MAX_RELATED;
  const note = more > 0 ? [style(`  and ${plural(more, 'more place')} (--format json lists all)`, 'dim', color)] : [];
  return [head, excerpt(first, severity, context), ...rest, ...note].join('\n') + '\n';
}

/** `path:line:column:`, both from 1, columns in UTF-16 code units, as editors' terminals turn them into links. */
function place({ uri, start }: Place, { indexOf, path, color }: Context): string {
  const { line, column } = indexOf(uri).at(start);
  return style(`${printable(path(uri))}:${line + 1}:${column + 1}:`, 'path', color);
}

function excerpt(at: Place, mark: Style, { indexOf, text, width, color }: Context): string {
  const number = String(indexOf(at.uri).at(at.start).line + 1).padStart(5);
  const gutter = style(`${number} |`, 'dim', color);
  const shown = clip(text(at.uri), at, Math.max(20, width - number.length - 5));
  const underline = ' '.repeat(shown.from) + style('^'.repeat(shown.width), mark, color);
  return `${gutter} ${shown.text}\n${style(`${' '.repeat(number.length)} |`, 'dim', color)} ${underline}`;
}

const sentence = (message: Message): string => printable(formatMessage(message));

const style = (text: string, name: Style, color: boolean): string =>
  color ? `\x1b[${STYLES[name]}m${text}\x1b[0m` : text;
