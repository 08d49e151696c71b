/** Reads authority files as they are found: tolerant, with a place for every problem. */
import { conflictSides } from '../../annotation/conflictMarkers.ts';
import { locateJson, MAX_DEPTH, readJson, type Json, type JsonObject, type JsonPath } from '../../text/json.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { NameType } from '../../reading/types.ts';
import { contradictions } from './contradictions.ts';
import { mergeAuthorities } from './merge.ts';
import { settingProblems } from './settings.ts';
import { AUTHORITY_VERSION, emptyAuthority } from './types.ts';
import type {
  Authority,
  AuthorityEntity,
  AuthorityProblem,
  AuthorityProblemCode,
  ListKey,
  Pair,
  ParsedAuthority,
} from './types.ts';
import { ordered } from './write.ts';

/** A problem before its place is looked up. */
export interface RawProblem {
  readonly code: AuthorityProblemCode;
  readonly path: JsonPath;
  readonly args: readonly (string | number)[];
}

/** At most so many problems of a file are listed; somebody who has more will not read them one by one. */
const mostProblems = 100;

/** These mean that a rewrite would lose something. */
const fatal: ReadonlySet<AuthorityProblemCode> = new Set([
  'authority-not-json',
  'authority-too-deep',
  'authority-not-an-object',
  'authority-newer-version',
  'authority-duplicate-key',
]);

/**
 * Reads an authority file. Never throws; what cannot be read is a problem, and the rest holds. `codes` are those of all findings, for which
 * a severity may be set; without them any code is taken for one.
 */
export function readAuthority(text: string, codes: ReadonlySet<string> | null = null): ParsedAuthority {
  const sides = conflictSides(text);
  if (sides === null) return readWhole(text, codes);
  const [mine, theirs] = [readWhole(sides.mine), readWhole(sides.theirs)];
  const base = sides.base === null ? null : readWhole(sides.base);
  const merged = mergeAuthorities(base?.authority ?? null, mine.authority, theirs.authority);
  // The sides' own places mean nothing in the file that has both.
  const place = { path: [], span: sides.marker, position: new LineIndex(text).at(sides.marker.start) };
  const inherited = [...mine.problems, ...theirs.problems].filter(({ severity }) => severity === 'error');
  return {
    authority: merged.authority,
    writable: mine.writable && theirs.writable && merged.conflicts.length === 0,
    problems: [
      { code: 'authority-merge-conflict', severity: 'warning', args: [merged.conflicts.length], ...place },
      ...inherited.map((problem) => ({ ...problem, ...place })),
    ],
  };
}

function readWhole(text: string, codes: ReadonlySet<string> | null = null): ParsedAuthority {
  if (text.trim() === '') return { authority: emptyAuthority, problems: [], writable: true };
  const { value, error, losses } = readJson(text);
  const raw: RawProblem[] = [];
  const read = new AuthorityReader(raw, error !== null);
  const authority = read.authority(value);
  const lines = new LineIndex(text);
  const place = (problem: RawProblem, span: Span): AuthorityProblem => ({
    ...problem,
    severity: fatal.has(problem.code) ? 'error' : 'warning',
    span,
    position: lines.at(span.start),
  });
  const problems: AuthorityProblem[] = [];
  if (error !== null) {
    const code = error.expected === 'too-deep' ? 'authority-too-deep' : 'authority-not-json';
    const args = [error.expected === 'too-deep' ? MAX_DEPTH : error.expected];
    problems.push(place({ code, path: [], args }, { start: error.start, end: error.end }));
  }
  for (const { kind, path, span } of losses) {
    const key = String(path.at(-1) ?? '');
    const code = kind === 'duplicate-key' ? 'authority-duplicate-key' : 'authority-bad-value';
    problems.push(place({ code, path, args: kind === 'duplicate-key' ? [key] : [key, 'a smaller number'] }, span));
  }
  const settings = settingProblems(authority.other, codes);
  const found = [...raw, ...settings, ...contradictions(authority, read.places)].slice(0, mostProblems);
  const spans = found.length === 0 ? [] : locateJson(text, found.map(({ path }) => path)); // prettier-ignore
  found.forEach((problem, at) => problems.push(place(problem, spans[at] as Span)));
  const version = isObject(value) && typeof value['version'] === 'number' ? { version: value['version'] } : {};
  const writable = problems.every(({ severity }) => severity !== 'error');
  return { authority: ordered(authority), ...version, problems, writable };
}

/** Where entities and pairs stand in the file, for what is found about them later. */
export interface Places {
  readonly entities: ReadonlyMap<AuthorityEntity, number>;
  readonly different: ReadonlyMap<Pair, number>;
}

const types: ReadonlySet<string> = new Set(['person', 'organization', 'place', 'demonym', 'event', 'work']);
const urn = /^urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
const nameRef = /^(?:person|organization|place|event|work):\S/u;

const isRef = (json: Json | undefined): json is string =>
  typeof json === 'string' && (urn.test(json) || nameRef.test(json));

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

class AuthorityReader {
  readonly places = { entities: new Map<AuthorityEntity, number>(), different: new Map<Pair, number>() };
  readonly #problems: RawProblem[];
  /** Of broken JSON the break is the news; what is missing behind it is not. */
  readonly #broken: boolean;

  constructor(problems: RawProblem[], broken: boolean) {
    this.#problems = problems;
    this.#broken = broken;
  }

  authority(json: Json | undefined): Authority {
    if (!isObject(json)) {
      if (!this.#broken) this.#report('authority-not-an-object', []);
      return emptyAuthority;
    }
    const { version, entities, different, dismissed, notNames, ...other } = json;
    if (typeof version === 'number' && version > AUTHORITY_VERSION) {
      this.#report('authority-newer-version', ['version'], version, AUTHORITY_VERSION);
    } else if (version !== AUTHORITY_VERSION && !this.#broken) {
      this.#report('authority-bad-value', version === undefined ? [] : ['version'], 'version', '1');
    }
    const foreign: Partial<Record<ListKey, Json[]>> = {};
    const list = <T>(
      key: ListKey,
      value: Json | undefined,
      read: (item: Json, path: JsonPath, at: number) => T | null,
    ) => this.#list(key, value, read, foreign);
    const ids = new Set<string>();
    return {
      entities: list('entities', entities, (item, path, at) => {
        const entity = this.#entity(item, path, ids);
        if (entity !== null) this.places.entities.set(entity, at);
        return entity;
      }),
      different: list('different', different, (item, path, at) => {
        const pair = this.#pair(item, path);
        if (pair !== null) this.places.different.set(pair, at);
        return pair;
      }),
      dismissed: list('dismissed', dismissed, (item, path) => this.#pair(item, path)),
      notNames: list('notNames', notNames, (item, path) => {
        if (isRef(item)) return item;
        this.#report('authority-bad-value', path, 'notNames', 'a type and a name ("person:ada lovelace")');
        return null;
      }),
      foreign,
      other,
    };
  }

  #list<T>(
    key: ListKey,
    json: Json | undefined,
    read: (item: Json, path: JsonPath, at: number) => T | null,
    foreign: Partial<Record<ListKey, Json[]>>,
  ): T[] {
    if (json === undefined) return [];
    if (!Array.isArray(json)) {
      this.#report('authority-bad-value', [key], key, 'a list');
      foreign[key] = [json];
      return [];
    }
    return (json as readonly Json[]).flatMap((item, at) => {
      const value = read(item, [key, at], at);
      if (value === null) (foreign[key] ??= []).push(item);
      return value === null ? [] : [value];
    });
  }

  #entity(json: Json, path: JsonPath, ids: Set<string>): AuthorityEntity | null {
    if (!isObject(json)) {
      this.#report('authority-bad-value', path, 'entities', 'a list of objects');
      return null;
    }
    const { id, type, name, same, names, notNames, readAs, replaces, ...rest } = json;
    const wrong = (key: string, expected: string): null => {
      this.#report('authority-bad-value', json[key] === undefined ? path : [...path, key], key, expected);
      return null;
    };
    if (typeof id !== 'string' || !urn.test(id)) return wrong('id', '"urn:uuid:" and a UUID in lower case');
    if (typeof type !== 'string' || !types.has(type)) return wrong('type', [...types].join(', '));
    if (typeof name !== 'string' || name.trim() === '') return wrong('name', 'a name');
    if (ids.has(id)) {
      this.#report('authority-duplicate-id', [...path, 'id'], id);
      return null;
    }
    ids.add(id);
    const other: Record<string, Json> = { ...rest };
    const strings = (key: string, value: Json | undefined, accepts: (item: string) => boolean, expected: string) => {
      if (value === undefined) return [];
      const items = (Array.isArray(value) ? value : [value]) as readonly Json[];
      const good = items.filter((item): item is string => typeof item === 'string' && accepts(item));
      if (good.length === items.length) return good;
      wrong(key, expected);
      other[`${key}?`] = items.filter((item) => !good.includes(item as string));
      return good;
    };
    const some = (item: string): boolean => item.trim() !== '';
    const entity = {
      id,
      type: type as NameType,
      name,
      same: strings('same', same, (item) => /^[a-z][a-z0-9+.-]*:\S+$/iu.test(item), 'a list of absolute IRIs'),
      names: strings('names', names, some, 'a list of names'),
      notNames: strings('notNames', notNames, some, 'a list of names'),
      readAs: strings('readAs', readAs, (item) => types.has(item), 'a list of types') as NameType[],
      replaces: strings('replaces', replaces, (item) => urn.test(item), 'a list of ids'),
    };
    return Object.keys(other).length === 0 ? entity : { ...entity, other };
  }

  #pair(json: Json, path: JsonPath): Pair | null {
    const [a, b, more] = (Array.isArray(json) ? json : []) as readonly Json[];
    if (isRef(a) && isRef(b) && more === undefined && a !== b) return a < b ? [a, b] : [b, a];
    this.#report('authority-bad-value', path, String(path[0]), 'two different ids, or types and names');
    return null;
  }

  #report(code: AuthorityProblemCode, path: JsonPath, ...args: readonly (string | number)[]): void {
    this.#problems.push({ code, path, args });
  }
}
