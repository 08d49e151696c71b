import type { Snapshot, Uri } from '../corpus/types.ts';
import { disagreeing, isUpdate } from './figureGroups.ts';
import { figureFinding } from './figureFinding.ts';
import type { Finding, Rule } from './types.ts';

/** Two figures for the same thing whose intervals do not meet, and which time does not explain. */
export const figureConflict: Rule = {
  code: 'figure-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const group of disagreeing(snapshot, uri)) {
      if (!isUpdate(group))
        yield figureFinding(
          figureConflict,
          snapshot,
          group.map(({ ref }) => ref),
        );
    }
  },
};
