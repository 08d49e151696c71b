/** When a name one slip away from another is taken for that name: misspelt, or in another spelling that some sources keep to. */
import type { NameNode } from './nameNode.ts';
import { respelling } from './names/fold.ts';
import { isGivenName } from './names/givenNames.ts';
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
  return !(person && at < a.length - 1 && areTwoGivenNames(one, other));
}

/** A space too many or too few is one slip too. */
const spaceSlip = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');

/** "Mario" and "Maria", "John" and "Joan" are two people, however near their names. */
const areTwoGivenNames = (one: string, other: string): boolean =>
  (isGivenName(one) && isGivenName(other)) ||
  (one.slice(0, -1) === other.slice(0, -1) && /[aeo]$/u.test(one) && /[aeo]$/u.test(other));

/** Why a name one slip from a better known one is that name. */
export type SlipReason = 'misspelling' | 'transliteration';

/** Why the evidence takes `rare` for `known` in another spelling; null where it does not. Never both ways. */
export function slipReason(rare: NameNode, known: NameNode): SlipReason | null {
  if (rare.form.nameClass !== known.form.nameClass || rare.form.country !== null) return null;
  if (!isSlip(rare.form.words, known.form.words, rare.form.nameClass === 'person')) return null;
  if (!isRarer(rare, known)) return null;
  const reason = isMisspelt(rare, known, respelling(rare.form.words, known.form.words))
    ? 'misspelling'
    : 'transliteration';
  // Who is called by two full names in one text is two people; only a surname that slipped once is not.
  if (rare.standsBeside(known) && (reason !== 'misspelling' || rare.form.words[0] !== known.form.words[0])) return null;
  return reason;
}

function isRarer(rare: NameNode, known: NameNode): boolean {
  const [a, b] = [rare.seen, known.seen];
  if (a.sources > rareSources && b.sources < a.sources + farMoreSources) return false;
  if (a.mentions !== b.mentions) return a.mentions < b.mentions;
  // Nothing tells which of two rare spellings is right; of a long name, they are one all the same.
  return rare.form.words.length > 1 && a.sources <= rareSources && rare.key > known.key;
}

/** Why a lone surname that no full name has may be a slip of one that `longer` has; null where it may not. */
export function surnameSlipReason(node: NameNode, longer: NameNode): SlipReason | null {
  if (node.seen.sources > rareSources || node.seen.mentions > longer.seen.mentions) return null;
  const surname = [longer.form.words.at(-1) ?? ''];
  return isMisspelt(node, longer, respelling(node.form.words, surname)) ? 'misspelling' : 'transliteration';
}

/** A much better known form is the right one so many binary orders of magnitude of mentions above the other. */
const clearlyMore = 2;

/**
 * A misspelling needs a name that is established, by several sources or by repetition, and clearly more so than the
 * other. What transliteration makes of one sound is none; a doubled letter may be either, so it must stand alone.
 */
function isMisspelt(rare: NameNode, known: NameNode, respelt: ReturnType<typeof respelling>): boolean {
  const [a, b] = [rare.seen, known.seen];
  if (!b.established || respelt === 'sound' || (respelt === 'doubling' && a.mentions > 1)) return false;
  if (b.mentions >= a.mentions + clearlyMore) return true;
  return b.mentions > a.mentions && (a.mentions === 1 || b.sources > a.sources);
}
