import { languageOf } from '../../reading/languages.ts';
import type { Figure, Reading } from '../../reading/types.ts';
import { hash32 } from '../../text/hash.ts';
import { contentOf, sentenceOf } from './context.ts';

const SEED = 0x66696775;

/** What a figure counts: figures with another kind are never compared. Null where that is not told. */
export function kindOfFigure(reading: Reading, { unit, counted }: Figure): string | null {
  if (!counted) return null;
  const { people, stem } = languageOf(reading.language.tag).comparison;
  const lemma = counted.lemma.toLowerCase();
  return `${unit ?? ''} ${people.has(lemma) ? 'person' : stem(lemma)}`;
}

/** Same number in the same unit, whatever it counts; only for numbers that are not told of everything. */
export function valueOfFigure({ unit, value }: Figure): string | null {
  return unit === null || unit === 'year' || value === null ? null : `= ${unit} ${value}`;
}

const keys = new WeakMap<Reading, readonly number[]>();

/** Keys that sources share when they count the same kind of thing in sentences that have a word in common. */
export function figureKeys(reading: Reading): readonly number[] {
  let made = keys.get(reading);
  if (!made) keys.set(reading, (made = reading.figures.flatMap((figure) => keysOfFigure(reading, figure))));
  return made;
}

export function keysOfFigure(reading: Reading, figure: Figure): number[] {
  const made: number[] = [];
  const value = valueOfFigure(figure);
  if (value) made.push(hash32(value, SEED));
  const kind = kindOfFigure(reading, figure);
  if (!kind) return made;
  for (const word of contentOf(reading, sentenceOf(reading, figure))) made.push(hash32(`${kind} ${word}`, SEED));
  return made;
}
