/** Undo and redo: one step of the journal taken back, or done again, over what is there now. */
import { mergeAuthorities, type Authority } from '../core/index.ts';
import { asRead } from './authority.ts';
import type { AnnotationChange, AuthorityChange } from './journalEntry.ts';
import { mergeOne } from './mergeOne.ts';
import type { Opened } from './operations.ts';
import type { OperationLabel } from './types.ts';

export type Direction = 'undo' | 'redo';

/** What was taken back; null where there is nothing. What has changed since is left alone, and a problem says so. */
export async function revert(
  { notebook, journal, authority }: Opened,
  direction: Direction,
): Promise<OperationLabel | null> {
  const of = direction === 'undo' ? journal.undoable : journal.redoable;
  const operation = of === null ? null : journal.operation(of);
  if (of === null || !operation) return null;
  await Promise.all([...new Set(operation.changes.map(({ source }) => source))].map((source) => notebook.load(source)));
  const changes: AnnotationChange[] = [];
  for (const { source, id, before, after } of operation.changes) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = notebook.annotation(source, id);
    const merged = mergeOne(from, to, current);
    if (merged !== 'conflict') changes.push({ source, id, before: current, after: merged });
  }
  const decided = operation.authority && revertedAuthority(operation.authority, direction, authority.current);
  await notebook.commit({ kind: direction, of, changes, ...(decided ? { authority: decided } : {}) });
  const left = operation.changes.length - changes.length;
  if (left > 0) {
    const uri = operation.changes[0]!.source;
    notebook.report({ uri, severity: 'warning', message: { code: 'operation-left-alone', args: [left] } });
  }
  return operation.label;
}

/** Decisions that were made since stay. */
function revertedAuthority(
  { uri, before, after }: AuthorityChange,
  direction: Direction,
  current: Authority,
): AuthorityChange {
  const [from, to] = direction === 'undo' ? [after, before] : [before, after];
  return { uri, before: current, after: mergeAuthorities(asRead(from), asRead(to), current).authority };
}
