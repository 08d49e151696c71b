/**
 * Features of the tagger as bucket numbers. Those that depend on one word in one role (itself, the one before, …) are listed apart
 * from those that depend on the place in the text, so that the tagger can add up the former once per word.
 */
import { contextBits, type NameDocument } from './document.ts';
import { combine, hashText, mix } from './hash.ts';
import type { Bloom } from './bloom.ts';
import { Caps, WordClass, classBits, listBit, type Word, type WordBook } from './words.ts';

/** The places relative to a token whose words are features. */
export const Role = {
  self: 0,
  before: 1,
  after: 2,
  before2: 3,
  after2: 4,
  runFirst: 5,
  runLast: 6,
  beforeRun: 7,
  afterRun: 8,
} as const;
export const roleCount = 9;

/** Longest name of the phrase lists, in tokens. */
const longestPhrase = 4;
/** More features than any token has: the buffers' size. */
export const mostFeatures = 160;

/** Lists of names of several words: places, people, groups. */
export type PhraseLists = readonly Bloom[];

/** Hash of a phrase for the phrase lists, from the hashes of its lower-case tokens. */
export const extendPhrase = (hash: number, low: number): number => combine(hash, low);
export const emptyPhrase = 0x1234567;

const seed = (id: number): number => mix(id * 0x9e3779b1 + 0x632be5ab);
const seeds = Array.from({ length: 256 }, (_, id) => seed(id));

export class Featurizer {
  readonly #shift: number;
  readonly #phrases: PhraseLists;
  readonly #edgeBefore: Word;
  readonly #edgeAfter: Word;

  /** Buckets number 2^`bucketBits`. */
  constructor(book: WordBook, phrases: PhraseLists, bucketBits: number) {
    this.#shift = 32 - bucketBits;
    this.#phrases = phrases;
    // Control characters stand for what lies outside the sentence; no token has them.
    this.#edgeBefore = book.get('\u0002');
    this.#edgeAfter = book.get('\u0003');
  }

  /** The word in each role for token `at`. */
  roleWord(document: NameDocument, at: number, role: number): Word {
    const { words, runFirst, runLast } = document;
    switch (role) {
      case Role.self:
        return words[at] as Word;
      case Role.before:
        return this.#word(document, at, at - 1);
      case Role.after:
        return this.#word(document, at, at + 1);
      case Role.before2:
        return this.#word(document, at, at - 2);
      case Role.after2:
        return this.#word(document, at, at + 2);
      case Role.runFirst:
        return words[runFirst[at] as number] as Word;
      case Role.runLast:
        return words[runLast[at] as number] as Word;
      case Role.beforeRun:
        return this.#word(document, at, (runFirst[at] as number) - 1);
      default:
        return this.#word(document, at, (runLast[at] as number) + 1);
    }
  }

  #word(document: NameDocument, at: number, other: number): Word {
    if (other < (document.sentenceFirst[at] as number)) return this.#edgeBefore;
    if (other >= (document.sentenceEnd[at] as number)) return this.#edgeAfter;
    return document.words[other] as Word;
  }

  /** Buckets of `word` in `role` into `out` from `count` on; returns the new count. */
  ofWord(word: Word, role: number, out: Int32Array, count: number): number {
    const base = role * 32;
    const shift = this.#shift;
    const add = (id: number, value: number) => {
      out[count++] = combine(seeds[(base + id) & 255] as number, value) >>> shift;
    };
    add(0, word.low);
    const names = word.classes & nameClasses;
    const common = word.classes & ~nameClasses;
    add(1, names * 8 + word.caps);
    add(2, common * 8 + word.caps);
    for (let bit = 0; bit < classBits; bit += 1) if (word.classes & (1 << bit)) add(3, bit * 8 + word.caps);
    if (role === Role.before2 || role === Role.after2) return count;
    add(4, word.suffix);
    if (role !== Role.self) {
      add(5, word.shape);
      return count;
    }
    const { lower, text } = word;
    add(6, word.form);
    add(7, word.shape);
    const { length } = lower;
    for (let size = 1; size <= 4; size += 1) {
      if (size >= length) break;
      add(8 + size, hashText(lower, 0, size));
      add(13 + size, hashText(lower, length - size));
    }
    add(18, Math.min(length, 12) * 8 + word.caps);
    if (text.includes('-')) add(19, 1);
    if (text.includes('.')) add(20, 1);
    if (text.includes("'") || text.includes('’')) add(21, 1);
    return count;
  }

  /** Buckets that depend on where token `at` stands. */
  ofPlace(document: NameDocument, at: number, out: Int32Array, count: number): number {
    const shift = this.#shift;
    const { flags, runFirst, runLast, contexts } = document;
    const word = document.words[at] as Word;
    const before = this.#word(document, at, at - 1);
    const after = this.#word(document, at, at + 1);
    const before2 = this.#word(document, at, at - 2);
    const after2 = this.#word(document, at, at + 2);
    const add = (id: number, value: number) => {
      out[count++] = combine(placeSeeds[id] as number, value) >>> shift;
    };
    add(0, combine(before.low, word.low));
    add(1, combine(word.low, after.low));
    add(2, combine(before.low, after.low));
    add(3, combine(before2.low, before.low));
    add(4, combine(after.low, after2.low));
    add(5, combine(before.shape, word.shape));
    add(6, combine(word.shape, after.shape));
    add(7, combine(combine(before.shape, word.shape), after.shape));
    const flag = flags[at] as number;
    const place = (word.caps * 2 + (word.classes & commonBit ? 1 : 0)) * 16 + flag;
    add(8, place);
    const classes = word.classes & nameClasses;
    add(9, combine(classes, before.classes & nameClasses) + (before.caps * 8 + word.caps));
    add(10, combine(classes, after.classes & nameClasses) + (after.caps * 8 + word.caps));
    add(11, combine(before.classes, after.classes));
    add(12, combine(classes, place));
    const first = runFirst[at] as number;
    const last = runLast[at] as number;
    const position = Math.min(at - first, 3) * 4 + Math.min(last - at, 3);
    add(13, position);
    add(14, combine(classes, position));
    add(15, combine(before.suffix, word.suffix));
    const lastWord = document.words[last] as Word;
    const firstWord = document.words[first] as Word;
    add(16, combine(this.#word(document, at, first - 1).low, this.#word(document, at, last + 1).low));
    add(17, combine(combine(firstWord.classes & nameClasses, lastWord.classes), position));
    add(18, combine(lastWord.low, position));
    add(19, combine(this.#word(document, at, first - 1).classes, this.#word(document, at, last + 1).classes));
    const context = contexts.get(word.low);
    if (context !== undefined) {
      for (let bit = 0; bit < contextBits; bit += 1) if (context & (1 << bit)) add(20, bit);
      add(21, context);
      add(22, combine(classes, context & personContext));
    }
    return this.#phrasesAt(document, at, out, count);
  }

  /** Whether the token lies in a phrase of the lists, and where in it. */
  #phrasesAt(document: NameDocument, at: number, out: Int32Array, count: number): number {
    const { words, sentenceFirst, sentenceEnd } = document;
    for (let from = Math.max(sentenceFirst[at] as number, at - longestPhrase + 1); from <= at; from += 1) {
      const first = words[from] as Word;
      if (first.caps === Caps.mark || first.caps === Caps.lower) continue;
      const limit = Math.min(from + longestPhrase, sentenceEnd[at] as number);
      let hash = emptyPhrase;
      for (let end = from; end < limit; end += 1) {
        const word = words[end] as Word;
        if (word.caps === Caps.mark && word.text !== '-') break;
        hash = extendPhrase(hash, word.low);
        if (end < at || end === from || word.caps === Caps.lower) continue;
        for (let list = 0; list < this.#phrases.length; list += 1) {
          if (!(this.#phrases[list] as Bloom).has(hash)) continue;
          const position = (at === from ? 1 : 0) + (at === end ? 2 : 0);
          out[count++] = combine(placeSeeds[24] as number, list * 4 + position) >>> this.#shift;
          if (count > mostFeatures - longestPhrase) return count;
        }
      }
    }
    return count;
  }
}

const placeSeeds = Array.from({ length: 32 }, (_, id) => seed(1000 + id));
const commonBit = listBit('common');
const nameClasses =
  WordClass.country |
  WordClass.demonym |
  WordClass.calendar |
  WordClass.title |
  listBit('firstName') |
  listBit('surname') |
  listBit('place') |
  listBit('knownPerson') |
  listBit('knownGroup') |
  listBit('common');
/** The context bits that speak of a person: after a title, after a first name, ends a run, beside a verb of saying. */
const personContext = 0b1000_1000_0011;
