/** The reader's decisions as resolution wants them: about single mentions, and about names in the whole corpus. */
import type { NameType } from '../reading/types.ts';

/** What the reader has decided about one mention of a source. */
export interface MentionDecision {
  /** Index into the reading's `mentions`. */
  readonly mention: number;
  /** `urn:uuid:…` of the entity that is meant. */
  readonly entity?: string;
  readonly type?: NameType;
  readonly notName?: boolean;
}

/** An entity that the reader has decided about. */
export interface DecidedEntity {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly type: NameType;
  readonly name: string;
  readonly same: readonly string[];
}

/** Decisions about names, by the keys of `NameForm`s and the ids of decided entities. */
export interface NameRules {
  readonly entities: ReadonlyMap<string, DecidedEntity>;
  /** Decided entity of a name. */
  readonly claims: ReadonlyMap<string, string>;
  /** Names of a decided entity: the inverse of `claims`. */
  readonly claimed: ReadonlyMap<string, readonly string[]>;
  /** Names and entities that are never one; symmetric. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that are none. */
  readonly ignored: ReadonlySet<string>;
}

export const noRules: NameRules = {
  entities: new Map(),
  claims: new Map(),
  claimed: new Map(),
  apart: new Map(),
  ignored: new Set(),
};

/** Keys that two sets of rules treat differently. */
export function changedKeys(before: NameRules, after: NameRules): Set<string> {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    for (const [id, entity] of one.entities) if (!sameEntity(entity, other.entities.get(id))) changed.add(id);
    for (const [key, id] of one.claims) if (other.claims.get(key) !== id) changed.add(key).add(id);
    for (const [key, set] of one.apart) if (!sameSet(set, other.apart.get(key))) changed.add(key);
  }
  return changed;
}

const sameEntity = (a: DecidedEntity, b: DecidedEntity | undefined): boolean =>
  b !== undefined && a.type === b.type && a.name === b.name && a.same.join('\n') === b.same.join('\n');

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean =>
  b !== undefined && a.size === b.size && [...a].every((member) => b.has(member));
