/** English parts of a named whole, after "the": "month of March", "week of March 9", "morning of Feb. 15", "last week of 2012", "year 1000". */
import type { Atoms } from '../atoms.ts';
import type { DatePhrase } from '../dates/grammar.ts';
import type { Fields, Phase } from '../dates/meaning.ts';
import { Unit } from '../dates/units.ts';
import { Cue } from '../lexicon.ts';
import { type DayPhrase, fieldsOf, readDay } from './date-days.ts';
import { readArticle, readShift } from './date-relative.ts';
import { dayPartAt } from './date-times.ts';
import { type FieldsPhrase, isYearDigits, readPlainYear, readYearWords } from './date-years.ts';

/** `at` is at the word after "the". */
export function readPartOf(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.is(at, 'year')) return readNumberedYear(atoms, at + 1);
  if (atoms.is(at + 1, 'of')) {
    if (atoms.is(at, 'month')) return readNamedMonth(atoms, at + 2);
    if (atoms.is(at, 'week')) return readWeekOf(atoms, at + 2);
    const part = dayPartAt(atoms, at);
    return part && readDayPartOf(atoms, at + 2, { dayPart: part });
  }
  return readUnitOf(atoms, at);
}

const ofFields = (fields: Fields, end: number, rule: string, kind: DatePhrase['kind'] = 'date'): DatePhrase => ({
  end,
  kind,
  meaning: { kind: 'fields', fields },
  rule,
});

/** "the year 1000", "the year two thousand". */
function readNumberedYear(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.isEnd(at)) return null;
  const digits = isYearDigits(atoms, at) ? { fields: { year: atoms.number(at) }, end: at + 1 } : null;
  const year = digits ?? readYearWords(atoms, at) ?? readMillennialYear(atoms, at);
  return year && ofFields(year.fields, year.end, 'year');
}

/** "two thousand (and) five" after "the year". */
function readMillennialYear(atoms: Atoms, at: number): FieldsPhrase | null {
  if (!atoms.is(at, 'two') || !atoms.is(at + 1, 'thousand')) return null;
  const ones = atoms.is(at + 2, 'and') ? at + 3 : at + 2;
  const { number, cues } = atoms.entry(ones);
  return cues & Cue.cardinal && number > 0
    ? { fields: { year: 2000 + number }, end: ones + 1 }
    : { fields: { year: 2000 }, end: at + 2 };
}

function readNamedMonth(atoms: Atoms, at: number): DatePhrase | null {
  if (!atoms.has(at, Cue.month) || !atoms.isCapitalized(at)) return null;
  const month = readDay(atoms, at);
  const fields = fieldsOf(month) ?? { month: atoms.entry(at).month };
  return fields.day === undefined ? ofFields(fields, month?.end ?? at + 1, 'month') : null;
}

function readWeekOf(atoms: Atoms, at: number): DatePhrase | null {
  const day = dayAt(atoms, at);
  const fields = fieldsOf(day);
  if (!day || fields?.day === undefined) return null;
  return { end: day.end, kind: 'date', meaning: { kind: 'week-of', fields }, rule: 'week-of' };
}

function readDayPartOf(atoms: Atoms, at: number, part: Fields): DatePhrase | null {
  const day = dayAt(atoms, at);
  const fields = fieldsOf(day);
  if (!day || (fields?.day === undefined && fields?.weekday === undefined)) return null;
  return ofFields({ ...fields, ...part }, day.end, `${day.rule}-part`, 'time');
}

const dayAt = (atoms: Atoms, at: number): DayPhrase | null =>
  atoms.has(at, Cue.month | Cue.weekday) || atoms.isDigits(at) ? readDay(atoms, at) : null;

/** "first week of April", "last days of 2012", "final day of last month": the whole, with the end of it that is meant. */
function readUnitOf(atoms: Atoms, at: number): DatePhrase | null {
  const first = atoms.is(at, 'first');
  const last = atoms.is(at, 'last') || atoms.is(at, 'final');
  if (!first && !last && !atoms.has(at, Cue.ordinal)) return null;
  const { cues, unit } = atoms.entry(at + 1);
  if (
    !(cues & Cue.unit) ||
    unit < Unit.day ||
    unit === Unit.quarter ||
    !(atoms.is(at + 2, 'of') || atoms.is(at + 2, 'in'))
  )
    return null;
  const whole = readWhole(atoms, at + 3);
  const modifier: Phase = first ? 'start' : last ? 'end' : null;
  return whole && { ...whole, modifier, rule: `${whole.rule}-part` };
}

function readWhole(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.has(at, Cue.determiner)) return readArticle(atoms, at);
  if (atoms.has(at, Cue.shift)) return readShift(atoms, at, false);
  const month = atoms.has(at, Cue.month) ? readDay(atoms, at) : null;
  const fields = fieldsOf(month);
  if (month && fields && fields.day === undefined) return ofFields(fields, month.end, month.rule);
  const year = readPlainYear(atoms, at);
  return year && ofFields(year.fields, year.end, 'year');
}
