/** Names that mean the same, across the sources of one folder. */
import type { Mention, NameType, Reading } from '../reading/types.ts';
import type {
  CorpusChange,
  Entity,
  EntityId,
  Link,
  LinkReason,
  MentionRef,
  Snapshot,
  SourceState,
  Uri,
} from './types.ts';

/** Holds the readings of a folder and tells which mentions name the same entity; the result depends on the readings only, never on the order of changes. */
export class Corpus {
  readonly #readings = new Map<Uri, Reading>();
  #version = 0;

  apply(changes: readonly CorpusChange[]): Snapshot {
    for (const { uri, reading } of changes) {
      if (reading === null) this.#readings.delete(uri);
      else this.#readings.set(uri, reading);
    }
    this.#version += 1;
    return resolve(this.#readings, this.#version);
  }
}

interface Cluster {
  readonly type: NameType;
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly mentions: MentionRef[];
  readonly links: Map<string, Link>;
}

function resolve(readings: ReadonlyMap<Uri, Reading>, version: number): Snapshot {
  const uris = [...readings.keys()].sort(byCodeUnits);
  const clusters = new Map<string, Cluster>();
  const keysBySource = new Map<Uri, (string | null)[]>();
  for (const uri of uris) {
    const reading = readings.get(uri);
    if (reading === undefined) continue;
    const names = reading.mentions.map((mention) => reading.text.slice(mention.start, mention.end));
    const targets = reading.mentions.map((mention, index) => resolveInSource(reading.mentions, names, mention, index));
    keysBySource.set(
      uri,
      targets.map((target) => target?.key ?? null),
    );
    targets.forEach((target, index) => {
      const mention = reading.mentions[index];
      const name = names[index];
      if (target === null || mention === undefined || name === undefined || mention.type === 'role') return;
      const cluster: Cluster = clusters.get(target.key) ?? {
        type: target.type,
        key: target.key,
        forms: new Map(),
        mentions: [],
        links: new Map(),
      };
      clusters.set(target.key, cluster);
      cluster.forms.set(name, (cluster.forms.get(name) ?? 0) + 1);
      cluster.mentions.push({ uri, start: mention.start, end: mention.end, index });
      if (target.reason !== 'same-name')
        cluster.links.set(name, { from: name, to: target.name, reason: target.reason, confidence: 0.9 });
    });
  }
  return snapshotOf(version, uris, readings, keysBySource, clusters);
}

interface Target {
  readonly key: string;
  readonly type: NameType;
  readonly name: string;
  readonly reason: LinkReason;
}

function resolveInSource(
  mentions: readonly Mention[],
  names: readonly string[],
  mention: Mention,
  index: number,
): Target | null {
  if (mention.type === 'role') {
    const holder = mention.role?.holder ?? null;
    const held = holder === null ? undefined : mentions[holder];
    return holder === null || held === undefined || held.type === 'role'
      ? null
      : resolveInSource(mentions, names, held, holder);
  }
  const name = names[index] ?? '';
  const form = normalize(name);
  const words = form.split(' ');
  const longer = (matches: (other: string[]) => boolean): string | undefined => {
    const found = new Map<string, string>();
    mentions.forEach((other, at) => {
      const otherName = names[at] ?? '';
      if (other.type === mention.type && matches(normalize(otherName).split(' ')))
        found.set(normalize(otherName), otherName);
    });
    return found.size === 1 ? [...found.values()][0] : undefined;
  };
  const to = (full: string, reason: LinkReason): Target => ({
    key: `${mention.type}:${normalize(full)}`,
    type: mention.type as NameType,
    name: full,
    reason,
  });
  if (words.length === 1 && mention.type === 'person') {
    const full = longer((other) => other.length > 1 && other.at(-1) === form);
    if (full !== undefined) return to(full, 'surname');
  }
  if (words.length === 1 && /^[A-Z]{2,6}$/u.test(name)) {
    const full = longer((other) => other.length > 1 && other.map((word) => word[0]).join('') === form);
    if (full !== undefined) return to(full, 'acronym');
  }
  return to(name, 'same-name');
}

const normalize = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f.]/gu, '')
    .replace(/['’]s$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^the /u, '')
    .trim();

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function snapshotOf(
  version: number,
  uris: readonly Uri[],
  readings: ReadonlyMap<Uri, Reading>,
  keysBySource: ReadonlyMap<Uri, readonly (string | null)[]>,
  clusters: ReadonlyMap<string, Cluster>,
): Snapshot {
  const entities = new Map<EntityId, Entity>();
  for (const [id, cluster] of clusters) {
    const forms = [...cluster.forms]
      .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || byCodeUnits(a[0], b[0]))
      .map(([form]) => form);
    const name = forms.find((form) => `${cluster.type}:${normalize(form)}` === id) ?? forms[0] ?? '';
    entities.set(id, {
      id,
      type: cluster.type,
      name,
      aliases: forms.filter((form) => form !== name),
      same: [],
      decided: null,
    });
  }
  const states = new Map<Uri, SourceState>();
  for (const uri of uris) {
    const reading = readings.get(uri);
    if (reading !== undefined)
      states.set(uri, {
        uri,
        reading,
        entityOf: (keysBySource.get(uri) ?? []).map((key) => (key !== null && entities.has(key) ? key : null)),
      });
  }
  const sorted = [...entities.values()].sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
  return {
    version,
    uris: () => uris,
    source: (uri) => states.get(uri),
    entity: (id) => entities.get(id),
    entities: () => sorted,
    mentionsOf: (id) => clusters.get(id)?.mentions ?? [],
    countsOf: (id) => {
      const mentions = clusters.get(id)?.mentions ?? [];
      return { mentions: mentions.length, sources: new Set(mentions.map((mention) => mention.uri)).size };
    },
    linksOf: (id) => [...(clusters.get(id)?.links.values() ?? [])],
  };
}
