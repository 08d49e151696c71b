/**
 * Converts between UTF-16 code units, which the program counts in, and Unicode code points, which the standards count in.
 * A surrogate without its partner counts as one code point, as in `String.prototype.codePointAt`.
 */

/** Code points before each multiple of this many code units are kept; a look-up scans at most as many units. */
const STRIDE = 256;

const isPairAt = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

/** Conversions for one text. Building is linear; texts without surrogate pairs cost nothing more, others a scan of `STRIDE` units. */
export class CodePoints {
  readonly #text: string;
  /** Surrogate pairs that begin before unit `i * STRIDE`; null when the text has none. */
  readonly #pairs: Int32Array | null;

  constructor(text: string) {
    this.#text = text;
    this.#pairs = /[\ud800-\udbff]/.test(text) ? countPairs(text) : null;
  }

  /** Length of the text in code points. */
  get length(): number {
    return this.fromUnits(this.#text.length);
  }

  /** Code points before the code unit `offset`; an offset inside a pair counts the pair as passed. Clamped to the text. */
  fromUnits(offset: number): number {
    const end = Math.min(Math.max(offset, 0), this.#text.length);
    if (this.#pairs === null) return end;
    const block = Math.floor(end / STRIDE);
    let pairs = this.#pairs[block] ?? 0;
    for (let at = block * STRIDE; at < end; at += 1) if (isPairAt(this.#text, at)) pairs += 1;
    // A pair that begins before `end` and ends after it has been passed with one unit only.
    const inside = end > 0 && isPairAt(this.#text, end - 1);
    return end - pairs + (inside ? 1 : 0);
  }

  /** Code unit at which code point number `index` begins. Clamped to the text. */
  toUnits(index: number): number {
    if (this.#pairs === null) return Math.min(Math.max(index, 0), this.#text.length);
    let low = 0;
    let high = this.#pairs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pointsBefore(middle) <= index) low = middle;
      else high = middle - 1;
    }
    let at = low * STRIDE;
    let points = this.#pointsBefore(low);
    // A block may begin in the middle of a pair, whose code point the block before has counted.
    if (at > 0 && isPairAt(this.#text, at - 1)) at += 1;
    while (points < index && at < this.#text.length) {
      at += isPairAt(this.#text, at) ? 2 : 1;
      points += 1;
    }
    return at;
  }

  /** Code points that begin before the block. */
  #pointsBefore(block: number): number {
    const at = block * STRIDE;
    const inside = at > 0 && isPairAt(this.#text, at - 1) ? 1 : 0;
    return at - (this.#pairs?.[block] ?? 0) + inside;
  }
}

function countPairs(text: string): Int32Array {
  const pairs = new Int32Array(Math.floor(text.length / STRIDE) + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at % STRIDE === 0) pairs[at / STRIDE] = count;
    if (isPairAt(text, at)) count += 1;
  }
  if (text.length % STRIDE === 0) pairs[text.length / STRIDE] = count;
  return pairs;
}
