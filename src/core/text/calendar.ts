/**
 * Arithmetic of the proleptic Gregorian calendar (ISO 8601: astronomical years, so that year 0 is 1 BC).
 * A day is an integer: days since 1970-01-01. Nothing here knows a clock or a time zone.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** ISO 8601 week date; the week belongs to the year that holds its Thursday. */
export interface WeekDate {
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number;
}

const DAYS_PER_ERA = 146097;
/** Days from 0000-03-01, where the eras below begin, to 1970-01-01. */
const EPOCH_OFFSET = 719468;

/** Months and days past their range are not carried over: give a date that exists. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day comes last (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

/** Day of a date as EDTF writes a whole one ("2024-05-14"); null for anything else. */
export function wholeDay(value: string | null | undefined): number | null {
  const day = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(value ?? '');
  return day && dayNumber(Number(day[1]), Number(day[2]), Number(day[3]));
}

/** The inverse of `dayNumber`. */
export function civilDate(day: number): CivilDate {
  const shifted = day + EPOCH_OFFSET;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isCivilDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export function weekDate(day: number): WeekDate {
  const weekday = weekdayOf(day);
  const { year } = civilDate(day - weekday + 4);
  return { year, week: Math.floor((day - weekday + 4 - dayNumber(year, 1, 1)) / 7) + 1, weekday };
}

/** The Monday of an ISO week. */
export function weekStart(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4); // always in week 1
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

export const weeksInYear = (year: number): number => weekDate(dayNumber(year, 12, 28)).week;

/** Moves by whole months; a day that the target month lacks becomes its last (31 January + 1 month is 28 or 29 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** Western Easter Sunday as a day (the "anonymous Gregorian" computus; Meeus, *Astronomical Algorithms*, ch. 8). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 22 * toSunday) / 451);
  const index = epact + toSunday - 7 * late + 114;
  return dayNumber(year, Math.floor(index / 31), (index % 31) + 1);
}
