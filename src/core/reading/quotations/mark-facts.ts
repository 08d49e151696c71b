/** What the quotation marks are, and which way one points where it stands. No words of any language but a few elisions. */
import type { Span } from '../../text/span.ts';

/** One mark: a character, or the pair of grave accents and the pair of apostrophes of typewriters and old wire copy. */
export const MARK = /``|''|["“”„‟«»「」『』'‘’‚‹›]/gu;

/** What may close each opening mark; the first is the regular one, the others are slips. */
export const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"', '”']],
  ['“', ['”', '"']],
  ['„', ['“', '”', '"']],
  ['‟', ['”']],
  ['«', ['»']],
  ['»', ['«']],
  ['”', ['”']],
  ['``', ["''", '"']],
  ["''", ["''"]],
  ['「', ['」']],
  ['『', ['』']],
  ["'", ["'", '’']],
  ['‘', ['’', "'"]],
  ['‚', ['‘', '’']],
  ['‹', ['›']],
  ['›', ['‹']],
]);

const SINGLE = new Set(["'", '‘', '’', '‚', '‹', '›']);

export const isSingle = (mark: string): boolean => SINGLE.has(mark);

/** Whether the two marks belong together in some tradition of print ("„…”" is Polish, "„…“" German). */
export const isRegularPair = (open: string, close: string): boolean =>
  CLOSERS.get(open)?.[0] === close || (open === '„' && close === '”');

export type Direction = 'open' | 'close' | 'either';

/** Which way a mark at `at` points, by what stands around it inside its paragraph. */
export function direction(text: string, paragraph: Span, at: number, width: number): Direction {
  const before = at > paragraph.start ? text[at - 1]! : ' ';
  const after = at + width < paragraph.end ? text[at + width]! : ' ';
  if (isSpace(before)) return isSpace(after) ? 'either' : 'open';
  if (isSpace(after)) return 'close';
  if (OPENING.test(before)) return 'open';
  if (CLOSING.test(after)) return 'close';
  // Between two marks the letters decide: `'"Yes` opens, `no"'` closes.
  if (isWordCharacter(after)) return isWordCharacter(before) ? 'either' : QUOTE.test(before) ? 'open' : 'either';
  return isWordCharacter(before) ? 'close' : 'either';
}

const OPENING = /[([{—–/-]/u;
const CLOSING = /[)\]},.;:!?—–/-]/u;
const QUOTE = /["“”„‟«»'‘’‚‹›]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;

export const isSpace = (character: string): boolean =>
  character <= ' ' || character === '\u00a0' || character === '\u2009';

/** Judges by one code unit: half of an astral letter is no word character, which errs on the side of a mark. */
export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && WORD.test(character);

/** Words that begin with an apostrophe ("'em", "'tis"): no opening mark. */
const ELISIONS = new Set(['em', 'tis', 'twas', 'til', 'till', 'cause', 'bout', 'n', 'cuz', 'neath']);
const ELIDED = /^(?:\d\ds?|\p{L}{1,5})(?![\p{L}\p{N}])/u;

/** Whether the single mark at `at` is an apostrophe in front of a word or a year ("'90s"). */
export function startsElision(text: string, at: number): boolean {
  const word = ELIDED.exec(text.slice(at + 1, at + 8))?.[0];
  if (word === undefined) return false;
  return ELISIONS.has(word.toLowerCase()) || /^\d/.test(word);
}

/** `12"`: inches or seconds, where no quotation is open. */
export const isInchMark = (text: string, at: number, mark: string): boolean =>
  (mark === '"' || mark === "''" || mark === '”') && at > 0 && /\d/.test(text[at - 1]!);
