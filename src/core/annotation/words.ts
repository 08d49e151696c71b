/**
 * A text as a row of words and marks, for matching: white space counts for nothing (reflowed paragraphs, CRLF), nor does the
 * way accents are encoded (NFC or NFD), the shape of quotation marks and dashes, or characters that cannot be seen.
 * Each word knows where it stands, so that what was matched leads back to the text as it is.
 */

/** Words of a text: where each begins and ends (UTF-16 code units), and a number that equal words share. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
}

/** Numbers for words, shared by the texts that are compared. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];

  id(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  get size(): number {
    return this.#words.length;
  }
}

/** Splits a text into words (runs of letters, digits and their accents) and single marks; linear. */
export function splitWords(text: string, lexicon: Lexicon): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === SPACE || kind === INVISIBLE) {
      at += unitsAt(text, at);
      continue;
    }
    const start = at;
    at += unitsAt(text, at);
    if (kind === WORD) {
      // Invisible characters (soft hyphens) stand inside words without parting them.
      for (let next = WORD; at < text.length; at += unitsAt(text, at)) {
        next = kindAt(text, at);
        if (next !== WORD && next !== INVISIBLE && next !== MARKING) break;
      }
    } else {
      while (at < text.length && kindAt(text, at) === MARKING) at += unitsAt(text, at);
    }
    starts.push(start);
    ends.push(at);
    ids.push(lexicon.id(folded(text.slice(start, at))));
  }
  return { count: ids.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) };
}

/** Whether a word is made of letters or digits, rather than a mark. */
export const isWordLike = (word: string): boolean => word !== '' && kindAt(word, 0) !== MARK;

/** What equal words have in common. */
function folded(word: string): string {
  if (word.length === 1) return SAME_MARK.get(word) ?? word;
  return ASCII.test(word) ? word : word.normalize('NFC').replace(INVISIBLES, '');
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;
const INVISIBLES = /\p{Default_Ignorable_Code_Point}+/gu;

/** Marks that typesetters, converters and OCR put for one another. */
const SAME_MARK: ReadonlyMap<string, string> = new Map(
  [
    ['"', '“”„‟«»″'],
    ["'", '‘’‚‛‹›′`´'],
    ['-', '‐‑‒–—―−'],
  ].flatMap(([plain, variants]) => [...(variants as string)].map((variant) => [variant, plain as string] as const)),
);

const SPACE = 1;
const INVISIBLE = 2;
const WORD = 3;
/** Scripts that are written without spaces: each character is a word of its own. */
const SINGLE = 4;
const MARK = 5;
/** A combining mark belongs to what it follows. */
const MARKING = 6;

type Kind = number;

/** Kinds of characters, filled as they are met: of the Basic Multilingual Plane, and of the other planes. */
const KINDS = new Uint8Array(0x10000);
const ASTRAL_KINDS = new Map<number, Kind>();

function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  const known = KINDS[unit] as number;
  if (known !== 0) return known;
  const point = text.codePointAt(at) ?? unit;
  const kind = ASTRAL_KINDS.get(point) ?? kindOf(String.fromCodePoint(point));
  if (point <= 0xffff) KINDS[point] = kind;
  else ASTRAL_KINDS.set(point, kind);
  return kind;
}

function kindOf(character: string): Kind {
  if (/\s/.test(character)) return SPACE;
  if (/\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(character)) return INVISIBLE;
  if (/\p{M}/u.test(character)) return MARKING;
  if (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u.test(
      character,
    )
  ) {
    return SINGLE;
  }
  return /[\p{L}\p{N}_]/u.test(character) ? WORD : MARK;
}

const unitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
