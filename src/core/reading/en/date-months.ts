/** Days of the month of writing and of its neighbours: "the 14th inst.", "the 3d ult.", "the 5th of next month". */
import type { Atoms } from '../atoms.ts';
import { Mark } from './marks.ts';

/** Months from the one that the source was written in. */
export interface MonthNear {
  readonly offset: number;
  readonly end: number;
}

/** Commercial and private letters to the middle of the 20th century: instant, ultimo, proximo (Oxford English Dictionary). */
const ABBREVIATED: ReadonlyMap<string, number> = new Map([
  ['ult', -1],
  ['ulto', -1],
  ['ultimo', -1],
  ['inst', 0],
  ['instt', 0],
  ['prox', 1],
  ['proxo', 1],
  ['proximo', 1],
]);

const RELATED: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** What tells the month behind a day's number, or null. `ordinal`: the number has its ending, or is a word. */
export function readMonthNear(atoms: Atoms, at: number, ordinal: boolean): MonthNear | null {
  const offset = ABBREVIATED.get(atoms.lower(at));
  if (offset !== undefined) {
    const dotted = atoms.width(at) <= 5 && atoms.mark(at + 1) === Mark.stop && atoms.glued(at + 1);
    // "14 inst" without a stop may be institutes, or anything else
    return dotted || ordinal ? { offset, end: at + (dotted ? 2 : 1) } : null;
  }
  if (!ordinal) return null;
  // "the 5th instant message" is no date
  if (atoms.is(at, 'instant'))
    return atoms.isWord(at + 1) && !endsPhrase(atoms, at + 1) ? null : { offset: 0, end: at + 1 };
  const related = atoms.is(at, 'of') && atoms.is(at + 2, 'month') ? RELATED.get(atoms.lower(at + 1)) : undefined;
  return related === undefined ? null : { offset: related, end: at + 3 };
}

/** Words that begin another phrase. */
const endsPhrase = (atoms: Atoms, at: number): boolean => BEGINNINGS.has(atoms.lower(at));

const BEGINNINGS = new Set(
  'a an the and at by for from in of on to with was were is has had i we he she they it which that when but'.split(' '),
);
