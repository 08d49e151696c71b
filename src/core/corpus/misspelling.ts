/** When a name one slip away from a better established one is taken for its misspelling. */
import type { NameNode } from './nameNode.ts';
import type { NameForm } from './names/nameForm.ts';
import { oneSlipApart } from './names/slips.ts';

/** Shorter words are too often one slip from another word ("Iran", "Iraq"). In letters. */
const shortestAlone = 6;
/** A word of a longer name, whose other words agree. In letters. */
const shortestInName = 4;
/** Letters of the whole name where one word of several has the slip. */
const shortestName = 8;
/** Names of more sources are not misspelt, unless the other has far more. In binary orders of magnitude. */
const rareSources = 2;
const farMoreSources = 3;

/** The text in which a slip is looked for; null for names that are too short, or numbers. */
export function slipTextOf(form: NameForm): string | null {
  const text = form.words.join(' ');
  if (form.key.includes('|') || /\d/u.test(text)) return null;
  return text.length >= (form.words.length === 1 ? shortestAlone : shortestName) ? text : null;
}

/** Whether two folded texts of one class differ by a slip in a word that is long enough for it. */
export function isSlip(a: readonly string[], b: readonly string[], person: boolean): boolean {
  if (a.length !== b.length) return spaceSlip(a, b);
  const differing = a.flatMap((word, at) => (word === b[at] ? [] : [at]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return false;
  const one = a[at] ?? '';
  const other = b[at] ?? '';
  if (!oneSlipApart(one, other)) return false;
  if (Math.min(one.length, other.length) < (a.length === 1 ? shortestAlone - 1 : shortestInName)) return false;
  return !(person && at === 0 && a.length > 1 && otherGender(one, other));
}

/** A space too many or too few is one slip too. */
const spaceSlip = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');

/** "Mario" and "Maria" are two people. */
const otherGender = (one: string, other: string): boolean =>
  one.slice(0, -1) === other.slice(0, -1) && /[aeo]$/u.test(one) && /[aeo]$/u.test(other);

/** Whether the evidence says that `rare` is a misspelling of `established`; never both ways. */
export function isMisspellingOf(rare: NameNode, established: NameNode): boolean {
  if (rare.form.nameClass !== established.form.nameClass || rare.form.country !== null) return false;
  if (!isSlip(rare.form.words, established.form.words, rare.form.nameClass === 'person')) return false;
  const a = rare.seen;
  const b = established.seen;
  if (a.sources > rareSources && b.sources < a.sources + farMoreSources) return false;
  if (a.mentions !== b.mentions) return a.mentions < b.mentions;
  // Nothing tells which of two rare spellings is right; of a long name, they are one all the same.
  return rare.form.words.length > 1 && a.sources <= rareSources && rare.key > established.key;
}

/** Whether a lone surname that no full name has may be a slip of one that `longer` has. */
export const isRareEnough = (node: NameNode, longer: NameNode): boolean =>
  node.seen.sources <= rareSources && node.seen.mentions <= longer.seen.mentions;
