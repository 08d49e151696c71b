/**
 * Sources that were renamed while nobody looked: their notes stand beside a name that is gone, and somewhere else there is a file of
 * the very same bytes.
 */
import type { Uri } from '../core/index.ts';
import type { Move } from './renames.ts';

/** A source whose file is gone and whose notes are there. */
export interface Stray {
  readonly source: Uri;
  /** Of the versions that its notes were made for, as `TargetState` has them. */
  readonly digests: ReadonlySet<string>;
}

export interface Present {
  readonly source: Uri;
  readonly digest: string;
  readonly hasNotes: boolean;
}

/** Moves that cannot be mistaken: one file that is gone, one that is there without notes, the same bytes, and no other of them. */
export function strayMoves(strays: readonly Stray[], present: readonly Present[]): Move[] {
  const free = present.filter(({ hasNotes }) => !hasNotes);
  const fits = (stray: Stray): readonly Present[] => free.filter(({ digest }) => stray.digests.has(digest));
  return strays.flatMap((stray): Move[] => {
    const [only, ...others] = fits(stray);
    if (!only || others.length > 0) return [];
    const rivals = strays.filter((other) => other !== stray && other.digests.has(only.digest));
    return rivals.length > 0 ? [] : [{ from: stray.source, to: only.source }];
  });
}
