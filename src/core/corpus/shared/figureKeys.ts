import { languageOf } from '../../reading/languages.ts';
import type { Figure, Mention, Reading } from '../../reading/types.ts';
import { fold } from '../../text/fold.ts';
import { hash32 } from '../../text/hash.ts';
import { overlaps } from '../../text/span.ts';
import { contentOf, sentenceOf, wordsOfSentence } from './context.ts';
import { keysAround } from './dateKeys.ts';
import { isDuration, measuresOf } from './measures.ts';

const SEED = 0x66696775;

const kinds = new WeakMap<Figure, string | null>();

/** What a figure counts: figures with another kind are never compared. Null where that is not told. Made once per figure. */
export function kindOfFigure(reading: Reading, figure: Figure): string | null {
  let kind = kinds.get(figure);
  if (kind === undefined) kinds.set(figure, (kind = makeKind(reading, figure)));
  return kind;
}

function makeKind(reading: Reading, figure: Figure): string | null {
  const { unit, counted } = figure;
  if (unit === 'year') return kindOfAge(reading, figure);
  // "$20,000", "12 percent": the sentence must tell of what; "fourteen died": those who die are people
  if (!counted) return unit ?? kindOfBare(reading, figure);
  const { people, stem } = languageOf(reading.language.tag).comparison;
  const lemma = counted.lemma.toLowerCase();
  return `${unit ?? ''} ${people.has(lemma) ? 'person' : stem(lemma)}`;
}

const PEOPLE = ' person';
const BARE = 'number';

/** Numbers as large as this, and those beside marks, are of an address, a register, a score or a time of day. */
const LARGEST_BARE = 100_000;
const MARKS_BEFORE = /[/:#_@=–-]\s?$/;
const MARKS_BEHIND = /^\s?[/:#_@=–-]|^:?\d/;
/** Code units of such a mark and a blank. */
const MARK_REACH = 2;

function kindOfBare(reading: Reading, figure: Figure): string | null {
  const { text, asides } = reading;
  const { start, end, value } = figure;
  if (value === null || value >= LARGEST_BARE || asides.some((aside) => overlaps(aside, figure))) return null;
  if (MARKS_BEFORE.test(text.slice(Math.max(0, start - MARK_REACH), start))) return null;
  if (MARKS_BEHIND.test(text.slice(end, end + MARK_REACH))) return null;
  return outcomeBeside(reading, figure) ? PEOPLE : BARE;
}

/** Whether only the sentence can tell what is measured: a number alone ("by 151 votes to 138"), a length of time. */
export const isBare = (reading: Reading, figure: Figure): boolean =>
  isDuration(figure) || kindOfFigure(reading, figure) === BARE;

/** Words between a bare number and what happened to those it counts: "killed at least 14", "14 were reported dead". */
const OUTCOME_REACH = 3;

/** Whether function words at most stand between a number and an outcome. */
function outcomeBeside(reading: Reading, { start, end }: Figure): boolean {
  const { outcomes, stem, function: functionWords } = languageOf(reading.language.tag).comparison;
  const words = wordsOfSentence(reading, sentenceOf(reading, { start, end }));
  const first = words.findIndex((word) => word.start >= start);
  const next = words.findIndex((word) => word.start >= end);
  const before = first === -1 ? [] : words.slice(Math.max(0, first - OUTCOME_REACH), first).toReversed();
  const after = next === -1 ? [] : words.slice(next, next + OUTCOME_REACH);
  return [before, after].some((side) => {
    const nearest = side.find(({ form }) => !functionWords.has(form));
    return nearest !== undefined && outcomes.has(stem(nearest.form));
  });
}

/** Same number in the same unit, whatever it counts; only for numbers that are not told of everything. */
export function valueOfFigure(figure: Figure): string | null {
  const { unit, value } = figure;
  return unit === null || unit === 'year' || value === null || isDuration(figure) ? null : `= ${unit} ${value}`;
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

/** Only of those whose full name stands in the source: too many people share a surname. */
function kindOfAge(reading: Reading, figure: Figure): string | null {
  const holder = holderOfAge(reading, figure);
  if (holder === null) return null;
  const surname = surnameOf(nameOf(reading, reading.mentions[holder]!));
  const isFull = (mention: Mention): boolean => {
    if (mention.type !== 'person') return false;
    const name = nameOf(reading, mention);
    return name.includes(' ') && surnameOf(name) === surname;
  };
  return reading.mentions.some(isFull) ? `age of ${surname}` : null;
}

const surnameOf = (name: string): string => name.split(/\s+/).at(-1)!;

const nameOf = ({ text }: Reading, { start, end }: Mention): string => fold(text.slice(start, end));

const keys = new WeakMap<Reading, readonly number[]>();

/** Keys that sources share when they count the same kind of thing in sentences that have a word in common. */
export function figureKeys(reading: Reading): readonly number[] {
  let made = keys.get(reading);
  if (!made) keys.set(reading, (made = measuresOf(reading).flatMap((figure) => keysOfFigure(reading, figure))));
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
  // it is compared only where the same words stand around it
  if (isBare(reading, figure)) return [...made, ...keysAround(reading, figure, `${kind} `, SEED)];
  for (const word of contentOf(reading, sentenceOf(reading, figure))) made.push(hash32(`${kind} ${word}`, SEED));
  return made;
}
