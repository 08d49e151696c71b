import { sameNumber, type FigureRef } from '../corpus/figures.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { figureFinding } from './figureFinding.ts';
import type { Finding, Rule } from './types.ts';

/** The same number, said of different things: one of them may be a slip of memory for the other. */
export const figureScope: Rule = {
  code: 'figure-scope',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const [index, { start, end }] of snapshot.source(uri)!.reading.figures.entries()) {
      const group = groupOf(snapshot, { uri, start, end, index });
      if (group.length > 1) yield figureFinding(figureScope, snapshot, group);
    }
  },
};

/** Figures with the number, followed from one to the next, so that the group is the same from each of them. */
function groupOf(snapshot: Snapshot, first: FigureRef): readonly FigureRef[] {
  const group = new Map([[`${first.uri} ${first.index}`, first]]);
  for (const ref of group.values()) {
    for (const other of sameNumber(snapshot, ref.uri, ref.index)) group.set(`${other.uri} ${other.index}`, other);
  }
  return [...group.values()];
}
