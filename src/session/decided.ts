/** Decisions about single mentions: how annotations of motivation `identifying` say them, and what is to be changed to say another. */
import {
  overlapRatio,
  type Annotation,
  type Body,
  type DecidedId,
  type DecidedSpan,
  type Instant,
  type NameType,
  type ResourceBody,
} from '../core/index.ts';
import type { Note } from './types.ts';

/**
 * The resource that is none, from the RDF vocabulary (RDF Schema 1.1, section 5.2.3): words that identify it name nothing, so that
 * "not a name" can be said in the standard's own terms.
 */
export const NOTHING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil';

/**
 * What notes decide about single mentions: where a note stands for certain, its words name that entity, or nothing. `typeOf`
 * gives the type of an entity of the authority file, which a name that the reader has added is read as.
 */
export function decidedSpans(
  notes: readonly Note[],
  typeOf: (entity: DecidedId) => NameType | undefined,
): DecidedSpan[] {
  return notes.flatMap((note): DecidedSpan[] => {
    const named = entityOf(note.annotation);
    const { placement } = note;
    if (named === null || (placement.outcome !== 'exact' && placement.outcome !== 'moved')) return [];
    const { start, end } = placement.span;
    if (named === NOTHING) return [{ start, end, notName: true }];
    const type = typeOf(named);
    return [{ start, end, entity: named, ...(type && { type }) }];
  });
}

/** The entity that an annotation decides for, `NOTHING`, or null where it decides nothing. */
export const entityOf = ({ bodies }: Annotation): DecidedId | typeof NOTHING | null =>
  bodies.find(isDecision)?.source ?? null;

/** Shared code units over all from which on two spans are about one mention. */
const SAME_MENTION = 0.5;

/** Notes that have decided about the mention at this span before. */
export const decidersAt = (notes: readonly Note[], span: { start: number; end: number }): Note[] =>
  notes.filter(
    ({ annotation, placement }) =>
      entityOf(annotation) !== null && 'span' in placement && overlapRatio(placement.span, span) > SAME_MENTION,
  );

/** The annotation with another decision in the place of its own; null takes that away, and the annotation too if it said nothing else. */
export function redecided(annotation: Annotation, decision: ResourceBody | null, now: Instant): Annotation | null {
  const others = annotation.bodies.filter((body) => !isDecision(body));
  const bodies = decision ? [...others, decision] : others;
  return bodies.length === 0 ? null : { ...annotation, bodies, modified: now };
}

/** Only entities of the authority file have such ids; other IRIs are said of the words, and decide nothing. */
const isDecision = (body: Body): body is ResourceBody =>
  body.kind === 'resource' &&
  body.purpose === 'identifying' &&
  (body.source.startsWith('urn:uuid:') || body.source === NOTHING);
