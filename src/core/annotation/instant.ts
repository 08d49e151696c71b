/** Points in time as files have them (xsd:dateTime with a zone, which is RFC 3339), in UTC as the standard asks (model, section 3.3.1). */
import type { Instant } from './types.ts';

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const MINUTE = 60;
const DAY = 86_400;

/** The same moment in UTC, ending in "Z"; null for what is no date and time with a zone. Fractions of seconds stay. */
export function toInstant(written: string): Instant | null {
  const match = PATTERN.exec(written);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  // A leap second (60) is allowed by RFC 3339.
  if (hour > 23 || minute > 59 || second > 60) return null;
  const zone = match[8] as string;
  if (zone === 'Z') return written;
  const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * MINUTE * (zone.startsWith('-') ? -1 : 1);
  const seconds = daysBefore(year, month, day) * DAY + hour * 3600 + minute * MINUTE - offset;
  const date = civil(Math.floor(seconds / DAY));
  if (date.year < 0 || date.year > 9999) return null;
  const rest = ((seconds % DAY) + DAY) % DAY;
  const time = [Math.floor(rest / 3600), Math.floor((rest % 3600) / MINUTE), second].map(two).join(':');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}T${time}${match[7] ?? ''}Z`;
}

/** The later of two instants; compares moments, whatever their fractions. */
export function laterInstant(a: Instant, b: Instant): Instant {
  const [secondsA, secondsB] = [a.slice(0, 19), b.slice(0, 19)];
  if (secondsA !== secondsB) return secondsA > secondsB ? a : b;
  return fraction(a) >= fraction(b) ? a : b;
}

const fraction = (instant: Instant): number => Number(`0${instant.slice(19, -1)}`);

const two = (n: number): string => String(n).padStart(2, '0');

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days from 0000-03-01 in the proleptic Gregorian calendar; March first, so that the leap day comes last. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1
  );
}

function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  let y = Math.floor(days / 365.2425);
  while (daysBefore(y, 3, 1) > days) y -= 1;
  while (daysBefore(y + 1, 3, 1) <= days) y += 1;
  const inYear = days - daysBefore(y, 3, 1);
  const m = Math.floor((inYear * 10 + 5) / 306);
  const month = ((m + 2) % 12) + 1;
  return { year: month > 2 ? y : y + 1, month, day: inYear - Math.floor((m * 306 + 5) / 10) + 1 };
}
