import { passagesOf, type Passage, type SharedWith } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { fileName, finding, message, side } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Two sources share prose: they are not independent witnesses. Quotations of one statement are no sign of that. */
export const passageShared: Rule = {
  code: 'passage-shared',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const shared of passagesOf(snapshot, uri)) {
      const passages = shared.passages.filter(({ quoted }) => !quoted);
      const sides = sidesOfPair(uri, shared, passages);
      if (!sides) continue;
      const words = passages.reduce((sum, passage) => sum + passage.words, 0);
      const [first, second] = [uri, shared.uri].sort() as [Uri, Uri];
      yield finding(passageShared, snapshot, {
        sides,
        message: message('passage-shared', fileName(first), fileName(second), passages.length, words),
        confidence: 0.95,
        key: `${fileName(first)} ${fileName(second)}`,
      });
    }
  },
};

/** Both sides of each passage, the first source's first passage at the head; null where there is none. */
function sidesOfPair(uri: Uri, { uri: other }: SharedWith, passages: readonly Passage[]): [Side, ...Side[]] | null {
  const sides = passages.flatMap(({ a, b }) => [
    side({ uri, ...a }, message('passage-shared-side', fileName(uri))),
    side({ uri: other, ...b }, message('passage-shared-side', fileName(other))),
  ]);
  const [first, ...rest] = sides.sort((x, y) => (x.uri === y.uri ? x.start - y.start : x.uri < y.uri ? -1 : 1));
  return first ? [first, ...rest] : null;
}
