/** Whether an English clause speaks of the past or of the future. */
import type { Atoms } from '../atoms.ts';
import type { Direction } from '../dates/meaning.ts';
import { Cue } from '../lexicon.ts';

/** Farthest that a verb can stand from the date it dates. */
const CLAUSE_REACH = 14;

/** The nearest finite verb before the expression, else after it; "until" and "by" look ahead whatever the verb. */
export function direction(atoms: Atoms, first: number, end: number): Direction {
  if (atoms.is(first - 1, 'until') || atoms.is(first - 1, 'by')) return 1;
  for (let at = first - 1; at >= first - CLAUSE_REACH && !atoms.isEnd(at); at -= 1) {
    const found = verbDirection(atoms, at);
    if (found !== null) return found;
  }
  for (let at = end; at < end + CLAUSE_REACH && !atoms.isEnd(at); at += 1) {
    const found = verbDirection(atoms, at);
    if (found !== null) return found;
  }
  return 0;
}

/** What the word at `at` says of its clause as a verb; null when it says nothing. */
function verbDirection(atoms: Atoms, at: number): Direction | null {
  const { cues } = atoms.entry(at);
  if (cues & Cue.future) return 1;
  if (cues & Cue.intention) return atoms.is(at + 1, 'to') ? 1 : null;
  const participle = cues & Cue.past || (cues === 0 && isRegularPast(atoms, at));
  if (!participle) return null;
  // "will be paid", "to be published", "is heard"
  const before = atoms.lower(at - 1);
  if (before === 'be') return 1;
  return before === 'is' || before === 'are' ? 0 : -1;
}

const isRegularPast = (atoms: Atoms, at: number): boolean =>
  atoms.isWord(at) &&
  atoms.width(at) >= 4 &&
  !atoms.isCapitalized(at) &&
  atoms.text.startsWith('ed', atoms.end(at) - 2);
