/** Decisions as resolution applies them. Where they contradict each other, the first entity in order of id wins. */
import type { NameType } from '../../reading/types.ts';
import type { DecidedEntity, NameRules } from '../decided.ts';
import { formOf } from '../names/form.ts';
import type { Authority, AuthorityEntity, NameRef } from './types.ts';

/** Keys of the names that an entity claims. */
export function claimsOf(entity: AuthorityEntity): NameRef[] {
  const not = new Set(entity.notNames.flatMap((name) => keysOf(entity, name)));
  const keys = [entity.name, ...entity.names].flatMap((name) => keysOf(entity, name));
  return [...new Set([...keys, ...entity.replaces])].filter((key) => !not.has(key));
}

export const keysOf = (entity: AuthorityEntity, name: string): NameRef[] =>
  [entity.type, ...entity.readAs].flatMap((type) => nameRefOf(type, name) ?? []);

/** Reference to a name by its type and normalised form; null for a text without letters. */
export const nameRefOf = (type: NameType, name: string): NameRef | null => formOf(type, name)?.key ?? null;

export function nameRules(authority: Authority): NameRules {
  const entities = new Map<string, DecidedEntity>();
  const claims = new Map<NameRef, string>();
  const claimed = new Map<string, string[]>();
  const apart = new Map<NameRef, Set<NameRef>>();
  const separate = (a: NameRef, b: NameRef): void => {
    if (a === b) return;
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  };
  for (const entity of authority.entities) {
    const { id, type, name, same } = entity;
    entities.set(id, { id, type, name, same });
    for (const key of claimsOf(entity)) {
      if (claims.has(key)) continue;
      claims.set(key, id);
      claimed.set(id, [...(claimed.get(id) ?? []), key]);
    }
    for (const notName of entity.notNames) for (const key of keysOf(entity, notName)) separate(id, key);
  }
  // What one decision has made the same, another cannot part (reported as `authority-same-and-different`).
  const ownerOf = (ref: NameRef): NameRef => claims.get(ref) ?? ref;
  for (const [a, b] of authority.different) if (ownerOf(a) !== ownerOf(b)) separate(a, b);
  return { entities, claims, claimed, apart, ignored: new Set(authority.notNames) };
}
