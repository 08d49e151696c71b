import type { Annotation, DecidedSpan } from '../core/index.ts';
import type { Note } from './types.ts';

/** What notes of motivation `identifying` decide about single mentions: where a note stands for certain, its words name that entity. */
export function decidedSpans(notes: readonly Note[]): DecidedSpan[] {
  return notes.flatMap(({ annotation, placement }) => {
    const entity = entityOf(annotation);
    const isSure = placement.outcome === 'exact' || placement.outcome === 'moved';
    return isSure && entity !== null ? [{ start: placement.span.start, end: placement.span.end, entity }] : [];
  });
}

/** Only entities of the authority file have such ids; other IRIs are said of the words, and decide nothing. */
function entityOf({ bodies }: Annotation): string | null {
  const body = bodies.find((each) => each.kind === 'resource' && each.purpose === 'identifying');
  return body?.kind === 'resource' && body.source.startsWith('urn:uuid:') ? body.source : null;
}
