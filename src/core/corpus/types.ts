/** What the sources of a folder say together, as plain data over immutable snapshots. */
import type { NameType, Reading } from '../reading/types.ts';
import type { MentionDecision } from './decided.ts';
import type { Span } from '../text/span.ts';

/** Address of a source: a URI string, as the adapter gives it. Order of sources is code-unit order of these. */
export type Uri = string;
/** Derived; stable for one snapshot, and as far as possible from one snapshot to the next. */
export type EntityId = string;

export interface Place extends Span {
  readonly uri: Uri;
}

export interface MentionRef extends Place {
  /** Index into the reading's `mentions`. */
  readonly index: number;
}

export interface Entity {
  readonly id: EntityId;
  readonly type: NameType;
  /** The fullest established form, or the reader's choice. */
  readonly name: string;
  /** Every other written form, most frequent first. */
  readonly aliases: readonly string[];
  /** Authority IRIs the reader has accepted. */
  readonly same: readonly string[];
  /** `urn:uuid:…` once a decision has been made about it. */
  readonly decided: string | null;
}

export type LinkReason =
  | 'same-name'
  | 'surname'
  | 'given-name'
  | 'initials'
  | 'shorter-form'
  | 'acronym'
  | 'expansion-in-text'
  | 'misspelling'
  | 'transliteration'
  | 'nickname'
  | 'demonym'
  | 'apposition'
  | 'role'
  | 'decision';

/** Why a written form belongs to its entity: form `from` was joined to form `to`. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly reason: LinkReason;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface SourceState {
  readonly uri: Uri;
  readonly reading: Reading;
  /** Entity of each mention by its index; null for mentions that name nothing that can be linked. Roles have their holder's. */
  readonly entityOf: readonly (EntityId | null)[];
}

/** An immutable view of the corpus. Cheap to keep; two snapshots share what did not change. */
export interface Snapshot {
  readonly version: number;
  /** In code-unit order. */
  uris(): readonly Uri[];
  source(uri: Uri): SourceState | undefined;
  /** The same without the entities, which most candidates of a comparison need not be asked for. */
  reading(uri: Uri): Reading | undefined;
  /** Ids that the entity had in earlier snapshots are answered too, as far as their name still stands. */
  entity(id: EntityId): Entity | undefined;
  /** Ids of the entities that may differ from the version before; all others are the same. */
  touched(): ReadonlySet<EntityId>;
  /** In order of name, then id; code units. */
  entities(): readonly Entity[];
  /**
   * Sources that have a key of `shared/comparisonKeys.ts`, in no particular order; null when there are more than `most`:
   * what so many have in common tells nothing about two of them.
   */
  sourcesWith(key: number, most: number): readonly Uri[] | null;
  /** Sources that `sourcesWith` gives for `fewest` of the keys or more, each once; in code-unit order. */
  sourcesSharing(keys: Iterable<number>, most: number, fewest?: number): readonly Uri[];
  /** Names of the entity, by source, then position; roles that it holds are in `entityOf` only. */
  mentionsOf(id: EntityId): Iterable<MentionRef>;
  countsOf(id: EntityId): { readonly mentions: number; readonly sources: number };
  linksOf(id: EntityId): readonly Link[];
}

export interface CorpusChange {
  readonly uri: Uri;
  /** null removes the source. */
  readonly reading: Reading | null;
  /** What the reader has decided about single mentions of it. */
  readonly decisions?: readonly MentionDecision[];
}
