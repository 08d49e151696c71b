import { collate, isCopied, isSeries, type Collation } from '../corpus/copied.ts';
import { passagesOf } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { DateExpression, Reading } from '../reading/types.ts';
import { wholeDay } from '../text/calendar.ts';
import { contains, type Span } from '../text/span.ts';
import { fold } from '../text/fold.ts';
import { fileName, finding, isQuoted, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/**
 * A relative date ("earlier this week") was taken over with a passage into a source of another date, where it means
 * another day: one of the two is stale, and the later one is suspected. The routine sentences of a series are no copies.
 */
export const staleRelativeDate: Rule = {
  code: 'stale-relative-date',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const here = snapshot.source(uri)!.reading;
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const there = snapshot.source(other)!.reading;
      if (!areApart(here, there) || !passages.some(({ a }) => hasAny(relativeDates(here, a)))) continue;
      const collated = passages.map((passage) => ({ passage, collation: collate(here, there, passage) }));
      if (
        isSeries(
          here,
          there,
          collated.map(({ collation }) => collation),
        )
      )
        continue;
      for (const { passage, collation } of collated) {
        if (!isCopied(here, there, passage, collation)) continue;
        for (const date of relativeDates(here, passage.a)) {
          const twin = twinOf(date, collation, [...relativeDates(there, passage.b)]);
          if (!twin || !sameWords(here, date, there, twin) || !disagree(date, twin)) continue;
          yield stale(snapshot, { uri, reading: here, date }, { uri: other, reading: there, date: twin });
        }
      }
    }
  },
};

/** One text bears two days when it goes round the world, or from the evening into the morning paper. */
const DAY_SLACK = 1;

function areApart(a: Reading, b: Reading): boolean {
  const [dayA, dayB] = [wholeDay(a.sourceDate?.value), wholeDay(b.sourceDate?.value)];
  return dayA !== null && dayB !== null && Math.abs(dayA - dayB) > DAY_SLACK;
}

const hasAny = (list: Iterable<unknown>): boolean => !list[Symbol.iterator]().next().done;

/** The one of `dates` whose first word is aligned with the first word of `date`. */
function twinOf(date: Span, { a, b, pairs }: Collation, dates: readonly DateExpression[]): DateExpression | undefined {
  const pair = pairs.find(([index]) => contains(date, a[index]!));
  return pair && dates.find((each) => contains(each, b[pair[1]]!));
}

interface Told {
  readonly uri: Uri;
  readonly reading: Reading;
  readonly date: DateExpression;
}

/** Those whose day is not told once more beside them ("today (4 May)"). An hour alone ("at six in the morning") may be every day's. */
function* relativeDates(reading: Reading, span: Span): Iterable<DateExpression> {
  const { dates } = reading;
  for (const date of dates) {
    // "today" in a quotation is the speaker's day
    if (isQuoted(reading, date)) continue;
    const toldAgain = dates.some((other) => other !== date && other.value === date.value && isNear(other, date));
    if (date.anchor?.basis === 'source-date' && contains(span, date) && isOfDay(date) && !toldAgain) yield date;
  }
}

const isOfDay = ({ kind, rule }: DateExpression): boolean =>
  kind === 'date' || rule.startsWith('weekday') || rule === 'time-deictic';

/** Code units between two expressions that explain one another. */
const NEAR = 30;

const isNear = (a: Span, b: Span): boolean => a.start < b.end + NEAR && b.start < a.end + NEAR;

function sameWords(a: Reading, dateA: DateExpression, b: Reading, dateB: DateExpression): boolean {
  return fold(a.text.slice(dateA.start, dateA.end)) === fold(b.text.slice(dateB.start, dateB.end));
}

const disagree = (a: DateExpression, b: DateExpression): boolean => a.resolved && b.resolved && a.value !== b.value;

function stale(snapshot: Snapshot, a: Told, b: Told): Finding {
  const value = ({ reading }: Told) => reading.sourceDate?.value ?? '';
  const [earlier, later] = value(a) <= value(b) ? [a, b] : [b, a];
  const sideOf = ({ uri, date }: Told): Side =>
    side(
      { uri, start: date.start, end: date.end },
      message('stale-relative-date-side', fileName(uri), date.value ?? ''),
    );
  return finding(staleRelativeDate, snapshot, {
    sides: [sideOf(later), sideOf(earlier)],
    message: message(
      'stale-relative-date',
      wordsAt(snapshot, { uri: later.uri, ...later.date }),
      later.date.value ?? '',
      fileName(earlier.uri),
      earlier.date.value ?? '',
      fileName(later.uri),
    ),
    confidence: 0.8,
  });
}
