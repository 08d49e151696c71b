/**
 * Entities that a note speaks of. Its Markdown links to them by their ids, `[Ada Lovelace](urn:uuid:…)`: the words stay as they were written, and the id
 * holds through renaming and merging. Each link is a body of purpose `linking` too (Web Annotation Vocabulary, section 3.2: a resource that is
 * related to the target), so that a program that reads no Markdown finds it. A body of purpose `identifying` would say that the note's own words name the entity.
 */
import {
  referencesIn,
  type Annotation,
  type Authority,
  type Body,
  type DecidedId,
  type ResourceBody,
} from '../core/index.ts';
import type { Note, SessionSnapshot } from './types.ts';

export const referenceBodies = (markdown: string): ResourceBody[] =>
  referencesIn(markdown).map((source) => ({ kind: 'resource', source, purpose: 'linking', selectors: [] }));

/** Whether a body is such a reference, and not the other end of a link between stretches of text. */
export const isReference = (body: Body): body is ResourceBody =>
  body.kind === 'resource' && body.purpose === 'linking' && body.source.startsWith('urn:uuid:');

/** The entity of the authority file that an id means: its own, or that of one that has been found to be the same. */
export const referredIn = ({ entities }: Authority, id: DecidedId): DecidedId | undefined =>
  entities.find((entity) => entity.id === id || entity.replaces.includes(id))?.id;

/** Notes that speak of an entity, themselves or in an answer, in order of sources and places; none of one without an id. */
export function notesAbout(snapshot: SessionSnapshot, authority: Authority, entity: DecidedId | null): Note[] {
  if (entity === null) return [];
  const refers = ({ bodies }: Annotation): boolean =>
    bodies.some((body) => isReference(body) && referredIn(authority, body.source) === entity);
  return snapshot
    .annotated()
    .flatMap((source) => snapshot.notes(source))
    .filter(({ annotation, replies }) => refers(annotation) || replies.some((reply) => refers(reply.annotation)));
}
