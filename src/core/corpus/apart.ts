/** Names that the reader keeps apart, as the names within one source need to know it. */
import type { NameRules } from './decided.ts';

/** Whether a decision parts two names, by themselves or by the entities that claim them. */
export function keptApart({ apart, claims }: NameRules, a: string, b: string): boolean {
  if (apart.size === 0) return false;
  const others = [b, claims.get(b)];
  return [a, claims.get(a)].some((ref) => {
    const from = ref === undefined ? undefined : apart.get(ref);
    return from !== undefined && others.some((other) => other !== undefined && from.has(other));
  });
}

/**
 * Names by which the sources are found that two sets of rules part differently: of two names that are parted, the longer is one that a source takes
 * part under, so it is enough to look at those.
 */
export function partedNames(before: NameRules, after: NameRules): Set<string> {
  const names = new Set<string>();
  if (before.apart === after.apart && before.claims === after.claims) return names;
  const add = (ref: string): void => {
    for (const name of [ref, ...(before.claimed.get(ref) ?? []), ...(after.claimed.get(ref) ?? [])]) names.add(name);
  };
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    for (const [ref, set] of one.apart) if (!isSubset(set, other.apart.get(ref))) add(ref);
    // A name that a parted entity gains or loses is parted with it.
    for (const [name, owner] of one.claims)
      if (one.apart.has(owner) && other.claims.get(name) !== owner) names.add(name);
  }
  return names;
}

const isSubset = (set: ReadonlySet<string>, of: ReadonlySet<string> | undefined): boolean =>
  of !== undefined && [...set].every((member) => of.has(member));
