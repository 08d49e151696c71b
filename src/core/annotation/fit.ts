/** How well a pattern fits a place of a text, and which span its quote has there. */
import type { Span } from '../text/span.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './textIndex.ts';
import { isWordLike } from './words.ts';

/** Per word of distance from the quote, surroundings count for this much less. */
const NEARNESS = 0.97;
/**
 * A word that was inserted into the quote costs this much weight, up to the most: a full stop that is found again ten lines below
 * does not stretch the quote there, but a paragraph that was inserted into a long quote belongs to it.
 */
const INSERTED_WORD = 0.06;
const MAX_INSERTION = 3;

/** Of the surroundings, one of so many words next to the quote must be left on either side, to say what stands between them now, */
const NEAR_WORDS = 3;
/** and that may be so many times as long as the quote was, or as short. */
const MOST_GROWTH = 3;

export interface Fit {
  readonly span: Span;
  /** Share of the quote's weight that is still there, 0 to 1. */
  readonly quote: number;
  /** Share of the surroundings that is still there, before and after on average, 0 to 1; null when the pattern has none. */
  readonly context: number | null;
  /** Weight of the surrounding words that still touch the quote, without anything between; what holds a short quote in its place. */
  readonly attachment: number;
  /** Weight of the quote's words over weight of all words in the span: low where much was inserted. */
  readonly density: number;
  /** The span has the quote's words, all and no others; white space, quotation marks and encodings may differ. */
  readonly sameWords: boolean;
  /** First and last word of the span in the text; end exclusive. */
  readonly words: Span;
  /** What now stands between the surroundings, where these are still there close by: the quote's words, and those put in place of others. */
  readonly between: Span | null;
}

/** `partner[i]`: the text's word for the pattern's word i, or -1. null where nothing of the quote is left, and nothing stands in its place. */
export function fitOf(index: TextIndex, pattern: Pattern, partner: Int32Array): Fit | null {
  const between = wordsBetween(index, pattern, partner);
  const kept = bestStretch(pattern, partner);
  if (kept === null) return between && replacement(index, pattern, partner, between);
  const firstWord = partner[kept.start] as number;
  const lastWord = partner[kept.end - 1] as number;
  let matched = 0;
  let same = kept.start === pattern.quoteWords.start && kept.end === pattern.quoteWords.end;
  for (let i = kept.start; i < kept.end; i += 1) {
    const word = partner[i] as number;
    if (word < 0) {
      same = false;
      continue;
    }
    const likeness = index.similar.similarity(pattern.words.ids[i] as number, index.words.ids[word] as number);
    matched += likeness * (pattern.weights[i] as number);
    same &&= likeness === 1 && word - firstWord === i - kept.start;
  }
  let inSpan = 0;
  for (let word = firstWord; word <= lastWord; word += 1) inSpan += index.weight(index.words.ids[word] as number);
  return {
    span: { start: startOf(index, pattern, kept.start, firstWord), end: endOf(index, pattern, kept.end - 1, lastWord) },
    quote: pattern.quoteWeight === 0 ? 0 : matched / pattern.quoteWeight,
    context: contextOf(pattern, partner),
    attachment:
      touching(pattern, partner, kept.start - 1, -1, firstWord) + touching(pattern, partner, kept.end, 1, lastWord),
    density: matched / inSpan,
    sameWords: same,
    words: { start: firstWord, end: lastWord + 1 },
    between: between && spanOf(index, between),
  };
}

/** Of the quote nothing is left; other words stand where it stood. */
function replacement(index: TextIndex, pattern: Pattern, partner: Int32Array, words: Span): Fit {
  const span = spanOf(index, words);
  const context = contextOf(pattern, partner);
  return { span, quote: 0, context, attachment: 0, density: 0, sameWords: false, words, between: span };
}

/** Words of the text between the nearest surroundings on either side; null where these are far, or with too little between them. */
function wordsBetween(index: TextIndex, { words, quoteWords }: Pattern, partner: Int32Array): Span | null {
  const nearest = (from: number, step: 1 | -1): number => {
    for (let i = from; i >= 0 && i < words.count && Math.abs(i - from) < NEAR_WORDS; i += step)
      if ((partner[i] as number) >= 0) return partner[i] as number;
    return -1;
  };
  const before = nearest(quoteWords.start - 1, -1);
  const after = nearest(quoteWords.end, 1);
  const quoted = quoteWords.end - quoteWords.start;
  const length = after - before - 1;
  if (before < 0 || after < 0 || length > MOST_GROWTH * quoted + 2 * NEAR_WORDS) return null;
  if (length * MOST_GROWTH < quoted) return null;
  for (let word = before + 1; word < after; word += 1)
    if (isWordLike(index.lexicon.word(index.words.ids[word] as number))) return { start: before + 1, end: after };
  return null;
}

const spanOf = ({ words }: TextIndex, { start, end }: Span): Span => ({
  start: words.starts[start] as number,
  end: words.ends[end - 1] as number,
});

/** The quote's words from the first to the last that hang together (largest sum, weights against insertions; Kadane's algorithm). */
function bestStretch({ quoteWords, weights }: Pattern, partner: Int32Array): Span | null {
  let best: Span | null = null;
  let bestSum = 0;
  let start = -1;
  let last = -1;
  let sum = 0;
  for (let i = quoteWords.start; i < quoteWords.end; i += 1) {
    const word = partner[i] as number;
    if (word < 0) continue;
    const joined = last < 0 ? 0 : sum - Math.min(MAX_INSERTION, (word - last - 1) * INSERTED_WORD);
    if (joined <= 0) start = i;
    sum = Math.max(joined, 0) + (weights[i] as number);
    last = word;
    if (sum > bestSum) {
      bestSum = sum;
      best = { start, end: i + 1 };
    }
  }
  return best;
}

function contextOf({ words, quoteWords, weights }: Pattern, partner: Int32Array): number | null {
  const side = (from: number, step: number): number | null => {
    let all = 0;
    let found = 0;
    let nearness = 1;
    for (let i = from; i >= 0 && i < words.count; i += step) {
      const weight = (weights[i] as number) * nearness;
      all += weight;
      if ((partner[i] as number) >= 0) found += weight;
      nearness *= NEARNESS;
    }
    return all === 0 ? null : found / all;
  };
  const before = side(quoteWords.start - 1, -1);
  const after = side(quoteWords.end, 1);
  if (before === null) return after;
  return after === null ? before : (before + after) / 2;
}

/** Weight of the pattern's words from `i` on, in steps, that stand in the text right beside the word `beside`, and beside each other. */
function touching({ words, weights }: Pattern, partner: Int32Array, i: number, step: 1 | -1, beside: number): number {
  let weight = 0;
  for (let k = i, at = beside + step; k >= 0 && k < words.count && partner[k] === at; k += step, at += step) {
    weight += weights[k] as number;
  }
  return weight;
}

/** A quote may begin inside a word, or with white space before its first one. */
function startOf({ text, words }: TextIndex, pattern: Pattern, patternWord: number, textWord: number): number {
  const start = words.starts[textWord] as number;
  if (patternWord !== pattern.quoteWords.start) return start;
  const offset = pattern.quote.start - (pattern.words.starts[patternWord] as number);
  if (offset > 0) return sameShape(pattern, patternWord, words, textWord) ? start + offset : start;
  let at = start;
  while (at > 0 && start - at < -offset && isSpace(text, at - 1)) at -= 1;
  return at;
}

function endOf({ text, words }: TextIndex, pattern: Pattern, patternWord: number, textWord: number): number {
  const end = words.ends[textWord] as number;
  if (patternWord !== pattern.quoteWords.end - 1) return end;
  const offset = pattern.quote.end - (pattern.words.ends[patternWord] as number);
  if (offset < 0) return sameShape(pattern, patternWord, words, textWord) ? end + offset : end;
  let at = end;
  while (at < text.length && at - end < offset && isSpace(text, at)) at += 1;
  return at;
}

const sameShape = (pattern: Pattern, i: number, words: TextIndex['words'], j: number): boolean =>
  pattern.words.ids[i] === words.ids[j] &&
  (pattern.words.ends[i] as number) - (pattern.words.starts[i] as number) ===
    (words.ends[j] as number) - (words.starts[j] as number);

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === '';
