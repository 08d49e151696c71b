/** Countries under all their names: one form for "U.S.", "American" and "United States". */
import { wordsOf } from './fold.ts';
import { lores } from './lore.ts';

export interface CountryName {
  /** Folded everyday name ("united states"). */
  readonly key: string;
  /** Everyday name as written ("United States"). */
  readonly name: string;
  readonly kind: 'name' | 'alias' | 'demonym';
}

const names = new Map<string, CountryName>();

const foldName = (name: string): string => wordsOf(name, 'joined').join(' ');

const add = (written: string, name: string, kind: CountryName['kind']): void => {
  const form = foldName(written);
  if (!names.has(form)) names.set(form, { key: foldName(name), name, kind });
};

const countries = lores.flatMap((lore) => lore.countries);
for (const { name, aliases } of countries) {
  add(name, name, 'name');
  for (const alias of aliases) add(alias, name, 'alias');
}
for (const { name, demonyms } of countries) for (const demonym of demonyms) add(demonym, name, 'demonym');

/** Initials with which a country may begin an acronym: "us" and "a" for the United States, "b" for Britain. */
const initials = new Map<string, Set<string>>();
for (const [form, { key }] of names) {
  const words = form.split(' ');
  const letters = words.length === 1 && form.length <= 3 ? form : words.map((word) => word.slice(0, 1)).join('');
  initials.set(key, (initials.get(key) ?? new Set()).add(letters));
}

export const countryInitials = (key: string): ReadonlySet<string> => initials.get(key) ?? new Set();

/** What country a folded name or demonym is of, if it is one. */
export const countryOf = (form: string): CountryName | undefined => names.get(form);

/** Most words that a country's name has ("democratic republic of the congo"). */
const longestCountry = 6;

/** How many words at the start of `words` are a country's name, abbreviation or demonym; 0 for none. */
export function countryPrefix(words: readonly string[]): { readonly length: number; readonly key: string } {
  for (let length = Math.min(longestCountry, words.length - 1); length > 0; length -= 1) {
    const country = names.get(words.slice(0, length).join(' '));
    if (country !== undefined) return { length, key: country.key };
  }
  return { length: 0, key: '' };
}
