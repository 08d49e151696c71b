/**
 * Aligns a short row of words (a quote with its surroundings) with a stretch of a text: which of them are still there, in order.
 * A variant of Smith and Waterman's local alignment (1981) with affine gaps (Gotoh 1982): words gain their weight where they
 * match, a gap costs when it is opened and a little as it grows, so that a run beats the same words scattered.
 */

/** A word that was replaced by another costs as much as this share of an average word, once for a run of changes. */
const OPEN_GAP = 0.5;
/** Per word of the text that is passed over: of two runs that are equally good, the one that is closer together wins. */
const EXTEND_GAP = 0.02;

export interface Alignment {
  /** For each word of the pattern, its index in the text, or -1. Increasing where not -1. */
  readonly partner: Int32Array;
  readonly score: number;
}

/** What two words have in common, 0 to 1; `weight`: what the pattern's word is worth. */
export interface Costs {
  readonly weights: Float64Array;
  similarity(patternIndex: number, textIndex: number): number;
}

const FROM_DIAGONAL_RUN = 1;
const FROM_DIAGONAL_GAP = 2;
const FROM_UP = 1;
const FROM_LEFT = 2;
const FROM_MATCH = 3;

/** Aligns all of the pattern with the words `from` to `to` (exclusive) of the text. Time and space: words of one times words of the other. */
export function align(length: number, from: number, to: number, costs: Costs): Alignment {
  const columns = to - from + 1;
  const rows = length + 1;
  // `match[i][j]`: best alignment that ends with pattern word i on text word j; `best`: best that ends anywhere up to there.
  let match = new Float64Array(columns).fill(-1);
  let best = new Float64Array(columns);
  const matchStep = new Uint8Array(rows * columns);
  const bestStep = new Uint8Array(rows * columns);
  for (let i = 1; i < rows; i += 1) {
    const nextMatch = new Float64Array(columns).fill(-1);
    const nextBest = new Float64Array(columns);
    const weight = costs.weights[i - 1] as number;
    for (let j = 0; j < columns; j += 1) {
      const cell = i * columns + j;
      if (j > 0) {
        const similarity = costs.similarity(i - 1, from + j - 1);
        if (similarity > 0) {
          const run = match[j - 1] as number;
          const gap = (best[j - 1] as number) - OPEN_GAP;
          const inRun = run >= gap && run >= 0;
          nextMatch[j] = weight * similarity + (inRun ? run : Math.max(gap, 0));
          matchStep[cell] = inRun ? FROM_DIAGONAL_RUN : gap > 0 ? FROM_DIAGONAL_GAP : 0;
        }
      }
      let value = best[j] as number;
      let step = FROM_UP;
      const left = j > 0 ? (nextBest[j - 1] as number) - EXTEND_GAP : 0;
      if (left > value) {
        value = left;
        step = FROM_LEFT;
      }
      if ((nextMatch[j] as number) > value) {
        value = nextMatch[j] as number;
        step = FROM_MATCH;
      }
      nextBest[j] = value;
      bestStep[cell] = step;
    }
    match = nextMatch;
    best = nextBest;
  }
  return trace(rows, columns, from, best, matchStep, bestStep);
}

function trace(
  rows: number,
  columns: number,
  from: number,
  last: Float64Array,
  matchStep: Uint8Array,
  bestStep: Uint8Array,
): Alignment {
  const partner = new Int32Array(rows - 1).fill(-1);
  let j = 0;
  for (let k = 1; k < columns; k += 1) if ((last[k] as number) > (last[j] as number)) j = k;
  const score = last[j] as number;
  let i = rows - 1;
  while (i > 0 && j >= 0) {
    const step = bestStep[i * columns + j];
    if (step === FROM_LEFT) j -= 1;
    else if (step === FROM_UP) i -= 1;
    else {
      let inRun: boolean;
      do {
        partner[i - 1] = from + j - 1;
        const how = matchStep[i * columns + j];
        if (how === 0) return { partner, score };
        inRun = how === FROM_DIAGONAL_RUN;
        i -= 1;
        j -= 1;
      } while (inRun);
    }
  }
  return { partner, score };
}
