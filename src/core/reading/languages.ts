import { english } from './en/index.ts';
import type { Language } from './language-pack.ts';

/** Every language that there is a reader for. */
export const LANGUAGES: readonly Language[] = [english];

/** The pack for a BCP 47 tag, by its primary subtag; English where there is none, as its lists are then merely idle. */
export function languageOf(tag: string): Language {
  const primary = tag.split('-')[0];
  return LANGUAGES.find((language) => language.tag === primary) ?? english;
}
