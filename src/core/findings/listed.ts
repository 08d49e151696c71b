/** Many sources that give one thing in a few wordings: the sides of the finding, and how its message lists them. */
import { asSides, fileName } from './finding.ts';
import type { Side } from './types.ts';

export interface Telling {
  /** As the message shows them, quotation marks and all: `quoted`. */
  readonly words: string;
  /** The day of the source, EDTF; empty where none is known. */
  readonly day: string;
  readonly side: Side;
}

/** Sides that a finding shows all; beyond that agreeing sources stand for one another. */
const MOST_SIDES = 40;
/** Sides of one wording that are shown of more. */
const SIDES_OF_MANY = 12;
/** Files that a message names for one wording; the rest are a number. */
const FILES_NAMED = 3;

/** Words of a source as a message quotes them, with what they come to where that is told. */
export const quoted = (words: string, meaning: string | null = null): string =>
  meaning === null ? `“${words}”` : `“${words}” = ${meaning}`;

/** One side for each source and wording, in the order given; of very many, the first of each wording. */
export function sidesOf(tellings: readonly Telling[]): readonly [Side, ...Side[]] {
  const once = eachOnce(tellings);
  const counts = new Map<string, number>();
  const shown = once.filter(({ words }) => {
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return once.length <= MOST_SIDES || count <= SIDES_OF_MANY;
  });
  return asSides(shown.map((each) => each.side));
}

/** Each wording once, with the files that have it, the first of these named; in order of their days where all are known. */
export function listed(tellings: readonly Telling[]): string {
  const files = new Map<string, string[]>();
  const once = eachOnce(tellings);
  const inTime = once.some(({ day }) => day === '') ? once : once.toSorted(byDay);
  for (const { words, side } of inTime) files.set(words, [...(files.get(words) ?? []), fileName(side.uri)]);
  return [...files].map(([words, names]) => `${words} (${named(names)})`).join('; ');
}

const byDay = (a: Telling, b: Telling): number => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1);

function named(names: readonly string[]): string {
  const more = names.length - FILES_NAMED;
  return more <= 1 ? names.join(', ') : `${names.slice(0, FILES_NAMED).join(', ')} + ${more}`;
}

function eachOnce(tellings: readonly Telling[]): readonly Telling[] {
  const seen = new Map<string, Telling>();
  for (const each of tellings) {
    const key = `${each.side.uri} ${each.words}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
