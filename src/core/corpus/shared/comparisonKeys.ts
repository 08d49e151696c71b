import type { Reading } from '../../reading/types.ts';
import { dateKeys } from './dateKeys.ts';
import { figureKeys } from './figureKeys.ts';
import { passageKeys } from './passageKeys.ts';
import { termKeys } from './terms.ts';
import { utteranceKeys } from './utteranceKeys.ts';

/** No rule follows a key that more sources have: it is boilerplate, a formula, a word of the language. */
export const MOST_COMPARED = 50;

/** What a source can be found by. Each kind of key has its own seed. */
export function comparisonKeys(reading: Reading): readonly number[] {
  return [
    ...new Set([
      ...utteranceKeys(reading).flat(),
      ...passageKeys(reading),
      ...figureKeys(reading),
      ...dateKeys(reading),
      ...termKeys(reading),
    ]),
  ];
}
