/** Looks for a quote in a text by its words and surroundings, when nothing else is known of the text it came from. */
import { diff } from '../text/diff.ts';
import { align } from './align.ts';
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

function alignments(index: TextIndex, pattern: Pattern, position: number | null): Int32Array[] {
  const { ids } = pattern.words;
  const costs = {
    weights: pattern.weights,
    similarity: (i: number, j: number) => index.similar.similarity(ids[i] as number, index.words.ids[j] as number),
  };
  return candidateWindows(index, pattern, position).map(
    (window) => align(pattern.words.count, window.start, window.end, costs).partner,
  );
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
