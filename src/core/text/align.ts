/** Alignment of two short sequences: what they share in order. */

/** Indices of aligned elements of the two sequences. */
export type Pair = readonly [a: number, b: number];

/** Cells of the table that one alignment may fill: 4 million take some ten milliseconds and 16 MB. */
const MOST_CELLS = 4_000_000;

/**
 * A longest common subsequence, as pairs of indices in order. What the ends share is cut off first; where the rest is still
 * too large for the table, only what the ends share is aligned.
 */
export function align<T>(a: readonly T[], b: readonly T[]): Pair[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const pairs: Pair[] = [];
  for (let i = 0; i < head; i += 1) pairs.push([i, i]);
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head, pairs);
  for (let i = tail; i > 0; i -= 1) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function middle<T>(a: readonly T[], b: readonly T[], offset: number, pairs: Pair[]): void {
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > MOST_CELLS) return;
  // lengths[i * width + j]: the longest common subsequence of a from i on and b from j on
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([offset + i, offset + j]);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
}
