/** English amounts of time: "three weeks", "two-day", "a few years", and how far off they put something: "ago", "later". */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { DatePhrase } from '../dates/grammar.ts';
import type { Base, Meaning } from '../dates/meaning.ts';
import { isoDuration, Unit } from '../dates/units.ts';
import { readNumeral } from './numbers.ts';
import { isDash, skipHyphen } from './marks.ts';

/** Adjectives between a number and its unit, or between "last" and its unit. */
const UNIT_ADJECTIVES = new Set(
  'more additional straight consecutive full long calendar fiscal financial trading business working school whole entire successive'.split(
    ' ',
  ),
);
/** Longest number of decades, weeks, … that means a date; more is a figure of speech or of physics. */
const LONGEST_AMOUNT = 10_000;

export const offset = (
  base: Base,
  amount: number,
  unit: Unit,
  end: number,
  rule: string,
  extra: Partial<Extract<Meaning, { kind: 'offset' }>> = {},
): DatePhrase => ({
  end,
  kind: extra.dayPart || unit < Unit.day ? 'time' : 'date',
  meaning: { kind: 'offset', base, amount, unit, ...extra },
  rule,
});

export const duration = (amount: number | null, unit: Unit, end: number): DatePhrase => ({
  end,
  kind: 'duration',
  meaning: { kind: 'constant', value: isoDuration(amount, unit) },
  rule: 'duration',
});

/** The unit at `at`, past adjectives; null where none stands. */
export function unitAt(
  atoms: Atoms,
  at: number,
): { unit: Unit; end: number; plural: boolean; adjective: boolean } | null {
  let i = at;
  while (
    i < at + 2 &&
    (UNIT_ADJECTIVES.has(atoms.lower(i)) || (isDash(atoms.mark(i)) && atoms.glued(i) && atoms.glued(i + 1)))
  )
    i += 1;
  const { cues, unit } = atoms.entry(i);
  return cues & Cue.unit
    ? { unit: unit as Unit, end: i + 1, plural: (cues & Cue.plural) !== 0, adjective: i > at }
    : null;
}

/** "three months", "few days", "12 to 18 months": a number and a unit, as a duration. */
export function readCounted(atoms: Atoms, at: number): DatePhrase | null {
  const untold = readUntold(atoms, at);
  if (untold) {
    const found = unitAt(atoms, untold.end);
    return found?.plural ? duration(untold.amount, found.unit, found.end) : null;
  }
  const numeral = readNumeral(atoms, at);
  if (!numeral || numeral.value > LONGEST_AMOUNT) return null;
  let { value, end } = numeral;
  let untoldRange = false;
  // "two to three weeks", "10-12 days", "two or three years"
  if (atoms.is(end, 'to') || atoms.is(end, 'or') || isDash(atoms.mark(end))) {
    const second = readNumeral(atoms, end + 1);
    if (second && second.value > value && unitAt(atoms, second.end)) {
      untoldRange = true;
      end = second.end;
    }
  }
  if (atoms.is(end, 'and') && atoms.is(end + 1, 'a') && atoms.is(end + 2, 'half')) {
    value += 0.5;
    end += 3;
  }
  const hyphen = skipHyphen(atoms, end);
  const found = unitAt(atoms, hyphen);
  if (!found || isAge(atoms, found.end)) return null;
  // "the 1990 second quarter", "three-quarters"
  if (!found.plural && hyphen === end && atoms.isDigits(at) && atoms.width(at) === 4 && end === at + 1) return null;
  if (found.unit === Unit.quarter && hyphen > end) return null;
  const half = atoms.is(found.end, 'and') && atoms.is(found.end + 1, 'a') && atoms.is(found.end + 2, 'half');
  return duration(untoldRange ? null : value + (half ? 0.5 : 0), found.unit, half ? found.end + 3 : found.end);
}

/** "few", "several", "a couple of", "many", "some". */
export function readUntold(atoms: Atoms, at: number): { amount: number | null; end: number } | null {
  if (!atoms.has(at, Cue.untold)) return null;
  if (atoms.is(at, 'couple')) return atoms.is(at + 1, 'of') ? { amount: 2, end: at + 2 } : { amount: 2, end: at + 1 };
  return { amount: null, end: at + 1 };
}

/** "51-year-old", "three years old", "years of age": figures, not times. */
export function isAge(atoms: Atoms, at: number): boolean {
  const next = skipHyphen(atoms, at);
  return atoms.is(next, 'old') || atoms.is(next, 'olds') || (atoms.is(at, 'of') && atoms.is(at + 1, 'age'));
}

/** "two days ago", "three weeks later", "two-day", "five years": begins with a number. */
export function readAmount(atoms: Atoms, at: number): DatePhrase | null {
  const counted = readCounted(atoms, at);
  if (!counted || isRate(atoms, at) || atoms.is(at - 1, 'aged')) return null;
  return withDistance(atoms, counted, unitBefore(atoms, counted.end), amountOf(counted)) ?? counted;
}

/** A number in a price or a score: "$20 a day" is read at "a day". */
const isRate = (atoms: Atoms, at: number): boolean =>
  atoms.glued(at) && atoms.isMark(at - 1, 0x24, 0xa3, 0x20ac, 0xa5, 0x2e, 0x2c, 0x2d);

export const unitBefore = (atoms: Atoms, end: number): Unit => {
  for (let at = end - 1; at > end - 5; at -= 1) if (atoms.has(at, Cue.unit)) return atoms.entry(at).unit as Unit;
  return Unit.day;
};

/** The number in a constant duration; null when untold. */
export function amountOf({ meaning }: DatePhrase): number | null {
  if (meaning.kind !== 'constant' || meaning.value === null || meaning.value.includes('X')) return null;
  return Number.parseFloat(meaning.value.replace(/^PT?/, ''));
}

/** "ago", "later", "earlier", "before", "from now" after a duration. */
export function withDistance(
  atoms: Atoms,
  counted: DatePhrase,
  unit: Unit,
  isoAmount: number | null,
): DatePhrase | null {
  const { end } = counted;
  const word = atoms.entry(end);
  const fromNow = atoms.is(end, 'from') && atoms.is(end + 1, 'now');
  if (!fromNow && !(word.cues & Cue.distance)) return null;
  if (word.form === 'after' || word.form === 'before') {
    // "two days after the vote" counts from an event that we do not date.
    if (!atoms.isEnd(end + 1) && atoms.mark(end + 1) === -1) return null;
  }
  const after = fromNow ? end + 2 : end + 1;
  if (isoAmount === null)
    return {
      ...counted,
      end: after,
      kind: 'date',
      meaning: { kind: 'vague', time: word.offset < 0 ? 'past' : 'future' },
      rule: 'distance-untold',
    };
  const sign = fromNow || word.offset > 0 ? 1 : -1;
  const base: Base = word.form === 'ago' || fromNow || word.form === 'hence' ? 'source' : 'context';
  const amount = isoAmount / isoFactor(unit);
  return offset(base, sign * amount, unit, after, fromNow ? 'distance-from-now' : `distance-${word.form}`, {
    alike: unit === Unit.year && amount === 1,
  });
}

/** ISO durations count decades in years: back to our units. */
export const isoFactor = (unit: Unit): number => Number.parseFloat(isoDuration(1, unit).replace(/^PT?/, ''));
