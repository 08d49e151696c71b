/** What all languages that there is a reader for know of names: the same for every source, so that equal names are equal wherever they stand. */
import { LANGUAGES } from '../../reading/languages.ts';
import type { BodyWords, NameLore, Titles } from '../../reading/name-lore.ts';

export const lores: readonly NameLore[] = LANGUAGES.map(({ lore }) => lore);

type WordList<T> = { [K in keyof T]: T[K] extends readonly string[] ? K : never }[keyof T];

const words = (lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());

export const titleWords = (list: WordList<Titles>): ReadonlySet<string> =>
  words(lores.map(({ titles }) => titles[list]));

export const bodyWords = (list: WordList<BodyWords>): ReadonlySet<string> =>
  words(lores.map(({ bodies }) => bodies[list]));

export const acronymLinks: readonly string[] = lores.flatMap((lore) => lore.acronymLinks);

export const exclusiveOffices: ReadonlySet<string> = words(lores.map((lore) => lore.exclusiveOffices));

export const kinWords: ReadonlySet<string> = words(lores.map(({ kin }) => kin.words));
export const kinPossessives: ReadonlySet<string> = words(lores.map(({ kin }) => kin.possessives));
export const kinArticles: ReadonlySet<string> = words(lores.map(({ kin }) => kin.articles));
