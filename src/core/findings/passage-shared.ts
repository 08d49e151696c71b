import { FEWEST_OF_ORIGIN, sharedProse, suggestedOrigin, type SuggestedOrigin } from '../corpus/origins.ts';
import { passagesOf, type Passage } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

/** Two sources share prose: they are not independent witnesses of it. Quotations of one statement are no sign of that. */
export const passageShared: Rule = {
  code: 'passage-shared',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const prose = passages.filter(({ quoted }) => !quoted);
      const sides = sidesOfPair(uri, other, prose);
      if (!sides) continue;
      const [first, second] = [uri, other].sort() as [Uri, Uri];
      yield finding(passageShared, snapshot, {
        sides,
        message: messageOf(suggestedOrigin(snapshot, [first, second]), [
          fileName(first),
          fileName(second),
          prose.length,
          sharedProse(prose),
          wordsAt(snapshot, { uri: first, ...(first === uri ? longest(prose).a : longest(prose).b) }),
        ]),
        confidence: sharedProse(prose) >= FEWEST_OF_ORIGIN ? 0.95 : 0.85,
        key: `${fileName(first)} ${fileName(second)}`,
      });
    }
  },
};

const longest = (passages: readonly Passage[]): Passage =>
  passages.reduce((best, each) => (each.prose > best.prose ? each : best));

function messageOf(origin: SuggestedOrigin | null, args: readonly (string | number)[]): Message {
  switch (origin?.by) {
    case 'credit':
      return message('passage-shared-wire', ...args, origin.agency, fileName(origin.place.uri));
    case 'date':
      return message('passage-shared-earlier', ...args, fileName(origin.uri), origin.date);
    default:
      return message('passage-shared', ...args);
  }
}

/** Both sides of each passage, the first source's first passage at the head; null where there is none. */
function sidesOfPair(uri: Uri, other: Uri, passages: readonly Passage[]): [Side, ...Side[]] | null {
  const sides = passages.flatMap(({ a, b }) => [
    side({ uri, ...a }, message('passage-shared-side', fileName(uri))),
    side({ uri: other, ...b }, message('passage-shared-side', fileName(other))),
  ]);
  const [first, ...rest] = sides.sort((x, y) => (x.uri === y.uri ? x.start - y.start : x.uri < y.uri ? -1 : 1));
  return first ? [first, ...rest] : null;
}
