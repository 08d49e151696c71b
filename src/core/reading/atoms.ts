/**
 * The grain that dates and figures are read in: words without hyphens and apostrophes, bare runs of digits, single marks.
 * Tokens join what belongs together in a sentence ("F-16", "year-old", "1,200"); here everything is apart, so that
 * "1914–18", "$3m", "two-day" and "9:30" need no special scanning. Sentence and paragraph ends stand between the atoms.
 */
import { CharacterClass, characterClass, isLetterClass } from '../text/characters.ts';
import { TokenKind } from '../text/tokens.ts';
import { type Entry, type Lexicon, NO_ENTRY } from './lexicon.ts';
import type { SourceText } from './source-text.ts';

export const AtomKind = {
  word: 1,
  digits: 2,
  /** One punctuation mark, symbol or other character. */
  mark: 3,
  /** Nothing printed: a sentence ends here. */
  sentenceEnd: 4,
  paragraphEnd: 5,
} as const;

export type AtomKind = (typeof AtomKind)[keyof typeof AtomKind];

/** Value of the mark that an address makes: what stands in it is neither date nor figure (object replacement character). */
const OPAQUE = 0xfffc;
/** Digit runs longer than this are identifiers, not numbers. */
const LONGEST_NUMBER = 12;

/** Atoms in document order; offsets are UTF-16 code units of `text`. Indices outside the text give a paragraph end. */
export class Atoms {
  readonly text: string;
  #kinds: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;
  /** Digits: the number (-1 when too long); marks: the code unit; words: code unit of the first letter. */
  #values: Float64Array;
  readonly #entries: Entry[] = [];
  #length = 0;

  constructor(source: SourceText, lexicon: Lexicon) {
    const { text } = source;
    const guess = (text.length >> 2) + 16;
    this.text = text;
    this.#kinds = new Uint8Array(guess);
    this.#starts = new Int32Array(guess);
    this.#ends = new Int32Array(guess);
    this.#values = new Float64Array(guess);
    this.#scan(source, lexicon);
  }

  get length(): number {
    return this.#length;
  }

  kind(index: number): AtomKind {
    return index >= 0 && index < this.#length ? (this.#kinds[index] as AtomKind) : AtomKind.paragraphEnd;
  }

  start(index: number): number {
    return index < this.#length ? (this.#starts[index] ?? 0) : this.text.length;
  }

  end(index: number): number {
    return index < this.#length ? (this.#ends[index] ?? 0) : this.text.length;
  }

  /** What the lexicon knows of the word; `NO_ENTRY` for unknown words and everything else. */
  entry(index: number): Entry {
    return this.#entries[index] ?? NO_ENTRY;
  }

  /** Whether the word has one of the cues. */
  has(index: number, cues: number): boolean {
    return (this.entry(index).cues & cues) !== 0;
  }

  isWord(index: number): boolean {
    return this.kind(index) === AtomKind.word;
  }

  isDigits(index: number): boolean {
    return this.kind(index) === AtomKind.digits;
  }

  /** Whether a sentence or paragraph ends here. */
  isEnd(index: number): boolean {
    return this.kind(index) >= AtomKind.sentenceEnd;
  }

  /** The number that a digit run stands for; -1 for anything else. */
  number(index: number): number {
    return this.isDigits(index) ? (this.#values[index] as number) : -1;
  }

  /** Length in code units. */
  width(index: number): number {
    return this.end(index) - this.start(index);
  }

  /** Code unit of a mark; -1 for anything else. */
  mark(index: number): number {
    return this.kind(index) === AtomKind.mark ? (this.#values[index] as number) : -1;
  }

  isMark(index: number, ...codes: readonly number[]): boolean {
    const code = this.mark(index);
    return code !== -1 && codes.includes(code);
  }

  /** Whether the atom follows the printed one before it without white space. */
  glued(index: number): boolean {
    return (
      index > 0 &&
      index < this.#length &&
      this.#starts[index] === this.#ends[index - 1] &&
      (this.#kinds[index - 1] as number) < AtomKind.sentenceEnd
    );
  }

  isCapitalized(index: number): boolean {
    return this.isWord(index) && characterClass(this.#values[index] as number) === CharacterClass.upper;
  }

  /** The word in lower case; empty for anything else. */
  lower(index: number): string {
    return this.isWord(index) ? this.slice(index).toLowerCase() : '';
  }

  is(index: number, word: string): boolean {
    const entry = this.entry(index);
    return entry === NO_ENTRY ? this.width(index) === word.length && this.lower(index) === word : entry.form === word;
  }

  slice(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  /** Index of the first atom that ends after `offset`. */
  at(offset: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #scan({ text, paragraphs, sentences, tokens }: SourceText, lexicon: Lexicon): void {
    let paragraph = 1;
    let nextParagraph = paragraphs[paragraph]?.start ?? text.length;
    let sentence = 1;
    let nextSentence = sentences[sentence]?.start ?? text.length;
    let token = nextAddress(tokens.kinds, 0);
    let nextToken = tokens.starts[token] ?? text.length;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const kind = characterClass(code);
      if (kind <= CharacterClass.newline) {
        at += 1;
        continue;
      }
      if (at >= nextSentence || at >= nextParagraph) {
        this.#push(at >= nextParagraph ? AtomKind.paragraphEnd : AtomKind.sentenceEnd, at, at, 0, NO_ENTRY);
        while (at >= nextParagraph) nextParagraph = paragraphs[(paragraph += 1)]?.start ?? text.length;
        while (at >= nextSentence) nextSentence = sentences[(sentence += 1)]?.start ?? text.length;
      }
      if (at === nextToken) {
        at = tokens.ends[token] as number;
        this.#push(AtomKind.mark, nextToken, at, OPAQUE, NO_ENTRY);
        token = nextAddress(tokens.kinds, token + 1);
        nextToken = tokens.starts[token] ?? text.length;
      } else if (isLetterClass(kind)) at = this.#word(at, code, lexicon);
      else if (code >= 0x30 && code <= 0x39) at = this.#digits(at);
      else {
        this.#push(AtomKind.mark, at, at + 1, code, NO_ENTRY);
        at += 1;
      }
    }
  }

  #word(at: number, first: number, lexicon: Lexicon): number {
    const { text } = this;
    let hash = 0;
    let end = at;
    for (;;) {
      const code = text.charCodeAt(end);
      const kind = characterClass(code);
      if (!isLetterClass(kind) && kind !== CharacterClass.mark) break;
      // Only ASCII words are in the lexicons' index; setting the case bit folds them, and harms nobody else's hash.
      hash = Math.imul(hash ^ (code | 0x20), 0x01000193);
      end += 1;
    }
    this.#push(AtomKind.word, at, end, first, lexicon.find(hash, text, at, end));
    return end;
  }

  #digits(at: number): number {
    const { text } = this;
    let end = at;
    let value = 0;
    for (let code = text.charCodeAt(end); code >= 0x30 && code <= 0x39; code = text.charCodeAt(end)) {
      value = value * 10 + code - 0x30;
      end += 1;
    }
    this.#push(AtomKind.digits, at, end, end - at > LONGEST_NUMBER ? -1 : value, NO_ENTRY);
    return end;
  }

  #push(kind: AtomKind, start: number, end: number, value: number, entry: Entry): void {
    if (this.#length === this.#kinds.length) this.#grow();
    const at = this.#length;
    this.#kinds[at] = kind;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#values[at] = value;
    this.#entries.push(entry);
    this.#length = at + 1;
  }

  #grow(): void {
    const size = this.#kinds.length * 2;
    this.#kinds = copyTo(this.#kinds, new Uint8Array(size));
    this.#starts = copyTo(this.#starts, new Int32Array(size));
    this.#ends = copyTo(this.#ends, new Int32Array(size));
    this.#values = copyTo(this.#values, new Float64Array(size));
  }
}

/** Index of the next URL, mail address, handle or hashtag from `from` on. */
function nextAddress(kinds: Uint8Array, from: number): number {
  let at = from;
  while (at < kinds.length && ((kinds[at] as number) < TokenKind.url || (kinds[at] as number) > TokenKind.hashtag))
    at += 1;
  return at;
}

function copyTo<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
