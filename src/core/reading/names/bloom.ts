import { combine } from './hash.ts';

/**
 * A set of hashed words that answers "maybe" or "no" (Bloom 1970). Long lists ship this way: ten bits a word and four probes
 * leave about one false "maybe" in a hundred, which the tagger was trained with and so knows to weigh.
 */
export class Bloom {
  readonly bits: Uint8Array;
  readonly #mask: number;

  /** `bits.length` must be a power of two. */
  constructor(bits: Uint8Array) {
    this.bits = bits;
    this.#mask = bits.length * 8 - 1;
  }

  static forSize(count: number): Bloom {
    let bytes = 64;
    while (bytes * 8 < count * bitsPerWord) bytes *= 2;
    return new Bloom(new Uint8Array(bytes));
  }

  add(hash: number): void {
    const step = combine(hash, stepSeed) | 1;
    for (let probe = 0, at = hash; probe < probes; probe += 1, at = (at + step) >>> 0) {
      const bit = at & this.#mask;
      this.bits[bit >>> 3] = (this.bits[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }

  has(hash: number): boolean {
    const step = combine(hash, stepSeed) | 1;
    for (let probe = 0, at = hash; probe < probes; probe += 1, at = (at + step) >>> 0) {
      const bit = at & this.#mask;
      if (((this.bits[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }
}

const bitsPerWord = 8;
const probes = 4;
const stepSeed = 0x51ed270b;
