/**
 * How alike two different words are: slips of a typist or an OCR program, inflections. Edit distance by Myers' bit-parallel
 * method (1999, in Hyyrö's form of 2001), one machine word for a whole word of text.
 */
import type { Lexicon } from './words.ts';

/** Shorter words are often one letter from an unrelated one ("not", "now"). */
const MIN_LENGTH = 4;
/** As many letters as fit into one integer of bits. */
const MAX_LENGTH = 31;
/** Letters that may differ, as a share of the longer word. */
const MAX_DIFFERENCE = 0.25;
/** The same letters in another case: what a headline or the start of a sentence does. */
const SAME_BUT_CASE = 0.95;

/** Similarity of words by their numbers, computed once for each pair. */
export class SimilarWords {
  readonly #lexicon: Lexicon;
  readonly #shapes: Shape[] = [];
  readonly #known = new Map<number, number>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** 1 for the same word, 0 for words that have nothing to do with each other, or for numbers that differ. */
  similarity(a: number, b: number): number {
    if (a === b) return 1;
    const shapeA = this.#shape(a);
    const shapeB = this.#shape(b);
    if (shapeA.length === 0 || shapeB.length === 0) return 0;
    // Most pairs are told apart by this alone.
    if (Math.abs(shapeA.length - shapeB.length) > MAX_DIFFERENCE * Math.max(shapeA.length, shapeB.length)) return 0;
    if (shapeA.first !== shapeB.first && shapeA.last !== shapeB.last) return 0;
    const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const value = similarity(this.#lexicon.word(a), this.#lexicon.word(b));
    this.#known.set(key, value);
    return value;
  }

  /** Whether the word is of a kind that has similar ones. */
  isComparable(id: number): boolean {
    return this.#shape(id).length > 0;
  }

  #shape(id: number): Shape {
    const known = this.#shapes[id];
    if (known !== undefined) return known;
    const word = this.#lexicon.word(id).toLowerCase();
    const fits = word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && !/\d/.test(word);
    const shape = fits
      ? { length: word.length, first: word.charCodeAt(0), last: word.charCodeAt(word.length - 1) }
      : NONE;
    this.#shapes[id] = shape;
    return shape;
  }
}

interface Shape {
  /** 0 for words that are only ever equal: short ones, numbers, marks. */
  readonly length: number;
  readonly first: number;
  readonly last: number;
}

const NONE: Shape = { length: 0, first: 0, last: 0 };

function similarity(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return SAME_BUT_CASE;
  const longer = Math.max(x.length, y.length);
  const distance = editDistance(x, y);
  return distance <= MAX_DIFFERENCE * longer ? SAME_BUT_CASE * (1 - distance / longer) : 0;
}

/** Levenshtein distance; `a` has 1 to 31 code units. */
export function editDistance(a: string, b: string): number {
  const places = new Map<number, number>();
  for (let i = 0; i < a.length; i += 1) places.set(a.charCodeAt(i), (places.get(a.charCodeAt(i)) ?? 0) | (1 << i));
  const last = 1 << (a.length - 1);
  let plus = -1;
  let minus = 0;
  let distance = a.length;
  for (let j = 0; j < b.length; j += 1) {
    const equal = places.get(b.charCodeAt(j)) ?? 0;
    const vertical = equal | minus;
    const horizontal = (((equal & plus) + plus) ^ plus) | equal;
    let up = minus | ~(horizontal | plus);
    const down = plus & horizontal;
    if ((up & last) !== 0) distance += 1;
    else if ((down & last) !== 0) distance -= 1;
    up = (up << 1) | 1;
    plus = (down << 1) | ~(vertical | up);
    minus = up & vertical;
  }
  return distance;
}
