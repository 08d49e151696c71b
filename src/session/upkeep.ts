/** Notes that follow their sources by themselves: their selectors after edits, their sidecars after a rename that nobody told of. */
import type { Instant, Uri } from '../core/index.ts';
import { attached, type Version } from './compose.ts';
import type { AnnotationChange } from './journalEntry.ts';
import type { Library } from './library.ts';
import type { Notebook } from './notebook.ts';
import { retargeted, type Move } from './renames.ts';
import { strayMoves } from './strays.ts';
import { nameOf, sidecarOf } from './writable.ts';

/** Edits have carried some notes along, and now the file is saved: their selectors say so too. */
export async function followSelectors(notebook: Notebook, version: Version, now: Instant): Promise<void> {
  const { source } = version;
  const changes = notebook.followed(source).map(({ annotation, span }) => ({
    source,
    id: annotation.id,
    before: annotation,
    after: attached(annotation, version, span, now),
  }));
  if (changes.length > 0) await notebook.commit({ kind: 'upkeep', changes });
}

/** Notes of a source that is gone go to the file of the same bytes that has come in its place. Whether any did. */
export async function followStrays(
  notebook: Notebook,
  library: Library,
  move: (moves: readonly Move[]) => Promise<void>,
): Promise<boolean> {
  const strays = await notebook.strays();
  if (strays.length === 0) return false;
  const present = library.uris().flatMap((source: Uri) => {
    const digest = library.version(source)?.digest;
    return digest ? [{ source, digest, hasNotes: notebook.hasNotes(source) }] : [];
  });
  const moves = strayMoves(strays, present);
  for (const { from, to } of moves) {
    await move([{ from, to }]);
    const message = { code: 'sidecar-followed', args: [nameOf(from)] };
    notebook.report({ uri: sidecarOf(to), severity: 'information', message });
  }
  return moves.length > 0;
}

/** Takes the notes of a moved source to its new sidecar; references follow, in other sidecars too. */
export async function moveNotes(notebook: Notebook, { from, to }: Move): Promise<void> {
  await Promise.all([notebook.load(from), notebook.load(to)]);
  if (notebook.isBlocked(from)) {
    const message = { code: 'sidecar-not-moved', args: [nameOf(sidecarOf(to))] };
    notebook.report({ uri: sidecarOf(from), severity: 'error', message });
    return;
  }
  const changes: AnnotationChange[] = [];
  for (const { source, annotation } of notebook.annotations()) {
    const { id } = annotation;
    const after = source === from ? to : source;
    const next = retargeted(annotation, { before: source, after }, from, to);
    if (source === from) {
      // The sidecar may have been moved along: then the note is there already.
      changes.push({ source: to, id, before: notebook.annotation(to, id), after: next });
      changes.push({ source, id, before: annotation, after: null });
    } else if (next !== annotation && !notebook.annotation(from, id)) {
      changes.push({ source, id, before: annotation, after: next });
    }
  }
  if (changes.length === 0) return;
  await notebook.commit({ kind: 'upkeep', changes });
  // The new file first: a crash in between leaves two, never none.
  await notebook.flush([to, from]);
}
