/** What is looked for: a quote between its surroundings, as words. */
import type { Span } from '../text/span.ts';
import type { TextIndex } from './textIndex.ts';
import { splitWords, type Words } from './words.ts';

export interface Pattern {
  /** Prefix, quote and suffix in one. */
  readonly text: string;
  /** The quote within `text`; code units. */
  readonly quote: Span;
  readonly words: Words;
  /** The words that share a code unit with the quote: indices, end exclusive. */
  readonly quoteWords: Span;
  readonly weights: Float64Array;
  /** Sum of the weights of the quote's words: how much the quote tells by itself. */
  readonly quoteWeight: number;
}

/** The pattern, with words numbered and weighed as in `index`. */
export function makePattern(index: TextIndex, prefix: string, exact: string, suffix: string): Pattern {
  const text = prefix + exact + suffix;
  const quote = { start: prefix.length, end: prefix.length + exact.length };
  const words = splitWords(text, index.lexicon);
  const quoteWords = wordsIn(words, quote);
  const weights = Float64Array.from(words.ids, (id) => index.weight(id));
  let quoteWeight = 0;
  for (let i = quoteWords.start; i < quoteWords.end; i += 1) quoteWeight += weights[i] as number;
  return { text, quote, words, quoteWords, weights, quoteWeight };
}

/** The pattern's words from index `from` to `to` (exclusive) as a pattern; for finding places, not for fitting. */
export function slicePattern(pattern: Pattern, from: number, to: number): Pattern {
  const { starts, ends, ids } = pattern.words;
  const inside = (word: number): number => Math.min(Math.max(word - from, 0), to - from);
  return {
    ...pattern,
    words: {
      count: to - from,
      starts: starts.subarray(from, to),
      ends: ends.subarray(from, to),
      ids: ids.subarray(from, to),
    },
    weights: pattern.weights.subarray(from, to),
    quoteWords: { start: inside(pattern.quoteWords.start), end: inside(pattern.quoteWords.end) },
  };
}

/** Indices of the words that share a code unit with the span; empty, at the right place, where there are none. */
export function wordsIn(words: Words, span: Span): Span {
  const start = firstWhere(words.count, (i) => (words.ends[i] as number) > span.start);
  const end = firstWhere(words.count, (i) => (words.starts[i] as number) >= span.end);
  return { start, end: Math.max(start, end) };
}

/** The first index for which `holds`; it holds for all after that one. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
