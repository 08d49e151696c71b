/** One slip of the pen: a letter too many, missing, wrong, or two that changed places. */
import { hashString } from '../orderedMap.ts';

/** Whether `a` and `b` are one slip apart (optimal string alignment distance 1). Equal strings are not. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a.length < b.length) [a, b] = [b, a];
  if (a.length - b.length > 1 || a === b) return false;
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Hashes of a string and of everything that it becomes when one letter is left out: strings one slip apart share at
 * least one (symmetric deletion, as in W. Garbe's SymSpell). Strings that are further apart may share one too.
 */
export function slipHashes(text: string, space: string): Set<number> {
  const hashes = new Set([hashString(space + text)]);
  for (let at = 0; at < text.length; at += 1) hashes.add(hashString(space + text.slice(0, at) + text.slice(at + 1)));
  return hashes;
}
