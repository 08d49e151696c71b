/** Looks for a quote in a text by its words and surroundings, when nothing else is known of the text it came from. */
import { diff } from '../text/diff.ts';
import type { Span } from '../text/span.ts';
import { align, type Row } from './align.ts';
import { candidateWindows } from './candidates.ts';
import { fitOf, type Fit } from './fit.ts';
import { slicePattern, type Pattern } from './pattern.ts';
import type { TextIndex } from './textIndex.ts';

/** Longer patterns are aligned at both ends only: alignment takes time and space with the square. */
const MAX_ALIGNED = 400;
/** Of a longer quote, so many words at either end are aligned, with their surroundings. */
const END_WORDS = 120;

/** Places where the pattern may stand, each with how well it fits; `position`: the word where it stood once, or null. */
export function findFits(index: TextIndex, pattern: Pattern, position: number | null): Fit[] {
  const partners =
    pattern.words.count <= MAX_ALIGNED
      ? alignments(index, pattern, position)
      : longAlignments(index, pattern, position);
  const fits = new Map<string, Fit>();
  for (const partner of partners) {
    const fit = fitOf(index, pattern, partner);
    if (fit === null) continue;
    const key = `${fit.span.start} ${fit.span.end}`;
    const known = fits.get(key);
    // Windows overlap; of one span the alignment that found more of the surroundings is right.
    if (known === undefined || (fit.context ?? 0) > (known.context ?? 0)) fits.set(key, fit);
  }
  return [...fits.values()];
}

/** Places (first words) where these words stand one after the other, at most `most`. */
export function findWhole(index: TextIndex, ids: Int32Array, most: number): number[] {
  let rarest = 0;
  ids.forEach((id, i) => {
    if (index.count(id) < index.count(ids[rarest] as number)) rarest = i;
  });
  const places: number[] = [];
  for (let at = index.first(ids[rarest] ?? -1); at >= 0 && places.length < most; at = index.next(at)) {
    const start = at - rarest;
    let same = 0;
    while (same < ids.length && index.words.ids[start + same] === ids[same]) same += 1;
    if (same === ids.length) places.push(start);
  }
  return places;
}

/** The pattern's words in a window of the text (word indices), similar ones included; -1 where there is none. */
export const alignIn = (index: TextIndex, pattern: Pattern, window: Span): Int32Array =>
  align(rowsIn(index, pattern, window), window.end - window.start).map((column) =>
    column < 0 ? -1 : column + window.start,
  );

const alignments = (index: TextIndex, pattern: Pattern, position: number | null): Int32Array[] =>
  candidateWindows(index, pattern, position).map((window) => alignIn(index, pattern, window));

/** For each word of the pattern, where in the window it or a similar word stands. */
function rowsIn(index: TextIndex, { words, weights }: Pattern, window: Span): Row[] {
  const places = new Map<number, number[]>();
  for (let at = window.start; at < window.end; at += 1) {
    const id = index.words.ids[at] as number;
    const known = places.get(id);
    if (known === undefined) places.set(id, [at - window.start]);
    else known.push(at - window.start);
  }
  return Array.from(words.ids, (id, i) => {
    const weight = weights[i] as number;
    const exact = places.get(id);
    // A word that is there as it was is not looked for in other spellings.
    if (exact !== undefined) return { weight, columns: exact, likeness: exact.map(() => 1) };
    const similar: [number, number][] = [];
    if (index.similar.isComparable(id)) {
      for (const [other, columns] of places) {
        const likeness = index.similar.similarity(id, other);
        if (likeness > 0) for (const column of columns) similar.push([column, likeness]);
      }
    }
    similar.sort(([a], [b]) => a - b);
    return { weight, columns: similar.map(([column]) => column), likeness: similar.map(([, likeness]) => likeness) };
  });
}

/** Both ends of a long quote, each found by itself; what lies between them is compared word by word. */
function longAlignments(index: TextIndex, pattern: Pattern, position: number | null): Int32Array[] {
  const { count, ids } = pattern.words;
  const headEnd = pattern.quoteWords.start + END_WORDS;
  const tailStart = pattern.quoteWords.end - END_WORDS;
  const heads = alignments(index, slicePattern(pattern, 0, headEnd), position);
  const end = position === null ? null : position + tailStart - pattern.quoteWords.start;
  const tails = alignments(index, slicePattern(pattern, tailStart, count), end);
  const expected = tailStart - headEnd;
  return heads.flatMap((head) => {
    const from = lastOf(head) + 1;
    if (from === 0) return [];
    const distance = (tail: Int32Array): number => Math.abs(firstOf(tail) - from - expected);
    const behind = tails.filter((tail) => firstOf(tail) >= from).sort((a, b) => distance(a) - distance(b));
    const tail = behind[0];
    if (tail === undefined) return [];
    const partner = new Int32Array(count).fill(-1);
    partner.set(head, 0);
    partner.set(tail, tailStart);
    for (const run of diff(ids.subarray(headEnd, tailStart), index.words.ids.subarray(from, firstOf(tail)))) {
      for (let k = 0; k < run.length; k += 1) partner[headEnd + run.a + k] = from + run.b + k;
    }
    return [partner];
  });
}

const firstOf = (partner: Int32Array): number => partner.find((word) => word >= 0) ?? -1;
const lastOf = (partner: Int32Array): number => partner.findLast((word) => word >= 0) ?? -1;
