/** Finds date expressions; what they mean in the calendar is settled once the source's date is known. */
import { AtomKind, type Atoms } from '../atoms.ts';
import type { DateGrammar } from './grammar.ts';
import type { DateCandidate, Direction, Meaning } from './meaning.ts';

/** In document order, without overlap. Linear: each atom begins at most one bounded look ahead. */
export function detectDates(atoms: Atoms, grammar: DateGrammar): DateCandidate[] {
  const found: DateCandidate[] = [];
  let paragraph = 0;
  for (let at = 0; at < atoms.length;) {
    if (atoms.kind(at) === AtomKind.paragraphEnd) paragraph += 1;
    const phrase = grammar.readPhrase(atoms, at);
    if (phrase === null) {
      at += 1;
      continue;
    }
    const first = phrase.start ?? at;
    found.push({
      start: atoms.start(first),
      end: atoms.end(phrase.end - 1),
      kind: phrase.kind,
      meaning: phrase.meaning,
      modifier: phrase.modifier ?? null,
      rule: phrase.rule,
      direction: hasDirection(phrase.meaning) ? grammar.direction(atoms, first, phrase.end) : 0,
      paragraph,
    });
    at = Math.max(phrase.end, at + 1);
  }
  return found;
}

/** What does not say itself on which side of its anchor it lies; dates with a year are evidence of when a source was written. */
const hasDirection = (meaning: Meaning): boolean =>
  meaning.kind === 'offset'
    ? meaning.amount === 0
    : meaning.kind === 'fields' || meaning.kind === 'range' || meaning.kind === 'week-of';

/** The direction that a relation word gives outright. */
export const directionOf = (relation: Direction | undefined, clause: Direction): Direction =>
  relation === undefined || relation === 0 ? clause : relation;
