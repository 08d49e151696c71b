/**
 * Aligns a short row of words (a quote with its surroundings) with a stretch of a text: which of them are still there, in order.
 * A variant of Smith and Waterman's local alignment (1981) with affine gaps (Gotoh 1982): words gain their weight where they
 * match, a gap costs when it is opened and a little as it grows, so that a run beats the same words scattered.
 */

/** A run of changes costs this much, however long it is: half of what a word can gain. */
const OPEN_GAP = 0.5;
/** Per word of the text that is passed over: of two runs that are equally good, the one that is closer together wins. */
const EXTEND_GAP = 0.02;

export interface Row {
  /** What the pattern's word gains where it matches. */
  readonly weight: number;
  /** Where in the stretch it matches (increasing), and how well (0 to 1, not 0). */
  readonly columns: readonly number[];
  readonly likeness: readonly number[];
}

const BY_RUN = 1;
const BY_GAP = 2;
const UP = 0;
const LEFT = 1;
const MATCH = 2;

/**
 * For each row its column in the best alignment, or -1; increasing where not -1. `width`: length of the stretch.
 * Takes time and space of rows that match anywhere times width.
 */
export function align(rows: readonly Row[], width: number): Int32Array {
  const matching = rows.flatMap((row, i) => (row.columns.length > 0 ? [i] : []));
  const matchStep = new Uint8Array(matching.length * width);
  const bestStep = new Uint8Array(matching.length * width);
  // `match[j]`: the best alignment that ends with this row's word on column j. `best[j]`: the best that ends anywhere up to there.
  let [match, lastMatch] = [new Float64Array(width).fill(-1), new Float64Array(width).fill(-1)];
  let [best, lastBest] = [new Float64Array(width), new Float64Array(width)];
  matching.forEach((i, k) => {
    const { weight, columns, likeness } = rows[i] as Row;
    // Rows without a match end every run.
    const adjacent = k > 0 && matching[k - 1] === i - 1;
    [match, lastMatch, best, lastBest] = [lastMatch, match, lastBest, best];
    match.fill(-1);
    columns.forEach((j, c) => {
      const run = adjacent && j > 0 ? (lastMatch[j - 1] as number) : -1;
      const gap = j > 0 ? (lastBest[j - 1] as number) - OPEN_GAP : -1;
      const step = run >= 0 && run >= gap ? BY_RUN : gap > 0 ? BY_GAP : 0;
      match[j] = weight * (likeness[c] as number) + (step === BY_RUN ? run : step === BY_GAP ? gap : 0);
      matchStep[k * width + j] = step;
    });
    let left = 0;
    for (let j = 0; j < width; j += 1) {
      let value = lastBest[j] as number;
      let step = UP;
      if (left - EXTEND_GAP > value) {
        value = left - EXTEND_GAP;
        step = LEFT;
      }
      if ((match[j] as number) > value) {
        value = match[j] as number;
        step = MATCH;
      }
      best[j] = value;
      left = value;
      bestStep[k * width + j] = step;
    }
  });
  return trace({ rows: rows.length, width, matching, matchStep, bestStep }, best);
}

interface Steps {
  readonly rows: number;
  readonly width: number;
  readonly matching: readonly number[];
  readonly matchStep: Uint8Array;
  readonly bestStep: Uint8Array;
}

function trace({ rows, width, matching, matchStep, bestStep }: Steps, best: Float64Array): Int32Array {
  const partner = new Int32Array(rows).fill(-1);
  let j = 0;
  for (let column = 1; column < width; column += 1) if ((best[column] as number) > (best[j] as number)) j = column;
  let k = matching.length - 1;
  while (k >= 0 && j >= 0) {
    const step = bestStep[k * width + j];
    if (step === LEFT) j -= 1;
    else if (step === UP) k -= 1;
    else {
      let how: number | undefined;
      do {
        partner[matching[k] as number] = j;
        how = matchStep[k * width + j];
        k -= 1;
        j -= 1;
      } while (how === BY_RUN);
      if (how === 0) break;
    }
  }
  return partner;
}
