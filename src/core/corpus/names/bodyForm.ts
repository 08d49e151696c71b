/** Names of organizations, events and works: of what kind, of what country, and what is left when these are cut. */
import { acronymOffers, isAcronym, mayBeAcronym } from './acronyms.ts';
import { countryInitials, countryPrefix } from './countries.ts';
import { bodyKinds, distinguishing, functionWords, invertible, legalForms, ofs, usualSpelling } from './generic.ts';
import { confidences, keyOf, rankOfWord, type NameClass, type NameForm, type Offer } from './nameForm.ts';
import { spellingKeys } from './spellings.ts';

export function bodyForm(nameClass: NameClass, written: string, all: readonly string[]): NameForm {
  let words = all.map(usualSpelling);
  if (nameClass === 'organization') {
    while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  }
  const country = countryPrefix(words);
  // Both orders are one name: "Ministry of Health", "Health Ministry".
  const turned = nameClass === 'organization' ? kindLast(words.slice(country.length)) : words.slice(country.length);
  words = [...words.slice(0, country.length), ...turned];
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
  // Equal keys have equal forms: what only capitals tell is part of the key.
  const byCapitals = acronym !== null && !(words.length === 1 && mayBeAcronym(acronym));
  return {
    key: byCapitals ? `${keyOf(nameClass, words)}|letters` : keyOf(nameClass, words),
    nameClass,
    words,
    gender: null,
    rank: acronym === null ? rankOfWord * words.length : rankOfWord,
    asks: [keyOf(nameClass, words), ...(acronym === null ? [] : [`acronym:${acronym}`])],
    offers: acronym === null ? bodyOffers(nameClass, words, country.key) : [],
    spellings,
    country: null,
  };
}

/** The usual order of a body that is named by its kind and what it is for: "health ministry". */
function kindLast(words: readonly string[]): readonly string[] {
  const [kind = '', of = '', ...object] = words;
  if (!invertible.has(kind) || !ofs.has(of) || object.length === 0) return words;
  return [...(functionWords.has(object[0] ?? '') && object.length > 1 ? object.slice(1) : object), kind];
}

/** The other orders, for acronyms: "department of justice". */
function kindFirst(words: readonly string[]): string[][] {
  const kind = words.at(-1) ?? '';
  return words.length > 1 && invertible.has(kind) ? [...ofs].map((of) => [kind, of, ...words.slice(0, -1)]) : [];
}

/** `country` is the country's key at the head of the words, or empty. */
function bodyOffers(nameClass: NameClass, words: readonly string[], country: string): Offer[] {
  const countryWords = country === '' ? 0 : country.split(' ').length;
  const rest = words.slice(countryWords);
  const heads = country === '' ? [''] : ['', ...countryInitials(country)];
  const offers = [...acronymOffers(rest, heads), ...kindFirst(rest).flatMap((order) => acronymOffers(order, heads))];
  const offer = (parts: readonly string[], confidence: number): void => {
    const key = keyOf(nameClass, parts);
    if (!(parts.length === 1 && bodyKinds.has(parts[0] ?? '')))
      offers.push({ key, reason: 'shorter-form', confidence });
  };
  if (countryWords > 0) offer(rest, confidences.countryPrefix);
  for (let to = countryWords + 1; to < words.length; to += 1) {
    const after = words.slice(to);
    const next = words[to] ?? '';
    // "Arden Police" is the "Arden Police Department", but "Arden" is not the "Arden Police".
    const whole = to > 1 && bodyKinds.has(words[to - 1] ?? '');
    if ((whole || !after.some((word) => bodyKinds.has(word))) && !functionWords.has(next))
      offer(words.slice(0, to), confidences.bodyPart);
  }
  for (let from = countryWords + 1; from < words.length; from += 1) {
    const before = words[from - 1] ?? '';
    if (!functionWords.has(before) && !distinguishing.has(before)) offer(words.slice(from), confidences.bodyPart);
  }
  return offers;
}
