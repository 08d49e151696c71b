/** Findings of every source, kept from one snapshot to the next: an edit looks only at what it touches. */
import { comparisonKeys, MOST_COMPARED } from '../corpus/shared/comparisonKeys.ts';
import type { EntityId, Snapshot, Uri } from '../corpus/types.ts';
import { isRespelling } from './name-variant.ts';
import { eachOnce, findings } from './rules.ts';
import type { Finding } from './types.ts';

/** Sources changed at once beyond which everything is looked at anew: a folder is being loaded. */
const MANY = 50;

/**
 * The same answers as `findings` gives for the newest snapshot. Sources that an update touches are looked at anew when they
 * are next asked for; the others keep their list, the same object.
 */
export class FindingsStore {
  #snapshot: Snapshot | null = null;
  readonly #lists = new Map<Uri, readonly Finding[]>();
  /** For each source the others whose lists have a side in it. */
  readonly #told = new Map<Uri, Set<Uri>>();

  /** `changed` are the sources that were read anew, came or went; null where anything may have changed. */
  update(snapshot: Snapshot, changed: Iterable<Uri> | null): void {
    const before = this.#snapshot;
    this.#snapshot = snapshot;
    const uris = changed === null ? null : [...changed];
    const isNext = snapshot.version === (before?.version ?? 0) + 1;
    if (before === null || !isNext || uris === null || uris.length > MANY) {
      this.#lists.clear();
      this.#told.clear();
      return;
    }
    for (const uri of affected(before, snapshot, uris)) this.#drop(uri);
    this.#settle(uris);
  }

  /** Findings with a side in the source, as `findings` orders them. Throws what a rule throws. */
  of(uri: Uri): readonly Finding[] {
    const known = this.#lists.get(uri);
    if (known || this.#snapshot === null) return known ?? [];
    const list = findings(this.#snapshot, uri);
    this.#lists.set(uri, list);
    for (const { sides } of list) for (const side of sides) this.#tell(side.uri, uri);
    return list;
  }

  /** Whether the source's findings are at hand. */
  has(uri: Uri): boolean {
    return this.#lists.has(uri);
  }

  /** The findings that are at hand, each once, by the place of their first side. */
  atHand(): readonly Finding[] {
    return eachOnce(this.#lists.values());
  }

  /** What the changed sources now say concerns the sources at its sides. */
  #settle(changed: readonly Uri[]): void {
    const known = changed.filter((uri) => this.#snapshot?.source(uri));
    for (const uri of known) {
      for (const { sides } of this.of(uri))
        for (const side of sides) if (!known.includes(side.uri)) this.#drop(side.uri);
    }
  }

  /** Forgets the list of a source, and of every source that tells of it. */
  #drop(uri: Uri): void {
    const tellers = [uri, ...(this.#told.get(uri) ?? [])];
    this.#told.delete(uri);
    for (const teller of tellers) this.#lists.delete(teller);
  }

  #tell(about: Uri, teller: Uri): void {
    const tellers = this.#told.get(about);
    if (tellers) tellers.add(teller);
    else this.#told.set(about, new Set([teller]));
  }
}

/** The changed sources, those that share a key with their old or new reading, and those that name an entity which has changed. */
function affected(before: Snapshot, after: Snapshot, changed: readonly Uri[]): ReadonlySet<Uri> {
  const found = new Set<Uri>(changed);
  for (const uri of changed) {
    const readings = [before, after].flatMap((snapshot) => snapshot.reading(uri) ?? []);
    const keys = readings.flatMap((reading) => comparisonKeys(reading));
    // before as well: with this source a key may have come to be in more sources than are compared
    for (const snapshot of [before, after])
      for (const other of snapshot.sourcesSharing(keys, MOST_COMPARED)) if (after.reading(other)) found.add(other);
  }
  for (const id of after.touched()) {
    if (isChanged(id, before, after)) {
      for (const snapshot of [before, after]) for (const { uri } of snapshot.mentionsOf(id)) found.add(uri);
    } else addCounted(after, id, found);
  }
  return found;
}

/** Whether the entity has other forms than before, or has them for other reasons. */
function isChanged(id: EntityId, before: Snapshot, after: Snapshot): boolean {
  const [old, now] = [before.entity(id), after.entity(id)];
  if (!old || !now) return old !== now;
  if (old.id !== now.id || old.name !== now.name || old.type !== now.type) return true;
  return !sameMembers(old.aliases, now.aliases) || !sameMembers(linksOf(before, id), linksOf(after, id));
}

const linksOf = (snapshot: Snapshot, id: EntityId): string[] =>
  snapshot.linksOf(id).map(({ from, to, reason }) => `${reason} ${from} ${to}`);

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}

/** Sources with a form whose finding depends on how often others are found: a misspelt one, or one of two spellings. */
function addCounted(snapshot: Snapshot, id: EntityId, found: Set<Uri>): void {
  const { name, aliases } = snapshot.entity(id)!;
  const forms = [name, ...aliases];
  const counted = new Set(snapshot.linksOf(id).flatMap(({ reason, from }) => (reason === 'misspelling' ? [from] : [])));
  for (const form of forms) if (forms.some((other) => isRespelling(form, other))) counted.add(form);
  if (counted.size === 0) return;
  for (const { uri, start, end } of snapshot.mentionsOf(id)) {
    if (counted.has(snapshot.source(uri)!.reading.text.slice(start, end))) found.add(uri);
  }
}
