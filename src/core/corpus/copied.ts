/**
 * Copied text told from the routine sentences of a series: a paper that reports every week on the same market uses the same
 * sentences, with other numbers and names in them.
 */
import type { Reading } from '../reading/types.ts';
import { align } from '../text/align.ts';
import { overlaps, type Span } from '../text/span.ts';
import { wordsOf, type Word } from '../text/words.ts';
import type { Passage } from './passages.ts';
import { bodyWords } from './shared/passageKeys.ts';
import { sentenceOf, spansIn } from './shared/context.ts';

/** Two passages word by word, to the ends of the sentences that they begin and end in. */
export interface Collation {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
  /** Indices of words that both have, in order. */
  readonly pairs: readonly (readonly [a: number, b: number])[];
}

export function collate(a: Reading, b: Reading, passage: Passage): Collation {
  const [left, right] = [wordsOf(a.text, inSentences(a, passage.a)), wordsOf(b.text, inSentences(b, passage.b))];
  const pairs = align(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  );
  return { a: left, b: right, pairs };
}

const inSentences = (reading: Reading, { start, end }: Span): Span => ({
  start: sentenceOf(reading, { start, end: start }).start,
  end: sentenceOf(reading, { start: end, end }).end,
});

/** Words of one passage that show that it was copied: two sentences or a long one; routine sentences are shorter. */
const COPIED_WORDS = 24;
/** A source that shares this much of its words with another is a copy of it, short as it is. */
const COPIED_SHARE = 0.5;
/** Editing of copied prose changes less than this share of its words. */
const LEAST_SIMILARITY = 0.85;

/** Whether the passage is prose that one source took over from the other: long, nearly word for word, with the same numbers and names. */
export function isCopied(a: Reading, b: Reading, passage: Passage, collation: Collation): boolean {
  if (passage.quoted || passage.similarity < LEAST_SIMILARITY) return false;
  const shorter = Math.min(bodyWords(a).words.length, bodyWords(b).words.length);
  if (passage.prose < Math.min(COPIED_WORDS, COPIED_SHARE * shorter)) return false;
  return !isRewritten(a, b, collation, true);
}

/** Whether the shared sentences of the two sources carry other numbers: each reports an event of its own. */
export function isSeries(a: Reading, b: Reading, collations: readonly Collation[]): boolean {
  const rewritten = collations.filter((each) => isRewritten(a, b, each, false));
  return rewritten.length >= SERIES_SHARE * collations.length && rewritten.length > 0;
}

/** A copy may bring one count up to date; where so many of the shared passages differ in numbers, it is no copy. */
const SERIES_SHARE = 0.5;

/** Whether somewhere in the collation numbers, or names where asked for, stand in one another's place. */
function isRewritten(a: Reading, b: Reading, collation: Collation, names: boolean): boolean {
  let [i, j] = [0, 0];
  for (const [nextA, nextB] of [...collation.pairs, [collation.a.length, collation.b.length] as const]) {
    const [gapA, gapB] = [collation.a.slice(i, nextA), collation.b.slice(j, nextB)];
    if (gapA.some((word) => tells(a, word, names)) && gapB.some((word) => tells(b, word, names))) return true;
    [i, j] = [nextA + 1, nextB + 1];
  }
  return false;
}

/** A number or, where asked for, a name: a capital within the sentence. */
const tells = (reading: Reading, word: Word, names: boolean): boolean =>
  /^\d/.test(word.form) ||
  spansIn(reading.figures, word).some(({ number }) => overlaps(number, word)) ||
  (names &&
    /^\p{Lu}/u.test(reading.text.slice(word.start, word.end)) &&
    sentenceOf(reading, word).start !== word.start);
