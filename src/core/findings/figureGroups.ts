/** Figures of several sources that count the same thing and disagree, and what that means: a conflict, or a count that grew. */
import { canGrow, sameCount, type FigureRef } from '../corpus/figures.ts';
import { entitiesIn } from '../corpus/actors.ts';
import { sentenceOf, shared } from '../corpus/shared/context.ts';
import { kindOfFigure } from '../corpus/shared/figureKeys.ts';
import { measuresOf } from '../corpus/shared/measures.ts';
import { perSnapshot } from '../corpus/shared/perSnapshot.ts';
import type { EntityId, Snapshot, Uri } from '../corpus/types.ts';
import { intervalsMeet } from '../reading/figures/intervals.ts';
import type { Figure } from '../reading/types.ts';
import { wholeDay } from '../text/calendar.ts';
import { componentOf } from './component.ts';

export interface Dispute {
  readonly code: 'figure-conflict' | 'figure-update';
  /** By source and position. */
  readonly members: readonly FigureRef[];
}

/** Groups of figures that count the same thing and do not all meet, with a member in `uri`; the same from each member. */
export const disputesIn = perSnapshot(find);

function find(snapshot: Snapshot, uri: Uri): readonly Dispute[] {
  const found: Dispute[] = [];
  const seen = new Set<number>();
  for (const [index, { start, end }] of measuresOf(snapshot.reading(uri)!).entries()) {
    const ref = { uri, start, end, index };
    if (seen.has(index) || !compared(snapshot, ref).some((other) => standing(snapshot, ref, other) !== 'meet'))
      continue;
    const dispute = disputeAround(snapshot, ref);
    const mine = dispute?.members.filter((member) => member.uri === uri) ?? [];
    for (const member of mine) seen.add(member.index);
    if (dispute && mine.length > 0) found.push(dispute);
  }
  return found;
}

/** Figures that this one is held against: of two times, or of two events, both may be right. */
const compared = (snapshot: Snapshot, ref: FigureRef): readonly FigureRef[] =>
  sameCount(snapshot, ref.uri, ref.index).filter((other) => standing(snapshot, ref, other) !== 'apart');

/**
 * The members that do not meet one they were compared with. A source that gives several figures of the kind
 * ("12 people … 30 people") counts several things, and is held against nobody unless one of them meets the other's.
 */
function disputeAround(snapshot: Snapshot, start: FigureRef): Dispute | null {
  const { members, pairs } = componentOf(
    start,
    (ref) => compared(snapshot, ref),
    (ref) => String(figureAt(snapshot, ref).value),
  );
  const bySource = new Map<Uri, FigureRef[]>();
  for (const each of members) bySource.set(each.uri, [...(bySource.get(each.uri) ?? []), each]);
  const isOfOneMind = ({ uri }: FigureRef) =>
    bySource
      .get(uri)!
      .every((a) => bySource.get(uri)!.every((b) => meet(figureAt(snapshot, a), figureAt(snapshot, b))));
  const ways = new Set<Standing>();
  const found = new Set<FigureRef>();
  for (const [a, b] of pairs) {
    const way = standing(snapshot, a, b);
    if (way === 'meet' || !isOfOneMind(a) || !isOfOneMind(b)) continue;
    if (alsoTells(snapshot, a.uri, b) || alsoTells(snapshot, b.uri, a)) continue;
    ways.add(way);
    found.add(a).add(b);
  }
  if (found.size === 0) return null;
  return {
    code: ways.has('conflict') ? 'figure-conflict' : 'figure-update',
    members: members.filter((member) => found.has(member)),
  };
}

/** The source gives the other's number of the same kind as well, somewhere: then the two figures are a part and a whole. */
function alsoTells(snapshot: Snapshot, uri: Uri, ref: FigureRef): boolean {
  const { reading } = snapshot.source(uri)!;
  const figure = figureAt(snapshot, ref);
  const kind = kindOfFigure(snapshot.source(ref.uri)!.reading, figure);
  return measuresOf(reading).some(
    (each) => kindOfFigure(reading, each) === kind && intervalsMeet(each.interval, figure.interval),
  );
}

const figureAt = (snapshot: Snapshot, { uri, index }: FigureRef): Figure => measuresOf(snapshot.reading(uri)!)[index]!;

/** "More than 60,000" and "60,000" are one number, told more and less carefully. */
const meet = (a: Figure, b: Figure): boolean =>
  (a.value !== null && a.value === b.value) || intervalsMeet(a.interval, b.interval);

/** How two figures for the same thing stand to each other; `apart` are those of which nobody can say that they are of one event. */
type Standing = 'meet' | 'conflict' | 'update' | 'apart';

/** Days between two sources within which they are taken to tell of one event: what comes weekly is another one. */
const NEAR_DAYS = 6;
/** Days within which they are, if both sentences name the same: a count may go on growing, and what is past stays as it was. */
const SAME_MATTER_DAYS = 30;

function standing(snapshot: Snapshot, a: FigureRef, b: FigureRef): Standing {
  const [figureA, figureB] = [figureAt(snapshot, a), figureAt(snapshot, b)];
  if (meet(figureA, figureB)) return 'meet';
  const days = daysFrom(snapshot, a.uri, b.uri);
  // ages are compared only within their own time
  if (days === null || days === 0 || figureA.unit === 'year') return 'conflict';
  const [earlier, later] = days > 0 ? [figureA, figureB] : [figureB, figureA];
  const canBeOne = Math.abs(days) <= NEAR_DAYS || (Math.abs(days) <= SAME_MATTER_DAYS && nameTheSame(snapshot, a, b));
  if (!canBeOne) return 'apart';
  if (!grows(snapshot, a) || !grows(snapshot, b)) return 'conflict';
  if (earlier.interval.high <= later.interval.low) return 'update';
  // fewer the next week: of another day
  return Math.abs(days) <= NEAR_DAYS ? 'conflict' : 'apart';
}

const grows = (snapshot: Snapshot, ref: FigureRef): boolean =>
  canGrow(snapshot.source(ref.uri)!.reading, figureAt(snapshot, ref));

/** Both sentences name somebody or some place in common, and not each somebody else besides. */
function nameTheSame(snapshot: Snapshot, a: FigureRef, b: FigureRef): boolean {
  const [entitiesA, entitiesB] = [entitiesBeside(snapshot, a), entitiesBeside(snapshot, b)];
  const common = shared(entitiesA, entitiesB);
  return common > 0 && common === Math.min(entitiesA.size, entitiesB.size);
}

function entitiesBeside(snapshot: Snapshot, ref: FigureRef): ReadonlySet<EntityId> {
  const source = snapshot.source(ref.uri)!;
  return entitiesIn(source, sentenceOf(source.reading, ref));
}

/** From one source to the other; null unless both are dated to the day: with less, nobody can say which was told first. */
function daysFrom(snapshot: Snapshot, a: Uri, b: Uri): number | null {
  const [dayA, dayB] = [a, b].map((uri) => wholeDay(snapshot.source(uri)!.reading.sourceDate?.value));
  return dayA == null || dayB == null ? null : dayB - dayA;
}
