import { FEWEST_OF_ORIGIN, sharedProse, suggestedOrigin, type SuggestedOrigin } from '../corpus/origins.ts';
import { passagesOf, type Passage } from '../corpus/passages.ts';
import { perSnapshot } from '../corpus/shared/perSnapshot.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { overlaps, spanLength, type Span } from '../text/span.ts';
import { asSides, fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Message, Rule } from './types.ts';

/**
 * Sources share prose: they are not independent witnesses of it. Quotations of one statement are no sign of that. All sources that
 * share the same stretches are one finding, told by the first of them.
 */
export const passageShared: Rule = {
  code: 'passage-shared',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const earlier = passagesOf(snapshot, uri).flatMap((shared) => (shared.uri < uri ? [shared.uri] : []));
    for (const teller of [uri, ...earlier]) {
      for (const found of toldBy(snapshot, teller)) if (found.sides.some((at) => at.uri === uri)) yield found;
    }
  },
};

/** Words of prose that make a sentence, not a phrase that anybody may use ("four counts of fraud by abuse of position"). */
const SENTENCE = 18;
/** So many in several passages make two sources related, and then the phrases count. */
const RELATED = 30;
/** Source names that a message lists; the rest are a number. */
const MOST_NAMED = 3;

/** A source that shares prose with the teller. */
interface Sharer {
  readonly uri: Uri;
  /** `a` in the teller. */
  readonly passages: readonly Passage[];
}

/** Findings about the prose that a source shares with later ones, where no earlier one has it too. */
const toldBy = perSnapshot((snapshot, uri: Uri): readonly Finding[] => {
  const sharers = sharersOf(snapshot, uri);
  const earlier = sharers.filter((other) => other.uri < uri);
  const later = sharers.flatMap((other): Sharer[] => {
    if (other.uri < uri) return [];
    const passages = other.passages.filter((each) => !earlier.some((by) => hasToo(snapshot, by, other.uri, each)));
    return isTelling(passages) ? [{ uri: other.uri, passages }] : [];
  });
  return groups(later).map((group) => findingOf(snapshot, uri, group));
});

const sharersOf = (snapshot: Snapshot, uri: Uri): readonly Sharer[] =>
  passagesOf(snapshot, uri).flatMap(({ uri: other, passages }) => {
    const prose = passages.filter(({ quoted }) => !quoted);
    return isTelling(prose) ? [{ uri: other, passages: prose }] : [];
  });

const isTelling = (passages: readonly Passage[]): boolean =>
  passages.some(({ prose }) => prose >= SENTENCE) || sharedProse(passages) >= RELATED;

/** Whether a third source shares a passage of two with both of them. */
function hasToo(snapshot: Snapshot, third: Sharer, other: Uri, passage: Passage): boolean {
  if (!third.passages.some(({ a }) => coversHalf(a, passage.a))) return false;
  const shared = sharersOf(snapshot, third.uri).find(({ uri }) => uri === other);
  return shared?.passages.some(({ b }) => coversHalf(b, passage.b)) === true;
}

const coversHalf = (cover: Span, of: Span): boolean =>
  2 * (Math.min(cover.end, of.end) - Math.max(cover.start, of.start)) >= spanLength(of);

/** Sources that share the same stretches of the teller, directly or by way of others of them. */
function groups(sharers: readonly Sharer[]): readonly (readonly Sharer[])[] {
  let found: Sharer[][] = [];
  for (const sharer of sharers) {
    const joined = found.filter((group) => group.some((other) => shareStretch(sharer, other)));
    found = [...found.filter((group) => !joined.includes(group)), [...joined.flat(), sharer]];
  }
  return found;
}

const shareStretch = (one: Sharer, other: Sharer): boolean =>
  one.passages.some(({ a }) => other.passages.some((each) => coversHalf(a, each.a) || coversHalf(each.a, a)));

function findingOf(snapshot: Snapshot, uri: Uri, sharers: readonly Sharer[]): Finding {
  const uris = [uri, ...sharers.map((sharer) => sharer.uri).sort()];
  const passages = sharers.flatMap((sharer) => sharer.passages);
  const stretches = merged(passages.map(({ a, prose }) => ({ ...a, prose })));
  const words = stretches.reduce((sum, { prose }) => sum + prose, 0);
  const longest = passages.reduce((best, each) => (each.prose > best.prose ? each : best));
  const sideOf = (where: Uri) => (span: Span) =>
    side({ uri: where, ...bounds(span) }, message('passage-shared-side', fileName(where)));
  return finding(passageShared, snapshot, {
    sides: asSides([
      ...stretches.map(sideOf(uri)),
      ...sharers.flatMap((sharer) =>
        merged(sharer.passages.map(({ b, prose }) => ({ ...b, prose }))).map(sideOf(sharer.uri)),
      ),
    ]),
    message: messageOf(suggestedOrigin(snapshot, uris), [
      ...named(uris),
      stretches.length,
      words,
      wordsAt(snapshot, { uri, ...longest.a }),
    ]),
    confidence: words >= FEWEST_OF_ORIGIN ? 0.95 : 0.85,
    key: uris.map(fileName).join(' '),
  });
}

const bounds = ({ start, end }: Span): Span => ({ start, end });

interface Stretch extends Span {
  /** Words of prose that the longest passage shares. */
  readonly prose: number;
}

/** Stretches that overlap as one, in order of place. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const each of stretches.toSorted((x, y) => x.start - y.start)) {
    const before = found.at(-1);
    if (before && overlaps(before, each)) {
      const [end, prose] = [Math.max(before.end, each.end), Math.max(before.prose, each.prose)];
      found[found.length - 1] = { start: before.start, end, prose };
    } else found.push(each);
  }
  return found;
}

/** "a.txt, b.txt" and "c.txt + 42": the sources as the two arguments that a message joins. */
function named(uris: readonly Uri[]): [string, string] {
  const more = uris.length - MOST_NAMED;
  const shown = uris.slice(0, MOST_NAMED).map(fileName);
  const last = shown.pop()!;
  return [shown.join(', '), more > 0 ? `${last} + ${more}` : last];
}

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
