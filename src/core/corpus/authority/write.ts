/** Authority files as text: one fixed order of keys and items, so that equal decisions give equal files and git merges them. */
import { byCodeUnits } from '../../text/order.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import type { Authority, AuthorityEntity, ListKey, Pair } from './types.ts';
import { AUTHORITY_VERSION } from './types.ts';

/** The file with a final line feed: entities by id with a key a line, pairs a line each. */
export function writeAuthority(authority: Authority): string {
  const { entities, different, dismissed, notNames, other } = ordered(authority);
  const foreign = (key: ListKey): readonly Json[] => authority.foreign[key] ?? [];
  const parts: string[] = [`"version": ${AUTHORITY_VERSION}`];
  const list = (key: ListKey, items: readonly Json[], indent: number | undefined): void => {
    const all = [...items, ...foreign(key)];
    if (all.length > 0) parts.push(`"${key}": [\n${all.map((item) => block(item, indent)).join(',\n')}\n  ]`);
  };
  list('entities', entities.map(entityJson), 2);
  list('different', different, undefined);
  list('dismissed', dismissed, undefined);
  list('notNames', notNames, undefined);
  for (const [key, value] of Object.entries(other)) {
    parts.push(`${JSON.stringify(key)}: ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`);
  }
  return `{\n  ${parts.join(',\n  ')}\n}\n`;
}

/** Short lists stand on one line, so that a line is one decision. */
const block = (item: Json, indent: number | undefined): string =>
  `    ${JSON.stringify(item, null, indent).replaceAll('\n', '\n    ')}`;

function entityJson(entity: AuthorityEntity): JsonObject {
  const { id, type, name, other = {} } = entity;
  const json: Record<string, Json> = { id, type, name };
  for (const key of ['same', 'names', 'notNames', 'readAs', 'replaces'] as const) {
    const unread = other[`${key}?`];
    const items = [...entity[key], ...(Array.isArray(unread) ? (unread as readonly Json[]) : [])];
    if (items.length > 0) json[key] = items;
  }
  for (const [key, value] of Object.entries(other)) if (!key.endsWith('?')) json[key] = value;
  return json;
}

/** The same decisions in the file's order, without repetitions. */
export function ordered(authority: Authority): Authority {
  return {
    ...authority,
    entities: authority.entities.map(orderedEntity).sort((a, b) => byCodeUnits(a.id, b.id)),
    different: orderedPairs(authority.different),
    dismissed: orderedPairs(authority.dismissed),
    notNames: orderedStrings(authority.notNames),
  };
}

const orderedEntity = (entity: AuthorityEntity): AuthorityEntity => ({
  ...entity,
  same: orderedStrings(entity.same),
  names: orderedStrings(entity.names.filter((name) => name !== entity.name)),
  notNames: orderedStrings(entity.notNames),
  readAs: orderedStrings(entity.readAs.filter((type) => type !== entity.type)),
  replaces: orderedStrings(entity.replaces),
});

function orderedPairs(pairs: readonly Pair[]): Pair[] {
  const known = new Map(
    pairs.map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))).map((pair) => [pair.join(' '), pair]),
  );
  return [...known].sort(([a], [b]) => byCodeUnits(a, b)).map(([, pair]) => pair);
}

const orderedStrings = <T extends string>(items: readonly T[]): T[] => [...new Set(items)].sort(byCodeUnits);
