import { window } from 'vscode';
import { overlaps, type Span } from '../../core/index.ts';
import type { Note } from '../../session/index.ts';
import { toKey, toSpan, type Lines } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { placed } from './note.ts';

/**
 * Notes that all have their threads from the beginning. Each thread is a message to the window, which then draws its list of all of them
 * anew; with more, a thread is made when its words come into view, or when the note is asked for.
 */
export const CROWD = 1000;

export function isCrowded(sessions: Sessions): boolean {
  let count = 0;
  for (const session of sessions.all()) {
    const snapshot = session.snapshot();
    for (const source of snapshot.annotated()) {
      count += snapshot.notes(source).length;
      if (count > CROWD) return true;
    }
  }
  return false;
}

/** Whether a note of this source is seen in some editor now. One that lost its place is not: there may be thousands, and a list of them is in the trees. */
export function seen(source: string, lines: Lines | undefined): (note: Note) => boolean {
  const editors = window.visibleTextEditors.filter(({ document }) => toKey(document.uri) === source);
  const parts: Span[] = lines
    ? editors.flatMap(({ visibleRanges }) => visibleRanges.map((range) => toSpan(lines, range)))
    : [];
  return (note) => {
    const span = placed(note);
    if (!span) return note.placement.outcome === 'whole' && editors.length > 0;
    return parts.some((part) => overlaps(part, span));
  };
}
