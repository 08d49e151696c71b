/** Decisions that cannot all hold, each reported where the later one stands. */
import type { Places, RawProblem } from './read.ts';
import { claimsOf, keysOf } from './rules.ts';
import type { Authority, AuthorityEntity, NameRef, Pair } from './types.ts';

export function contradictions(authority: Authority, places: Places): RawProblem[] {
  return [...claimedTwice(authority, places), ...nameAndNot(authority, places), ...sameAndDifferent(authority, places)];
}

/** Path to where an entity says `name`. */
function pathTo(entity: AuthorityEntity, name: string, places: Places): (string | number)[] {
  const at = places.entities.get(entity) ?? 0;
  const index = entity.names.indexOf(name);
  return index === -1 ? ['entities', at, 'name'] : ['entities', at, 'names', index];
}

function* claimedTwice({ entities }: Authority, places: Places): Generator<RawProblem> {
  const owners = new Map<NameRef, AuthorityEntity>();
  for (const entity of entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const held = new Set(claimsOf(entity));
    for (const name of [entity.name, ...entity.names]) {
      for (const key of keysOf(entity, name)) {
        const owner = owners.get(key);
        if (owner === undefined && held.has(key)) owners.set(key, entity);
        else if (owner !== undefined && owner !== entity && held.has(key)) {
          const args = [name, owner.name, entity.name];
          yield { code: 'authority-name-claimed-twice', path: pathTo(entity, name, places), args };
        }
      }
    }
  }
}

/** The canonical name may be among the names that are not: "another Ada Lovelace" is made so. */
function* nameAndNot({ entities }: Authority, places: Places): Generator<RawProblem> {
  for (const entity of entities) {
    const not = new Set(entity.notNames.flatMap((name) => keysOf(entity, name)));
    for (const name of entity.names) {
      if (!keysOf(entity, name).some((key) => not.has(key))) continue;
      yield { code: 'authority-name-and-not-name', path: pathTo(entity, name, places), args: [name, entity.name] };
    }
  }
}

function* sameAndDifferent({ entities, different }: Authority, places: Places): Generator<RawProblem> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const owner = new Map<NameRef, string>();
  for (const entity of entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    owner.set(entity.id, entity.id);
    for (const key of claimsOf(entity)) if (!owner.has(key)) owner.set(key, entity.id);
  }
  for (const pair of different) {
    const path = ['different', places.different.get(pair) ?? 0];
    for (const ref of pair) {
      const known = !ref.startsWith('urn:') || byId.has(ref) || owner.has(ref);
      if (!known) yield { code: 'authority-unknown-entity', path, args: [ref] };
    }
    if (isOne(pair, owner))
      yield { code: 'authority-same-and-different', path, args: pair.map((ref) => byId.get(ref)?.name ?? ref) };
  }
}

const isOne = ([a, b]: Pair, owner: ReadonlyMap<NameRef, string>): boolean =>
  owner.get(a) !== undefined && owner.get(a) === owner.get(b);
