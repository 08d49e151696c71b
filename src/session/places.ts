/** Where the notes of one source stand in its text, and how they move while it is edited. */
import {
  anchorer,
  fragmentSelectors,
  isReadable,
  moveSpans,
  resolveIri,
  sameIri,
  type Anchorer,
  type Annotation,
  type Candidate,
  type Edit,
  type Iri,
  type MovedSpan,
  type Selector,
  type SourceTarget,
  type Span,
  type Uri,
} from '../core/index.ts';
import type { NoteId, Placement } from './types.ts';
import { sidecarOf } from './writable.ts';

/** By `placeKey`. */
export type Places = ReadonlyMap<PlaceKey, Placement>;

/** A note's id, or where it has several targets in one source, for all but the first the id with a number: no IRI holds a blank. */
export type PlaceKey = string;

export const placeKey = (id: NoteId, nth: number): PlaceKey => (nth === 0 ? id : `${id} ${nth}`);

/** A text, and the texts that earlier selectors were made for, by digest as `TargetState` has it. */
export interface Ground {
  readonly text: string;
  readonly oldTexts: ReadonlyMap<string, string>;
}

const WHOLE: Placement = { outcome: 'whole' };
const ORPHANED: Placement = { outcome: 'orphaned' };
const UNKNOWN: Placement = { outcome: 'unknown' };
const ELSEWHERE: Placement = { outcome: 'unknown', reason: 'elsewhere' };
const UNREADABLE: Placement = { outcome: 'unknown', reason: 'unreadable' };

/** Finds annotations in a text; without one their places are unknown. Replies have no place of their own. */
export function place(
  source: Uri,
  annotations: readonly Annotation[],
  ground: Ground | null,
): Map<PlaceKey, Placement> {
  const places = new Map<PlaceKey, Placement>();
  // One preparation for all that were made for one version of the text.
  const anchorers = new Map<string, Anchorer>();
  for (const annotation of annotations) {
    const targets = targetsIn(annotation, source);
    if (targets.length === 0 && !isReply(annotation))
      places.set(annotation.id, isElsewhere(annotation) ? ELSEWHERE : UNREADABLE);
    targets.forEach((target, nth) => places.set(placeKey(annotation.id, nth), placeOf(target)));
  }
  return places;

  function placeOf(target: SourceTarget): Placement {
    const { state } = target;
    const selectors = selectorsOf(target);
    if (selectors.length === 0) return WHOLE;
    if (!isReadable(selectors)) return UNREADABLE;
    if (!ground) return UNKNOWN;
    const digest = state?.digest ?? '';
    let prepared = anchorers.get(digest);
    if (!prepared) {
      const oldText = ground.oldTexts.get(digest);
      prepared = anchorer(ground.text, oldText === undefined ? {} : { oldText });
      anchorers.set(digest, prepared);
    }
    return prepared.anchor(selectors);
  }
}

export interface MovedPlaces {
  readonly places: Map<PlaceKey, Placement>;
  /** Notes that stood exactly where their selectors say, and do not any more, though it is certain where they are. */
  readonly followed: readonly NoteId[];
  readonly orphaned: readonly NoteId[];
}

/**
 * The places after edits of the text; a span of which nothing is left is orphaned until the words come back. A note that stays where it
 * was keeps its very placement.
 */
export function movePlaces(before: Places, edits: readonly Edit[]): MovedPlaces {
  const spans: Span[] = [];
  for (const placement of before.values()) spans.push(...spansOf(placement));
  const moved = moveSpans(spans, edits).values();
  const places = new Map<PlaceKey, Placement>();
  const [followed, orphaned]: [NoteId[], NoteId[]] = [[], []];
  for (const [id, placement] of before) {
    const after = movePlacement(placement, moved);
    places.set(id, after);
    if (after.outcome === 'moved' && placement.outcome === 'exact') followed.push(id);
    else if (after.outcome === 'orphaned') orphaned.push(id);
  }
  return { places, followed, orphaned };
}

/** Takes as many of the moved spans as the placement has. */
function movePlacement(placement: Placement, moved: Iterator<MovedSpan>): Placement {
  if (placement.outcome === 'ambiguous') {
    const candidates = placement.candidates.map(({ score }) => ({ score, ...(moved.next().value as MovedSpan) }));
    const left = candidates.filter(({ fate }) => fate !== 'deleted');
    return left.length === 0 ? ORPHANED : { outcome: 'ambiguous', candidates: left.map(bare) };
  }
  if (!('span' in placement)) return placement;
  const { start, end, fate } = moved.next().value as MovedSpan;
  const isStill = start === placement.span.start && end === placement.span.end && fate === 'kept';
  if (isStill) return placement;
  if (fate === 'deleted') return ORPHANED;
  const outcome = placement.outcome === 'approximate' ? 'approximate' : 'moved';
  return { outcome, span: { start, end }, score: placement.score };
}

const bare = ({ start, end, score }: Span & { score: number }): Candidate => ({ span: { start, end }, score });

function spansOf(placement: Placement): readonly Span[] {
  if ('span' in placement) return [placement.span];
  return placement.outcome === 'ambiguous' ? placement.candidates.map(({ span }) => span) : [];
}

/** The first target of an annotation in this source; null where it is about other resources only, or answers another annotation. */
export const targetIn = (annotation: Annotation, source: Uri): SourceTarget | null =>
  targetsIn(annotation, source)[0] ?? null;

/** Whether what an annotation is about is known, and is not this source. */
const isElsewhere = ({ targets }: Annotation): boolean => targets.every(({ kind }) => kind !== 'other');

/** Whether an annotation is about other annotations only. */
export const isReply = ({ targets }: Annotation): boolean => targets.every(({ kind }) => kind === 'annotation');

/** All targets of an annotation in this source. */
export function targetsIn({ targets }: Annotation, source: Uri): readonly SourceTarget[] {
  const sidecar = sidecarOf(source);
  return targets.filter(
    (target): target is SourceTarget =>
      target.kind === 'source' && sameIri(withoutFragment(resolveIri(sidecar, target.source)), source),
  );
}

/** All that a target says of the part of its source; nothing where it is about the whole. */
export const selectorsOf = ({ source, selectors }: SourceTarget): readonly Selector[] => [
  ...selectors,
  ...fragmentSelectors(source),
];

const withoutFragment = (iri: Iri): Iri => iri.replace(/#.*/s, '');

/** Digests of the texts that the annotations' selectors were made for. */
export function digestsOf(source: Uri, annotations: readonly Annotation[]): ReadonlySet<string> {
  const digests = annotations.flatMap((annotation) => targetsIn(annotation, source).map(({ state }) => state?.digest));
  return new Set(digests.filter((digest) => digest !== undefined));
}
