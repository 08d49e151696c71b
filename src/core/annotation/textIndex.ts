/** A text prepared for anchoring: its words, how often each stands in it, and where. Built once, in linear time. */
import type { Words } from './words.ts';
import { isWordLike, Lexicon, splitWords } from './words.ts';
import { SimilarWords } from './similarWords.ts';

/** What the commonest word counts for, against 1 for a word that stands nowhere else. */
const COMMONEST_WORD = 0.15;
/** Marks say little about a place: the commonest, and what a rare one has on top. */
const COMMONEST_MARK = 0.1;
const RARE_MARK = 0.2;

export class TextIndex {
  readonly text: string;
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly similar: SimilarWords;
  readonly #counts: Int32Array;
  /** First place of each word, and from each place the next one of the same word; -1 at the end. */
  readonly #heads: Int32Array;
  readonly #nexts: Int32Array;
  readonly #weights: number[] = [];

  constructor(text: string, lexicon: Lexicon = new Lexicon()) {
    this.text = text;
    this.lexicon = lexicon;
    this.similar = new SimilarWords(lexicon);
    this.words = splitWords(text, lexicon);
    const { count, ids } = this.words;
    this.#counts = new Int32Array(lexicon.size);
    this.#heads = new Int32Array(lexicon.size).fill(-1);
    this.#nexts = new Int32Array(count);
    for (let at = count - 1; at >= 0; at -= 1) {
      const id = ids[at] as number;
      this.#counts[id] = (this.#counts[id] as number) + 1;
      this.#nexts[at] = this.#heads[id] as number;
      this.#heads[id] = at;
    }
  }

  /** How often the word stands in the text. */
  count(id: number): number {
    return this.#counts[id] ?? 0;
  }

  /** First place of the word, or -1. */
  first(id: number): number {
    return this.#heads[id] ?? -1;
  }

  /** The next place of the word that stands at `at`, or -1. */
  next(at: number): number {
    return this.#nexts[at] as number;
  }

  /** How much the word tells about a place, 0 to 1: the rarer, the more (inverse document frequency, on a logarithmic scale). */
  weight(id: number): number {
    const known = this.#weights[id];
    if (known !== undefined) return known;
    const all = Math.max(this.words.count, 2);
    const rarity = Math.log(all / Math.max(this.count(id), 1)) / Math.log(all);
    const weight = isWordLike(this.lexicon.word(id))
      ? COMMONEST_WORD + (1 - COMMONEST_WORD) * rarity
      : COMMONEST_MARK + RARE_MARK * rarity;
    this.#weights[id] = weight;
    return weight;
  }
}
