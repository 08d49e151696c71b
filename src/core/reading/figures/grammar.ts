/** What a language has to know about figures. Indices are those of atoms, ends exclusive. */
import type { Atoms } from '../atoms.ts';
import type { HedgeKind } from '../types.ts';

export interface NumberPhrase {
  readonly end: number;
  /** Null for open numbers ("dozens"), which have a `floor`. */
  readonly value: number | null;
  readonly floor?: number;
  /** Upper end of a range; `value` is the lower one. */
  readonly to?: number;
  /** Half of the last printed digit's worth, where a multiplier shows that the number is rounded; else 0. */
  readonly slack: number;
  /** Unit that the number itself brings along: "share" for parts of one ("half", "one in five"). */
  readonly unit?: 'share';
  /** Spelt out in words: without anything counted, small ones are no figures ("the two"). */
  readonly words: boolean;
}

export interface UnitPhrase {
  /** First atom, where it stands before the number ("$"). */
  readonly start?: number;
  readonly end: number;
  /** See `Figure.unit`. */
  readonly unit: string;
  /** Whether the unit is all that is counted: "45 km", "$5", "51-year-old"; percentages and rates are of something. */
  readonly complete: boolean;
  /** What a multiplier that stands as a unit ("m", "bn") makes of the number. */
  readonly factor?: number;
}

export interface HedgePhrase {
  readonly start: number;
  readonly end: number;
  readonly kind: HedgeKind;
}

export interface CountedPhrase {
  /** Atoms of the head noun. */
  readonly first: number;
  readonly end: number;
}

export interface FigureGrammar {
  /** The number that begins at an atom; null where none does, or where it is an ordinal. */
  readNumber(atoms: Atoms, at: number): NumberPhrase | null;
  /** Unit, currency, percent, rate around the number at [first, end). */
  readUnit(atoms: Atoms, first: number, end: number): UnitPhrase | null;
  /** "At least" before, "or more" after. */
  readHedge(atoms: Atoms, first: number, end: number): HedgePhrase | null;
  /** Head noun of what the number counts, looked for from `at` on. */
  readCounted(atoms: Atoms, at: number, one: boolean): CountedPhrase | null;
  /** Whether the number at [first, end) is a label, a score or a list's: no figure at all. */
  isLabel(atoms: Atoms, first: number, end: number): boolean;
  /** The same, for numbers that neither unit nor counted noun explains. */
  isBareLabel(atoms: Atoms, first: number, end: number): boolean;
  /** "from" or "to" right before the number: what links the ends of a change. */
  changeLink(atoms: Atoms, first: number): 'from' | 'to' | null;
  /** Singular, lower case. */
  lemma(word: string): string;
}
