/** Where the notes of one source stand in its text, and how they move while it is edited. */
import {
  anchorer,
  moveSpans,
  resolveIri,
  sameIri,
  type Anchorer,
  type Annotation,
  type Edit,
  type SourceTarget,
  type Span,
  type Uri,
} from '../core/index.ts';
import type { NoteId, Placement } from './types.ts';
import { sidecarOf } from './writable.ts';

export type Places = ReadonlyMap<NoteId, Placement>;

/** A text, and the texts that earlier selectors were made for, by digest as `TargetState` has it. */
export interface Ground {
  readonly text: string;
  readonly oldTexts: ReadonlyMap<string, string>;
}

const WHOLE: Placement = { outcome: 'whole' };
const ORPHANED: Placement = { outcome: 'orphaned' };
const UNKNOWN: Placement = { outcome: 'unknown' };

/** Finds annotations in a text; without one their places are unknown. Replies have no place of their own. */
export function place(source: Uri, annotations: readonly Annotation[], ground: Ground | null): Map<NoteId, Placement> {
  const places = new Map<NoteId, Placement>();
  // One preparation for all that were made for one version of the text.
  const anchorers = new Map<string, Anchorer>();
  for (const annotation of annotations) {
    const target = targetIn(annotation, source);
    if (!target) continue;
    if (target.selectors.length === 0) places.set(annotation.id, WHOLE);
    else if (!ground) places.set(annotation.id, UNKNOWN);
    else {
      const digest = target.state?.digest ?? '';
      let prepared = anchorers.get(digest);
      if (!prepared) {
        const oldText = ground.oldTexts.get(digest);
        prepared = anchorer(ground.text, oldText === undefined ? {} : { oldText });
        anchorers.set(digest, prepared);
      }
      places.set(annotation.id, prepared.anchor(target.selectors));
    }
  }
  return places;
}

/** The same places after edits of the text; a span of which nothing is left is orphaned until the words come back. */
export function movePlaces(places: Places, edits: readonly Edit[]): Map<NoteId, Placement> {
  const spans: Span[] = [];
  for (const placement of places.values()) spans.push(...spansOf(placement));
  const moved = moveSpans(spans, edits);
  let at = 0;
  const result = new Map<NoteId, Placement>();
  for (const [id, placement] of places) {
    if (placement.outcome === 'ambiguous') {
      const candidates = placement.candidates.map(({ score }) => ({
        span: moved[at]!,
        fate: moved[at++]!.fate,
        score,
      }));
      const left = candidates.filter(({ fate }) => fate !== 'deleted');
      result.set(id, left.length === 0 ? ORPHANED : { outcome: 'ambiguous', candidates: left.map(bare) });
    } else if ('span' in placement) {
      const { start, end, fate } = moved[at++]!;
      const isStill = start === placement.span.start && end === placement.span.end && fate === 'kept';
      if (isStill) result.set(id, placement);
      else if (fate === 'deleted') result.set(id, ORPHANED);
      else {
        const outcome = placement.outcome === 'approximate' ? 'approximate' : 'moved';
        result.set(id, { outcome, span: { start, end }, score: placement.score });
      }
    } else result.set(id, placement);
  }
  return result;
}

const bare = ({ span, score }: { span: Span; score: number }): { span: Span; score: number } => ({
  span: { start: span.start, end: span.end },
  score,
});

function spansOf(placement: Placement): readonly Span[] {
  if ('span' in placement) return [placement.span];
  return placement.outcome === 'ambiguous' ? placement.candidates.map(({ span }) => span) : [];
}

/**
 * The target of an annotation in this source: the first that names it, else the first that names any source, for a sidecar
 * that was copied along with its source under another name. Its words still have to be found there.
 */
export function targetIn(annotation: Annotation, source: Uri): SourceTarget | null {
  const targets = annotation.targets.filter((target): target is SourceTarget => target.kind === 'source');
  const sidecar = sidecarOf(source);
  return targets.find((target) => sameIri(resolveIri(sidecar, target.source), source)) ?? targets[0] ?? null;
}

/** Digests of the texts that the annotations' selectors were made for. */
export function digestsOf(source: Uri, annotations: readonly Annotation[]): ReadonlySet<string> {
  const digests = annotations.map((annotation) => targetIn(annotation, source)?.state?.digest);
  return new Set(digests.filter((digest) => digest !== undefined));
}
