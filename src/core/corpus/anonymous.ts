/** Speakers who are nobody in particular. */
import { languageOf } from '../reading/languages.ts';
import type { Reading, Speaker } from '../reading/types.ts';
import { wordsOf } from '../text/words.ts';

/** Described as nobody in particular ("an official"), or by an office that somebody unnamed holds ("a spokesman"). */
export function isUnnamed({ text, language }: Reading, { kind, mention, start, end }: Speaker): boolean {
  if (kind === 'anonymous') return true;
  const [first] = wordsOf(text, { start, end });
  const { indefinite } = languageOf(language.tag).comparison;
  return kind === 'role' && mention === null && first !== undefined && indefinite.has(first.form);
}
