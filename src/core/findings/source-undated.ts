import type { Snapshot, Uri } from '../corpus/types.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Unresolved dates that are listed; the message tells how many there are in all. */
const MOST_LISTED = 10;

/** Nothing in the text dates the source, and it has dates that wait for that. A source without any is no news. */
export const sourceUndated: Rule = {
  code: 'source-undated',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const reading = snapshot.source(uri)?.reading;
    if (!reading || reading.sourceDate) return;
    const open = reading.dates.filter(({ kind, resolved }) => !resolved && (kind === 'date' || kind === 'time'));
    const sides = open.slice(0, MOST_LISTED).map(({ start, end }): Side => {
      const place = { uri, start, end };
      return side(place, message('source-undated-date', wordsAt(snapshot, place)));
    });
    const [first, ...others] = sides;
    if (!first) return;
    yield finding(sourceUndated, snapshot, {
      sides: [first, ...others],
      message: message('source-undated', open.length),
      confidence: 0.9,
    });
  },
};
