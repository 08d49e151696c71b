import type { Reading } from '../../reading/types.ts';
import { OrderedMap } from '../orderedMap.ts';
import type { CorpusChange, Uri } from '../types.ts';

/** A source as the index knew it when it was indexed. */
interface Entry {
  readonly uri: Uri;
  readonly reading: Reading;
  readonly keys: readonly number[];
  /** Some state has replaced it: only then must a state be asked whether it is current there. */
  replaced: boolean;
}

interface Segment {
  readonly entries: readonly Entry[];
  readonly byUri: ReadonlyMap<Uri, Entry>;
  /** For each key the entries that have it, each once; a single one stands for itself, as most keys have but one. */
  readonly index: ReadonlyMap<number, Entry | readonly Entry[]>;
}

/**
 * Which sources share a comparison key. Immutable: segments are never changed, only added and merged, as in a
 * log-structured merge tree (O'Neil et al., 1996), so a change costs as much as the sources it touches, not as the corpus.
 */
export class Postings {
  static readonly empty = new Postings([], OrderedMap.empty());

  readonly #segments: readonly Segment[];
  /** Entries that replaced an earlier one, or null for removed sources; entries of the first segment are current unless named here. */
  readonly #replaced: OrderedMap<Entry | null>;

  private constructor(segments: readonly Segment[], replaced: OrderedMap<Entry | null>) {
    this.#segments = segments;
    this.#replaced = replaced;
  }

  /** `keysOf` gives 32-bit keys, each once; it is called once per changed reading. */
  apply(changes: readonly CorpusChange[], keysOf: (reading: Reading) => readonly number[]): Postings {
    if (changes.length === 0) return this;
    let replaced = this.#replaced;
    const added: Entry[] = [];
    for (const { uri, reading } of new Map(changes.map((change) => [change.uri, change])).values()) {
      const entry = reading === null ? null : { uri, reading, keys: keysOf(reading), replaced: false };
      const before = replaced.get(uri) ?? this.#segments[0]?.byUri.get(uri);
      if (before) before.replaced = true;
      replaced = replaced.set(uri, entry);
      if (entry) added.push(entry);
    }
    return new Postings([...this.#segments, segment(added)], replaced).#merged();
  }

  /** Sources that have the key, in no particular order; null when there are more than `most`, found without counting them all. */
  sourcesWith(key: number, most: number): readonly Uri[] | null {
    return this.#currentWith(key, most)?.map(({ uri }) => uri) ?? null;
  }

  /** Sources that `sourcesWith` gives for `fewest` of the keys or more, each once; in code-unit order. */
  sourcesSharing(keys: Iterable<number>, most: number, fewest: number): readonly Uri[] {
    const counts = new Map<Entry, number>();
    for (const key of new Set(keys)) {
      for (const entry of this.#currentWith(key, most) ?? []) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
    const uris: Uri[] = [];
    for (const [{ uri }, count] of counts) if (count >= fewest) uris.push(uri);
    return uris.sort();
  }

  #currentWith(key: number, most: number): readonly Entry[] | null {
    const found: Entry[] = [];
    for (const [at, each] of this.#segments.entries()) {
      for (const entry of entriesOf(each, key)) {
        if (!this.#isCurrent(entry, at)) continue;
        if (found.length === most) return null;
        found.push(entry);
      }
    }
    return found;
  }

  #isCurrent(entry: Entry, segmentAt: number): boolean {
    if (!entry.replaced) return true;
    const current = this.#replaced.get(entry.uri);
    return current === undefined ? segmentAt === 0 : current === entry;
  }

  /**
   * Recent segments are merged as soon as one is no longer half of the one before it, and all of them into the first when
   * together they are a share of it: so each source is merged a logarithmic number of times, and an edit touches only
   * what was edited lately.
   */
  #merged(): Postings {
    const segments = [...this.#segments];
    const current = (at: number) => segments[at]!.entries.filter((entry) => this.#isCurrent(entry, at));
    while (segments.length > 2 && segments.at(-1)!.entries.length * 2 >= segments.at(-2)!.entries.length) {
      const merged = segment([...current(segments.length - 2), ...current(segments.length - 1)]);
      segments.splice(-2, 2, merged);
    }
    const recent = segments.slice(1).reduce((sum, { entries }) => sum + entries.length, 0);
    if (recent * SHARE_TO_MERGE < segments[0]!.entries.length) return new Postings(segments, this.#replaced);
    return new Postings([segment(segments.flatMap((_, at) => current(at)))], OrderedMap.empty());
  }
}

/** Recent changes are merged into the first segment when they are a quarter of it. */
const SHARE_TO_MERGE = 4;

const NONE: readonly Entry[] = [];

function entriesOf({ index }: Segment, key: number): readonly Entry[] {
  const found = index.get(key | 0);
  if (found === undefined) return NONE;
  return 'length' in found ? found : [found];
}

/** Keys are kept as signed numbers, which the engine holds without boxes. */
function segment(entries: readonly Entry[]): Segment {
  const index = new Map<number, Entry | Entry[]>();
  for (const entry of entries) {
    for (const unsigned of entry.keys) {
      const key = unsigned | 0;
      const known = index.get(key);
      if (known === undefined) index.set(key, entry);
      else if ('length' in known) known.push(entry);
      else index.set(key, [known, entry]);
    }
  }
  return { entries, byUri: new Map(entries.map((entry) => [entry.uri, entry])), index };
}
