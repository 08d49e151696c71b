/**
 * What a written name says by itself: its normalised form, the shorter forms that may stand for it ("offers"), and
 * the keys under which equal names in another spelling meet it. Pure; everything about other names is elsewhere.
 */
import type { MentionType, NameType } from '../../reading/types.ts';
import type { LinkReason } from '../types.ts';
import { countryOf, countryPrefix, type CountryName } from './countries.ts';
import { skeletonOf, wordsOf } from './fold.ts';
import { bodyKinds, distinguishing, functionWords, legalForms, placeKinds, usualSpelling } from './generic.ts';
import { nameInPhrase } from './phrase.ts';
import { fullNamesOf } from './nicknames.ts';
import { withoutTitles } from './titles.ts';

/** Demonyms belong to their places. */
export type NameClass = Exclude<NameType, 'demonym'>;
export type Gender = 'female' | 'male' | null;

/** A shorter form that may stand for a name, as the key under which the shorter name asks. */
export interface Offer {
  readonly key: string;
  readonly reason: LinkReason;
  /** 0 to 1: how often the short form means this name when no other name offers it. */
  readonly confidence: number;
}

/** Another spelling's way to the same name: forms that share such a key are one name. */
export interface SpellingKey {
  readonly key: string;
  readonly reason: LinkReason;
  readonly confidence: number;
}

export interface NameForm {
  /** Class and words: two mentions with one key are one name. */
  readonly key: string;
  readonly nameClass: NameClass;
  readonly words: readonly string[];
  readonly gender: Gender;
  /** Longer forms rank higher; a form can only stand for one that ranks above it. */
  readonly rank: number;
  /** Keys under which longer names may offer themselves for this one. */
  readonly asks: readonly string[];
  readonly offers: readonly Offer[];
  readonly spellings: readonly SpellingKey[];
  /** How the country table knows it: then no slip or longer name can claim it. */
  readonly country: CountryName | null;
}

/** A corpus writes the same names again and again: forms that are remembered are made once and shared by all sources. */
export class FormMemo {
  readonly #forms = new Map<string, NameForm | null>();

  formOf(type: MentionType, written: string, gender: Gender = null): NameForm | null {
    const key = `${type}|${gender ?? ''}|${written}`;
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    // Forgetting all at once is crude, but happens once in a very large corpus, and costs time only.
    if (this.#forms.size >= mostRemembered) this.#forms.clear();
    const form = formOf(type, written, gender);
    this.#forms.set(key, form);
    return form;
  }
}

/** About 200 MB of forms. */
const mostRemembered = 200_000;

/** Form of the name in a phrase; null when it has no letters, or is a role's. `gender` is what a title elsewhere tells. */
export function formOf(type: MentionType, phrase: string, gender: Gender = null): NameForm | null {
  if (type === 'role') return null;
  const { start, end } = nameInPhrase(type, phrase);
  const written = phrase.slice(start, end);
  if (type === 'person') return personForm(written, gender);
  const all = wordsOf(written, 'joined');
  const words = all[0] === 'the' && all.length > 1 ? all.slice(1) : all;
  if (words.length === 0) return null;
  const nameClass = type === 'demonym' ? 'place' : type;
  if (nameClass === 'place' || nameClass === 'organization') {
    const country = countryOf(words.join(' ')) ?? countryOf(all.join(' '));
    if (country !== undefined) return countryForm(country);
  }
  if (type === 'demonym') return demonymForm(words);
  if (nameClass === 'place') return placeForm(written, words);
  return bodyForm(nameClass, written, words);
}

const keyOf = (nameClass: NameClass, words: readonly string[]): string => `${nameClass}:${words.join(' ')}`;

/** Room between the ranks of n and n + 1 words, for forms of n words that say more than others ("Mr. Okafor"). */
const rankOfWord = 2;

const confidences = {
  surname: 0.9,
  givenName: 0.7,
  firstAndLast: 0.92,
  initials: 0.85,
  personPart: 0.85,
  nickname: 0.85,
  transliteration: 0.8,
  spacing: 0.95,
  acronym: 0.85,
  bodyPart: 0.75,
  placePart: 0.85,
  placeEnd: 0.75,
  countryPrefix: 0.8,
  demonymStem: 0.85,
} as const;

/** Nobody has more given names than this; what has is a list, and would make as many offers. */
const mostPersonWords = 7;

function personForm(written: string, said: Gender): NameForm | null {
  const unquoted = written.replace(/(^|\s)["“'‘(][^"”'’)]{1,40}["”'’)](?=\s|$)/gu, '$1');
  const [beforeComma = ''] = unquoted.split(',', 1);
  const bare = withoutTitles(wordsOf(beforeComma.trim() === '' ? written : beforeComma, 'apart'));
  const words = bare.words.slice(0, mostPersonWords);
  if (words.length === 0) return null;
  const gender = bare.gender ?? said;
  const key = keyOf('person', words);
  if (words.length === 1) {
    // A titled surname is a name of its own until a full name claims it: "Mr. Okafor" may not be "Ms. Okafor".
    const plain: Offer = { key, reason: 'shorter-form', confidence: confidences.surname };
    const titled = gender !== null;
    return {
      key: titled ? `${key}|${gender}` : key,
      nameClass: 'person',
      words,
      gender,
      rank: titled ? rankOfWord + 1 : rankOfWord,
      asks: [key],
      offers: titled ? [plain] : [],
      spellings: spellingKeys('person', words),
      country: null,
    };
  }
  return {
    key,
    nameClass: 'person',
    words,
    gender,
    rank: rankOfWord * words.length,
    asks: [key],
    offers: personOffers(words),
    spellings: [...spellingKeys('person', words), ...nicknameKeys(words)],
    country: null,
  };
}

function personOffers(words: readonly string[]): Offer[] {
  const offers = new Map<string, Offer>();
  const offer = (parts: readonly string[], reason: LinkReason, confidence: number): void => {
    const key = keyOf('person', parts);
    if (parts.length < words.length || reason === 'initials') {
      if (!offers.has(key)) offers.set(key, { key, reason, confidence });
    }
  };
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const initial = first.slice(0, 1);
  const middle = words.slice(1, -1);
  if (last.length > 1) offer([last], 'surname', confidences.surname);
  if (words.length > 2) offer([first, last], 'shorter-form', confidences.firstAndLast);
  for (let from = 1; from < words.length - 1; from += 1) offer(words.slice(from), 'surname', confidences.personPart);
  for (let to = 2; to < words.length; to += 1) offer(words.slice(0, to), 'shorter-form', confidences.personPart);
  if (words.length > 3)
    middle.forEach((_, at) => offer([first, ...middle.toSpliced(at, 1), last], 'shorter-form', confidences.personPart));
  if (first.length > 1) {
    offer([first], 'given-name', confidences.givenName);
    offer([initial, last], 'initials', confidences.initials);
    offer([initial, ...middle.map((word) => word.slice(0, 1)), last], 'initials', confidences.initials);
  }
  if (middle.some((word) => word.length > 1))
    offer([first, ...middle.map((word) => word.slice(0, 1)), last], 'initials', confidences.initials);
  offers.delete(keyOf('person', words));
  return [...offers.values()];
}

/** "Ted Okafor" and "Edward Okafor" meet under the full name that both may stand for. */
function nicknameKeys(words: readonly string[]): SpellingKey[] {
  const rest = words.slice(1).join(' ');
  const fulls = fullNamesOf(words[0] ?? '');
  return fulls.map((full) => ({ key: `nick:${full} ${rest}`, reason: 'nickname', confidence: confidences.nickname }));
}

/** Skeletons of shorter names meet by chance. In letters. */
const shortestSkeleton = 6;

function spellingKeys(nameClass: NameClass, words: readonly string[]): SpellingKey[] {
  const keys: SpellingKey[] = [];
  const glued = words.join('');
  if (glued.length >= 4)
    keys.push({ key: `glued:${nameClass}:${glued}`, reason: 'same-name', confidence: confidences.spacing });
  const skeleton = words.map(skeletonOf).join('');
  if (skeleton.length >= shortestSkeleton && !/\d/u.test(glued)) {
    keys.push({
      key: `skeleton:${nameClass}:${skeleton}`,
      reason: 'transliteration',
      confidence: confidences.transliteration,
    });
  }
  if (words.length > 1 || nameClass !== 'person')
    keys.push({ key: `words:${words.join(' ')}`, reason: 'same-name', confidence: confidences.spacing });
  return keys;
}

function countryForm(country: CountryName): NameForm {
  const words = country.key.split(' ');
  const key = keyOf('place', words);
  const rank = rankOfWord * words.length;
  return { key, nameClass: 'place', words, gender: null, rank, asks: [], offers: [], spellings: [], country };
}

/** Demonyms that no table has are led back to a place by their stem: "Meridianese", "Meridian". */
function demonymForm(words: readonly string[]): NameForm {
  const origin = (words.at(-1) ?? '').replace(/(?:ians?|ans?|ese|ish|ites?|ers?|is?)$/u, '');
  const stem = stemKey([...words.slice(0, -1), origin]);
  const asks = [keyOf('place', words), ...(stem === null ? [] : [stem])];
  return {
    key: `place:${words.join(' ')}|demonym`,
    nameClass: 'place',
    words,
    gender: null,
    rank: 1,
    asks,
    offers: [],
    spellings: [],
    country: null,
  };
}

/** Shorter stems are shared by too many names. In letters. */
const shortestStem = 4;

/** Key of a place's name without the ending of its last word; null where too little is left. */
function stemKey(words: readonly string[]): string | null {
  const stem = placeStem(words.at(-1) ?? '');
  return stem.length < shortestStem ? null : `stem:${[...words.slice(0, -1), stem].join(' ')}`;
}

const placeStem = (word: string): string => word.replace(/(?:s|[aeiouy]{1,2})$/u, '').replace(/[aeiouy]{1,2}$/u, '');

function placeForm(written: string, all: readonly string[]): NameForm {
  const words = all.map((word) => usualSpelling[word] ?? word);
  const offers: Offer[] = [];
  const offer = (parts: readonly string[], reason: LinkReason, confidence: number): void => {
    const key = keyOf('place', parts);
    if (parts.length > 0 && countryOf(parts.join(' ')) === undefined) offers.push({ key, reason, confidence });
  };
  if (words.length > 1 && placeKinds.has(words.at(-1) ?? ''))
    offer(words.slice(0, -1), 'shorter-form', confidences.placePart);
  if (words.length > 2 && words[1] === 'of') offer(words.slice(2), 'shorter-form', confidences.placePart);
  for (let from = 1; from < words.length - 1; from += 1) {
    if (!functionWords.has(words[from - 1] ?? '') && !distinguishing.has(words[from - 1] ?? ''))
      offer(words.slice(from), 'shorter-form', confidences.placeEnd);
  }
  const stem = stemKey(words);
  if (stem !== null) offers.push({ key: stem, reason: 'demonym', confidence: confidences.demonymStem });
  offers.push(...acronymOffers(words));
  return {
    key: keyOf('place', words),
    nameClass: 'place',
    words,
    gender: null,
    rank: rankOfWord * words.length,
    asks: asksOf('place', words, isAcronym(written) ? words.join('') : null),
    offers,
    spellings: spellingKeys('place', words),
    country: null,
  };
}

function bodyForm(nameClass: NameClass, written: string, all: readonly string[]): NameForm {
  let words = all.map((word) => usualSpelling[word] ?? word);
  if (nameClass === 'organization') {
    while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  }
  const country = countryPrefix(words);
  // One spelling for the country at the head of a body's name: "U.S.", "US" and "United States" Guard.
  if (country.length > 0) words = [...country.key.split(' '), ...words.slice(country.length)];
  const countryWords = country.length === 0 ? 0 : country.key.split(' ').length;
  const rest = written.slice(written.lastIndexOf(' ') + 1);
  // "U.S. MRC" is the MRC.
  const letters =
    words.length === 1 && (isAcronym(written) || mayBeAcronym(words[0] ?? ''))
      ? words[0]
      : countryWords > 0 && words.length === countryWords + 1 && isAcronym(rest)
        ? words.at(-1)
        : undefined;
  const acronym = letters ?? null;
  const spellings = spellingKeys(nameClass, words);
  if (acronym !== null) {
    const key = `letters:${nameClass}:${acronym}`;
    spellings.push({ key, reason: 'same-name', confidence: confidences.spacing });
  }
  return {
    key: keyOf(nameClass, words),
    nameClass,
    words,
    gender: null,
    rank: acronym === null ? rankOfWord * words.length : rankOfWord,
    asks: asksOf(nameClass, words, acronym),
    offers: acronym === null ? bodyOffers(nameClass, words, countryWords) : [],
    spellings,
    country: null,
  };
}

function asksOf(nameClass: NameClass, words: readonly string[], acronym: string | null): string[] {
  const asks = [keyOf(nameClass, words)];
  if (acronym !== null) asks.push(`acronym:${acronym}`);
  return asks;
}

/** British newspapers write acronyms that are spoken as words like other names ("Norcom"). */
const mayBeAcronym = (word: string): boolean => word.length >= 4 && word.length <= 9;

/** Written like an acronym: one word of two to eight letters, all capital but for a final "s". */
export const isAcronym = (written: string): boolean => /^(?:\p{Lu}\.?\s?){2,8}s?(?:['’]s?)?$/u.test(written.trim());

function bodyOffers(nameClass: NameClass, words: readonly string[], countryWords: number): Offer[] {
  const offers: Offer[] = acronymOffers(words);
  const offer = (parts: readonly string[], confidence: number): void => {
    const key = keyOf(nameClass, parts);
    if (!(parts.length === 1 && bodyKinds.has(parts[0] ?? '')))
      offers.push({ key, reason: 'shorter-form', confidence });
  };
  if (countryWords > 0) {
    const rest = words.slice(countryWords);
    offer(rest, confidences.countryPrefix);
    offers.push(...acronymOffers(rest));
  }
  for (let to = countryWords + 1; to < words.length; to += 1) {
    const rest = words.slice(to);
    const next = words[to] ?? '';
    // "Arden Police" is the "Arden Police Department", but "Arden" is not the "Arden Police".
    const whole = to > 1 && bodyKinds.has(words[to - 1] ?? '');
    if ((whole || !rest.some((word) => bodyKinds.has(word))) && !functionWords.has(next))
      offer(words.slice(0, to), confidences.bodyPart);
  }
  for (let from = countryWords + 1; from < words.length; from += 1) {
    const before = words[from - 1] ?? '';
    if (!functionWords.has(before) && !distinguishing.has(before)) offer(words.slice(from), confidences.bodyPart);
  }
  return offers;
}

/** Acronyms of the first syllables of two words, as armed forces and police make them ("NORCOM", Northern Command). */
function syllabic([first, second, more]: readonly string[]): string[] {
  if (first === undefined || second === undefined || more !== undefined) return [];
  return [3, 4, 5].flatMap((a) => [3, 4].map((b) => first.slice(0, a) + second.slice(0, b)));
}

function acronymOffers(words: readonly string[]): Offer[] {
  if (words.length < 2) return [];
  const letters = (kept: readonly string[]): string => kept.map((word) => word.slice(0, 1)).join('');
  const content = words.filter((word) => !functionWords.has(word));
  const found = new Set([letters(words), letters(content)]);
  // "and" is often kept where "of" and "the" are not.
  found.add(letters(words.filter((word) => word === 'and' || !functionWords.has(word))));
  for (const syllables of syllabic(content)) found.add(syllables);
  return [...found]
    .filter((acronym) => acronym.length >= 2)
    .map((acronym) => ({ key: `acronym:${acronym}`, reason: 'acronym', confidence: confidences.acronym }));
}
