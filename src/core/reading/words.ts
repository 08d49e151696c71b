/** The tokens of a source with what each may be, so that rules can be written over words instead of patterns over text. */
import { isGlued, tokenAt, TokenKind, tokenText, type Tokens } from '../text/tokens.ts';
import type { Span } from '../text/span.ts';
import type { SourceText } from './source-text.ts';
import type { Mention } from './types.ts';
import { WordClass, type QuoteLexicon } from './quotations/lexicon.ts';

/** No mention, no quotation. */
const NONE = -1;

export class Words {
  readonly tokens: Tokens;
  readonly lexicon: QuoteLexicon;
  readonly mentions: readonly Mention[];
  readonly #lower: readonly string[];
  readonly #classes: Int32Array;
  /** Per token, the outermost mention (roles aside) that holds it. */
  readonly #mention: Int32Array;
  /** Per token, the outermost quotation whose words or marks hold it. */
  readonly #quotation: Int32Array;

  /** `quoted` are outer spans that do not overlap; what a word may be is taken over from `base`. */
  constructor(base: Words | SourceText, lexicon: QuoteLexicon, mentions: readonly Mention[], quoted: readonly Span[]) {
    this.tokens = base.tokens;
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.#lower = base instanceof Words ? base.#lower : lowerCased(base.tokens);
    this.#classes = base instanceof Words ? base.#classes : classify(base, this.#lower, lexicon);
    this.#mention = new Int32Array(this.length).fill(NONE);
    for (const [index, mention] of mentions.entries())
      if (mention.type !== 'role') this.#cover(this.#mention, mention, index);
    this.#quotation = new Int32Array(this.length).fill(NONE);
    for (const [index, span] of quoted.entries()) this.#cover(this.#quotation, span, index);
  }

  get length(): number {
    return this.tokens.length;
  }

  /** In lower case; empty outside the text. */
  word(token: number): string {
    return this.#lower[token] ?? '';
  }

  is(token: number, classes: number): boolean {
    return ((this.#classes[token] ?? 0) & classes) !== 0;
  }

  isCapital(token: number): boolean {
    const first = this.tokens.text[this.tokens.starts[token] ?? this.tokens.text.length];
    return first !== undefined && first !== first.toLowerCase();
  }

  isWord(token: number): boolean {
    return token >= 0 && token < this.length && isWordKind(this.tokens.kinds[token]!);
  }

  isPunctuation(token: number): boolean {
    return this.tokens.kinds[token] === TokenKind.punctuation || this.tokens.kinds[token] === TokenKind.symbol;
  }

  isClitic(token: number): boolean {
    return this.tokens.kinds[token] === TokenKind.clitic;
  }

  /** Whether no white space stands before the token. */
  isGlued(token: number): boolean {
    return isGlued(this.tokens, token);
  }

  /** Index of the outermost name that holds the token, or -1. */
  mentionAt(token: number): number {
    return this.#mention[token] ?? NONE;
  }

  /** Index of the outermost quotation that holds the token, or -1. */
  quotationAt(token: number): number {
    return this.#quotation[token] ?? NONE;
  }

  isName(token: number, types: 'speaker' | 'person'): boolean {
    const mention = this.mentions[this.mentionAt(token)];
    return (
      mention !== undefined && (mention.type === 'person' || (types === 'speaker' && mention.type === 'organization'))
    );
  }

  /** First token at or after `offset`. */
  tokenAt(offset: number): number {
    return tokenAt(this.tokens, offset);
  }

  /** First and last token of a span. */
  range(span: Span): { first: number; last: number } {
    const first = tokenAt(this.tokens, span.start);
    return { first, last: Math.max(first, tokenAt(this.tokens, span.end - 1)) };
  }

  span(first: number, last: number): Span {
    return { start: this.tokens.starts[first]!, end: this.tokens.ends[last]! };
  }

  /** Whether the words of `sequence` stand at `token`. */
  matches(token: number, sequence: readonly string[]): boolean {
    for (let i = 0; i < sequence.length; i += 1) if (this.#lower[token + i] !== sequence[i]) return false;
    return true;
  }

  #cover(marks: Int32Array, span: Span, index: number): void {
    for (let i = tokenAt(this.tokens, span.start); i < this.length && this.tokens.starts[i]! < span.end; i += 1)
      if (marks[i] === NONE) marks[i] = index;
  }
}

function lowerCased(tokens: Tokens): string[] {
  const lower = new Array<string>(tokens.length);
  for (let i = 0; i < tokens.length; i += 1) lower[i] = tokenText(tokens, i).toLowerCase();
  return lower;
}

function classify({ tokens, paragraphs }: SourceText, lower: readonly string[], lexicon: QuoteLexicon): Int32Array {
  const classes = new Int32Array(tokens.length);
  for (const [i, word] of lower.entries())
    if (isWordKind(tokens.kinds[i]!)) classes[i] = lexicon.classes.get(word) ?? lexicon.classify(word);
  for (const { start } of paragraphs) {
    const first = tokenAt(tokens, start);
    if (first < tokens.length) classes[first]! |= WordClass.paragraphStart;
  }
  return classes;
}

const isWordKind = (kind: number): boolean =>
  kind === TokenKind.word || kind === TokenKind.clitic || kind === TokenKind.handle || kind === TokenKind.alphanumeric;

/** Words that hold a sentence together, of whatever it speaks: no part of a title or a name. */
export const GRAMMATICAL =
  WordClass.preposition |
  WordClass.conjunction |
  WordClass.determiner |
  WordClass.adverb |
  WordClass.pronoun |
  WordClass.auxiliary |
  WordClass.says |
  WordClass.saying |
  WordClass.calendar |
  WordClass.relative;

/** Words that end any noun phrase. */
export const VERBAL = WordClass.says | WordClass.auxiliary | WordClass.otherVerb | WordClass.saying;
