import { sameNumber } from '../corpus/figures.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { figureFinding } from './figureFinding.ts';
import type { Finding, Rule } from './types.ts';

/** The same number, said of different things: one of them may be a slip of memory for the other. */
export const figureScope: Rule = {
  code: 'figure-scope',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const [index, { start, end }] of snapshot.source(uri)!.reading.figures.entries()) {
      const others = sameNumber(snapshot, uri, index);
      if (others.length === 0) continue;
      // seen from its first member, the group is the same from each side
      const first = [{ uri, start, end, index }, ...others].reduce((a, b) => (b.uri < a.uri ? b : a));
      const group = [first, ...sameNumber(snapshot, first.uri, first.index)];
      if (group.some((ref) => ref.uri === uri)) yield figureFinding(figureScope, snapshot, group);
    }
  },
};
