import { kindOfFigure } from '../corpus/shared/figureKeys.ts';
import { sameCount, type FigureRef } from '../corpus/figures.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { intervalsMeet } from '../reading/figures/intervals.ts';
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
    if (seen.has(keyOf({ uri, index }))) continue;
    const group = groupOf(snapshot, { uri, start, end, index });
    for (const key of group.members.keys()) seen.add(key);
    const members = inConflict(snapshot, group);
    if (members.some(({ ref }) => ref.uri === uri)) yield members;
  }
}

interface Group {
  readonly members: ReadonlyMap<string, FigureRef>;
  /** Pairs that count the same thing, each from both ends. */
  readonly pairs: readonly (readonly [FigureRef, FigureRef])[];
}

const keyOf = ({ uri, index }: { uri: Uri; index: number }): string => `${uri} ${index}`;

function groupOf(snapshot: Snapshot, start: FigureRef): Group {
  const members = new Map([[keyOf(start), start]]);
  const pairs: [FigureRef, FigureRef][] = [];
  for (const ref of members.values()) {
    if (members.size > MOST_MEMBERS) break;
    for (const other of sameCount(snapshot, ref.uri, ref.index)) {
      pairs.push([ref, other]);
      if (!members.has(keyOf(other))) members.set(keyOf(other), other);
    }
  }
  return { members, pairs };
}

/**
 * The members that do not meet one they were compared with. A source that gives several figures of the kind
 * ("12 people … 30 people") counts several things, and is held against nobody unless one of them meets the other's.
 */
function inConflict(snapshot: Snapshot, { members, pairs }: Group): readonly Told[] {
  const told = new Map([...members].map(([key, ref]) => [key, toldBy(snapshot, ref)]));
  const bySource = new Map<Uri, Told[]>();
  for (const each of told.values()) bySource.set(each.ref.uri, [...(bySource.get(each.ref.uri) ?? []), each]);
  const isOfOneMind = (uri: Uri) => bySource.get(uri)!.every((a) => bySource.get(uri)!.every((b) => meet(a, b)));
  const found = new Set<Told>();
  for (const [first, second] of pairs) {
    const [a, b] = [told.get(keyOf(first))!, told.get(keyOf(second))];
    if (!b || meet(a, b) || !isOfOneMind(first.uri) || !isOfOneMind(second.uri)) continue;
    if (alsoTells(snapshot, first.uri, b) || alsoTells(snapshot, second.uri, a)) continue;
    found.add(a).add(b);
  }
  return [...found].sort((a, b) => comparePlaces(a.ref, b.ref));
}

/** The source gives the other's number of the same kind as well, somewhere: then the two figures are a part and a whole. */
function alsoTells(snapshot: Snapshot, uri: Uri, { ref, figure }: Told): boolean {
  const { reading } = snapshot.source(uri)!;
  const kind = kindOfFigure(snapshot.source(ref.uri)!.reading, figure);
  return reading.figures.some(
    (each) => kindOfFigure(reading, each) === kind && intervalsMeet(each.interval, figure.interval),
  );
}

function toldBy(snapshot: Snapshot, ref: FigureRef): Told {
  const { figures, sourceDate } = snapshot.source(ref.uri)!.reading;
  return { ref, figure: figures[ref.index]!, date: sourceDate };
}

/** "More than 60,000" and "60,000" are one number, told more and less carefully. */
const meet = ({ figure: a }: Told, { figure: b }: Told): boolean =>
  (a.value !== null && a.value === b.value) || intervalsMeet(a.interval, b.interval);

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
