/** English years, decades, centuries and quarters. Each reader returns what begins at `at`, or null. */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { Fields } from '../dates/meaning.ts';
import { Unit } from '../dates/units.ts';
import { COUNTED_AFTER_YEAR, LABELS_BEFORE_NUMBER } from './date-words.ts';
import { isApostrophe, isDash, Mark, skipHyphen } from './marks.ts';

export interface FieldsPhrase {
  readonly fields: Fields;
  /** Index of the first atom after it. */
  readonly end: number;
}

/** Years that stand alone are taken for years within these bounds; others need a preposition or a month. */
const FIRST_PLAIN_YEAR = 1800;
const LAST_PLAIN_YEAR = 2099;
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;

/** Four digits that can be a year by their form, whatever stands around them. */
export function isYearDigits(atoms: Atoms, at: number): boolean {
  const value = atoms.number(at);
  if (atoms.width(at) !== 4 || value < FIRST_YEAR || value > LAST_YEAR) return false;
  const next = atoms.mark(at + 1);
  if (!atoms.glued(at + 1)) return true;
  if (atoms.isWord(at + 1)) return false;
  if (next === Mark.percent || next === Mark.degree) return false;
  const joins = next === Mark.comma || next === Mark.stop || next === Mark.slash || next === Mark.colon;
  return !(joins && atoms.isDigits(at + 2) && atoms.glued(at + 2));
}

/** A year by its own: "1914", "2025". */
export function readPlainYear(atoms: Atoms, at: number): FieldsPhrase | null {
  if (!isYearDigits(atoms, at) || !standsFree(atoms, at)) return null;
  const year = atoms.number(at);
  if (atoms.isWord(at + 1) && !isSeparated(atoms, at)) {
    const next = atoms.lower(at + 1);
    if (COUNTED_AFTER_YEAR.has(next)) return null;
    // "1,500" may be printed "1500": a round number before a plural noun counts it.
    const counts =
      year % 100 === 0 && next.endsWith('s') && !atoms.isCapitalized(at + 1) && atoms.entry(at + 1).cues === 0;
    if (counts && !atoms.is(at - 1, 'the')) return null;
  }
  const plain = year >= FIRST_PLAIN_YEAR && year <= LAST_PLAIN_YEAR;
  const led =
    atoms.has(at - 1, Cue.preposition | Cue.phase) ||
    atoms.isMark(at - 1, Mark.openParenthesis, Mark.openBracket) ||
    (atoms.mark(at - 1) === Mark.stop && (atoms.is(at - 2, 'c') || atoms.is(at - 2, 'ca')));
  return plain || led ? { fields: { year }, end: at + 1 } : null;
}

const isSeparated = (atoms: Atoms, at: number): boolean => atoms.isEnd(at + 1);

/** Nothing before the digits makes them part of a price, a label or a longer number. */
function standsFree(atoms: Atoms, at: number): boolean {
  const before = at - 1;
  if (atoms.has(before, Cue.cardinal | Cue.scale)) return false;
  if (atoms.isWord(before)) return !atoms.glued(at) && !LABELS_BEFORE_NUMBER.has(atoms.lower(before));
  const mark = atoms.mark(before);
  if (mark === Mark.stop && !atoms.glued(at)) return !LABELS_BEFORE_NUMBER.has(atoms.lower(before - 1));
  if (!atoms.glued(at)) return mark !== Mark.hash;
  if (isDash(mark))
    return atoms.isWord(before - 1) && atoms.has(before - 1, Cue.phase | Cue.month) ? true : isEra(atoms, before - 1);
  return mark === Mark.openParenthesis || mark === Mark.openBracket || isOpeningQuote(mark) || mark === Mark.slash;
}

const isEra = (atoms: Atoms, at: number): boolean => atoms.is(at, 'post') || atoms.is(at, 'pre');

const isOpeningQuote = (mark: number): boolean =>
  mark === 0x22 || mark === 0x201c || mark === 0x2018 || mark === 0x27 || mark === 0x60;

/** "44 BC", "AD 79", "500 B.C.E.". */
export function readEraYear(atoms: Atoms, at: number): FieldsPhrase | null {
  if (atoms.is(at, 'ad') && atoms.slice(at) === 'AD' && atoms.number(at + 1) > 0)
    return { fields: { year: atoms.number(at + 1) }, end: at + 2 };
  const value = atoms.number(at);
  if (value <= 0 || value > 9999 || !atoms.isCapitalized(at + 1)) return null;
  let era = atoms.slice(at + 1);
  let end = at + 2;
  // "B.C.E." comes in pieces.
  if (era.length === 1) {
    while (end < at + 7 && atoms.mark(end) === Mark.stop && atoms.glued(end + 1) && atoms.isWord(end + 1)) {
      era += atoms.slice(end + 1);
      end += 2;
    }
    if (atoms.mark(end) === Mark.stop) end += 1;
  }
  if (era === 'BC' || era === 'BCE') return { fields: { year: 1 - value }, end };
  return era === 'AD' || era === 'CE' ? { fields: { year: value }, end } : null;
}

/** "1980s", "the '80s", "1980's", "the nineties", "20th century", "nineteenth-century". */
export function readEpoch(atoms: Atoms, at: number, afterThe: boolean): FieldsPhrase | null {
  return readDecade(atoms, at, afterThe) ?? readCentury(atoms, at);
}

function readDecade(atoms: Atoms, at: number, afterThe: boolean): FieldsPhrase | null {
  const apostrophe = isApostrophe(atoms.mark(at)) && atoms.glued(at + 1) ? 1 : 0;
  const digits = at + apostrophe;
  const value = atoms.number(digits);
  if (value >= 0 && value % 10 === 0) {
    let s = digits + 1;
    if (isApostrophe(atoms.mark(s)) && atoms.glued(s)) s += 1;
    if (!atoms.glued(s) || !(atoms.is(s, 's') && atoms.slice(s) === 's')) return null;
    if (atoms.width(digits) === 4 && value >= FIRST_YEAR && value <= LAST_YEAR)
      return { fields: { year: value, yearGrain: value % 100 === 0 && value < 2000 ? 100 : 10 }, end: s + 1 };
    if (atoms.width(digits) === 2 && value >= 10 && (apostrophe === 1 || afterThe))
      return { fields: { year: 1900 + value, yearGrain: 10 }, end: s + 1 };
    return null;
  }
  const decade = afterThe ? (DECADE_WORDS.get(atoms.lower(at)) ?? 0) : 0;
  return decade > 0 ? { fields: { year: 1900 + decade, yearGrain: 10 }, end: at + 1 } : null;
}

const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);

function readCentury(atoms: Atoms, at: number): FieldsPhrase | null {
  const ordinal = readOrdinal(atoms, at);
  if (!ordinal || ordinal.value > 30) return null;
  const unit = skipHyphen(atoms, ordinal.end);
  if (atoms.entry(unit).unit !== Unit.century || atoms.has(unit, Cue.plural)) return null;
  const bc = readBefore(atoms, unit + 1);
  if (bc > 0) return { fields: { year: -100 * ordinal.value, yearGrain: 100 }, end: bc };
  return { fields: { year: (ordinal.value - 1) * 100, yearGrain: 100 }, end: unit + 1 };
}

const readBefore = (atoms: Atoms, at: number): number => (atoms.is(at, 'bc') || atoms.is(at, 'bce') ? at + 1 : 0);

/** "3rd", "third"; `value` counts from 1. */
export function readOrdinal(atoms: Atoms, at: number): { value: number; end: number } | null {
  const { ordinal } = atoms.entry(at);
  if (ordinal > 0) return { value: ordinal, end: at + 1 };
  const value = atoms.number(at);
  if (value > 0 && atoms.glued(at + 1) && atoms.isWord(at + 1) && ORDINAL_ENDINGS.has(atoms.lower(at + 1)))
    return { value, end: at + 2 };
  const { number } = atoms.entry(at);
  // "twenty-first"
  if (number >= 20 && number < 100) {
    const unit = skipHyphen(atoms, at + 1);
    const ones = atoms.entry(unit).ordinal;
    if (ones > 0 && ones < 10) return { value: number + ones, end: unit + 1 };
  }
  return null;
}

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'd']);

/** "nineteen ninety-six", "twenty twenty-five": a century's number and two digits. */
export function readYearWords(atoms: Atoms, at: number): FieldsPhrase | null {
  const hundreds = atoms.entry(at).number;
  if (!(atoms.entry(at).cues & Cue.cardinal) || hundreds < 13 || hundreds > 20) return null;
  const tens = atoms.entry(at + 1);
  if (!(tens.cues & Cue.cardinal) || tens.number < 10 || tens.number > 90) return null;
  let year = hundreds * 100 + tens.number;
  let end = at + 2;
  if (tens.number >= 20) {
    const ones = atoms.entry(skipHyphen(atoms, end));
    if (ones.cues & Cue.cardinal && ones.number > 0 && ones.number < 10) {
      year += ones.number;
      end = skipHyphen(atoms, end) + 1;
    }
  }
  return atoms.has(end, Cue.unit | Cue.scale) ? null : { fields: { year }, end };
}

/** "third quarter", "third-quarter", "Q3", "the first half" and what year they are of. */
export function readQuarter(atoms: Atoms, at: number): FieldsPhrase | null {
  if (atoms.is(at, 'q') || (atoms.isWord(at) && atoms.slice(at) === 'Q')) {
    const number = atoms.glued(at + 1) ? atoms.number(at + 1) : -1;
    return number >= 1 && number <= 4 ? { fields: { grouping: 32 + number }, end: at + 2 } : null;
  }
  const first = skipFiscal(atoms, at);
  const ordinal =
    readOrdinal(atoms, first) ??
    (atoms.is(first, 'final') || atoms.is(first, 'last') ? { value: 0, end: first + 1 } : null);
  if (!ordinal) return null;
  const unit = skipFiscal(atoms, skipHyphen(atoms, ordinal.end));
  if (
    atoms.entry(unit).unit === Unit.quarter &&
    !atoms.has(unit, Cue.plural) &&
    ordinal.value >= 1 &&
    ordinal.value <= 4
  )
    return { fields: { grouping: 32 + ordinal.value }, end: unit + 1 };
  // Halves are of matches too: only with a year.
  if (atoms.is(unit, 'half') && ordinal.value <= 2 && atoms.is(unit + 1, 'of'))
    return { fields: { grouping: ordinal.value === 1 ? 40 : 41 }, end: unit + 1 };
  return null;
}

/** "of 2025", ", 2025", "of last year", "last year": the year of a month, quarter or season before it. */
export function readYearOf(atoms: Atoms, at: number): FieldsPhrase | null {
  let i = at;
  const comma = atoms.mark(i) === Mark.comma && atoms.glued(i);
  if (comma || atoms.is(i, 'of') || atoms.is(i, 'in')) i += 1;
  if (atoms.is(i, 'in')) return null;
  if (atoms.has(i, Cue.fiscal)) i += 1;
  if (isYearDigits(atoms, i) && !COUNTED_AFTER_YEAR.has(atoms.lower(i + 1)))
    return { fields: { year: atoms.number(i) }, end: i + 1 };
  if (isApostrophe(atoms.mark(i)) && atoms.isDigits(i + 1) && atoms.width(i + 1) === 2 && atoms.glued(i + 1))
    return { fields: { year: expandYear(atoms.number(i + 1)) }, end: i + 2 };
  const spelt = readYearWords(atoms, i);
  if (spelt) return spelt;
  if (comma || atoms.is(at, 'in')) return null;
  if (atoms.is(i, 'the')) i += 1;
  const { cues, offset } = atoms.entry(i);
  const demonstrative = atoms.is(i, 'this') || atoms.is(i, 'that');
  const bare = i > at && atoms.is(i - 1, 'the') && atoms.entry(i).unit === Unit.year;
  if (bare && !atoms.has(i, Cue.plural)) return { fields: { yearOffset: 0, yearBase: 'context' }, end: i + 1 };
  if ((cues & Cue.shift || demonstrative) && atoms.entry(i + 1).unit === Unit.year && !atoms.has(i + 1, Cue.plural)) {
    const context = atoms.is(i, 'that') || CONTEXT_SHIFTS.has(atoms.lower(i));
    return { fields: { yearOffset: demonstrative ? 0 : offset, yearBase: context ? 'context' : 'source' }, end: i + 2 };
  }
  return null;
}

/** Past "fiscal" and a hyphen after it. */
const skipFiscal = (atoms: Atoms, at: number): number => (atoms.has(at, Cue.fiscal) ? skipHyphen(atoms, at + 1) : at);

/** Shifts that count from what the text spoke of, not from its own date. */
export const CONTEXT_SHIFTS = new Set(['previous', 'preceding', 'prior', 'following', 'same', 'latest']);

/** A two-digit year: nobody who writes "'89" or "’05" means another century (POSIX strptime splits at 69 too). */
export const expandYear = (two: number): number => (two >= 69 ? 1900 + two : 2000 + two);
