import { contentOf } from '../corpus/shared/context.ts';
import { twinSentences } from '../corpus/twinSentences.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { DateExpression, Reading } from '../reading/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { comparePlaces, fileName, finding, isQuoted, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/**
 * The same event on different days. Two sentences in much the same words, each with one day of its own, tell of one event;
 * anything looser would set a second event against the first.
 */
export const dateConflict: Rule = {
  code: 'date-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const here = snapshot.source(uri)!.reading;
    for (const { uri: other, a, b } of twinSentences(snapshot, uri)) {
      const [mine, theirs] = [dayIn(here, a), dayIn(snapshot.source(other)!.reading, b)];
      if (!mine || !theirs || mine.value === theirs.value) continue;
      const sides = [daySide(snapshot, uri, mine), daySide(snapshot, other, theirs)].sort(comparePlaces) as [
        Side,
        Side,
      ];
      const [first, second] = sides;
      yield finding(dateConflict, snapshot, {
        sides,
        message: message('date-conflict', ...first.label.args, ...second.label.args),
        confidence: 0.8,
      });
    }
  },
};

/** A line of a date and little else is a header, and its day is that of the source. */
const FEWEST_WORDS = 5;

/** The only day that the sentence gives; relative words are left to `stale-relative-date`. */
function dayIn(reading: Reading, sentence: Span): DateExpression | null {
  if (contentOf(reading, sentence).size < FEWEST_WORDS) return null;
  const days = reading.dates.filter((date) => contains(sentence, date) && date.kind === 'date');
  if (days.some((date) => !isAbsolute(reading, date) || isQuoted(reading, date))) return null;
  const [day] = days;
  const datesSource = reading.sourceDate?.evidence.some((span) => day && overlaps(span, day));
  return days.length === 1 && !datesSource && day?.resolved && /^\d{4}-\d\d-\d\d$/.test(day.value ?? '') ? day : null;
}

const isAbsolute = ({ text }: Reading, { start, end }: Span): boolean => /\d/.test(text.slice(start, end));

function daySide(snapshot: Snapshot, uri: Uri, { start, end, value }: DateExpression): Side {
  const place = { uri, start, end };
  return side(place, message('date-conflict-side', wordsAt(snapshot, place), value ?? '', fileName(uri)));
}
