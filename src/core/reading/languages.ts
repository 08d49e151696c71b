import { english } from './en/index.ts';
import type { Language } from './language-pack.ts';

/** Every language that there is a reader for. */
export const LANGUAGES: readonly Language[] = [english];

/** The pack for a BCP 47 tag, by its primary subtag; English where there is none, as its lists are then merely idle. */
export function languageOf(tag: string): Language {
  return readerOf(tag) ?? english;
}

export const isSupported = (tag: string): boolean => readerOf(tag) !== undefined;

const readerOf = (tag: string): Language | undefined => {
  const primary = tag.split('-')[0]!.toLowerCase();
  return LANGUAGES.find((language) => language.tag === primary);
};
