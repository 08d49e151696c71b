/** Whether a word is a given name that everybody knows. */
import { hasUsualGender } from './givenGenders.ts';
import { lores } from './lore.ts';
import { fullNamesOf } from './nicknames.ts';

/** `word` is folded. */
export const isGivenName = (word: string): boolean =>
  lores.some(({ isFirstName }) => isFirstName(word)) || hasUsualGender(word) || fullNamesOf(word).length > 0;
