import { isUnnamed } from '../corpus/anonymous.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Speaker } from '../reading/types.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

/** Statements that rest on unnamed people: one finding for a source, with every place. */
export const sourceAnonymous: Rule = {
  code: 'source-anonymous',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const { reading } = snapshot.source(uri)!;
    const told = [...reading.quotations, ...reading.statements].flatMap(({ speaker }) => speaker ?? []);
    const speakers = [...told, ...reading.cited].filter((speaker) => isUnnamed(reading, speaker));
    const places = new Map(speakers.map((speaker) => [speaker.start, speaker]));
    const sides = [...places.values()]
      .sort((a, b) => a.start - b.start)
      .map((speaker): Side => side({ uri, start: speaker.start, end: speaker.end }, countOf(speaker)));
    const [first, ...others] = sides;
    if (!first) return;
    yield finding(sourceAnonymous, snapshot, {
      sides: [first, ...others],
      message: message('source-anonymous', wordsAt(snapshot, first), sides.length),
      confidence: 0.8,
    });
  },
};

function countOf({ count }: Speaker): Message {
  if (count === null || count === undefined) return message('source-anonymous-several');
  return count === 1 ? message('source-anonymous-one') : message('source-anonymous-number', count);
}
