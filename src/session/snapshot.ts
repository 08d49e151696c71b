import type { MergeConflict, Snapshot, Uri } from '../core/index.ts';
import type { NotesView } from './leaf.ts';
import { noteOf } from './notes.ts';
import { place } from './places.ts';
import type { Conflict, Note, NoteId, SessionSnapshot } from './types.ts';

/** `view` is missing before the journal was read. */
export function sessionSnapshot(version: number, corpus: Snapshot, view: NotesView | undefined): SessionSnapshot {
  let byId: ReadonlyMap<NoteId, Note> | null = null;
  const notes = (source: Uri): readonly Note[] => view?.notes(source) ?? [];
  const annotated = (): readonly Uri[] => view?.annotated() ?? [];
  const note = (id: NoteId): Note | undefined => {
    byId ??= new Map(annotated().flatMap((source) => notes(source).map((each) => [each.id, each])));
    return byId.get(id);
  };
  return { version, corpus, notes, annotated, note };
}

/** Both sides of a conflict as notes, in the text as it is now. */
export function conflictOf(source: Uri, conflict: MergeConflict, text: string | undefined): Conflict {
  const ground = text === undefined ? null : { text, oldTexts: new Map<string, string>() };
  const note = (annotation: MergeConflict['mine']): Note | null =>
    annotation && noteOf(source, annotation, place(source, [annotation], ground).get(annotation.id));
  return { id: conflict.id, source, mine: note(conflict.mine), theirs: note(conflict.theirs) };
}
