/**
 * The reader's decisions, each a function from an authority file to the next one. What is decided about is an entity as
 * a snapshot gives it; `newId` is used where it has no id yet. Nothing here looks at sources: a decision is about names,
 * and about single mentions by the id that their annotations carry.
 */
import type { NameType } from '../../reading/types.ts';
import type { Entity } from '../types.ts';
import { claimsOf, keysOf, nameRefOf } from './rules.ts';
import type { Authority, AuthorityEntity, DecidedId, NameRef, Pair } from './types.ts';
import { ordered } from './write.ts';

/** What a decision needs to know of an entity. */
export type Subject = Pick<Entity, 'decided' | 'type' | 'name'>;

/** All of them are one: the first decided one, or a new one by the first's name. */
export function decideSame(
  authority: Authority,
  subjects: readonly [Subject, ...Subject[]],
  newId: DecidedId,
): Authority {
  const [first] = subjects;
  const decided = subjects.flatMap((subject) => entryOf(authority, subject) ?? []);
  const head: AuthorityEntity = decided[0] ?? { ...blank, id: newId, type: first.type, name: first.name };
  const others = decided.filter(({ id }) => id !== head.id);
  const names = [...subjects.map(({ name }) => name), ...others.flatMap((entry) => [entry.name, ...entry.names])];
  const merged: AuthorityEntity = {
    ...head,
    names: [...head.names, ...names],
    same: [...head.same, ...others.flatMap(({ same }) => same)],
    // What was kept from one of them but is a name of another is one now.
    notNames: [head, ...others]
      .flatMap(({ notNames }) => notNames)
      .filter((name) => !names.includes(name) && name !== head.name),
    readAs: [...head.readAs, ...subjects.map(({ type }) => type), ...others.flatMap(({ readAs }) => readAs)],
    replaces: [...head.replaces, ...others.flatMap(({ id, replaces }) => [id, ...replaces])],
  };
  const gone = new Set(others.map(({ id }) => id));
  const claims = new Set<NameRef>([merged.id, ...claimsOf(merged)]);
  return ordered({
    ...authority,
    entities: [...authority.entities.filter(({ id }) => id !== head.id && !gone.has(id)), merged],
    different: authority.different.filter(([a, b]) => !(claims.has(a) && claims.has(b))),
    dismissed: authority.dismissed.filter(([a, b]) => !(claims.has(a) && claims.has(b))),
  });
}

/** The two are never one. Names without an id are kept apart by their normalised forms. */
export function decideDifferent(authority: Authority, a: Subject, b: Subject): Authority {
  const pair = pairOf(authority, a, b);
  if (pair === null) return authority;
  const without = (entry: AuthorityEntity, other: Subject): AuthorityEntity => {
    const keys = new Set(keysOf({ ...entry, type: other.type }, other.name));
    return { ...entry, names: entry.names.filter((name) => !keysOf(entry, name).some((key) => keys.has(key))) };
  };
  const [entryA, entryB] = [entryOf(authority, a), entryOf(authority, b)];
  return ordered({
    ...authority,
    entities: authority.entities.map((entry) =>
      entry === entryA ? without(entry, b) : entry === entryB ? without(entry, a) : entry,
    ),
    different: [...authority.different, pair],
  });
}

/** This name, as written, is not the entity's, wherever it stands. */
export function decideNotName(authority: Authority, subject: Subject, name: string, newId: DecidedId): Authority {
  return change(authority, subject, newId, (entry) => ({
    ...entry,
    names: entry.names.filter((other) => other !== name),
    notNames: [...entry.notNames, name],
  }));
}

/**
 * Another entity of the same name. It claims no name: the mentions that the reader splits off carry its id in
 * `identifying` annotations.
 */
export function decideSplit(authority: Authority, type: NameType, name: string, newId: DecidedId): Authority {
  return ordered({
    ...authority,
    entities: [...authority.entities, { ...blank, id: newId, type, name, notNames: [name] }],
  });
}

/** Canonical name. The names that the entity had stay its own. */
export function decideName(authority: Authority, subject: Subject, name: string, newId: DecidedId): Authority {
  return change(authority, subject, newId, (entry) => ({
    ...entry,
    name,
    // A split-off entity has never claimed its old name, and does not begin to.
    names: entry.notNames.includes(entry.name) ? entry.names : [...entry.names, entry.name],
  }));
}

export function decideType(authority: Authority, subject: Subject, type: NameType, newId: DecidedId): Authority {
  return change(authority, subject, newId, (entry) => ({ ...entry, type, readAs: [...entry.readAs, entry.type] }));
}

/** The entity is as the machine says: its names hold together from now on, whatever the corpus will suggest. */
export const decideAccept = (
  authority: Authority,
  subject: Subject & Pick<Entity, 'aliases'>,
  newId: DecidedId,
): Authority =>
  change(authority, subject, newId, (entry) => ({
    ...entry,
    names: [...entry.names, ...subject.aliases.filter((alias) => isFullName(entry, alias))],
  }));

/** IRI of the entity in an authority; null takes all of them away. */
export const decideIri = (authority: Authority, subject: Subject, iri: string | null, newId: DecidedId): Authority =>
  change(authority, subject, newId, (entry) => ({ ...entry, same: iri === null ? [] : [...entry.same, iri] }));

/** Words that the reader of names took for a name, and that are none, in any source. */
export function decideNoName(authority: Authority, type: NameType, written: string): Authority {
  const ref = nameRefOf(type, written);
  return ref === null ? authority : ordered({ ...authority, notNames: [...authority.notNames, ref] });
}

/** Do not suggest this pair again; nothing is decided. */
export function dismissSuggestion(authority: Authority, a: Subject, b: Subject): Authority {
  const pair = pairOf(authority, a, b);
  return pair === null ? authority : ordered({ ...authority, dismissed: [...authority.dismissed, pair] });
}

const blank = { same: [], names: [], notNames: [], readAs: [], replaces: [] } as const;

function entryOf(authority: Authority, { decided }: Subject): AuthorityEntity | undefined {
  return decided === null
    ? undefined
    : authority.entities.find(({ id, replaces }) => id === decided || replaces.includes(decided));
}

function change(
  authority: Authority,
  subject: Subject,
  newId: DecidedId,
  edit: (entry: AuthorityEntity) => AuthorityEntity,
): Authority {
  const entry = entryOf(authority, subject);
  const edited = edit(entry ?? { ...blank, id: subject.decided ?? newId, type: subject.type, name: subject.name });
  return ordered({ ...authority, entities: [...authority.entities.filter((other) => other !== entry), edited] });
}

function pairOf(authority: Authority, a: Subject, b: Subject): Pair | null {
  const [one, other] = [refOf(authority, a), refOf(authority, b)];
  if (one === null || other === null || one === other) return null;
  return one < other ? [one, other] : [other, one];
}

const refOf = (authority: Authority, subject: Subject): NameRef | null =>
  entryOf(authority, subject)?.id ?? nameRefOf(subject.type, subject.name);

/** A lone surname is no name to hold on to: it is many people's. */
const isFullName = (entry: AuthorityEntity, alias: string): boolean =>
  entry.type !== 'person' || (nameRefOf('person', alias) ?? '').includes(' ');
