/** Three-way merge of authority files, entity by entity and key by key. Nothing that a side has added is dropped. */
import type { Json, JsonObject } from '../../text/json.ts';
import { mergeCodebooks } from './codebook.ts';
import type { Authority, AuthorityEntity, DecidedId, ListKey, Pair } from './types.ts';
import { emptyAuthority } from './types.ts';
import { ordered } from './write.ts';

export interface AuthorityConflict {
  readonly id: DecidedId;
  /** `both-changed`: one key, two ways; the merge holds mine. `changed-and-deleted`: the merge holds what was changed. */
  readonly kind: 'both-changed' | 'changed-and-deleted';
  readonly mine: AuthorityEntity | null;
  readonly theirs: AuthorityEntity | null;
}

export interface AuthorityMerge {
  readonly authority: Authority;
  readonly conflicts: readonly AuthorityConflict[];
}

/** `base` is what both sides started from; null when it is not known (git's two-sided conflict markers). */
export function mergeAuthorities(base: Authority | null, mine: Authority, theirs: Authority): AuthorityMerge {
  const from = base ?? emptyAuthority;
  const [inBase, inMine, inTheirs] = [byId(from), byId(mine), byId(theirs)];
  const entities: AuthorityEntity[] = [];
  const conflicts: AuthorityConflict[] = [];
  for (const id of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const sides = { mine: inMine.get(id) ?? null, theirs: inTheirs.get(id) ?? null };
    const { kept, conflict } = mergeEntity(inBase.get(id) ?? null, sides.mine, sides.theirs);
    if (kept !== null) entities.push(kept);
    if (conflict !== null) conflicts.push({ id, kind: conflict, ...sides });
  }
  const keys: readonly ListKey[] = ['entities', 'different', 'dismissed', 'notNames'];
  const foreign = Object.fromEntries(
    keys
      .map(
        (key) => [key, mergeSets(from.foreign[key] ?? [], mine.foreign[key] ?? [], theirs.foreign[key] ?? [])] as const,
      )
      .filter(([, items]) => items.length > 0),
  );
  const authority: Authority = {
    entities,
    different: mergeSets<Pair>(from.different, mine.different, theirs.different),
    dismissed: mergeSets<Pair>(from.dismissed, mine.dismissed, theirs.dismissed),
    notNames: mergeSets(from.notNames, mine.notNames, theirs.notNames),
    foreign,
    other: mergeOther(from.other, mine.other, theirs.other),
  };
  return { authority: ordered(authority), conflicts };
}

const byId = ({ entities }: Authority): Map<DecidedId, AuthorityEntity> =>
  new Map(entities.map((entity) => [entity.id, entity]));

interface Merged {
  readonly kept: AuthorityEntity | null;
  readonly conflict: AuthorityConflict['kind'] | null;
}

function mergeEntity(
  base: AuthorityEntity | null,
  mine: AuthorityEntity | null,
  theirs: AuthorityEntity | null,
): Merged {
  if (mine === null || theirs === null) {
    const left = mine ?? theirs;
    if (base === null || left === null) return { kept: left, conflict: null };
    return equal(base, left) ? { kept: null, conflict: null } : { kept: left, conflict: 'changed-and-deleted' };
  }
  let conflict: AuthorityConflict['kind'] | null = null;
  const one = <Key extends 'type' | 'name'>(key: Key): AuthorityEntity[Key] => {
    if (mine[key] === theirs[key] || base?.[key] === theirs[key]) return mine[key];
    if (base?.[key] === mine[key]) return theirs[key];
    conflict = 'both-changed';
    return mine[key];
  };
  const set = <Key extends 'same' | 'names' | 'notNames' | 'readAs' | 'replaces'>(key: Key) =>
    mergeSets<AuthorityEntity[Key][number]>(base?.[key] ?? [], mine[key], theirs[key]);
  const other = mergeObjects(base?.other ?? {}, mine.other ?? {}, theirs.other ?? {});
  const kept: AuthorityEntity = {
    id: mine.id,
    type: one('type'),
    name: one('name'),
    same: set('same'),
    names: set('names'),
    notNames: set('notNames'),
    readAs: set('readAs') as AuthorityEntity['readAs'],
    replaces: set('replaces'),
    ...(Object.keys(other).length === 0 ? {} : { other }),
  };
  return { kept, conflict };
}

/** What either side has, without what either has taken out of the base. */
function mergeSets<T extends Json | Pair>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const texts = (items: readonly T[]): Set<string> => new Set(items.map(canonical));
  const [inBase, inMine, inTheirs] = [texts(base), texts(mine), texts(theirs)];
  const all = new Map([...mine, ...theirs].map((item) => [canonical(item), item]));
  return [...all]
    .filter(([text]) => !inBase.has(text) || (inMine.has(text) && inTheirs.has(text)))
    .map(([, item]) => item);
}

/** The codebook tag by tag, the rest key by key. */
function mergeOther(base: JsonObject, mine: JsonObject, theirs: JsonObject): JsonObject {
  const merged = mergeObjects(base, mine, theirs);
  const tags = mergeCodebooks(base.tags, mine.tags, theirs.tags);
  return 'tags' in merged && tags !== undefined ? { ...merged, tags } : merged;
}

/** Key by key; where both sides have changed one, mine. */
function mergeObjects(base: JsonObject, mine: JsonObject, theirs: JsonObject): JsonObject {
  const merged: [string, Json][] = [];
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const theirsOnly = equal(base[key], mine[key]);
    const value = theirsOnly ? theirs[key] : mine[key];
    if (value !== undefined) merged.push([key, value]);
  }
  return Object.fromEntries(merged);
}

/** Whatever the order of their keys. */
const equal = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
