/**
 * The authority file, `apparatus.json` at a folder's root: what the reader has decided about entities. Immutable plain
 * data; keys that this program does not know are kept beside what it knows.
 */
import type { NameType } from '../../reading/types.ts';
import type { Json, JsonObject, JsonPath } from '../../text/json.ts';
import type { LineColumn } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** `urn:uuid:…` */
export type DecidedId = string;

/** A decided entity by its id, or a name by type and normalised form ("person:ada lovelace"). */
export type NameRef = string;

export interface AuthorityEntity {
  readonly id: DecidedId;
  readonly type: NameType;
  /** Canonical name; it claims the name of this type, unless `notNames` has it too. */
  readonly name: string;
  /** IRIs in authorities (Wikidata, VIAF, GeoNames). */
  readonly same: readonly string[];
  /** Further names that are the entity's. */
  readonly names: readonly string[];
  /** Names that look like the entity's and are not. */
  readonly notNames: readonly string[];
  /** Types under which sources may be read to name it, besides `type`: the reader has changed the type. */
  readonly readAs: readonly NameType[];
  /** Ids of entities that have been found to be this one: what refers to them means this one. */
  readonly replaces: readonly DecidedId[];
  readonly other?: JsonObject;
}

export type Pair = readonly [NameRef, NameRef];

export interface Authority {
  /** In order of id. */
  readonly entities: readonly AuthorityEntity[];
  /** Never the same; each pair in order, the pairs in order. */
  readonly different: readonly Pair[];
  /** Suggestions that the reader does not want to see again, without having decided. */
  readonly dismissed: readonly Pair[];
  /** Names that are none, as type and normalised form. */
  readonly notNames: readonly NameRef[];
  /** Items of the lists above that could not be read, by the list's key. */
  readonly foreign: Readonly<Partial<Record<ListKey, readonly Json[]>>>;
  /** `tags`, `findings` and whatever else the file holds. */
  readonly other: JsonObject;
}

export type ListKey = 'entities' | 'different' | 'dismissed' | 'notNames';

export type AuthorityProblemCode =
  | 'authority-not-json'
  | 'authority-too-deep'
  | 'authority-not-an-object'
  | 'authority-newer-version'
  | 'authority-merge-conflict'
  | 'authority-duplicate-key'
  | 'authority-duplicate-id'
  | 'authority-bad-value'
  | 'authority-name-claimed-twice'
  | 'authority-name-and-not-name'
  | 'authority-same-and-different'
  | 'authority-duplicate-tag'
  | 'authority-tag-circle'
  | 'authority-unknown-code'
  | 'authority-unknown-entity'
  | 'authority-unmentioned';

/** Something wrong with an authority file, and where. Args: see `messages.ts` beside this file. */
export interface AuthorityProblem {
  readonly code: AuthorityProblemCode;
  /** `error`: the file must not be overwritten. `warning`: the rest holds. `information`: nothing is wrong. */
  readonly severity: 'error' | 'warning' | 'information';
  readonly path: JsonPath;
  /** UTF-16 code units of the file's text. */
  readonly span: Span;
  readonly position: LineColumn;
  readonly args: readonly (string | number)[];
}

export interface ParsedAuthority {
  /** Format version of the file; missing where it does not say. */
  readonly version?: number;
  /** What could be understood; empty for a file that could not. */
  readonly authority: Authority;
  readonly problems: readonly AuthorityProblem[];
  /** False if a rewrite would lose something. */
  readonly writable: boolean;
}

export const emptyAuthority: Authority = {
  entities: [],
  different: [],
  dismissed: [],
  notNames: [],
  foreign: {},
  other: {},
};

/** Version of the file's format that this program writes, and the newest that it reads. */
export const AUTHORITY_VERSION = 1;
