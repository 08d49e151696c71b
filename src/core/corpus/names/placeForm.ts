/** Names of places, and the words for who or what comes from there. */
import type { LinkReason } from '../types.ts';
import { acronymOffers, isAcronym } from './acronyms.ts';
import { countryOf, type CountryName } from './countries.ts';
import { distinguishing, functionWords, namesakes, placeKinds, usualSpelling } from './generic.ts';
import { confidences, keyOf, rankOfWord, type NameForm, type Offer } from './nameForm.ts';
import { spellingKeys } from './spellings.ts';

export function countryForm(country: CountryName): NameForm {
  const words = country.key.split(' ');
  const key = keyOf('place', words);
  const rank = rankOfWord * words.length;
  return { key, nameClass: 'place', words, gender: null, rank, asks: [], offers: [], spellings: [], country };
}

/** Demonyms that no table has are led back to a place by their stem: "Meridianese", "Meridian". */
export function demonymForm(words: readonly string[]): NameForm {
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

export function placeForm(written: string, all: readonly string[]): NameForm {
  const words = all.map(usualSpelling);
  const offers: Offer[] = [];
  const offer = (parts: readonly string[], reason: LinkReason, confidence: number): void => {
    const key = keyOf('place', parts);
    if (parts.length > 0 && countryOf(parts.join(' ')) === undefined) offers.push({ key, reason, confidence });
  };
  const kind = words.at(-1) ?? '';
  if (words.length > 1 && placeKinds.has(kind)) {
    offer(words.slice(0, -1), 'shorter-form', namesakes.has(kind) ? confidences.namesake : confidences.placePart);
  }
  if (words.length > 2 && words[1] === 'of') offer(words.slice(2), 'shorter-form', confidences.placePart);
  for (let from = 1; from < words.length - 1; from += 1) {
    if (!functionWords.has(words[from - 1] ?? '') && !distinguishing.has(words[from - 1] ?? ''))
      offer(words.slice(from), 'shorter-form', confidences.placeEnd);
  }
  const stem = stemKey(words);
  if (stem !== null) offers.push({ key: stem, reason: 'demonym', confidence: confidences.demonymStem });
  offers.push(...acronymOffers(words));
  const acronym = isAcronym(written) && words.length === 1;
  return {
    // Equal keys have equal forms: what only capitals tell is part of the key.
    key: acronym ? `${keyOf('place', words)}|letters` : keyOf('place', words),
    nameClass: 'place',
    words,
    gender: null,
    rank: rankOfWord * words.length,
    asks: [keyOf('place', words), ...(acronym ? [`acronym:${words.join('')}`] : [])],
    offers,
    spellings: spellingKeys('place', words),
    country: null,
  };
}
