/** What the tagger knows of a word by itself, worked out once per form. */
import { CharacterClass, characterClass } from '../../text/characters.ts';
import { hashText, mix } from './hash.ts';
import type { Bloom } from './bloom.ts';
import type { NameLanguage } from './language.ts';

export const Caps = { lower: 0, title: 1, upper: 2, mixed: 3, number: 4, mark: 5, letter: 6 } as const;

/** Bits of `Word.classes`: by list of the language, then by the lists that ship with the weights. */
export const WordClass = {
  title: 1 << 0,
  organizationWord: 1 << 1,
  placeWord: 1 << 2,
  saying: 1 << 3,
  placePreposition: 1 << 4,
  function: 1 << 5,
  calendar: 1 << 6,
  country: 1 << 7,
  demonym: 1 << 8,
} as const;

/** Word lists that ship with the weights, in the order of their bits after those of `WordClass`. */
export const shippedLists = [
  'firstName',
  'surname',
  'place',
  'knownPerson',
  'knownGroup',
  'common',
  'personNoun',
  'groupNoun',
  'placeNoun',
  'eventNoun',
  'speechVerb',
] as const;
export type ShippedList = (typeof shippedLists)[number];
const firstShippedBit = 9;
export const listBit = (list: ShippedList): number => 1 << (firstShippedBit + shippedLists.indexOf(list));
export const classBits = firstShippedBit + shippedLists.length;

export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly form: number;
  readonly low: number;
  readonly shape: number;
  readonly suffix: number;
  readonly caps: number;
  readonly classes: number;
  /** Sums of weights by role of the word, filled by the tagger; null until asked for. */
  readonly sums: (Int32Array | null)[];
}

/** Works out and remembers words; the memory is emptied when it is full, which changes speed but no answer. */
export class WordBook {
  readonly #words = new Map<string, Word>();
  readonly #language: NameLanguage;
  readonly #lists: readonly Bloom[];
  readonly #places: ReadonlySet<string>;
  readonly #roles: number;

  constructor(language: NameLanguage, lists: readonly Bloom[], roles: number) {
    this.#language = language;
    this.#lists = lists;
    this.#roles = roles;
    this.#places = new Set([...language.places].filter((place) => !place.includes(' ')));
  }

  get(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size >= mostWords) this.#words.clear();
    const word = this.#make(text);
    this.#words.set(text, word);
    return word;
  }

  #make(text: string): Word {
    const lower = text.toLowerCase();
    const low = hashText(lower);
    return {
      text,
      lower,
      low,
      form: hashText(text),
      shape: shapeOf(text),
      suffix: hashText(lower, Math.max(0, lower.length - 3)),
      caps: capsOf(text),
      classes: this.#classes(text, lower, low),
      sums: new Array<Int32Array | null>(this.#roles).fill(null),
    };
  }

  #classes(text: string, lower: string, low: number): number {
    const language = this.#language;
    let classes = 0;
    if (language.personTitles.has(lower)) classes |= WordClass.title;
    if (language.organizationWords.has(lower)) classes |= WordClass.organizationWord;
    if (language.placeWords.has(lower)) classes |= WordClass.placeWord;
    if (language.sayingVerbs.has(lower)) classes |= WordClass.saying;
    if (language.placePrepositions.has(lower)) classes |= WordClass.placePreposition;
    if (language.functionWords.has(lower)) classes |= WordClass.function;
    if (language.calendarWords.has(lower)) classes |= WordClass.calendar;
    if (this.#places.has(text)) classes |= WordClass.country;
    if (language.demonyms.has(text)) classes |= WordClass.demonym;
    if (lower.length > 1) {
      for (let list = 0; list < this.#lists.length; list += 1) {
        if ((this.#lists[list] as Bloom).has(low)) classes |= 1 << (firstShippedBit + list);
      }
    }
    return classes;
  }
}

/** About the number of different words in a hundred novels; some 20 MB. */
const mostWords = 40_000;

export function capsOf(text: string): number {
  let upper = 0;
  let lower = 0;
  let digit = 0;
  let other = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = characterClass(text.charCodeAt(at));
    if (kind === CharacterClass.upper) upper += 1;
    else if (kind === CharacterClass.lower) lower += 1;
    else if (kind === CharacterClass.digit) digit += 1;
    else if (kind === CharacterClass.letter || kind === CharacterClass.surrogate) other += 1;
  }
  if (upper + lower + other === 0) return digit > 0 ? Caps.number : Caps.mark;
  if (upper === 0) return lower > 0 ? Caps.lower : Caps.letter;
  if (lower === 0) return upper === 1 && digit === 0 ? Caps.title : Caps.upper;
  return upper === 1 && characterClass(text.charCodeAt(0)) === CharacterClass.upper ? Caps.title : Caps.mixed;
}

/** Hash of the word with letters as X and x, digits as 0, and runs cut to two: "McKay-7" is "XxXx-0". */
function shapeOf(text: string): number {
  let hash = 17;
  let last = -1;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = characterClass(code);
    const sign = kind >= CharacterClass.punctuation ? code : kind;
    run = sign === last ? run + 1 : 1;
    last = sign;
    if (run <= 2) hash = Math.imul(hash, 31) + sign;
  }
  return mix(hash);
}
