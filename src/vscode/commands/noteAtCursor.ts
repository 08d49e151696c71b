import { contains, type Span } from '../../core/index.ts';
import type { Note, Session } from '../../session/index.ts';
import { isRemark, placed } from '../comments/note.ts';
import { linesOfDocument, toOffset } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { activeSource } from './context.ts';

/** A note at the start of what is selected in the active source: of several the first that `isMeant`, else the shortest. */
export function noteAtCursor(
  sessions: Sessions,
  isMeant: (session: Session, note: Note) => boolean,
): { readonly session: Session; readonly note: Note } | undefined {
  const source = activeSource(sessions);
  if (!source) return undefined;
  const { session, key, editor } = source;
  const start = toOffset(linesOfDocument(editor.document), editor.selection.start);
  const here = session
    .snapshot()
    .notes(key)
    .flatMap((note) => {
      const span = placed(note);
      return span && isRemark(note) && contains(span, { start, end: start }) ? [{ note, span }] : [];
    })
    .sort((a, b) => length(a.span) - length(b.span));
  const found = here.find(({ note }) => isMeant(session, note)) ?? here[0];
  return found && { session, note: found.note };
}

const length = ({ start, end }: Span): number => end - start;
