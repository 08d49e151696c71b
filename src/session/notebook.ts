/**
 * The notes of all sources: their sidecars, their places, and every change that the reader makes of them. A change is in the
 * journal first, shows at once, and is written to its sidecar a little later.
 */
import {
  type Annotation,
  type AnnotationPage,
  type Edit,
  type MergeConflict,
  type Span,
  type Uri,
} from '../core/index.ts';
import type { AuthorityFile } from './authority.ts';
import type { Version } from './compose.ts';
import { sameData } from './equal.ts';
import { foresee } from './foresee.ts';
import type { Journal } from './journal.ts';
import type { AnnotationChange, ChangingEntry } from './journalEntry.ts';
import { hasNotes, isLost, Leaf, type NotesView } from './leaf.ts';
import { digestsOf, movePlaces, place, placeKey } from './places.ts';
import { RETRY_DELAY, type Ports } from './ports.ts';
import { SaveTimer } from './saveTimer.ts';
import { Sidecar } from './sidecar.ts';
import type { Stray } from './strays.ts';
import type { TextCache } from './texts.ts';
import type { Foreseen, Note, NoteId, Problem } from './types.ts';

export interface NotebookHost {
  /** The current text of a source and the digest of its file, with "sha256:" before it. */
  version(source: Uri): Version | undefined;
  /** Notes of these sources, their problems or conflicts changed; `onlyPlaces`: what they say did not. */
  notesChanged(sources: ReadonlySet<Uri>, onlyPlaces: boolean): void;
  /** Decisions, which operations may change as well. */
  readonly authority: AuthorityFile;
}

export class Notebook {
  readonly #ports: Ports;
  readonly #journal: Journal;
  readonly #cache: TextCache;
  readonly #host: NotebookHost;
  readonly #leaves = new Map<Uri, Leaf>();
  #problems: readonly Problem[] = [];
  #closed = false;

  constructor(ports: Ports, journal: Journal, cache: TextCache, host: NotebookHost) {
    this.#ports = ports;
    this.#journal = journal;
    this.#cache = cache;
    this.#host = host;
  }

  view(): NotesView {
    const notes = new Map(
      [...this.#leaves].filter(([, leaf]) => hasNotes(leaf)).map(([uri, leaf]) => [uri, leaf.notes]),
    );
    const annotated = [...notes.keys()].sort();
    return { annotated: () => annotated, notes: (source) => notes.get(source)?.() ?? [] };
  }

  notes(source: Uri): readonly Note[] {
    return this.#leaves.get(source)?.notes() ?? [];
  }

  page(source: Uri): AnnotationPage | undefined {
    return this.#leaves.get(source)?.sidecar.page;
  }

  /** The annotation of this id in the sidecar of this source. */
  annotation(source: Uri, id: NoteId): Annotation | null {
    return this.#leaves.get(source)?.sidecar.annotation(id) ?? null;
  }

  /** Whether the source's sidecar cannot be read whole, and so is not written. */
  isBlocked(source: Uri): boolean {
    return this.#leaves.get(source)?.sidecar.blocked === true;
  }

  /** Every annotation with the source in whose sidecar it stands. */
  *annotations(): Iterable<{ source: Uri; annotation: Annotation }> {
    for (const [source, { sidecar }] of this.#leaves) {
      for (const annotation of sidecar.page.annotations) yield { source, annotation };
    }
  }

  find(id: NoteId): { source: Uri; annotation: Annotation } | null {
    for (const [source, { sidecar }] of this.#leaves) {
      const annotation = sidecar.annotation(id);
      if (annotation) return { source, annotation };
    }
    return null;
  }

  conflicts(): readonly { source: Uri; conflict: MergeConflict }[] {
    return [...this.#leaves].flatMap(([source, { sidecar }]) =>
      sidecar.conflicts.map((conflict) => ({ source, conflict })),
    );
  }

  get problems(): readonly Problem[] {
    return [...this.#problems, ...[...this.#leaves.values()].flatMap(({ sidecar }) => sidecar.problems)];
  }

  get unsaved(): number {
    return [...this.#leaves.values()].reduce((sum, { sidecar }) => sum + sidecar.unsaved, 0);
  }

  /** Reads the sidecar of a source, once; later calls wait for the first. */
  async load(source: Uri): Promise<void> {
    let leaf = this.#leaves.get(source);
    if (!leaf) {
      const { files, digest, clock } = this.#ports;
      const sidecar = new Sidecar(source, { files, digest, clock, journal: this.#journal });
      leaf = new Leaf(sidecar, new SaveTimer(clock, () => void this.#save(source)));
      this.#leaves.set(source, leaf);
    }
    await leaf.loaded;
    if (leaf.isLoaded) return;
    leaf.isLoaded = true;
    await this.#placeNew(source, leaf);
    if (leaf.sidecar.dirty) this.#scheduleSave(leaf);
  }

  /** The sidecar was changed outside. All of it deleted is one step that can be undone. */
  async sidecarChanged(source: Uri): Promise<void> {
    const leaf = this.#leaves.get(source);
    if (!leaf) return this.load(source);
    await leaf.loaded;
    const gone = await leaf.sidecar.reload();
    // With its source it was moved, or deleted on purpose.
    if (gone.length > 0 && (await this.#exists(source))) {
      const label = { code: 'operation-deleted-outside', args: [gone.length] };
      const changes = gone.map((annotation) => ({ source, id: annotation.id, before: annotation, after: null }));
      this.report({
        uri: leaf.sidecar.uri,
        severity: 'warning',
        message: { code: 'sidecar-deleted', args: [gone.length] },
      });
      await this.#journal.append({ kind: 'operation', label, changes }).catch(() => {});
      // It is on disk already: a start must not do it again to a file that was brought back.
      if (!leaf.sidecar.dirty) {
        await this.#journal.confirm(source, this.#journal.last).catch(() => {});
      }
    }
    await this.#placeNew(source, leaf);
    if (leaf.sidecar.dirty) this.#scheduleSave(leaf);
  }

  /** The text was replaced as a whole, or is not there any more. `previous` is what it was, where that is known. */
  async textReplaced(source: Uri, previous: Version | null): Promise<void> {
    const leaf = this.#leaves.get(source);
    if (!leaf?.isLoaded) return;
    leaf.placed = new Map();
    leaf.followed.clear();
    await this.#placeNew(source, leaf, previous);
  }

  /** The open text was edited: cheap, and exact. */
  textEdited(source: Uri, edits: readonly Edit[]): void {
    const leaf = this.#leaves.get(source);
    if (!leaf || leaf.places.size === 0) return;
    const { places, followed, orphaned } = movePlaces(leaf.places, edits);
    leaf.places = places;
    for (const id of followed) leaf.followed.add(id);
    for (const id of orphaned) leaf.followed.delete(id);
    this.#changed([source], true);
  }

  /** Looks again for notes that had no certain place: their words may have come back. */
  retry(source: Uri): void {
    const leaf = this.#leaves.get(source);
    const version = this.#host.version(source);
    if (!leaf || !version) return;
    const lost = leaf.sidecar.page.annotations.filter(({ id }) => isLost(leaf.places.get(id)));
    const found = [...place(source, lost, { text: version.text, oldTexts: currently(version) })];
    if (found.every(([id, placement]) => sameData(placement, leaf.places.get(id)))) return;
    leaf.places = new Map([...leaf.places, ...found]);
    this.#changed([source], true);
  }

  /** Notes that edits have carried along, whose selectors do not say yet where they certainly are. */
  followed(source: Uri): readonly { annotation: Annotation; span: Span }[] {
    const leaf = this.#leaves.get(source);
    return [...(leaf?.followed ?? [])].flatMap((id) => {
      const annotation = leaf!.sidecar.annotation(id);
      const placement = leaf!.places.get(id);
      return annotation && placement && 'span' in placement ? [{ annotation, span: placement.span }] : [];
    });
  }

  /** What would become of the notes of a source if its text were this one. */
  async foresee(source: Uri, after: string): Promise<readonly Foreseen[]> {
    await this.load(source);
    const annotations = this.page(source)?.annotations ?? [];
    const oldTexts = await this.#oldTexts(source, annotations, null);
    const version = this.#host.version(source);
    return foresee(source, annotations, { before: version?.text ?? null, after, oldTexts });
  }

  hasNotes(source: Uri): boolean {
    const leaf = this.#leaves.get(source);
    return leaf !== undefined && hasNotes(leaf);
  }

  /** Sources that have notes and no file. Where the sidecar is gone too, they were deleted on purpose, or moved together. */
  async strays(): Promise<readonly Stray[]> {
    const gone = [...this.#leaves].filter(([source, leaf]) => hasNotes(leaf) && !this.#host.version(source));
    const strays = gone.map(async ([source, { sidecar }]): Promise<Stray[]> => {
      if ((await this.#exists(source)) || !(await this.#exists(sidecar.uri))) return [];
      return [{ source, digests: digestsOf(source, sidecar.page.annotations) }];
    });
    return (await Promise.all(strays)).flat();
  }

  /** Deletes cached texts that no annotation was made for. */
  async forgetOldTexts(): Promise<void> {
    const digests = [...this.#leaves].flatMap(([source, { sidecar }]) => [
      ...digestsOf(source, sidecar.page.annotations),
    ]);
    const current = [...this.#leaves.keys()].flatMap((source) => this.#host.version(source)?.digest ?? []);
    await this.#cache.retain(new Set([...digests, ...current])).catch(() => {});
  }

  /**
   * Does what the entry says; everything but the promise is done when this returns. The promise resolves when the journal
   * has it. A journal that refuses is a problem, told in the status, and the sidecars are written at once instead.
   */
  async commit(entry: ChangingEntry): Promise<void> {
    const appended = this.#journal.append(entry);
    const sources = new Set(entry.changes.map(({ source }) => source));
    for (const source of sources)
      this.#apply(
        source,
        entry.changes.filter((change) => change.source === source),
      );
    if (entry.authority) this.#host.authority.apply(entry.authority);
    this.#changed(sources);
    try {
      await appended;
      this.#problems = this.#problems.filter(({ message }) => message.code !== 'journal-not-written');
    } catch (error) {
      const message = { code: 'journal-not-written', args: [error instanceof Error ? error.message : String(error)] };
      const uris = entry.authority ? [entry.authority.uri, ...sources] : sources;
      for (const uri of uris) this.report({ uri, severity: 'error', message });
      for (const { source, id } of entry.changes) this.#leaves.get(source)?.unjournaled.add(id);
      await this.flush();
      if (entry.authority) await this.#host.authority.save();
    }
  }

  /** Takes a conflict off the list, once what the reader chose has been committed. */
  async settled(source: Uri, id: NoteId): Promise<void> {
    const leaf = this.#leaves.get(source);
    if (!leaf?.sidecar.settle(id)) return;
    await this.#journal.append({ kind: 'settled', source, id }).catch(() => {});
    this.#scheduleSave(leaf);
    this.#changed([source]);
  }

  /** Writes what waits, in the order of `sources` where it is given. */
  async flush(sources: Iterable<Uri> = [...this.#leaves.keys()]): Promise<void> {
    for (const source of sources) await this.#save(source);
  }

  close(): void {
    this.#closed = true;
    for (const leaf of this.#leaves.values()) leaf.saveTimer.clear();
  }

  async #exists(source: Uri): Promise<boolean> {
    return (await this.#ports.files.stat(source).catch(() => null)) !== null;
  }

  #apply(source: Uri, changes: readonly AnnotationChange[]): void {
    const leaf = this.#leaves.get(source);
    if (!leaf) return;
    leaf.sidecar.apply(changes);
    const version = this.#host.version(source);
    this.#placeChanged(source, leaf, version ? currently(version) : new Map());
    this.#scheduleSave(leaf);
  }

  /** Places what has new targets, with the texts that older selectors were made for. */
  async #placeNew(source: Uri, leaf: Leaf, previous: Version | null = null): Promise<void> {
    const anew = leaf.sidecar.page.annotations.filter(({ id, targets }) => !sameData(leaf.placed.get(id), targets));
    this.#placeChanged(source, leaf, await this.#oldTexts(source, anew, previous));
    this.#changed([source]);
  }

  #placeChanged(source: Uri, leaf: Leaf, oldTexts: ReadonlyMap<string, string>): void {
    const { annotations } = leaf.sidecar.page;
    const version = this.#host.version(source);
    const isPlaced = ({ id, targets }: Annotation): boolean => sameData(leaf.placed.get(id), targets);
    const kept = annotations.filter(isPlaced).flatMap(({ id, targets }) =>
      targets.flatMap((_, nth) => {
        const key = placeKey(id, nth);
        const placement = leaf.places.get(key);
        return placement ? [[key, placement] as const] : [];
      }),
    );
    const anew = annotations.filter((annotation) => !isPlaced(annotation));
    for (const { id } of anew) leaf.followed.delete(id);
    leaf.places = new Map([...kept, ...place(source, anew, version ? { text: version.text, oldTexts } : null)]);
    leaf.placed = new Map(annotations.map(({ id, targets }) => [id, targets]));
    if (version?.digest && annotations.length > 0) void this.#cache.keep(version.digest, version.text);
  }

  async #oldTexts(
    source: Uri,
    annotations: readonly Annotation[],
    previous: Version | null,
  ): Promise<Map<string, string>> {
    const known = [this.#host.version(source), previous];
    const texts = new Map<string, string>();
    for (const digest of digestsOf(source, annotations)) {
      const text = known.find((version) => version?.digest === digest)?.text ?? (await this.#cache.get(digest));
      if (text !== undefined) texts.set(digest, text);
    }
    return texts;
  }

  #scheduleSave(leaf: Leaf, delay = this.#ports.settings.current().saveDelay): void {
    if (!this.#closed) leaf.saveTimer.set(delay);
  }

  async #save(source: Uri): Promise<void> {
    const leaf = this.#leaves.get(source);
    if (!leaf) return;
    leaf.saveTimer.clear();
    await leaf.loaded;
    if (!leaf.sidecar.dirty) return;
    await leaf.sidecar.save();
    if (!leaf.sidecar.dirty) leaf.unjournaled.clear();
    // A merge with what somebody else had written brings notes that have no place yet.
    await this.#placeNew(source, leaf);
    // What came while we wrote has its own time, and must not wait as long as what could not be written.
    if (leaf.sidecar.dirty && !leaf.saveTimer.isSet) this.#scheduleSave(leaf, RETRY_DELAY);
    this.#changed([source]);
  }

  #changed(sources: Iterable<Uri>, onlyPlaces = false): void {
    const all = new Set(sources);
    for (const source of all) this.#leaves.get(source)?.renew();
    this.#host.notesChanged(all, onlyPlaces);
  }

  /** Tells a problem in the status; the last of its kind for a file stands for all before. */
  report(problem: Problem): void {
    const others = this.#problems.filter(
      ({ uri, message }) => uri !== problem.uri || message.code !== problem.message.code,
    );
    this.#problems = [...others, problem];
  }
}

/** A note that was made for the very text that is there needs no looking for. */
const currently = ({ digest, text }: Version): ReadonlyMap<string, string> =>
  new Map(digest === null ? [] : [[digest, text]]);
