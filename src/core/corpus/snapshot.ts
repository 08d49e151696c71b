import type { Reading } from '../reading/types.ts';
import type { EntityRecord, EntityTable } from './entities.ts';
import type { SourceNames } from './local.ts';
import type { OrderedMap } from './orderedMap.ts';
import type { Postings } from './shared/postings.ts';
import type { Entity, EntityId, Link, MentionRef, Snapshot, SourceState, Uri } from './types.ts';

/** A version of the corpus. Made in constant time; lists are made when first asked for. */
export class CorpusSnapshot implements Snapshot {
  readonly version: number;
  readonly #sources: OrderedMap<SourceNames>;
  readonly #entities: EntityTable;
  /** States of sources as any version has last seen them: most stay the same from one to the next. */
  readonly #states: WeakMap<SourceNames, SourceState>;
  readonly #uris: LazyList<Uri>;
  readonly #shared: Postings;
  /** States that this version has been asked for. */
  readonly #seen = new Map<Uri, SourceState>();
  #list: readonly Entity[] | null = null;

  /** `sameUris`: the sources are those of `previous`, whatever they say. */
  constructor(
    sources: OrderedMap<SourceNames>,
    entities: EntityTable,
    shared: Postings,
    previous: CorpusSnapshot | null,
    sameUris: boolean,
  ) {
    this.version = (previous?.version ?? 0) + 1;
    this.#sources = sources;
    this.#entities = entities;
    this.#shared = shared;
    this.#states = previous === null ? new WeakMap() : previous.#states;
    this.#uris = previous !== null && sameUris ? previous.#uris : { list: null };
  }

  uris(): readonly Uri[] {
    return (this.#uris.list ??= [...this.#sources.keys()]);
  }

  source(uri: Uri): SourceState | undefined {
    const known = this.#seen.get(uri) ?? this.#state(uri);
    if (known !== undefined) this.#seen.set(uri, known);
    return known;
  }

  reading(uri: Uri): Reading | undefined {
    return this.#sources.get(uri)?.reading;
  }

  #state(uri: Uri): SourceState | undefined {
    const names = this.#sources.get(uri);
    if (names === undefined) return undefined;
    const entityOf = names.keys.map((key) => (key === null ? null : (this.#entities.ofName.get(key) ?? null)));
    const known = this.#states.get(names);
    if (known !== undefined && known.entityOf.every((id, index) => id === entityOf[index])) return known;
    const state = { uri, reading: names.reading, entityOf };
    this.#states.set(names, state);
    return state;
  }

  entity(id: EntityId): Entity | undefined {
    return this.#record(id)?.entity;
  }

  entities(): readonly Entity[] {
    return (this.#list ??= [...this.#entities.byName.values()]);
  }

  touched(): ReadonlySet<EntityId> {
    return this.#entities.touched;
  }

  sourcesWith(key: number, most: number): readonly Uri[] | null {
    return this.#shared.sourcesWith(key, most);
  }

  sourcesSharing(keys: Iterable<number>, most: number, fewest = 1): readonly Uri[] {
    return this.#shared.sourcesSharing(keys, most, fewest);
  }

  *mentionsOf(id: EntityId): Generator<MentionRef, void, undefined> {
    const record = this.#record(id);
    if (record === undefined) return;
    for (const uri of record.sources.keys()) {
      const names = this.#sources.get(uri);
      for (const [index, mention] of (names?.reading.mentions ?? []).entries()) {
        const key = names?.keys[index] ?? null;
        if (key === null || mention.type === 'role' || !record.parts.has(key)) continue;
        yield { uri, start: mention.start, end: mention.end, index };
      }
    }
  }

  countsOf(id: EntityId): { readonly mentions: number; readonly sources: number } {
    const record = this.#record(id);
    return { mentions: record?.mentions ?? 0, sources: record?.sources.size ?? 0 };
  }

  linksOf(id: EntityId): readonly Link[] {
    return this.#record(id)?.links ?? [];
  }

  /** An id that an entity had in another version is answered too, as long as the name stands somewhere. */
  #record(id: EntityId): EntityRecord | undefined {
    const { records, ofName } = this.#entities;
    return records.get(id) ?? records.get(ofName.get(id) ?? '');
  }
}

interface LazyList<T> {
  list: readonly T[] | null;
}
