/** Whether a word is a given name that everybody knows. */
import { isFirstName } from '../../reading/en/first-names.ts';
import { hasUsualGender } from './givenGenders.ts';
import { fullNamesOf } from './nicknames.ts';

/** `word` is folded. */
export const isGivenName = (word: string): boolean =>
  isFirstName(word) || hasUsualGender(word) || fullNamesOf(word).length > 0;
