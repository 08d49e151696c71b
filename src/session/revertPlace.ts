/** Where a note was attached before: found in the journal, which remembers every change of its selectors. */
import { mapTargets, type Annotation, type SourceTarget, type Uri } from '../core/index.ts';
import { sameData } from './equal.ts';
import type { Journal } from './journal.ts';
import { wordsOf } from './notes.ts';
import { targetIn } from './places.ts';

export const REVERT_PLACE = 'operation-revert-place';

/**
 * The target that the note had in this source before it was about the words that it is about now; null where that is not remembered.
 * Selectors that only followed the same words through edits make no difference.
 */
export function earlierPlace(journal: Journal, source: Uri, note: Annotation): SourceTarget | null {
  let at = targetIn(note, source);
  if (!at) return null;
  for (const { entry, change } of journal.changesOf(note.id)) {
    // To take a step back again would be redo.
    if (entry.kind === 'operation' && entry.label.code === REVERT_PLACE) continue;
    const [before, after] = [change.before, change.after].map((side) => side && targetIn(side, source));
    if (!before || !after || sameData(before.selectors, after.selectors)) continue;
    if (!sameData(after.selectors, at.selectors)) continue;
    if (entry.kind !== 'upkeep' || wordsOf(before) !== wordsOf(after)) return before;
    at = before;
  }
  return null;
}

/** The note with the words of another target; the source's name stays, as it may have been renamed since. */
export function withTargetOf(note: Annotation, source: Uri, { selectors, state }: SourceTarget): Annotation {
  const present = targetIn(note, source);
  const targets = mapTargets(note, (target) => {
    if (!present || target !== present) return target;
    const { state: _, ...rest } = present;
    return { ...rest, selectors, ...(state ? { state } : {}) };
  });
  return { ...note, targets };
}
