/** English hedges before and after a number. */
import type { Atoms } from '../atoms.ts';
import type { HedgePhrase } from '../figures/grammar.ts';
import type { HedgeKind } from '../types.ts';

/** Words right before the number, last word first; the longest that fits is taken. */
const BEFORE: readonly (readonly [string, HedgeKind])[] = [
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['not fewer than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['at least', 'at-least'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['a maximum of', 'at-most'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['more than', 'more-than'],
  ['greater than', 'more-than'],
  ['higher than', 'more-than'],
  ['in excess of', 'more-than'],
  ['upwards of', 'more-than'],
  ['just over', 'more-than'],
  ['well over', 'more-than'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['lower than', 'less-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['just under', 'nearly'],
  ['close to', 'nearly'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['an estimated', 'around'],
  ['estimated', 'around'],
  ['about', 'around'],
  ['around', 'around'],
  ['roughly', 'around'],
  ['approximately', 'around'],
  ['circa', 'around'],
  ['some', 'around'],
  ['or so', 'around'],
];

const AFTER: readonly (readonly [string, HedgeKind])[] = [
  ['or more', 'at-least'],
  ['at least', 'at-least'],
  ['or so', 'around'],
  ['or fewer', 'at-most'],
  ['or less', 'at-most'],
  ['at most', 'at-most'],
];

interface Pattern {
  readonly words: readonly string[];
  readonly kind: HedgeKind;
}

/** Patterns by the word nearest to the number, longest first. */
function index(
  list: readonly (readonly [string, HedgeKind])[],
  nearest: -1 | 0,
): ReadonlyMap<string, readonly Pattern[]> {
  const byWord = new Map<string, Pattern[]>();
  for (const [phrase, kind] of list) {
    const words = phrase.split(' ');
    const key = words.at(nearest) ?? '';
    byWord.set(key, [...(byWord.get(key) ?? []), { words, kind }]);
  }
  for (const patterns of byWord.values()) patterns.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

const before = index(BEFORE, -1);
const after = index(AFTER, 0);

export function readHedge(atoms: Atoms, first: number, end: number): HedgePhrase | null {
  for (const { words, kind } of before.get(atoms.lower(first - 1)) ?? []) {
    if (fits(atoms, first - words.length, words)) return { start: first - words.length, end: first, kind };
  }
  for (const { words, kind } of after.get(atoms.lower(end)) ?? []) {
    if (fits(atoms, end, words)) return { start: end, end: end + words.length, kind };
  }
  // "500+"
  return atoms.mark(end) === 0x2b && atoms.glued(end) ? { start: end, end: end + 1, kind: 'at-least' } : null;
}

const fits = (atoms: Atoms, at: number, words: readonly string[]): boolean =>
  words.every((word, offset) => atoms.is(at + offset, word));
