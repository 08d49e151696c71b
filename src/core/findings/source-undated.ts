import type { Snapshot, Uri } from '../corpus/types.ts';
import type { AsideKind, DateExpression, Reading } from '../reading/types.ts';
import { contains } from '../text/span.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Unresolved dates that are listed; the message tells how many there are in all. */
const MOST_LISTED = 10;

/**
 * Nothing in the text dates the source, or nothing but a day without its year, and it has dates that wait for that. A source
 * without any is no news.
 */
export const sourceUndated: Rule = {
  code: 'source-undated',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const reading = snapshot.source(uri)?.reading;
    if (!reading || reading.sourceDate) return;
    const open = reading.dates.filter(waits);
    const sides = open.slice(0, MOST_LISTED).map(({ start, end }): Side => {
      const place = { uri, start, end };
      return side(place, message('source-undated-date', wordsAt(snapshot, place)));
    });
    const [first, ...others] = sides;
    if (!first) return;
    const told = dayWithoutYear(reading);
    yield finding(sourceUndated, snapshot, {
      sides: [first, ...others],
      message: told
        ? message('source-undated-year', open.length, wordsAt(snapshot, { uri, ...told }))
        : message('source-undated', open.length),
      confidence: 0.9,
    });
  },
};

/** Whether the date would be resolved if the source's were known: others count from another date, or from none ("recently"). */
const waits = ({ kind, resolved, rule }: DateExpression): boolean =>
  !resolved && (kind === 'date' || kind === 'time') && !/^(?:vague|anaphor|numeric|distance)/.test(rule);

const HEADS: ReadonlySet<AsideKind> = new Set(['header', 'dateline', 'byline']);

/** "PORT MERIDIAN, March 7 —": the day that the source bears, where its year is not told. */
function dayWithoutYear({ asides, dates }: Reading): DateExpression | undefined {
  const heads = asides.filter(({ kind }) => HEADS.has(kind));
  return dates.find((date) => /^XXXX-\d\d-\d\d/.test(date.value ?? '') && heads.some((aside) => contains(aside, date)));
}
