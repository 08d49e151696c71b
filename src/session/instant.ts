import { civilDate, type Instant } from '../core/index.ts';

const SECOND = 1000;
const DAY = 86_400;

/** Milliseconds since 1970 as xsd:dateTime in UTC, to the second. Without `Date`, which belongs to the clock. */
export function instantOf(milliseconds: number): Instant {
  const seconds = Math.floor(milliseconds / SECOND);
  const { year, month, day } = civilDate(Math.floor(seconds / DAY));
  const rest = ((seconds % DAY) + DAY) % DAY;
  const time = [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => two(Math.floor(part))).join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`;
}

const two = (part: number): string => String(part).padStart(2, '0');
