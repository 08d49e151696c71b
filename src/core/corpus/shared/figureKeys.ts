import { languageOf } from '../../reading/languages.ts';
import type { Figure, Mention, Reading } from '../../reading/types.ts';
import { fold } from '../../text/fold.ts';
import { hash32 } from '../../text/hash.ts';
import { contentOf, sentenceOf } from './context.ts';

const SEED = 0x66696775;

/** What a figure counts: figures with another kind are never compared. Null where that is not told. */
export function kindOfFigure(reading: Reading, figure: Figure): string | null {
  const { unit, counted } = figure;
  if (unit === 'year') return kindOfAge(reading, figure);
  // "$20,000", "12 percent": the sentence must tell of what
  if (!counted) return unit;
  const { people, stem } = languageOf(reading.language.tag).comparison;
  const lemma = counted.lemma.toLowerCase();
  return `${unit ?? ''} ${people.has(lemma) ? 'person' : stem(lemma)}`;
}

/** Same number in the same unit, whatever it counts; only for numbers that are not told of everything. */
export function valueOfFigure({ unit, value }: Figure): string | null {
  return unit === null || unit === 'year' || value === null ? null : `= ${unit} ${value}`;
}

/** Index of the person whose age the figure is: "Ada Lovelace, 36", "the 36-year-old Ada Lovelace"; null where it is nobody's. */
export function holderOfAge(reading: Reading, { start, end, unit }: Figure): number | null {
  if (unit !== 'year') return null;
  const { mentions, text } = reading;
  const holder = mentions.findIndex(
    (mention) =>
      mention.type === 'person' &&
      (BETWEEN_NAME_AND_AGE.test(text.slice(mention.end, start)) ||
        BETWEEN_AGE_AND_NAME.test(text.slice(end, mention.start))),
  );
  return holder === -1 ? null : holder;
}

const BETWEEN_NAME_AND_AGE = /^(?:, | \()$/;
/** A word or two, as of an occupation; a comma would begin another phrase. */
const BETWEEN_AGE_AND_NAME = /^ (?:[\p{L}-]{1,20} ){0,2}$/u;

/** Only full names: too many people share a surname. */
function kindOfAge(reading: Reading, figure: Figure): string | null {
  const holder = holderOfAge(reading, figure);
  const words = holder === null ? [] : nameOf(reading, reading.mentions[holder]!).split(/\s+/);
  return words.length < 2 ? null : `age of ${words.at(-1)}`;
}

const nameOf = ({ text }: Reading, { start, end }: Mention): string => fold(text.slice(start, end));

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
  // a name is all that ages need to have in common
  if (figure.unit === 'year') return [...made, hash32(kind, SEED)];
  for (const word of contentOf(reading, sentenceOf(reading, figure))) made.push(hash32(`${kind} ${word}`, SEED));
  return made;
}
