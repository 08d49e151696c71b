import type { Snapshot, Uri } from '../corpus/types.ts';
import { disagreeing, isUpdate } from './figureGroups.ts';
import { figureFinding } from './figureFinding.ts';
import type { Finding, Rule } from './types.ts';

/** The same count grew between two dated sources: an update, not a conflict. */
export const figureUpdate: Rule = {
  code: 'figure-update',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const group of disagreeing(snapshot, uri)) {
      if (isUpdate(group))
        yield figureFinding(
          figureUpdate,
          snapshot,
          group.map(({ ref }) => ref),
        );
    }
  },
};
