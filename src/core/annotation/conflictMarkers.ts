/**
 * Git's conflict markers (git-merge, "How conflicts are presented"): a line of seven "<", then mine, optionally a line of seven "|"
 * and the base, a line of seven "=", theirs, a line of seven ">". No line of JSON begins like that.
 */
import type { Span } from '../text/span.ts';

export interface ConflictSides {
  readonly mine: string;
  /** null where the markers do not show the base (git's default style). */
  readonly base: string | null;
  readonly theirs: string;
  /** The first marker's line, in the text that has the markers. */
  readonly marker: Span;
}

type Part = 'common' | 'mine' | 'base' | 'theirs';

/** The whole texts of both sides; null for a text without conflict markers. */
export function conflictSides(text: string): ConflictSides | null {
  if (!/^<{7}(?= |\r?$)/m.test(text)) return null;
  const sides = { mine: [] as string[], base: [] as string[], theirs: [] as string[] };
  let part: Part = 'common';
  let marker: Span | null = null;
  let hasBase = false;
  let at = 0;
  for (const line of text.split('\n')) {
    const next = partAfter(line, part);
    if (next === null) {
      for (const side of ['mine', 'base', 'theirs'] as const)
        if (part === 'common' || part === side) sides[side].push(line);
    } else {
      part = next;
      hasBase ||= part === 'base';
      marker ??= { start: at, end: at + line.length };
    }
    at += line.length + 1;
  }
  if (marker === null) return null;
  return {
    mine: sides.mine.join('\n'),
    base: hasBase ? sides.base.join('\n') : null,
    theirs: sides.theirs.join('\n'),
    marker,
  };
}

/** The part that begins behind a marker line; null for a line that is no marker where it stands. */
function partAfter(line: string, part: Part): Part | null {
  const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)/.exec(line)?.[0][0];
  if (mark === '<' && part === 'common') return 'mine';
  if (mark === '|' && part === 'mine') return 'base';
  if (mark === '=' && (part === 'mine' || part === 'base')) return 'theirs';
  if (mark === '>' && part === 'theirs') return 'common';
  return null;
}
