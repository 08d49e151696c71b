/**
 * Words, numbers, marks and addresses of a text, by a hand-written scanner that looks at each code unit a bounded number of times.
 *
 * Conventions, for those who build on it:
 * - white space and line ends belong to no token; every other code unit belongs to exactly one;
 * - possessives and contractions are tokens of their own ("Ada" "’s", "do" "n't"), kind `clitic`;
 * - a hyphen joins parts of one kind ("right-wing", "Jean-Paul", "al-Masri", "F-16") and parts where the kind changes
 *   ("US" "-" "led", "anti" "-" "American", "12" "-" "year-old", "mid" "-" "2019", "1990" "-" "1995"); dashes always stand alone;
 * - a full stop belongs to the token in "U.S.", "a.m.", an initial ("J.") and the abbreviations given ("Gen."), else it stands alone;
 * - numbers keep their separators ("1,200.50", "6.7"), not their signs, currencies, colons or slashes ("$" "5", "9" ":" "30");
 *   letters after digits stay ("2nd", "1990s", "5km"), kind `alphanumeric`.
 */
import { domainEnd, isAsciiDigit, isAsciiWord, looksLikeDomain, urlEnd } from './addresses.ts';
import { CharacterClass, characterClass, classifyString, isLetterClass, isWordClass } from './characters.ts';

export const TokenKind = {
  word: 0,
  number: 1,
  /** Begins with a digit and has letters: "2nd", "1990s", "10am". */
  alphanumeric: 2,
  /** One mark, or a run of the same one ("...", "--"). */
  punctuation: 3,
  /** Currency and other signs, emoji with their modifiers. */
  symbol: 4,
  url: 5,
  email: 6,
  /** "@name". */
  handle: 7,
  /** "#tag". */
  hashtag: 8,
  /** "'s", "n't", "'ll", … */
  clitic: 9,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Tokens in document order as parallel arrays; offsets are UTF-16 code units of `text`, ends exclusive. */
export interface Tokens {
  readonly text: string;
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
}

/** The token's text; empty outside the text. */
export function tokenText(tokens: Tokens, index: number): string {
  if (index < 0 || index >= tokens.length) return '';
  return tokens.text.slice(tokens.starts[index], tokens.ends[index]);
}

/** Index of the first token that ends after `offset`; `tokens.length` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether token `index` follows the one before it without white space. */
export const isGlued = (tokens: Tokens, index: number): boolean =>
  index > 0 && index < tokens.length && tokens.starts[index] === tokens.ends[index - 1];

const noAbbreviations: ReadonlySet<string> = new Set();

/** Splits `text`; `abbreviations` are lower-case words with their full stop ("gen.", "inc."). Linear in the text's length. */
export function tokenize(text: string, abbreviations: ReadonlySet<string> = noAbbreviations): Tokens {
  return new Scanner(text, abbreviations).run();
}

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const SOFT_HYPHEN_LIKE = 0x2010;
const NON_BREAKING_HYPHEN = 0x2011;
const STOP = 0x2e;
const COMMA = 0x2c;
const SLASH = 0x2f;
const COLON = 0x3a;
const AT = 0x40;
const HASH = 0x23;
const UNDERSCORE = 0x5f;
const AMPERSAND = 0x26;

const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === CURLY_APOSTROPHE;
const isHyphen = (code: number): boolean =>
  code === HYPHEN || code === SOFT_HYPHEN_LIKE || code === NON_BREAKING_HYPHEN;

/** English contractions after an apostrophe; other languages' elisions ("l'homme") stay in one token. */
const cliticTails: ReadonlySet<string> = new Set(['s', 'd', 'm', 'll', 're', 've']);
/** Longer abbreviations do not exist, and the bound keeps look-ups cheap. */
const longestAbbreviation = 12;
/** RFC 5321 allows 64 before the "@"; what is longer is not an address worth seeing. */
const longestMailbox = 64;

class Scanner {
  readonly #text: string;
  readonly #abbreviations: ReadonlySet<string>;
  #starts: Int32Array;
  #ends: Int32Array;
  #kinds: Uint8Array;
  #count = 0;
  /** Up to here the text is known to hold no address, so that no stretch is searched twice. */
  #noAddressBefore = 0;

  constructor(text: string, abbreviations: ReadonlySet<string>) {
    this.#text = text;
    this.#abbreviations = abbreviations;
    const guess = (text.length >> 2) + 16;
    this.#starts = new Int32Array(guess);
    this.#ends = new Int32Array(guess);
    this.#kinds = new Uint8Array(guess);
  }

  run(): Tokens {
    const { length } = this.#text;
    let at = 0;
    while (at < length) at = this.#step(at);
    return {
      text: this.#text,
      length: this.#count,
      starts: this.#starts.slice(0, this.#count),
      ends: this.#ends.slice(0, this.#count),
      kinds: this.#kinds.slice(0, this.#count),
    };
  }

  /** Reads what begins at `at` and returns where it ends. */
  #step(at: number): number {
    const code = this.#text.charCodeAt(at);
    const kind = characterClass(code);
    if (kind <= CharacterClass.newline) return at + 1;
    if (isWordClass(kind)) return this.#wordLike(at);
    if (kind === CharacterClass.surrogate) return this.#astral(at);
    if (code === AT || code === HASH) {
      const end = this.#tagEnd(at + 1);
      if (end > at + 1) return this.#push(at, end, code === AT ? TokenKind.handle : TokenKind.hashtag);
    }
    if (kind === CharacterClass.symbol) return this.#push(at, this.#marksEnd(at + 1), TokenKind.symbol);
    return this.#punctuation(at, code);
  }

  #push(start: number, end: number, kind: TokenKind): number {
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#kinds[this.#count] = kind;
    this.#count += 1;
    return end;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const bigger = (old: Int32Array) => {
      const next = new Int32Array(size);
      next.set(old);
      return next;
    };
    this.#starts = bigger(this.#starts);
    this.#ends = bigger(this.#ends);
    const kinds = new Uint8Array(size);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
  }

  /** Runs of one mark make one token where the run means something: "...", "--", "!!!". */
  #punctuation(at: number, code: number): number {
    let end = at + 1;
    if (code === STOP || isHyphen(code) || code === 0x21 || code === 0x3f || code === 0x2a || code === UNDERSCORE) {
      while (this.#text.charCodeAt(end) === code) end += 1;
    }
    return this.#push(at, this.#marksEnd(end), TokenKind.punctuation);
  }

  /** A code point beyond the BMP: a letter of some script, or an emoji with everything joined to it. */
  #astral(at: number): number {
    const width = this.#pairWidth(at);
    const kind = classifyString(this.#text.slice(at, at + width));
    if (width === 2 && isWordClass(kind)) return this.#wordLike(at);
    if (kind === CharacterClass.space) return at + width;
    let end = this.#marksEnd(at + width);
    // A zero-width joiner binds the next pictograph, a regional indicator its partner, a skin tone its base.
    while (characterClass(this.#text.charCodeAt(end)) === CharacterClass.surrogate) {
      const joined = this.#text.charCodeAt(end - 1) === 0x200d;
      const point = this.#text.codePointAt(end) ?? 0;
      const tone = point >= 0x1f3fb && point <= 0x1f3ff;
      const flag = point >= 0x1f1e6 && point <= 0x1f1ff && end - at === 2 && this.#isRegional(at);
      if (!joined && !tone && !flag) break;
      end = this.#marksEnd(end + this.#pairWidth(end));
    }
    return this.#push(at, end, TokenKind.symbol);
  }

  #isRegional(at: number): boolean {
    const point = this.#text.codePointAt(at) ?? 0;
    return point >= 0x1f1e6 && point <= 0x1f1ff;
  }

  #pairWidth(at: number): number {
    return (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  #marksEnd(at: number): number {
    while (characterClass(this.#text.charCodeAt(at)) === CharacterClass.mark) at += 1;
    return at;
  }

  #tagEnd(at: number): number {
    let code = this.#text.charCodeAt(at);
    while (isWordClass(characterClass(code)) || code === UNDERSCORE) code = this.#text.charCodeAt((at += 1));
    return at;
  }

  #wordLike(at: number): number {
    if (at >= this.#noAddressBefore) {
      const end = this.#address(at);
      if (end > at) return end;
    }
    const first = characterClass(this.#text.charCodeAt(at));
    return first === CharacterClass.digit ? this.#number(at) : this.#word(at);
  }

  /** A URL, a bare domain with a path or a known ending, or a mail address; `at` when there is none. */
  #address(at: number): number {
    const text = this.#text;
    let end = at;
    let dots = 0;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === STOP && isAsciiWord(text.charCodeAt(end + 1))) dots += 1;
      else if (!(isAsciiWord(code) || code === HYPHEN || code === UNDERSCORE || code === 0x2b || code === 0x25)) break;
      end += 1;
    }
    const next = text.charCodeAt(end);
    if (next === COLON && text.charCodeAt(end + 1) === SLASH && text.charCodeAt(end + 2) === SLASH && end - at <= 12) {
      return this.#push(at, urlEnd(text, end + 3), TokenKind.url);
    }
    if (next === AT && end - at <= longestMailbox && end > at) {
      const domain = domainEnd(text, end + 1);
      if (domain > 0) return this.#push(at, domain, TokenKind.email);
    }
    if (dots > 0 && looksLikeDomain(text.slice(at, Math.min(end, at + 80)), next === SLASH)) {
      return this.#push(at, next === SLASH ? urlEnd(text, end) : end, TokenKind.url);
    }
    this.#noAddressBefore = end;
    return at;
  }

  /** Digits with separators between digits; letters that follow at once stay with them. */
  #number(at: number): number {
    const text = this.#text;
    let end = at + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      if (characterClass(code) === CharacterClass.digit || characterClass(code) === CharacterClass.mark) end += 1;
      else if ((code === STOP || code === COMMA) && isAsciiDigit(text.charCodeAt(end + 1))) end += 2;
      else break;
    }
    if (!isLetterClass(characterClass(text.charCodeAt(end)))) return this.#push(at, end, TokenKind.number);
    while (isWordClass(characterClass(text.charCodeAt(end)))) end += 1;
    return this.#push(at, end, TokenKind.alphanumeric);
  }

  #word(at: number): number {
    const text = this.#text;
    let end = at;
    let partStart = at;
    for (;;) {
      const code = text.charCodeAt(end);
      const kind = characterClass(code);
      if (isWordClass(kind)) {
        end += 1;
        continue;
      }
      if (kind === CharacterClass.surrogate && this.#pairWidth(end) === 2) {
        if (!isWordClass(classifyString(text.slice(end, end + 2)))) break;
        end += 2;
        continue;
      }
      const after = text.charCodeAt(end + 1);
      const afterKind = characterClass(after);
      if (isApostrophe(code) && isLetterClass(afterKind)) {
        const clitic = this.#cliticEnd(at, end);
        if (clitic !== null) return clitic;
        end += 1;
      } else if (isHyphen(code) && isWordClass(afterKind) && this.#hyphenJoins(at, partStart, end)) {
        end += 1;
        partStart = end;
      } else if (code === STOP && end - partStart === 1 && isLetterClass(afterKind) && this.#dotted(partStart)) {
        return this.#push(at, this.#dottedEnd(end + 1), TokenKind.word);
      } else if (code === STOP && text.charCodeAt(end + 2) === STOP && this.#isAbbreviation(at, end + 3)) {
        return this.#push(at, end + 3, TokenKind.word);
      } else if (code === AMPERSAND && isUpper(text.charCodeAt(end - 1)) && afterKind === CharacterClass.upper) {
        end += 1;
      } else if (code === UNDERSCORE && isWordClass(afterKind)) {
        end += 1;
      } else {
        break;
      }
    }
    if (text.charCodeAt(end) === STOP && text.charCodeAt(end + 1) !== STOP && this.#takesStop(at, partStart, end))
      end += 1;
    return this.#push(at, end, TokenKind.word);
  }

  /** Splits "Ada’s" and "don't" at `apostrophe`; null when the apostrophe is part of the word ("O'Brien"). */
  #cliticEnd(at: number, apostrophe: number): number | null {
    const text = this.#text;
    let end = apostrophe + 1;
    while (end - apostrophe < 4 && isLetterClass(characterClass(text.charCodeAt(end)))) end += 1;
    const code = text.charCodeAt(end);
    if (
      isWordClass(characterClass(code)) ||
      (isApostrophe(code) && isLetterClass(characterClass(text.charCodeAt(end + 1))))
    )
      return null;
    const tail = text.slice(apostrophe + 1, end).toLowerCase();
    const negated = tail === 't' && apostrophe - at > 1 && (text.charCodeAt(apostrophe - 1) | 0x20) === 0x6e;
    if (!negated && !cliticTails.has(tail)) return null;
    const split = negated ? apostrophe - 1 : apostrophe;
    this.#push(at, split, TokenKind.word);
    return this.#push(split, end, TokenKind.clitic);
  }

  /** Whether the hyphen at `hyphen` keeps its two parts in one token; the kinds are the module's convention. */
  #hyphenJoins(at: number, partStart: number, hyphen: number): boolean {
    const before = characterClass(this.#text.charCodeAt(partStart));
    const after = characterClass(this.#text.charCodeAt(hyphen + 1));
    const short = hyphen - partStart <= 2;
    if (before === CharacterClass.upper) return after !== CharacterClass.lower || this.#nameParticle(hyphen + 1);
    if (before === CharacterClass.lower) {
      if (after === CharacterClass.upper && isUpper(this.#text.charCodeAt(at))) return true;
      if (after === CharacterClass.upper) return short && this.#text.slice(partStart, hyphen) !== 'ex';
      return after !== CharacterClass.digit || short;
    }
    return true;
  }

  /** "Al-shabaab" aside, a capital part and a lower one belong together in "Abd-al-Aziz" and "Stratford-upon-Avon". */
  #nameParticle(at: number): boolean {
    let end = at;
    while (end - at < 6 && characterClass(this.#text.charCodeAt(end)) === CharacterClass.lower) end += 1;
    return (
      isHyphen(this.#text.charCodeAt(end)) && characterClass(this.#text.charCodeAt(end + 1)) === CharacterClass.upper
    );
  }

  /** Whether "X.y" at `at` is a chain of single letters with stops: "U.S.", "e.g." */
  #dotted(at: number): boolean {
    const second = at + 2;
    return (
      !isLetterClass(characterClass(this.#text.charCodeAt(second + 1))) || this.#text.charCodeAt(second + 2) === STOP
    );
  }

  /** End of a chain "U.S.A." whose second letter stands at `at`; the last stop belongs to it. */
  #dottedEnd(at: number): number {
    const text = this.#text;
    let end = at;
    while (isLetterClass(characterClass(text.charCodeAt(end)))) {
      if (isLetterClass(characterClass(text.charCodeAt(end + 1)))) {
        // "Ph.D", "U.S.Army": the rest is a word of its own unless it is as short as an abbreviation's end.
        return end;
      }
      end += 1;
      if (text.charCodeAt(end) !== STOP) return end;
      end += 1;
    }
    return end;
  }

  #takesStop(at: number, partStart: number, end: number): boolean {
    if (end - partStart === 1 && isUpper(this.#text.charCodeAt(partStart))) return this.#isInitial(end + 1);
    return this.#isAbbreviation(at, end + 1);
  }

  /** A lone capital with a stop is an initial when a capital follows on the line ("J. Okafor"), not at a paragraph's end ("plan B."). */
  #isInitial(after: number): boolean {
    const next = this.#text.charCodeAt(after) === 0x20 || this.#text.charCodeAt(after) === 0xa0 ? after + 1 : after;
    return isUpper(this.#text.charCodeAt(next));
  }

  #isAbbreviation(at: number, end: number): boolean {
    return end - at <= longestAbbreviation && this.#abbreviations.has(this.#text.slice(at, end).toLowerCase());
  }
}

const isUpper = (code: number): boolean => characterClass(code) === CharacterClass.upper;
