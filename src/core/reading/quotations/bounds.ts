/** Where the author's sentence around a quotation begins and ends; other quotations in it are stepped over whole. */
import type { Words } from '../words.ts';
import type { MarkedSpan } from './marks.ts';

/** A marked span with its tokens, marks included. */
export interface Quoted {
  readonly span: MarkedSpan;
  readonly first: number;
  readonly last: number;
  /** Tokens of its paragraph: `[start, end)`. */
  readonly paragraph: { readonly index: number; readonly start: number; readonly end: number };
}

/** How far from a quotation its sentence is followed, in tokens. */
const SENTENCE_REACH = 90;

/** First token of the sentence in which `quote` stands. */
export function sentenceStart(words: Words, quoted: readonly Quoted[], quote: Quoted): number {
  const { start } = quote.paragraph;
  let i = quote.first;
  while (i > start && quote.first - i < SENTENCE_REACH) {
    const other = words.quotationAt(i - 1);
    if (other >= 0) {
      const before = quoted[other]!;
      if (endsWithStop(words, before) && !startsLower(words, i)) break;
      i = before.first;
    } else if (isStop(words, i - 1)) break;
    else i -= 1;
  }
  return i;
}

/** The token after the sentence in which `quote` stands. */
export function sentenceEnd(words: Words, quoted: readonly Quoted[], quote: Quoted): number {
  const { end } = quote.paragraph;
  let i = quote.last + 1;
  if (endsWithStop(words, quote) && !startsLower(words, i)) return i;
  while (i < end && i - quote.last < SENTENCE_REACH) {
    const other = words.quotationAt(i);
    if (other >= 0) {
      const next = quoted[other]!;
      i = next.last + 1;
      if (endsWithStop(words, next) && !startsLower(words, i)) break;
    } else if (isStop(words, i)) break;
    else i += 1;
  }
  return i;
}

/** A mark outside quotations that ends a sentence. */
export const isStop = (words: Words, token: number): boolean =>
  words.isPunctuation(token) &&
  isTerminator(words.word(token)) &&
  words.quotationAt(token) < 0 &&
  !GOES_ON.has(words.word(token + 1));

/** Three dots are a pause; four are a pause and a stop. */
const isTerminator = (mark: string): boolean => {
  const first = mark[0];
  return first === '!' || first === '?' || first === '…' || (first === '.' && (mark.length === 1 || mark.length > 3));
};

/** After an abbreviation that the tokenizer does not know: "(D-Wis.)", "Okla., ". */
const GOES_ON = new Set([')', ',', ';', ']']);

/** A full stop inside the closing mark; a question mark may be followed by its cue ("Why?" she asked). */
export function endsWithStop(words: Words, quote: Quoted): boolean {
  const { text } = words.tokens;
  const last = text[quote.span.end - 1];
  return last === '.' || last === '…';
}

export function startsLower(words: Words, token: number): boolean {
  return words.isWord(token) && !words.isCapital(token);
}
