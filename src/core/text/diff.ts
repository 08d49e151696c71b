/**
 * What two rows of symbols (words of two versions of a text, as numbers) have in common, in order. First the ends that are equal, then
 * stretches that are unique on both sides (Cohen's patience diff, as git has it), then Myers' greedy algorithm (1986) in the gaps.
 * Each step is bounded, so that texts without anything in common take no longer than their length allows.
 */

/** Equal stretches: `length` symbols from `a` in the first row and from `b` in the second. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Gaps of at most so many symbols, both sides together, go to Myers' algorithm at once: it finds the longest there is in common. */
const SMALL_GAP = 400;
/** Rows of this many symbols are looked for as landmarks, longest first: three words are rarer than one. */
const LANDMARK_LENGTHS = [4, 2, 1] as const;
/** Myers' algorithm gives up on a gap after so many insertions and deletions; its time and space grow with their square. */
const MAX_EDITS = 600;

/** Equal stretches of the two rows, in order, without overlaps, each as long as it can be. */
export function diff(a: Int32Array, b: Int32Array): Run[] {
  const runs: Run[] = [];
  compare({ a, b, runs }, { a: 0, aEnd: a.length, b: 0, bEnd: b.length }, 0);
  return joined(runs);
}

interface Rows {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly runs: Run[];
}

interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Compares a gap, with landmarks of the given level and shorter. */
function compare(rows: Rows, whole: Gap, level: number): void {
  const { a, b, runs } = rows;
  const head = equalForward(rows, whole.a, whole.aEnd, whole.b, whole.bEnd);
  if (head > 0) runs.push({ a: whole.a, b: whole.b, length: head });
  const gap = { ...whole, a: whole.a + head, b: whole.b + head };
  let tail = 0;
  while (gap.aEnd - tail > gap.a && gap.bEnd - tail > gap.b && a[gap.aEnd - tail - 1] === b[gap.bEnd - tail - 1])
    tail += 1;
  const middle = { ...gap, aEnd: gap.aEnd - tail, bEnd: gap.bEnd - tail };
  if (middle.a < middle.aEnd && middle.b < middle.bEnd) compareMiddle(rows, middle, level);
  if (tail > 0) runs.push({ a: middle.aEnd, b: middle.bEnd, length: tail });
}

function compareMiddle(rows: Rows, gap: Gap, level: number): void {
  const length = LANDMARK_LENGTHS[level];
  if (length === undefined || gap.aEnd - gap.a + gap.bEnd - gap.b <= SMALL_GAP) {
    greedy(rows, gap);
    return;
  }
  let { a, b } = gap;
  for (const mark of increasing(landmarks(rows, gap, length))) {
    if (mark.a < a || mark.b < b) continue;
    compare(rows, { a, aEnd: mark.a, b, bEnd: mark.b }, level + 1);
    const grown = equalForward(rows, mark.a, gap.aEnd, mark.b, gap.bEnd);
    rows.runs.push({ a: mark.a, b: mark.b, length: grown });
    a = mark.a + grown;
    b = mark.b + grown;
  }
  const rest = { ...gap, a, b };
  // Without a landmark the rest is the gap itself: on to shorter ones.
  if (rest.a < rest.aEnd && rest.b < rest.bEnd) compareMiddle(rows, rest, level + 1);
}

interface Mark {
  readonly a: number;
  readonly b: number;
}

/** Places of stretches of `length` symbols that stand exactly once on either side of the gap, in order of `a`. */
function landmarks({ a, b }: Rows, gap: Gap, length: number): Mark[] {
  const inA = unique(a, gap.a, gap.aEnd, length);
  const inB = unique(b, gap.b, gap.bEnd, length);
  const marks: Mark[] = [];
  for (const [hash, at] of inA) {
    const other = inB.get(hash);
    if (at < 0 || other === undefined || other < 0) continue;
    let same = 0;
    while (same < length && a[at + same] === b[other + same]) same += 1;
    if (same === length) marks.push({ a: at, b: other });
  }
  return marks;
}

/** By hash, the one place of each stretch; -1 where it stands more than once. In order of the first places. */
function unique(row: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + length <= to; at += 1) {
    let hash = 0;
    for (let k = 0; k < length; k += 1) hash = (Math.imul(hash, 0x9e3779b1) + (row[at + k] as number) + 1) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

/** The longest chain of marks that increases on both sides (patience sorting). */
function increasing(marks: readonly Mark[]): Mark[] {
  const piles: number[] = [];
  const before = new Int32Array(marks.length).fill(-1);
  marks.forEach((mark, i) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[piles[middle] as number] as Mark).b < mark.b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = piles[low - 1] as number;
    piles[low] = i;
  });
  const chain: Mark[] = [];
  for (let i = piles.at(-1) ?? -1; i >= 0; i = before[i] as number) chain.push(marks[i] as Mark);
  return chain.toReversed();
}

/** Myers' greedy algorithm on a gap; nothing is added where the sides differ in more than `MAX_EDITS` places. */
function greedy(rows: Rows, gap: Gap): void {
  const n = gap.aEnd - gap.a;
  const m = gap.bEnd - gap.b;
  const most = Math.min(n + m, MAX_EDITS);
  // `furthest[k + most + 1]`: how far into `a` the diagonal k (a minus b) has been reached.
  const furthest = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    history.push(furthest.slice(most - edits, most + edits + 3));
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1;
      const down = k === -edits || (k !== edits && (furthest[at - 1] as number) < (furthest[at + 1] as number));
      const x = down ? (furthest[at + 1] as number) : (furthest[at - 1] as number) + 1;
      const y = x - k;
      const run = x <= n && y <= m ? equalForward(rows, gap.a + x, gap.aEnd, gap.b + y, gap.bEnd) : 0;
      furthest[at] = x + run;
      if (x + run >= n && y + run >= m) {
        rows.runs.push(...backtrack(history, edits, k, gap, n));
        return;
      }
    }
  }
}

/** `history[e]` holds the diagonals from -(e + 1) to e + 1 as they were before step e. */
function backtrack(history: readonly Int32Array[], edits: number, lastDiagonal: number, gap: Gap, n: number): Run[] {
  const runs: Run[] = [];
  let x = n;
  let k = lastDiagonal;
  for (let e = edits; e >= 0; e -= 1) {
    const before = history[e] as Int32Array;
    const at = (diagonal: number): number => before[diagonal + e + 1] as number;
    const down = k === -e || (k !== e && at(k - 1) < at(k + 1));
    const from = e === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    if (x > from) runs.push({ a: gap.a + from, b: gap.b + from - k, length: x - from });
    if (e === 0) break;
    x = down ? from : from - 1;
    k += down ? 1 : -1;
  }
  return runs.toReversed();
}

function equalForward({ a, b }: Rows, fromA: number, toA: number, fromB: number, toB: number): number {
  let length = 0;
  while (fromA + length < toA && fromB + length < toB && a[fromA + length] === b[fromB + length]) length += 1;
  return length;
}

/** Neighbouring runs as one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b) {
      result[result.length - 1] = { ...last, length: last.length + run.length };
    } else result.push(run);
  }
  return result;
}
