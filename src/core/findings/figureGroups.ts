import { intervalsMeet, sameCount, type FigureRef } from '../corpus/figures.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Figure, SourceDate } from '../reading/types.ts';
import { comparePlaces } from './finding.ts';

/** One figure of one source, as a member of a group that counts the same thing. */
export interface Told {
  readonly ref: FigureRef;
  readonly figure: Figure;
  readonly date: SourceDate | null;
}

/** Sources that are followed from one figure to the next; a group that large is the subject of the whole folder. */
const MOST_MEMBERS = 40;

/** Groups of figures that count the same thing and do not all meet, with a member in `uri`; the same from each member. */
export function* disagreeing(snapshot: Snapshot, uri: Uri): Iterable<readonly Told[]> {
  const seen = new Set<string>();
  for (const [index, { start, end }] of snapshot.source(uri)!.reading.figures.entries()) {
    if (seen.has(`${uri} ${index}`)) continue;
    const group = groupOf(snapshot, { uri, start, end, index });
    for (const { ref } of group) seen.add(`${ref.uri} ${ref.index}`);
    const members = withoutAgreeing(group);
    if (members.some(({ ref }) => ref.uri === uri)) yield members;
  }
}

function groupOf(snapshot: Snapshot, start: FigureRef): Told[] {
  const members = new Map([[`${start.uri} ${start.index}`, start]]);
  for (const ref of members.values()) {
    if (members.size > MOST_MEMBERS) break;
    for (const other of sameCount(snapshot, ref.uri, ref.index)) {
      const key = `${other.uri} ${other.index}`;
      if (!members.has(key)) members.set(key, other);
    }
  }
  return [...members.values()].sort(comparePlaces).map((ref) => {
    const { figures, sourceDate } = snapshot.source(ref.uri)!.reading;
    return { ref, figure: figures[ref.index]!, date: sourceDate };
  });
}

/**
 * A source that gives several figures of the kind ("12 people … 30 people") disagrees with another one only if none of
 * them meets any of the other's.
 */
function withoutAgreeing(group: readonly Told[]): readonly Told[] {
  const bySource = new Map<Uri, Told[]>();
  for (const told of group) bySource.set(told.ref.uri, [...(bySource.get(told.ref.uri) ?? []), told]);
  const disagreeing = new Set<Uri>();
  for (const [uri, mine] of bySource) {
    for (const [other, theirs] of bySource) {
      if (uri < other && !mine.some((a) => theirs.some((b) => meet(a, b)))) disagreeing.add(uri).add(other);
    }
  }
  return group.filter(({ ref }) => disagreeing.has(ref.uri));
}

const meet = (a: Told, b: Told): boolean => intervalsMeet(a.figure.interval, b.figure.interval);

/** Whether every pair that does not meet is told on different days, the greater number later: a count that grew. */
export function isUpdate(group: readonly Told[]): boolean {
  return group.every((a) => group.every((b) => meet(a, b) || grew(a, b) || grew(b, a)));
}

function grew(earlier: Told, later: Told): boolean {
  const [before, after] = [dayOf(earlier), dayOf(later)];
  return (
    before !== null && after !== null && before < after && earlier.figure.interval.high <= later.figure.interval.low
  );
}

/** Whole days only: with less, nobody can say which was told first. */
const dayOf = ({ date }: Told): string | null => (date && /^\d{4}-\d\d-\d\d$/.test(date.value) ? date.value : null);
