/**
 * The Extended Date/Time Format (ISO 8601-2:2019, annex A; Library of Congress, EDTF specification of February 2019):
 * levels 0 and 1, of level 2 the sub-year groupings and sets without ellipsis. Beside it the ISO week dates of ISO 8601-1,
 * whose digits may be unspecified too ("XXXX-WXX-2", some Tuesday), and durations whose number may be untold ("PXY").
 */
import {
  dayNumber,
  daysInMonth,
  isCivilDate,
  weekStart,
  weekdayOf,
  weeksInYear,
  civilDate,
} from '../../text/calendar.ts';

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%';

/** Components are kept as written, so that unspecified digits ("198X", "XX") survive. */
export interface EdtfDate {
  readonly kind: 'date';
  /** Four digits or X with an optional sign, or "Y" and more digits. */
  readonly year: string;
  /** Two digits or XX; 21 to 41 are seasons, quarters and the like. */
  readonly month: string | null;
  readonly day: string | null;
  /** "T10:30", "T10:30:00Z"; null for whole days. */
  readonly time: string | null;
  readonly qualifier: Qualifier;
}

export interface EdtfWeek {
  readonly kind: 'week';
  readonly year: string;
  readonly week: string;
  readonly weekday: string | null;
}

/** A side is `open` (".."), or `unknown` (nothing written). */
export interface EdtfInterval {
  readonly kind: 'interval';
  readonly start: EdtfPoint | 'open' | 'unknown';
  readonly end: EdtfPoint | 'open' | 'unknown';
}

/** "[a,b]": one of them; "{a,b}": all of them. */
export interface EdtfSet {
  readonly kind: 'set';
  readonly all: boolean;
  readonly members: readonly EdtfPoint[];
}

export type EdtfPoint = EdtfDate | EdtfWeek;
export type Edtf = EdtfPoint | EdtfInterval | EdtfSet;

/** First and last day, both included, as day numbers of `core/text/calendar`; ±Infinity where open. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const YEAR = /^(?:-?[0-9X]{4}|Y-?[1-9][0-9]{4,8})$/;
const TIME = /^[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?$/;
const PAIR = /^(?:[0-9]{2}|XX|[0-3]X)$/;
/** Longer texts are no EDTF that anybody writes; a bound keeps hostile input cheap. */
const LONGEST = 400;

/** The value of an EDTF text, or null where it is not well formed or names no day of the calendar ("2023-02-30"). */
export function parseEdtf(text: string): Edtf | null {
  if (text.length > LONGEST) return null;
  const first = text[0];
  if (first === '[' || first === '{') return parseSet(text, first);
  const slash = text.indexOf('/');
  if (slash === -1) return parsePoint(text);
  const start = parseSide(text.slice(0, slash));
  const end = parseSide(text.slice(slash + 1));
  if (start === null || end === null || (typeof start === 'string' && typeof end === 'string')) return null;
  return { kind: 'interval', start, end };
}

export function formatEdtf(edtf: Edtf): string {
  switch (edtf.kind) {
    case 'date':
      return edtf.year + suffix(edtf.month) + suffix(edtf.day) + (edtf.time ?? '') + edtf.qualifier;
    case 'week':
      return `${edtf.year}-W${edtf.week}${suffix(edtf.weekday)}`;
    case 'interval':
      return `${formatSide(edtf.start)}/${formatSide(edtf.end)}`;
    case 'set':
      return (edtf.all ? '{' : '[') + edtf.members.map(formatEdtf).join(',') + (edtf.all ? '}' : ']');
  }
}

/**
 * The days that the value may reach; null when its year is not known. A season (21 to 24, no hemisphere told) reaches over
 * both readings of winter. An unknown side of an interval bounds nothing.
 */
export function dayRange(edtf: Edtf): DayRange | null {
  switch (edtf.kind) {
    case 'date':
      return dateRange(edtf);
    case 'week':
      return weekRange(edtf);
    case 'interval': {
      const start = typeof edtf.start === 'string' ? { first: -Infinity } : dayRange(edtf.start);
      const end = typeof edtf.end === 'string' ? { last: Infinity } : dayRange(edtf.end);
      return start && end ? { first: start.first, last: end.last } : null;
    }
    case 'set': {
      const ranges = edtf.members.map(dayRange).filter((range) => range !== null);
      if (ranges.length < edtf.members.length) return null;
      return { first: Math.min(...ranges.map((r) => r.first)), last: Math.max(...ranges.map((r) => r.last)) };
    }
  }
}

/** `dayRange` of a text; null also where the text is no EDTF. */
export function rangeOf(text: string): DayRange | null {
  const edtf = parseEdtf(text);
  return edtf && dayRange(edtf);
}

/**
 * Whether one day can satisfy both values, so that two statements of one date are compatible: "2026-03" meets "2026-03-06",
 * "XXXX-03-06" meets it too, "XXXX-WXX-2" does not (it was a Friday). Nothing that is not known to differ is told apart:
 * texts that are no EDTF meet everything. `slack` widens both sides by whole days (time zones, "the night of").
 */
export function datesMeet(a: string, b: string, slack = 0): boolean {
  const x = parseEdtf(a);
  const y = parseEdtf(b);
  if (!x || !y) return true;
  if (x.kind === 'set' && !x.all) return x.members.some((member) => datesMeet(formatEdtf(member), b, slack));
  if (y.kind === 'set' && !y.all) return y.members.some((member) => datesMeet(a, formatEdtf(member), slack));
  const rangeX = dayRange(x);
  const rangeY = dayRange(y);
  if (rangeX && rangeY) return rangeX.first - slack <= rangeY.last && rangeY.first - slack <= rangeX.last;
  if (rangeX) return holdsDayLike(rangeX, y, slack);
  if (rangeY) return holdsDayLike(rangeY, x, slack);
  return patternsMeet(x, y, slack);
}

/** "Y" before years of more than four digits, as level 1 has it; astronomical years ("-0043" is 44 BC). */
export function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return (digits.length > 4 ? 'Y' : '') + (year < 0 ? '-' : '') + digits;
}

export const edtfMonth = (year: number, month: number): string => `${edtfYear(year)}-${twoDigits(month)}`;

/** `day` is a day number. */
export function edtfDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${edtfMonth(year, month)}-${twoDigits(dayOfMonth)}`;
}

export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

const suffix = (part: string | null): string => (part === null ? '' : `-${part}`);

function parseSet(text: string, open: '[' | '{'): EdtfSet | null {
  if (!text.endsWith(open === '[' ? ']' : '}')) return null;
  const members: EdtfPoint[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    const member = parsePoint(part.trim());
    if (!member) return null;
    members.push(member);
  }
  return { kind: 'set', all: open === '{', members };
}

function parseSide(text: string): EdtfPoint | 'open' | 'unknown' | null {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parsePoint(text);
}

const formatSide = (side: EdtfInterval['start']): string =>
  side === 'open' ? '..' : side === 'unknown' ? '' : formatEdtf(side);

function parsePoint(text: string): EdtfPoint | null {
  const t = text.indexOf('T');
  const time = t === -1 ? null : text.slice(t);
  if (time !== null && !TIME.test(time.slice(1))) return null;
  let rest = t === -1 ? text : text.slice(0, t);
  const last = rest.at(-1);
  const qualifier: Qualifier = last === '?' || last === '~' || last === '%' ? last : '';
  if (qualifier !== '') rest = rest.slice(0, -1);
  const negative = rest.startsWith('-');
  // The minus of "Y-17000" is no separator.
  const [head = '', second = null, third = null, ...more] = (negative ? rest.slice(1) : rest).split(/-(?!\d{5})/);
  const year = negative ? `-${head}` : head;
  if (more.length > 0 || !YEAR.test(year)) return null;
  if (second !== null && second.startsWith('W'))
    return time || qualifier ? null : parseWeek(year, second.slice(1), third);
  if ((second !== null && !isMonthLike(second)) || (third !== null && !isDayLike(year, second, third))) return null;
  if (time !== null && (third === null || qualifier !== '')) return null;
  return { kind: 'date', year, month: second, day: third, time, qualifier };
}

function parseWeek(year: string, week: string, weekday: string | null): EdtfWeek | null {
  if (!/^(?:XX|[0-9]{2})$/.test(week) || (weekday !== null && !/^[1-7X]$/.test(weekday))) return null;
  const number = Number(week);
  if (number === 0 || number > 53 || (number === 53 && !year.includes('X') && weeksInYear(yearNumber(year)) < 53))
    return null;
  return { kind: 'week', year, week, weekday };
}

function isMonthLike(month: string): boolean {
  if (!PAIR.test(month)) return false;
  if (month.includes('X')) return month === 'XX' || month === '0X' || month === '1X';
  const number = Number(month);
  return (number >= 1 && number <= 12) || (number >= 21 && number <= 41);
}

function isDayLike(year: string, month: string | null, day: string): boolean {
  if (month === null || !PAIR.test(day)) return false;
  if (day.includes('X')) return Number(month) <= 12 || month.includes('X');
  const number = Number(day);
  if (month.includes('X')) return number >= 1 && number <= 31;
  return isCivilDate(year.includes('X') ? 2000 : yearNumber(year), Number(month), number);
}

const yearNumber = (year: string): number => Number(year.startsWith('Y') ? year.slice(1) : year);

function yearRange(year: string): { low: number; high: number } | null {
  if (!year.includes('X')) return { low: yearNumber(year), high: yearNumber(year) };
  if (year.replace('-', '').startsWith('X')) return null;
  const a = Number(year.replaceAll('X', '0'));
  const b = Number(year.replaceAll('X', '9'));
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

function dateRange({ year, month, day }: EdtfDate): DayRange | null {
  const years = yearRange(year);
  if (!years) return null;
  const [firstMonth, lastMonth] = monthRange(month);
  const first = dayNumber(years.low, 1, 1) + monthOffset(years.low, firstMonth);
  const last = dayNumber(years.high, 1, 1) + monthOffset(years.high, lastMonth + 1) - 1;
  if (day === null || day === 'XX') return { first, last };
  const low = day.includes('X') ? Math.max(1, Number(day.replace('X', '0'))) : Number(day);
  const high = day.includes('X') ? Number(day.replace('X', '9')) : low;
  const lastOfMonth = civilDate(last);
  return {
    first: first + low - 1,
    last:
      last -
      daysInMonth(lastOfMonth.year, lastOfMonth.month) +
      Math.min(high, daysInMonth(lastOfMonth.year, lastOfMonth.month)),
  };
}

/** Days from 1 January to the first of a month; months before 1 and after 12 lie in the years beside. */
function monthOffset(year: number, month: number): number {
  const carry = Math.floor((month - 1) / 12);
  return dayNumber(year + carry, month - carry * 12, 1) - dayNumber(year, 1, 1);
}

/** First and last month of a month or sub-year grouping, counted from January of its year; 0 is December of the year before. */
function monthRange(month: string | null): readonly [number, number] {
  if (month === null || month === 'XX') return [1, 12];
  if (month === '0X') return [1, 9];
  if (month === '1X') return [10, 12];
  const code = Number(month);
  if (code <= 12) return [code, code];
  return GROUPINGS[code - 21] ?? [1, 12];
}

/** Codes 21 to 41 of ISO 8601-2, 4.8; meteorological seasons. */
const GROUPINGS: readonly (readonly [number, number])[] = [
  [3, 5],
  [6, 8],
  [9, 11],
  [0, 14], // seasons, hemisphere not told: winter is January's or December's
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 14], // northern
  [9, 11],
  [12, 14],
  [3, 5],
  [6, 8], // southern
  [1, 3],
  [4, 6],
  [7, 9],
  [10, 12], // quarters
  [1, 4],
  [5, 8],
  [9, 12], // quadrimesters
  [1, 6],
  [7, 12], // semestrals
];

function weekRange({ year, week, weekday }: EdtfWeek): DayRange | null {
  const years = yearRange(year);
  if (!years) return null;
  const untold = week === 'XX';
  const monday = weekStart(years.low, untold ? 1 : Number(week));
  const lastMonday = weekStart(years.high, untold ? weeksInYear(years.high) : Number(week));
  if (weekday === null || weekday === 'X') return { first: monday, last: lastMonday + 6 };
  return { first: monday + Number(weekday) - 1, last: lastMonday + Number(weekday) - 1 };
}

/** Beyond a year every month, day and weekday occurs (but for a leap day, which is then taken to meet). */
const LONGEST_WALK = 366;

function holdsDayLike(range: DayRange, pattern: Edtf, slack: number): boolean {
  const first = range.first - slack;
  const last = range.last + slack;
  if (!(last - first < LONGEST_WALK)) return true;
  for (let day = first; day <= last; day += 1) if (isDayOf(day, pattern)) return true;
  return false;
}

/** Whether a day fits what the pattern tells of month, day and weekday. */
function isDayOf(day: number, pattern: Edtf): boolean {
  if (pattern.kind === 'week') return pattern.weekday === null || pattern.weekday === String(weekdayOf(day));
  if (pattern.kind === 'set') return pattern.members.some((member) => isDayOf(day, member));
  const date = civilDate(day);
  const inYear = date.month * 100 + date.day;
  if (pattern.kind === 'date') {
    const [low, high] = span(pattern);
    return pattern.day === 'XX' || pattern.month === 'XX' ? true : low <= inYear && inYear <= high;
  }
  if (typeof pattern.start === 'string' || typeof pattern.end === 'string') return true;
  if (pattern.start.kind === 'week' || pattern.end.kind === 'week') return true;
  const [low] = span(pattern.start);
  const [, high] = span(pattern.end);
  return low <= high ? low <= inYear && inYear <= high : inYear >= low || inYear <= high;
}

/** First and last day within the year, as month × 100 + day. */
function span({ month, day }: EdtfDate): [number, number] {
  const [first, last] = monthRange(month);
  if (first < 1 || last > 12) return [101, 1231];
  return day === null || day.includes('X')
    ? [first * 100 + 1, last * 100 + 31]
    : [first * 100 + Number(day), last * 100 + Number(day)];
}

/** Neither year is known: only months and days can tell the values apart. */
function patternsMeet(x: Edtf, y: Edtf, slack: number): boolean {
  if (x.kind === 'week' && y.kind === 'week') {
    if (x.weekday === null || y.weekday === null || x.weekday === 'X' || y.weekday === 'X') return true;
    const apart = Math.abs(Number(x.weekday) - Number(y.weekday));
    return Math.min(apart, 7 - apart) <= slack;
  }
  if (x.kind !== 'date' || y.kind !== 'date' || x.month === 'XX' || y.month === 'XX') return true;
  const [lowX, highX] = span(x);
  const [lowY, highY] = span(y);
  // Days of an untold year are compared in a leap year; the turn of the year is not crossed.
  const at = (n: number, offset: number): number =>
    dayNumber(2000, Math.floor(n / 100), Math.min(n % 100, daysInMonth(2000, Math.floor(n / 100)))) + offset;
  return at(lowX, -slack) <= at(highY, 0) && at(lowY, -slack) <= at(highX, 0);
}
