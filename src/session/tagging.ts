/** Tags put on many spans at once. */
import type { Annotation, Span, Uri } from '../core/index.ts';
import { edited, newNote, type Stamp, type Version } from './compose.ts';
import type { AnnotationChange } from './journalEntry.ts';
import type { Note } from './types.ts';

/** Words that were tagged before get the tags added to what they have; others get a note of their own. Nothing changes where all is there. */
export function taggingChanges(
  targets: readonly { readonly source: Uri; readonly span: Span }[],
  tags: readonly string[],
  notesOf: (source: Uri) => readonly Note[],
  versionOf: (source: Uri) => Version,
  stamp: () => Stamp,
): AnnotationChange[] {
  return targets.flatMap(({ source, span }): AnnotationChange[] => {
    const made = stamp();
    const there = notesOf(source).find((note) => isMereTag(note) && isAt(note, span));
    if (!there) {
      const after = newNote(made, versionOf(source), span, { motivation: 'tagging', tags }, null);
      return [{ source, id: made.id, before: null, after }];
    }
    if (tags.every((tag) => there.tags.includes(tag))) return [];
    const before: Annotation = there.annotation;
    return [{ source, id: there.id, before, after: edited(before, { tags: [...there.tags, ...tags] }, made.now) }];
  });
}

const isMereTag = ({ annotation, body }: Note): boolean => annotation.motivation === 'tagging' && body === '';

const isAt = ({ placement }: Note, { start, end }: Span): boolean =>
  'span' in placement && placement.span.start === start && placement.span.end === end;
