import { languageOf } from '../../reading/languages.ts';
import type { DateExpression, Reading } from '../../reading/types.ts';
import { hash32 } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import { sentenceOf, wordsOfSentence } from './context.ts';

const SEED = 0x64617465;

const keys = new WeakMap<Reading, readonly number[]>();

/** Keys that sources share when the same words stand around a date; made once per reading. */
export function dateKeys(reading: Reading): readonly number[] {
  let made = keys.get(reading);
  if (!made) keys.set(reading, (made = reading.dates.flatMap((date) => keysOfDate(reading, date))));
  return made;
}

/** Two content words right around the date, two before it, two behind it. */
export function keysOfDate(reading: Reading, date: DateExpression): number[] {
  return date.kind === 'date' ? keysAround(reading, date, '', SEED) : [];
}

/** Keys of the content words around a place; `kind` is what stands there. */
export function keysAround(reading: Reading, place: Span, kind: string, seed: number): number[] {
  const { function: functionWords, stem } = languageOf(reading.language.tag).comparison;
  const content = wordsOfSentence(reading, sentenceOf(reading, place)).filter(
    ({ form }) => !functionWords.has(form) && !/^\d/.test(form),
  );
  const before = content
    .filter(({ end }) => end <= place.start)
    .slice(-2)
    .map(({ key }) => stem(key));
  const after = content
    .filter(({ start }) => start >= place.end)
    .slice(0, 2)
    .map(({ key }) => stem(key));
  const pairs = [[before[1] ?? before[0], after[0]], before, after];
  return pairs.flatMap(([one, other], at) =>
    one !== undefined && other !== undefined ? [hash32(`${kind}${at} ${one} ${other}`, seed)] : [],
  );
}
