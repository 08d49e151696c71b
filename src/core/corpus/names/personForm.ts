/** Names of persons: given names and initials before a surname, titles around them. */
import type { LinkReason } from '../types.ts';
import { skeletonOf, wordsOf } from './fold.ts';
import { isGivenName } from './givenNames.ts';
import {
  confidences,
  keyOf,
  rankOfWord,
  type Gender,
  type NameForm,
  type Offer,
  type SpellingKey,
} from './nameForm.ts';
import { fullNamesOf } from './nicknames.ts';
import { bynamesIn } from './phrase.ts';
import { spellingKeys } from './spellings.ts';
import { withoutTitles } from './titles.ts';

/** Nobody has more given names than this; what has is a list, and would make as many offers. */
const mostPersonWords = 7;

export function personForm(written: string, said: Gender): NameForm | null {
  const bare = withoutTitles(wordsOf(written, 'apart'));
  const words = bare.words.slice(0, mostPersonWords);
  if (words.length === 0) return null;
  const gender = bare.gender ?? said;
  return words.length === 1 ? loneForm(words, gender, bare.generation) : fullForm(words, gender, bare.generation);
}

function loneForm(words: readonly string[], gender: Gender, generation: string | null): NameForm {
  return generation === null ? surnameForm(words, gender) : numberedForm(words, gender, generation);
}

/** "Alaric II" and "Okafor Jr.": not any Alaric or Okafor, his son for one. */
function numberedForm(words: readonly string[], gender: Gender, generation: string): NameForm {
  const plain = keyOf('person', words);
  const key = numbered(plain, generation);
  return {
    key,
    nameClass: 'person',
    words,
    gender,
    rank: rankOfWord + 2,
    asks: [key],
    offers: [{ key: plain, reason: 'shorter-form', confidence: confidences.generation }],
    spellings: spellingKeys('person', [...words, generation]),
    country: null,
  };
}

const numbered = (key: string, generation: string): string => `${key}|${generation}`;

function surnameForm(words: readonly string[], gender: Gender): NameForm {
  const key = keyOf('person', words);
  // A titled surname is a name of its own until a full name claims it: "Mr. Okafor" may not be "Ms. Okafor".
  // Only its own text's bare surname is meant by it: elsewhere "Okafor" may well be Mrs. Okafor's husband.
  const plain: Offer = { key, reason: 'shorter-form', confidence: confidences.surname, withinText: true };
  const titled = gender !== null;
  return {
    key: titled ? `${key}|${gender}` : key,
    nameClass: 'person',
    words,
    gender,
    rank: titled ? rankOfWord + 1 : rankOfWord,
    asks: [key],
    offers: titled ? [plain] : [],
    spellings: spellingKeys('person', titled ? [...words, gender] : words),
    country: null,
  };
}

function fullForm(words: readonly string[], gender: Gender, generation: string | null): NameForm {
  const plain = keyOf('person', words);
  const key = generation === null ? plain : numbered(plain, generation);
  const initials = words.filter((word) => word.length === 1).length;
  // "Ada Okafor" may be "Ada Okafor Jr.", but "Ada Okafor Sr." never is.
  const whole = generation === null ? words : [...words, generation];
  return {
    key,
    nameClass: 'person',
    words,
    gender,
    rank: rankOfWord * words.length - initials + (generation === null ? 0 : 1),
    asks: [key, ...(generation === null ? shortAsks(words) : [])],
    offers: [
      ...personOffers(words),
      ...(generation === null
        ? []
        : ([
            { key: plain, reason: 'shorter-form', confidence: confidences.generation },
            {
              key: numbered(keyOf('person', words.slice(-1)), generation),
              reason: 'surname',
              confidence: confidences.surname,
            },
            {
              key: numbered(keyOf('person', words.slice(0, 1)), generation),
              reason: 'given-name',
              confidence: confidences.givenName,
            },
          ] as const)),
    ],
    spellings: [...spellingKeys('person', whole), ...nicknameKeys(whole), ...turnedKeys(whole)],
    country: null,
  };
}

/** "Luis (Jerry) Okafor" is Jerry Okafor too: bynames may take the place of given names. */
export function bynameOffers(written: string, { words, nameClass }: NameForm): Offer[] {
  const last = words.at(-1);
  if (nameClass !== 'person' || words.length < 2 || last === undefined) return [];
  return bynamesIn(written)
    .map((byname) => keyOf('person', [...wordsOf(byname, 'apart'), last]))
    .map((key) => ({ key, reason: 'nickname', confidence: confidences.byname }));
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
  // Of several given names some fall: "Maria Jose Okafor Vane" is "Maria Okafor Vane".
  for (let from = 2; from < words.length - 1; from += 1)
    offer([first, ...words.slice(from)], 'shorter-form', confidences.personPart);
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
  if (words.length > 2) {
    for (const full of fullNamesOf(first)) {
      const key = nicknameKey(full, [last]);
      offers.set(key, { key, reason: 'nickname', confidence: confidences.nickname });
    }
    const key = soundKey(first, last);
    if (key !== null) offers.set(key, { key, reason: 'transliteration', confidence: confidences.shortTransliteration });
  }
  return [...offers.values()];
}

const nicknameKey = (full: string, rest: readonly string[]): string => `nick:${full} ${rest.join(' ')}`;

/** "Ted Okafor" and "Edward Okafor" meet under the full name that both may stand for. */
const nicknameKeys = ([first = '', ...rest]: readonly string[]): SpellingKey[] =>
  fullNamesOf(first).map((full) => {
    return { key: nicknameKey(full, rest), reason: 'nickname', confidence: confidences.nickname };
  });

/** Skeletons of shorter names meet by chance. In letters. */
const shortestSound = 8;

function soundKey(first: string, last: string): string | null {
  const [one, other] = [skeletonOf(first), skeletonOf(last)];
  return one.length + other.length < shortestSound ? null : `sound:${one} ${other}`;
}

/** Under what else a first and a last name may be those of a longer name: "Ted Okafor" of "Edward Bela Okafor". */
function shortAsks([first = '', last = '', ...more]: readonly string[]): string[] {
  if (more.length > 0 || first.length === 1) return [];
  const sound = soundKey(first, last);
  return [...fullNamesOf(first).map((full) => nicknameKey(full, [last])), ...(sound === null ? [] : [sound])];
}

/** More words are seldom turned round, and have too many orders. */
const mostTurned = 3;

/**
 * Where the surname comes first at home, some put it last: "Zhao Minglei", "Minglei Zhao". Not where a word is a given
 * name that everybody knows: "Martin James" is not "James Martin".
 */
function turnedKeys(words: readonly string[]): SpellingKey[] {
  if (words.length > mostTurned || words.some((word) => word.length < 2 || isGivenName(word))) return [];
  return [{ key: `turned:${words.toSorted().join(' ')}`, reason: 'same-name', confidence: confidences.turned }];
}
