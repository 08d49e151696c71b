import type { Snapshot, Uri } from '../corpus/types.ts';
import { wholeDay, weekdayOf } from '../text/calendar.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** A weekday is printed with a date that falls on another day. */
export const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const date of snapshot.source(uri)?.reading.dates ?? []) {
      if (date.weekday === undefined || !date.resolved || date.value === null) continue;
      const day = wholeDay(date.value);
      const actual = day === null ? date.weekday : weekdayOf(day);
      if (actual === date.weekday) continue;
      const place = { uri, start: date.start, end: date.end };
      yield finding(weekdayMismatch, snapshot, {
        sides: [side(place, message('weekday-mismatch-here'))],
        message: message(`weekday-mismatch-${actual}`, wordsAt(snapshot, place)),
        confidence: 0.9,
      });
    }
  },
};
