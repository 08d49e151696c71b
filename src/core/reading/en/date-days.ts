/** English months, days and weekdays, in every order they are written. Each reader returns what begins at `at`, or null. */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { Fields, Meaning } from '../dates/meaning.ts';
import { daysInMonth } from '../../text/calendar.ts';
import { HOLIDAYS, MASTHEADS, NAMED_WEEKDAYS } from './date-words.ts';
import { readMonthNear } from './date-months.ts';
import { isApostrophe, isDash, Mark } from './marks.ts';
import { expandYear, type FieldsPhrase, isYearDigits, readOrdinal, readYearOf } from './date-years.ts';

/** What a calendar phrase means, and the name of the rule. */
export interface DayPhrase {
  readonly meaning: Meaning;
  readonly end: number;
  readonly rule: string;
}

/** Any day or month by its calendar name: "Tuesday, March 3, 2026", "4 May", "April 12 to 26", "2026-03-05". */
export function readDay(atoms: Atoms, at: number): DayPhrase | null {
  if (atoms.has(at, Cue.weekday)) return readWeekday(atoms, at);
  if (atoms.has(at, Cue.month)) return readMonthFirst(atoms, at);
  if (atoms.isDigits(at)) return readNumericDate(atoms, at) ?? readYearSpan(atoms, at) ?? readDayFirst(atoms, at);
  if (atoms.has(at, Cue.ordinal | Cue.cardinal)) return readDayFirst(atoms, at);
  return atoms.has(at, Cue.holiday) ? readHoliday(atoms, at) : null;
}

/** The fields of a phrase that is one day or month. */
export const fieldsOf = (phrase: DayPhrase | null): Fields | null =>
  phrase?.meaning.kind === 'fields' ? phrase.meaning.fields : null;

const fieldsPhrase = (fields: Fields, end: number, rule: string): DayPhrase => ({
  meaning: { kind: 'fields', fields },
  end,
  rule,
});

function readWeekday(atoms: Atoms, at: number): DayPhrase | null {
  const { weekday, cues } = atoms.entry(at);
  if (!atoms.isCapitalized(at) || cues & Cue.plural) return null;
  let next = at + 1;
  const dotted = atoms.mark(next) === Mark.stop && atoms.glued(next) && cues & Cue.weakWeekday;
  if (dotted) next += 1;
  const afterName = next;
  if (atoms.mark(next) === Mark.comma) next += 1;
  if (atoms.is(next, 'the')) next += 1;
  if (atoms.has(next, Cue.month) || atoms.isDigits(next) || atoms.has(next, Cue.ordinal)) {
    const date = atoms.has(next, Cue.weekday) ? null : readDay(atoms, next);
    const fields = fieldsOf(date);
    if (date && fields?.day !== undefined && fields.weekday === undefined)
      return fieldsPhrase({ ...fields, weekday }, date.end, `weekday-${date.rule}`);
  }
  if (cues & Cue.weakWeekday && !dotted) return null;
  if (MASTHEADS.has(atoms.lower(afterName)) && atoms.isCapitalized(afterName)) return null;
  if (NAMED_WEEKDAYS.has(atoms.lower(at - 1)) && atoms.isCapitalized(at - 1)) return null;
  return fieldsPhrase({ weekday }, afterName, 'weekday');
}

/** "March 6", "March 6, 2026", "March 2026", "April 12 to 26", "March 3 – April 5", "March". */
function readMonthFirst(atoms: Atoms, at: number): DayPhrase | null {
  const { month, cues } = atoms.entry(at);
  if (!atoms.isCapitalized(at)) return null;
  const abbreviated = atoms.width(at) <= 4 && cues & Cue.weakMonth && month !== 5 && month !== 6;
  let next = at + 1;
  if (abbreviated && atoms.mark(next) === Mark.stop && atoms.glued(next)) next += 1;
  const dotted = next > at + 1;
  if (isDash(atoms.mark(next)) && atoms.isDigits(next + 1)) next += 1;
  const day = readDayNumber(atoms, next, month);
  if (day) return readRangeAfter(atoms, month, day) ?? withYear(atoms, { month, day: day.value }, day.end, 'month-day');
  const year = readYearOf(atoms, at + 1 + (dotted ? 1 : 0));
  if (year)
    return fieldsPhrase(
      { month, ...year.fields },
      year.end,
      year.fields.year === undefined ? 'month-of-year' : 'month-year',
    );
  return isPlainMonth(atoms, at, dotted) ? fieldsPhrase({ month }, at + 1, 'month') : null;
}

/** A month without day and year: weak ones need help from the left, or a sister month beside them. */
function isPlainMonth(atoms: Atoms, at: number, dotted: boolean): boolean {
  const { cues, month } = atoms.entry(at);
  const abbreviated = atoms.width(at) <= 4 && cues & Cue.weakMonth && month !== 5 && month !== 6;
  if (abbreviated && !dotted) return false;
  if (MASTHEADS.has(atoms.lower(at + 1)) && atoms.isCapitalized(at + 1)) return false;
  if (!(cues & Cue.weakMonth)) return true;
  let before = at - 1;
  if (isDash(atoms.mark(before)) && atoms.glued(at)) before -= 1;
  if (atoms.has(before, Cue.preposition))
    return (
      !(atoms.is(before, 'and') || atoms.is(before, 'or') || atoms.is(before, 'to')) || atoms.has(before - 1, Cue.month)
    );
  return (
    atoms.has(before, Cue.shift | Cue.phase | Cue.each) ||
    atoms.is(before, 'this') ||
    ((atoms.is(at + 1, 'and') || atoms.is(at + 1, 'or')) && atoms.has(at + 2, Cue.month) && atoms.isCapitalized(at + 2))
  );
}

interface DayNumber {
  readonly value: number;
  readonly end: number;
}

/** 1 to 31 in digits or as an ordinal, and not the beginning of another number. */
function readDayNumber(atoms: Atoms, at: number, month: number): DayNumber | null {
  const ordinal = readOrdinal(atoms, at);
  if (ordinal) return ordinal.value <= daysInMonth(2000, month) ? ordinal : null;
  const value = atoms.number(at);
  if (value < 1 || value > daysInMonth(2000, month) || atoms.width(at) > 2) return null;
  const next = atoms.mark(at + 1);
  if (atoms.glued(at + 1)) {
    if (atoms.isWord(at + 1) || next === Mark.percent) return null;
    const joins = next === Mark.stop || next === Mark.comma || next === Mark.colon || next === Mark.slash;
    if (joins && atoms.isDigits(at + 2) && atoms.glued(at + 2)) return null;
  }
  if (atoms.has(at + 1, Cue.scale) || atoms.is(at + 1, 'percent')) return null;
  return { value, end: at + 1 };
}

function withYear(atoms: Atoms, fields: Fields, end: number, rule: string): DayPhrase {
  const year = readYearOf(atoms, end);
  if (!year) return fieldsPhrase(fields, end, rule);
  return fieldsPhrase(
    { ...fields, ...year.fields },
    year.end,
    year.fields.year === undefined ? `${rule}-of-year` : `${rule}-year`,
  );
}

/** "April 12 to 26", "April 12–26, 2026", "March 28 – April 2". */
function readRangeAfter(atoms: Atoms, month: number, from: DayNumber): DayPhrase | null {
  const second = rangeJoint(atoms, from.end);
  if (second === 0) return null;
  let toMonth = month;
  let at = second;
  if (atoms.has(second, Cue.month) && atoms.isCapitalized(second)) {
    toMonth = atoms.entry(second).month;
    at = atoms.mark(second + 1) === Mark.stop ? second + 2 : second + 1;
  }
  const to = readDayNumber(atoms, at, toMonth);
  if (!to || (toMonth === month && to.value <= from.value)) return null;
  return rangePhrase(atoms, { month, day: from.value }, { month: toMonth, day: to.value }, to.end);
}

/** Past "to", "through", "until" or a dash; 0 where nothing of the kind stands. */
function rangeJoint(atoms: Atoms, at: number): number {
  if (isDash(atoms.mark(at)) || atoms.mark(at) === 0x2014)
    return atoms.isDigits(at + 1) || atoms.has(at + 1, Cue.month) ? at + 1 : 0;
  return atoms.is(at, 'to') || atoms.is(at, 'through') || atoms.is(at, 'until') || atoms.is(at, 'till') ? at + 1 : 0;
}

function rangePhrase(atoms: Atoms, from: Fields, to: Fields, end: number): DayPhrase {
  const year = readYearOf(atoms, end);
  const turn = (from.month ?? 0) > (to.month ?? 0);
  const toYear = year?.fields ?? {};
  const fromYear = turn && toYear.year !== undefined ? { year: toYear.year - 1 } : toYear;
  return {
    meaning: { kind: 'range', from: { ...from, ...fromYear }, to: { ...to, ...toYear } },
    end: year?.end ?? end,
    rule: 'day-range',
  };
}

/** "6 March 2026", "6th of March", "2–4 May 1916". */
function readDayFirst(atoms: Atoms, at: number): DayPhrase | null {
  const from = readDayNumber(atoms, at, 1);
  if (!from || isPartOfNumber(atoms, at)) return null;
  const near = readMonthNear(atoms, from.end, from.end > at + 1 || atoms.has(at, Cue.ordinal));
  if (near) return fieldsPhrase({ day: from.value, monthOffset: near.offset }, near.end, 'day-month-near');
  let second = from.end;
  let to: DayNumber | null = null;
  const joint = rangeJoint(atoms, second);
  if (joint > 0) {
    to = readDayNumber(atoms, joint, 1);
    if (!to || to.value <= from.value) return null;
    second = to.end;
  }
  if (isDash(atoms.mark(second)) && atoms.glued(second)) second += 1;
  else if (atoms.is(second, 'of') && from.end > at + 1) second += 1;
  else if (atoms.is(second, 'of') && atoms.has(at, Cue.ordinal)) second += 1;
  const { month, cues } = atoms.entry(second);
  if (month === 0 || !atoms.isCapitalized(second) || from.value > daysInMonth(2000, month)) return null;
  const abbreviated = atoms.width(second) <= 4 && cues & Cue.weakMonth && month !== 5 && month !== 6;
  const dotted = abbreviated && atoms.mark(second + 1) === Mark.stop && atoms.glued(second + 1);
  let end = second + (dotted ? 2 : 1);
  if (isDash(atoms.mark(end)) && atoms.glued(end) && isYearDigits(atoms, end + 1)) end += 1;
  if (to) return rangePhrase(atoms, { month, day: from.value }, { month, day: to.value }, end);
  // "12 August Wilson plays", "at least 20 May be": a weak month takes a bare number only when something else says date.
  if (
    cues & Cue.weakMonth &&
    !abbreviated &&
    atoms.isCapitalized(end) &&
    !atoms.has(end, Cue.weekday) &&
    !atoms.isEnd(end)
  )
    return null;
  return withYear(atoms, { month, day: from.value }, end, 'day-month');
}

/** Digits that go on to the left: "1.15 March", "$4 May". */
const isPartOfNumber = (atoms: Atoms, at: number): boolean =>
  atoms.glued(at) && !atoms.isMark(at - 1, Mark.openParenthesis, Mark.openBracket, 0x22, 0x201c, 0x2014, Mark.enDash);

/** ISO 8601 dates and times, "3/5/2026", "15.3.2026", "2026/03/05". */
export function readNumericDate(atoms: Atoms, at: number): DayPhrase | null {
  const separator = atoms.mark(at + 1);
  if (
    !atoms.glued(at + 1) ||
    !atoms.glued(at + 2) ||
    (separator !== Mark.slash && separator !== Mark.stop && !isDash(separator))
  )
    return null;
  if (atoms.glued(at) && !atoms.isMark(at - 1, Mark.openParenthesis, Mark.openBracket, 0x22, 0x201c, Mark.colon))
    return null;
  const a = atoms.number(at);
  const b = atoms.number(at + 2);
  if (a < 0 || b < 0) return null;
  const third =
    atoms.mark(at + 3) === separator && atoms.glued(at + 3) && atoms.glued(at + 4) ? atoms.number(at + 4) : -1;
  if (third < 0) return null;
  const closes = !(
    atoms.glued(at + 5) &&
    (atoms.isDigits(at + 6) || atoms.isDigits(at + 5)) &&
    atoms.mark(at + 5) !== Mark.colon
  );
  if (atoms.width(at) === 4 && atoms.width(at + 2) <= 2 && atoms.width(at + 4) <= 2) {
    if (!isDayOfYear(b, third)) return null;
    return fieldsPhrase(
      { year: a, month: b, day: third, ...readIsoTime(atoms, at + 5).fields },
      readIsoTime(atoms, at + 5).end,
      'iso-date',
    );
  }
  if (!closes || atoms.width(at) > 2 || atoms.width(at + 2) > 2 || isDash(separator)) return null;
  const width = atoms.width(at + 4);
  if (width !== 4 && !(width === 2 && separator === Mark.slash)) return null;
  const year = width === 4 ? third : expandYear(third);
  // Points part day-first dates alone; slashes do both.
  if (separator === Mark.stop || a > 12)
    return isDayOfYear(b, a) ? fieldsPhrase({ year, month: b, day: a }, at + 5, 'numeric-day-month') : null;
  if (b > 12) return isDayOfYear(a, b) ? fieldsPhrase({ year, month: a, day: b }, at + 5, 'numeric-month-day') : null;
  if (a < 1 || b < 1) return null;
  return { meaning: { kind: 'numeric', first: a, second: b, year }, end: at + 5, rule: 'numeric-date' };
}

const isDayOfYear = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month);

/** "T10:30:00Z" after an ISO date. */
function readIsoTime(atoms: Atoms, at: number): FieldsPhrase {
  const none = { fields: {}, end: at };
  if (!atoms.glued(at) || !(atoms.isWord(at) && atoms.slice(at) === 'T') || atoms.mark(at + 2) !== Mark.colon)
    return none;
  const hour = atoms.number(at + 1);
  const minute = atoms.number(at + 3);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || atoms.width(at + 3) !== 2) return none;
  let end = at + 4;
  let time = `${atoms.slice(at + 1)}:${atoms.slice(at + 3)}`;
  if (atoms.mark(end) === Mark.colon && atoms.width(end + 1) === 2 && atoms.number(end + 1) <= 59) {
    time += `:${atoms.slice(end + 1)}`;
    end += 2;
    if (atoms.mark(end) === Mark.stop && atoms.glued(end + 1) && atoms.isDigits(end + 1)) end += 2;
  }
  if (atoms.isWord(end) && atoms.glued(end) && atoms.slice(end) === 'Z')
    return { fields: { time: `${time}Z` }, end: end + 1 };
  if (
    (atoms.mark(end) === 0x2b || atoms.mark(end) === Mark.hyphen) &&
    atoms.glued(end) &&
    atoms.width(end + 1) === 2 &&
    atoms.mark(end + 2) === Mark.colon &&
    atoms.width(end + 3) === 2
  )
    return { fields: { time: time + atoms.text.slice(atoms.start(end), atoms.end(end + 3)) }, end: end + 4 };
  return { fields: { time }, end };
}

/** "1914–18", "1990-1995", "1909 – 1949"; "2026-03" is a month. */
function readYearSpan(atoms: Atoms, at: number): DayPhrase | null {
  const from = atoms.number(at);
  const second = at + 2;
  const tight = atoms.glued(at + 1) && atoms.glued(second);
  const loose = !atoms.glued(at + 1) && !atoms.glued(second);
  if (!isDash(atoms.mark(at + 1)) || !(tight || loose) || atoms.width(at) !== 4 || from < 1000 || from > 2199)
    return null;
  if (isPartOfNumber(atoms, at)) return null;
  if (atoms.glued(second + 1) && (atoms.isWord(second + 1) || (atoms.isDigits(second + 2) && atoms.glued(second + 2))))
    return null;
  const digits = atoms.number(second);
  const width = atoms.width(second);
  const to = width === 4 ? digits : width === 2 ? Math.floor(from / 100) * 100 + digits : -1;
  if (to > from && to - from <= LONGEST_SPAN)
    return { meaning: { kind: 'range', from: { year: from }, to: { year: to } }, end: second + 1, rule: 'year-range' };
  const month = tight && width === 2 && digits >= 1 && digits <= 12;
  return month ? fieldsPhrase({ year: from, month: digits }, second + 1, 'iso-month') : null;
}

/** Longer spans of years are two numbers with a dash between them. */
const LONGEST_SPAN = 999;

/** Longest sequence of words that fits, its words apart by blanks, hyphens or apostrophes. */
export function readHoliday(atoms: Atoms, at: number): DayPhrase | null {
  if (!atoms.isCapitalized(at)) return null;
  for (const [words, holiday] of HOLIDAYS) {
    let end = at;
    const fits = words.every((word, index) => {
      if (index > 0 && isApostrophe(atoms.mark(end))) end += 1;
      if (!atoms.is(end, word)) return false;
      end += 1;
      return true;
    });
    if (fits) return withYear(atoms, { holiday }, end, 'holiday');
  }
  return null;
}
