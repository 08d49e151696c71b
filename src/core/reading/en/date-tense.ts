/** Whether an English clause speaks of the past or of the future. */
import type { Atoms } from '../atoms.ts';
import type { Direction } from '../dates/meaning.ts';
import { Cue } from '../lexicon.ts';
import { Mark } from './marks.ts';

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
  if (isScheduled(atoms, at)) return 1;
  const { cues } = atoms.entry(at);
  if (cues & Cue.future) return 1;
  if (cues & Cue.intention) return atoms.is(at + 1, 'to') ? 1 : null;
  const participle = cues & Cue.past || (cues === 0 && isRegularPast(atoms, at));
  if (!participle) return null;
  // "will be paid", "to be published", "is heard"
  if (atoms.is(at, 'invited') && isPresentBe(atoms, at - 1)) return 1;
  const before = atoms.lower(at - 1);
  if (before === 'be') return 1;
  return before === 'is' || before === 'are' ? 0 : -1;
}

const isRegularPast = (atoms: Atoms, at: number): boolean =>
  atoms.isWord(at) &&
  atoms.width(at) >= 4 &&
  !atoms.isCapitalized(at) &&
  atoms.text.startsWith('ed', atoms.end(at) - 2);

/**
 * Verbs whose plain present tells a timetable: "Rovers travel to Strelsau on Tuesday", "the court reopens on Monday". Those
 * that captions have in the present ("arrives", "speaks") are left out: a caption's day is past.
 */
const SCHEDULED = new Set('travel report host begin start open reopen resume end expire play face'.split(' '));
const SINGULAR_SUBJECTS = new Set(['he', 'she', 'it', 'which', 'who', 'that']);
const PLURAL_SUBJECTS = new Set(['they', 'we', 'you', 'who', 'which']);

function isScheduled(atoms: Atoms, at: number): boolean {
  if (!atoms.isWord(at) || atoms.isCapitalized(at)) return false;
  const word = atoms.lower(at);
  const subject = atoms.lower(at - 1);
  const closesAside = atoms.isMark(at - 1, Mark.comma, Mark.closeParenthesis);
  if (SCHEDULED.has(word)) return closesAside ? atoms.isMark(at - 1, Mark.comma) : isPlural(subject);
  if (!word.endsWith('s') || !SCHEDULED.has(word.slice(0, -1))) return false;
  return closesAside || SINGULAR_SUBJECTS.has(subject) || (atoms.isWord(at - 1) && atoms.isCapitalized(at - 1));
}

const isPlural = (word: string): boolean => PLURAL_SUBJECTS.has(word) || /[^s]s$/.test(word);

/** "are", "’re", with one word between it and the participle ("are all invited"). */
const isPresentBe = (atoms: Atoms, at: number): boolean =>
  [at, at - 1].some((each) => atoms.is(each, 'are') || atoms.is(each, 're') || atoms.is(each, 'is'));
