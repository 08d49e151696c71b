/** Decisions of the reader as changes of annotations: the part of them that is about single mentions. */
import type { Annotation, Authority, Iri, ResourceBody, TextBody, Uri } from '../core/index.ts';
import { newNote, type Stamp, type Version } from './compose.ts';
import { decidersAt, NOTHING, redecided } from './decided.ts';
import type { AnnotationChange } from './journalEntry.ts';
import { isTag } from './notes.ts';
import type { Decision, MentionDecided, Note } from './types.ts';

export const asDecision = (decided: Authority | Decision): Decision =>
  'authority' in decided ? decided : { authority: decided, mentions: [] };

/** A mention that was decided about before keeps its note, with the new decision; of several such notes the others lose theirs. */
export function mentionChanges(
  mentions: readonly MentionDecided[],
  notesOf: (source: Uri) => readonly Note[],
  versionOf: (source: Uri) => Version,
  stamp: () => Stamp,
): AnnotationChange[] {
  return mentions.flatMap(({ source, span, entity, tags = [] }): AnnotationChange[] => {
    const made = stamp();
    const named = entity ?? NOTHING;
    const [first, ...others] = decidersAt(notesOf(source), span).map(({ annotation }) => annotation);
    if (!first) {
      const after = newNote(made, versionOf(source), span, { entity: named, tags }, null);
      return [{ source, id: after.id, before: null, after }];
    }
    const kept = redecided(first, identifying(named), made.now)!;
    const change = { source, id: first.id, before: first, after: withTags(kept, tags) };
    const rest = others.map((before) => ({ source, id: before.id, before, after: redecided(before, null, made.now) }));
    return [change, ...rest];
  });
}

const identifying = (source: Iri): ResourceBody => ({
  kind: 'resource',
  source,
  purpose: 'identifying',
  selectors: [],
});

function withTags(annotation: Annotation, tags: readonly string[]): Annotation {
  const known = new Set(annotation.bodies.filter(isTag).map(({ value }) => value));
  const added = tags.filter((tag) => !known.has(tag)).map(tagBody);
  return added.length === 0 ? annotation : { ...annotation, bodies: [...annotation.bodies, ...added] };
}

const tagBody = (value: string): TextBody => ({ kind: 'text', value, purpose: 'tagging', format: 'text/plain' });
