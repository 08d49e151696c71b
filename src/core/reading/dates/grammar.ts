/** What a language has to know about dates. */
import type { Atoms } from '../atoms.ts';
import type { DateKind } from '../types.ts';
import type { Direction, Meaning, Phase } from './meaning.ts';

/** An expression found at an atom; `end` is the index of the first atom after it. */
export interface DatePhrase {
  /** Index of its first atom, where that is not the one it was looked for at. */
  readonly start?: number;
  readonly end: number;
  readonly kind: DateKind;
  readonly meaning: Meaning;
  readonly modifier?: Phase;
  readonly rule: string;
}

export interface DateGrammar {
  /** The longest date expression that begins at atom `at`, or null. Looks at a bounded number of atoms. */
  readPhrase(atoms: Atoms, at: number): DatePhrase | null;
  /** Whether the clause around the expression speaks of the past or of the future. */
  direction(atoms: Atoms, first: number, end: number): Direction;
  /** Words that label a line as the date of writing ("published", "posted"), lower case. */
  readonly dateLabels: ReadonlySet<string>;
  /** Whether a title, told up to its date, is that of a letter, a diary, minutes: what is written on that day. */
  isDocumentTitle(title: string): boolean;
}
