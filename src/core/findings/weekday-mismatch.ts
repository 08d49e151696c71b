import type { Snapshot, Uri } from '../corpus/types.ts';
import { dayNumber, weekdayOf } from '../text/calendar.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** A weekday is printed with a date that falls on another day. */
export const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const date of snapshot.source(uri)?.reading.dates ?? []) {
      if (date.weekday === undefined || !date.resolved || date.value === null) continue;
      const actual = isoWeekday(date.value);
      if (actual === null || actual === date.weekday) continue;
      const place = { uri, start: date.start, end: date.end };
      yield finding(weekdayMismatch, snapshot, {
        sides: [side(place, message('weekday-mismatch-here'))],
        message: message(`weekday-mismatch-${actual}`, wordsAt(snapshot, place)),
        confidence: 0.9,
      });
    }
  },
};

/** 1 (Monday) to 7 of an EDTF day; null for anything that is not one. */
function isoWeekday(value: string): number | null {
  const day = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return day && weekdayOf(dayNumber(Number(day[1]), Number(day[2]), Number(day[3])));
}
