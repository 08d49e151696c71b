/** Carries spans from one version of a text to another by what the two have in common. */
import { diff } from '../text/diff.ts';
import type { Span } from '../text/span.ts';
import { fitOf, type Fit } from './fit.ts';
import { wordsIn, type Pattern } from './pattern.ts';
import { alignIn } from './search.ts';
import type { TextIndex } from './textIndex.ts';
import { splitWords, type Words } from './words.ts';

/** Words that may lie between two landmarks beyond the pattern's own, and words of a pattern: alignment is for passages, not for books. */
const MAX_LOOSE = 400;

export class Carrier {
  readonly #words: Words;
  /** For each word of the old text its word in the new one, or -1. */
  readonly #partner: Int32Array;
  /** Whether the word of the new text stood in the old one, at its place in the order. */
  readonly #known: Uint8Array;
  readonly #index: TextIndex;

  constructor(oldText: string, index: TextIndex) {
    this.#index = index;
    this.#words = splitWords(oldText, index.lexicon);
    this.#partner = new Int32Array(this.#words.count).fill(-1);
    this.#known = new Uint8Array(index.words.count);
    for (const run of diff(this.#words.ids, index.words.ids)) {
      for (let k = 0; k < run.length; k += 1) {
        this.#partner[run.a + k] = run.b + k;
        this.#known[run.b + k] = 1;
      }
    }
  }

  /** Where the pattern is now that stood in the old text with its quote at `span`; null where nothing is left of it there. */
  carry(pattern: Pattern, span: Span): Fit | null {
    const quoteWords = wordsIn(this.#words, span);
    const from = quoteWords.start - pattern.quoteWords.start;
    const partner = new Int32Array(pattern.words.count).fill(-1);
    for (let i = 0; i < partner.length; i += 1) partner[i] = this.#partner[from + i] ?? -1;
    return fitOf(this.#index, pattern, partner);
  }

  /**
   * The same, with words that resemble each other (slips, OCR, inflections) taken for the same: aligned anew between the nearest words
   * on either side that both texts have. null where nothing resembles, or where these are far apart.
   */
  carryLoosely(pattern: Pattern, span: Span): Fit | null {
    const { start } = wordsIn(this.#words, span);
    const from = start - pattern.quoteWords.start;
    const window = { start: this.#nearest(from, -1), end: this.#nearest(from + pattern.words.count - 1, 1) + 1 };
    const width = window.end - window.start;
    if (width <= 0 || width > pattern.words.count + MAX_LOOSE || pattern.words.count > MAX_LOOSE) return null;
    return fitOf(this.#index, pattern, alignIn(this.#index, pattern, window));
  }

  /** The new text's word for the old text's word `at`, or for the nearest one in the direction of `step` that is in both. */
  #nearest(at: number, step: 1 | -1): number {
    for (let i = at; i >= 0 && i < this.#partner.length; i += step) {
      const partner = this.#partner[i] as number;
      if (partner >= 0) return partner;
    }
    return step === 1 ? this.#index.words.count - 1 : 0;
  }

  /** Share of the fit's words that are new in the text. A passage that was moved is; a copy that has always been there is not. */
  newness(fit: Fit): number {
    let fresh = 0;
    for (let word = fit.words.start; word < fit.words.end; word += 1) if (this.#known[word] === 0) fresh += 1;
    return fresh / (fit.words.end - fit.words.start);
  }
}
