/**
 * `apparatus anchor --format json`: what would happen to each note. A public contract as that of `analyze` is: offsets count UTF-16
 * code units, ends are exclusive; those of `before` are of the source as it is, all others of the new text.
 */
import type { Annotation } from '../core/index.ts';
import type { ExportedPlacement } from './notes.ts';

type Placement = ExportedPlacement;

export interface AnchoringInput {
  readonly sidecar: string;
  readonly newText: string;
  /** Whether the source as it is could be compared with. */
  readonly isSourceThere: boolean;
  /** Notes that a new text cannot take anything from, which are not listed. */
  readonly leftOut: { readonly whole: number; readonly elsewhere: number; readonly unreadable: number };
  readonly notes: readonly {
    readonly id: string;
    readonly annotation: Annotation;
    readonly quote: string;
    readonly body: string;
    readonly before: Placement;
    readonly after: Placement;
  }[];
}

const OUTCOMES = ['exact', 'moved', 'approximate', 'ambiguous', 'orphaned', 'unknown'] as const;

/** As text, indented by one blank, with a final line feed. Equal input gives equal bytes. */
export function anchoringJson({ sidecar, newText, isSourceThere, notes, leftOut }: AnchoringInput): string {
  const counts = OUTCOMES.map((outcome) => [outcome, notes.filter(({ after }) => after.outcome === outcome).length]);
  const output = {
    version: 1,
    sidecar,
    newText,
    oldText: isSourceThere ? 'known' : 'unknown',
    counts: Object.fromEntries(counts) as Record<string, number>,
    leftOut,
    notes: notes.map(({ id, annotation, quote, body, before, after }) => ({
      id,
      motivation: annotation.motivation ?? null,
      quote,
      body,
      before: placementOutput(before),
      ...placementOutput(after),
    })),
  };
  return `${JSON.stringify(output, null, 1)}\n`;
}

function placementOutput(placement: Placement): object {
  const { outcome } = placement;
  if ('span' in placement) return { outcome, score: rounded(placement.score), ...placement.span };
  if (placement.outcome === 'unknown' && placement.reason) return { outcome, reason: placement.reason };
  if (placement.outcome !== 'ambiguous') return { outcome };
  return { outcome, candidates: placement.candidates.map(({ span, score }) => ({ ...span, score: rounded(score) })) };
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
