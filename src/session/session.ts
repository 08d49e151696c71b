/** One folder's session: wires library, readings and notebook, and tells listeners what changed. */
import {
  allFindings,
  Corpus,
  emptyAuthority,
  findings,
  nameRules,
  noRules,
  pageFacts,
  type Edit,
  type Finding,
  type NameRules,
  type Reading,
  type Snapshot,
  type Uri,
} from '../core/index.ts';
import type { Documents, FileEvent, Session } from './api.ts';
import { AuthorityFile } from './authority.ts';
import { attached, type Version } from './compose.ts';
import { instantOf } from './instant.ts';
import { Journal } from './journal.ts';
import { judged } from './judge.ts';
import { Library } from './library.ts';
import { Notebook, RETRY_DELAY } from './notebook.ts';
import { dismissedFingerprints, noteOperations, type Opened, type OperationsHost } from './operations.ts';
import type { Ports } from './ports.ts';
import { Readings } from './readings.ts';
import { movedUris, retargeted } from './renames.ts';
import { Aborted, throwIfAborted, type Disposable, type Signal } from './signal.ts';
import { conflictOf, sessionSnapshot } from './snapshot.ts';
import { TextCache } from './texts.ts';
import type { SessionChange, SessionSnapshot, Status } from './types.ts';
import { authorityOf, isSidecar, sourceOf } from './writable.ts';

export interface SessionOptions {
  /** URI of the folder, without a slash at its end. */
  readonly folder: Uri;
  readonly ports: Ports;
  /** Folders that are searched, and files that are sources whatever the settings say. Left out: the folder. */
  readonly roots?: readonly Uri[];
}

/** Opens a folder and begins to read it. Returns at once; see `Session.ready`. */
export function openSession(options: SessionOptions): Session {
  const session = new FolderSession(options);
  return Object.assign(session, noteOperations(session));
}

interface Announcement {
  readonly sources?: Iterable<Uri>;
  readonly notes?: Iterable<Uri>;
  readonly status?: boolean;
}

const NONE: readonly Uri[] = [];

interface Parts {
  readonly sources: Set<Uri>;
  readonly notes: Set<Uri>;
  status: boolean;
}

class FolderSession implements Documents, OperationsHost {
  readonly folder: Uri;
  readonly ports: Ports;
  readonly ready: Promise<void>;
  readonly #library: Library;
  readonly #readings: Readings;
  readonly #corpus = new Corpus();
  readonly #opening: Promise<Opened>;
  #opened: Opened | null = null;
  #corpusSnapshot: Snapshot = this.#corpus.apply([]);
  /** What each source was last read with, besides its text. */
  readonly #readWith = new Map<Uri, string>();
  #snapshot: SessionSnapshot | null = null;
  #version = 0;
  #dismissed: ReadonlySet<string> | null = null;
  #rules: NameRules = noRules;
  #cancelSave: () => void = () => {};
  readonly #findings = new Map<Uri, readonly Finding[]>();
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #changed: Parts | null = null;
  #closed = false;

  constructor({ folder, ports, roots = [folder] }: SessionOptions) {
    this.folder = folder;
    this.ports = ports;
    this.#library = new Library(folder, roots, ports);
    this.#readings = new Readings(ports.clock, ports.log, {
      read: (uri, examine, signal) => this.#read(uri, examine, signal),
      publish: (readings) => this.#publish(readings),
      progress: () => this.#announce({ status: true }),
    });
    this.#opening = this.#open();
    this.ready = this.#start();
  }

  snapshot(): SessionSnapshot {
    this.#snapshot ??= sessionSnapshot(this.#version, this.#corpusSnapshot, this.#opened?.notebook.view());
    return this.#snapshot;
  }

  status(): Status {
    const notebook = this.#opened?.notebook;
    return {
      progress: this.#opened ? this.#readings.progress : { done: 0, total: 0 },
      files: this.#library.reports(),
      problems: [...(this.#opened?.authority.problems ?? []), ...(notebook?.problems ?? [])],
      conflicts:
        notebook?.conflicts().map(({ source, conflict }) => conflictOf(source, conflict, this.text(source))) ?? [],
      unsaved: notebook?.unsaved ?? 0,
    };
  }

  onDidChange(listener: (change: SessionChange) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  isSource(uri: Uri): boolean {
    return this.#library.isSource(uri);
  }

  text(source: Uri): string | undefined {
    return this.version(source)?.text;
  }

  async settled(source: Uri, signal?: Signal): Promise<SessionSnapshot | undefined> {
    await this.#opening;
    const done = this.#readings.settled(source);
    await (signal ? Promise.race([done, aborted(signal)]) : done);
    return this.#library.isSource(source) ? this.snapshot() : undefined;
  }

  findings(source: Uri): readonly Finding[] {
    let known = this.#findings.get(source);
    if (!known) {
      known = this.#judged(findings(this.#corpusSnapshot, source));
      this.#findings.set(source, known);
    }
    return known;
  }

  allFindings(): readonly Finding[] {
    return this.#judged(allFindings(this.#corpusSnapshot));
  }

  documentOpened(uri: Uri, text: string): void {
    const before = this.#library.version(uri);
    this.#library.open(uri, text);
    if (before && before.text !== text) this.#textReplaced(uri, before);
    else if (!before && this.#library.mayBeSource(uri)) this.#readings.request(uri, { examine: true });
  }

  documentChanged(uri: Uri, edits: readonly Edit[]): void {
    const sorted = this.#library.edit(uri, edits);
    if (!sorted || !this.#library.isSource(uri)) return;
    this.#opened?.notebook.textEdited(uri, sorted);
    this.#readings.request(uri, { examine: false, delay: this.ports.settings.current().readDelay });
  }

  documentSaved(uri: Uri): void {
    if (this.#library.mayBeSource(uri)) this.#readings.request(uri, { examine: true });
  }

  documentClosed(uri: Uri): void {
    if (!this.#library.isOpen(uri)) return;
    const before = this.#library.version(uri);
    this.#library.close(uri);
    // Unsaved edits are gone with the buffer.
    if (before && before.text !== this.text(uri)) this.#textReplaced(uri, before);
    if (before) this.#readings.request(uri, { examine: true });
  }

  filesChanged(events: readonly FileEvent[]): void {
    for (const { uri, kind } of events) {
      if (uri === authorityOf(this.folder)) void this.#whenOpen((opened) => this.#authorityReload(opened));
      else if (isSidecar(uri)) {
        if (this.#library.mayBeSource(sourceOf(uri)))
          void this.#whenOpen(({ notebook }) => notebook.sidecarChanged(sourceOf(uri)));
      } else if (this.#library.mayBeSource(uri)) this.#readings.request(uri, { examine: true });
      else if (kind === 'created') void this.#folderCreated(uri);
      if (kind === 'deleted') {
        for (const known of this.#library.uris())
          if (known.startsWith(`${uri}/`)) this.#readings.request(known, { examine: true });
      }
    }
  }

  async filesRenamed(moves: readonly { readonly from: Uri; readonly to: Uri }[]): Promise<void> {
    const { notebook } = await this.#opening;
    const known = new Set([...this.#library.uris(), ...notebook.view().annotated()]);
    const pairs = movedUris(known, moves);
    for (const { from, to } of pairs) {
      await notebook.moved(from, to, (annotation, home) => retargeted(annotation, home, from, to));
      this.#readings.request(from, { examine: true });
      if (this.#library.mayBeSource(to)) this.#readings.request(to, { examine: true });
    }
  }

  settingsChanged(): void {
    this.#library.settingsChanged();
    this.#findings.clear();
    for (const uri of this.#library.uris()) if (!this.#library.mayBeSource(uri)) this.#library.forget(uri);
    for (const uri of this.#corpusSnapshot.uris()) this.#readings.request(uri, { examine: true });
    void this.#scan();
    this.#announce({ status: true, sources: this.#corpusSnapshot.uris() });
  }

  async flush(): Promise<void> {
    const { notebook, authority } = await this.#opening;
    await notebook.flush();
    await authority.save();
    this.#announce({ status: true });
  }

  dispose(): void {
    this.#closed = true;
    this.#readings.close();
    this.#opened?.notebook.close();
    this.#cancelSave();
    this.#listeners.clear();
  }

  // What `noteOperations` asks for.

  opened(): Promise<Opened> {
    return this.#opening;
  }

  openedNow(): Opened | null {
    return this.#opened;
  }

  version(source: Uri): Version | undefined {
    return this.#library.version(source);
  }

  everyFinding(): readonly Finding[] {
    return allFindings(this.#corpusSnapshot);
  }

  async #open(): Promise<Opened> {
    const { files, storage, digest, log, ids } = this.ports;
    // The last group of a UUID is enough to tell two writers apart.
    const journal = await Journal.open(storage, digest, log, ids.next().slice(-12));
    const authority = new AuthorityFile(this.folder, { files, digest, journal });
    await authority.load();
    const notebook = new Notebook(this.ports, journal, new TextCache(storage), {
      version: (source) => this.#library.version(source),
      notesChanged: (sources, onlyPlaces) => this.#notesChanged(sources, onlyPlaces),
      authority,
      authorityChanged: () => this.#authorityChanged(),
    });
    this.#opened = { notebook, journal, authority };
    this.#rules = nameRules(authority.current);
    return this.#opened;
  }

  async #start(): Promise<void> {
    const { notebook, journal, authority } = await this.#opening;
    if (authority.dirty) this.#saveAuthority();
    await this.#scan();
    await this.#readings.idle();
    // Sources that are gone keep their notes, and what is in the journal only must come to light.
    for (const source of journal.openSources()) if (source !== authority.uri) await notebook.load(source);
    await notebook.forgetOldTexts();
    this.#announce({ status: true });
  }

  async #scan(): Promise<void> {
    const { notebook } = await this.#opening;
    const found = await this.#library.list().catch((error: unknown) => {
      this.ports.log.write('error', `Listing ${this.folder} failed: ${String(error)}`);
      return null;
    });
    if (this.#closed || !found) return;
    const candidates = new Set(found.candidates);
    for (const uri of candidates) this.#readings.request(uri, { examine: true });
    for (const source of found.annotated) if (!candidates.has(source)) await notebook.load(source);
  }

  async #folderCreated(uri: Uri): Promise<void> {
    const stat = await this.ports.files.stat(uri).catch(() => null);
    if (stat?.kind === 'folder' && uri.startsWith(`${this.folder}/`)) await this.#scan();
  }

  async #read(uri: Uri, examine: boolean, signal: Signal): Promise<Reading | null | undefined> {
    const { notebook } = await this.#opening;
    if (examine) {
      const before = this.#library.version(uri);
      await this.#library.examine(uri);
      if (before?.text !== this.text(uri)) await notebook.textReplaced(uri, before ?? null);
      throwIfAborted(signal);
    }
    const version = this.#library.version(uri);
    if (!version) {
      this.#readWith.delete(uri);
      return this.#corpusSnapshot.source(uri) ? null : undefined;
    }
    await notebook.load(uri);
    if (examine && version.digest !== null) await this.#followSelectors(uri, version, notebook);
    throwIfAborted(signal);
    const { language } = this.ports.settings.current();
    const sourceDate = pageFacts(notebook.page(uri)!).date ?? null;
    const how = JSON.stringify([language, sourceDate]);
    if (this.#corpusSnapshot.source(uri)?.reading.text === version.text && this.#readWith.get(uri) === how)
      return undefined;
    const reading = await this.ports.reader.read({ uri, text: version.text, language, sourceDate }, signal);
    if (this.text(uri) !== version.text) throw new Aborted();
    this.#readWith.set(uri, how);
    notebook.retry(uri);
    return reading;
  }

  /** Edits have carried some notes along, and now the file is saved: their selectors say so too. */
  async #followSelectors(uri: Uri, version: Version, notebook: Notebook): Promise<void> {
    const now = instantOf(this.ports.clock.now());
    const changes = notebook.followed(uri).map(({ annotation, span }) => ({
      source: uri,
      id: annotation.id,
      before: annotation,
      after: attached(annotation, version, span, now),
    }));
    if (changes.length > 0) await notebook.commit({ kind: 'upkeep', changes });
  }

  #textReplaced(uri: Uri, before: Version): void {
    void this.#whenOpen(({ notebook }) => notebook.textReplaced(uri, before));
    this.#readings.request(uri, { examine: false });
  }

  #publish(readings: ReadonlyMap<Uri, Reading | null>): void {
    this.#corpusSnapshot = this.#corpus.apply(
      [...readings].map(([uri, reading]) => ({ uri, reading })),
      this.#rules,
    );
    this.#findings.clear();
    this.#announce({ sources: readings.keys(), status: true });
  }

  async #authorityReload({ authority }: Opened): Promise<void> {
    const before = authority.current;
    await authority.reload();
    if (authority.current !== before) this.#authorityChanged();
    this.#announce({ status: true });
  }

  #authorityChanged(): void {
    const { authority } = this.#opened!;
    this.#rules = nameRules(authority.current);
    this.#corpusSnapshot = this.#corpus.apply([], this.#rules);
    this.#findings.clear();
    if (authority.dirty) this.#saveAuthority();
    this.#announce({ sources: this.#corpusSnapshot.uris(), status: true });
  }

  #saveAuthority(delay = this.ports.settings.current().saveDelay): void {
    this.#cancelSave();
    if (this.#closed) return;
    this.#cancelSave = this.ports.clock.schedule(delay, () => {
      void this.#whenOpen(async ({ authority }) => {
        const before = authority.current;
        await authority.save();
        if (authority.current !== before) this.#authorityChanged();
        else if (authority.dirty) this.#saveAuthority(RETRY_DELAY);
        this.#announce({ status: true });
      });
    });
  }

  #notesChanged(sources: ReadonlySet<Uri>, onlyPlaces: boolean): void {
    // On each key press: nothing that depends on what notes say.
    if (onlyPlaces) return this.#announce({ notes: sources });
    this.#dismissed = null;
    this.#findings.clear();
    // The reader's own date for a source changes what its relative dates mean.
    for (const uri of sources) {
      const how = this.#readWith.get(uri);
      const page = this.#opened?.notebook.page(uri);
      if (how === undefined || !page) continue;
      const [, date] = JSON.parse(how) as [string | null, string | null];
      if ((pageFacts(page).date ?? null) !== date) this.#readings.request(uri, { examine: false });
    }
    this.#announce({ notes: sources, status: true });
  }

  #judged(found: readonly Finding[]): readonly Finding[] {
    const { severities } = this.ports.settings.current();
    this.#dismissed ??= this.#opened ? dismissedFingerprints(this.#opened.notebook) : new Set();
    return judged(found, {
      severities,
      authority: this.#opened?.authority.current ?? emptyAuthority,
      dismissed: this.#dismissed,
    });
  }

  /** The snapshot is new at once; listeners are called in a moment, once for all that comes together. */
  #announce({ sources = NONE, notes = NONE, status = false }: Announcement): void {
    this.#version += 1;
    this.#snapshot = null;
    const isFirst = this.#changed === null;
    const changed = (this.#changed ??= { sources: new Set(), notes: new Set(), status: false });
    for (const uri of sources) changed.sources.add(uri);
    for (const uri of notes) changed.notes.add(uri);
    changed.status ||= status;
    if (isFirst) void Promise.resolve().then(() => this.#tell());
  }

  #tell(): void {
    const changed = this.#changed!;
    this.#changed = null;
    for (const listener of [...this.#listeners]) listener({ snapshot: this.snapshot(), ...changed });
  }

  async #whenOpen(task: (opened: Opened) => Promise<void>): Promise<void> {
    const opened = await this.#opening;
    if (!this.#closed) await task(opened);
  }
}

function aborted(signal: Signal): Promise<never> {
  return new Promise((_, reject) => void signal.onAbort(() => reject(new Aborted())));
}
