/** Names of persons: given names and initials before a surname, titles around them. */
import type { LinkReason } from '../types.ts';
import { wordsOf } from './fold.ts';
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
