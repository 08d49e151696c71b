/** One folder's session: wires library, readings and notebook, and tells listeners what changed. */
import type { Edit, Finding, Reading, Uri } from '../core/index.ts';
import { Announcer, type Announcement } from './announcer.ts';
import type { Documents, FileEvent, Session } from './api.ts';
import { AuthorityFile } from './authority.ts';
import type { Version } from './compose.ts';
import { factsAbout } from './facts.ts';
import { instantOf } from './instant.ts';
import { Journal } from './journal.ts';
import { Interpretation } from './interpretation.ts';
import { Judgements } from './judgements.ts';
import { detailOf } from './keptFile.ts';
import { Library } from './library.ts';
import { Notebook } from './notebook.ts';
import { noteOperations, type Opened, type OperationsHost } from './operations.ts';
import type { Ports } from './ports.ts';
import { Readings } from './readings.ts';
import { movedUris, type Move } from './renames.ts';
import { SafeCorpus } from './safeCorpus.ts';
import { Aborted, aborted, throwIfAborted, type Disposable, type Signal } from './signal.ts';
import { sessionSnapshot } from './snapshot.ts';
import { statusOf } from './status.ts';
import { TextCache } from './texts.ts';
import type { SessionChange, SessionSnapshot, Status } from './types.ts';
import { followSelectors, followStrays, moveNotes } from './upkeep.ts';
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

const NONE: readonly Uri[] = [];

class FolderSession implements Documents, OperationsHost {
  readonly folder: Uri;
  readonly ports: Ports;
  readonly ready: Promise<void>;
  readonly #library: Library;
  readonly #readings: Readings;
  readonly #corpus: SafeCorpus;
  readonly #opening: Promise<Opened>;
  #opened: Opened | null = null;
  readonly #interpretation: Interpretation;
  readonly #judgements: Judgements;
  readonly #announcer = new Announcer(() => this.snapshot());
  #snapshot: SessionSnapshot | null = null;
  #version = 0;
  #closed = false;
  #isStarted = false;

  constructor({ folder, ports, roots = [folder] }: SessionOptions) {
    this.folder = folder;
    this.ports = ports;
    this.#library = new Library(folder, roots, ports);
    this.#corpus = new SafeCorpus(ports.log);
    this.#interpretation = new Interpretation({
      text: (uri) => this.text(uri),
      notes: (uri) => this.#opened?.notebook.notes(uri) ?? [],
    });
    this.#judgements = new Judgements(
      ports,
      this.#corpus,
      () => this.#opened,
      (uris) => this.#announce({ findings: uris }),
    );
    this.#readings = new Readings(ports.clock, ports.log, {
      read: (uri, examine, signal) => this.#read(uri, examine, signal),
      publish: (readings) => this.#publish(readings),
      failed: (uri, error) => this.#readingFailed(uri, error),
      progress: () => this.#announce({ status: true }),
    });
    this.#opening = this.#open();
    this.ready = this.#start();
  }

  snapshot(): SessionSnapshot {
    this.#snapshot ??= sessionSnapshot(this.#version, this.#corpus.snapshot, this.#opened?.notebook.view());
    return this.#snapshot;
  }

  status(): Status {
    return statusOf(this.#library, this.#readings, this.#corpus, this.#opened);
  }

  onDidChange(listener: (change: SessionChange) => void): Disposable {
    return this.#announcer.listen(listener);
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
    return this.#judgements.of(source);
  }

  knownFindings(source: Uri): readonly Finding[] {
    return this.#judgements.known(source);
  }

  allKnownFindings(): readonly Finding[] {
    return this.#judgements.allKnown();
  }

  allFindings(): readonly Finding[] {
    return this.#judgements.all();
  }

  documentOpened(uri: Uri, text: string): void {
    const before = this.#library.version(uri);
    this.#library.open(uri, text);
    if (before && before.text !== this.text(uri)) this.#textReplaced(uri, before);
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
      if (uri === authorityOf(this.folder)) void this.#whenOpen(({ authority }) => authority.reload());
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
      await moveNotes(notebook, { from, to });
      this.#readings.request(from, { examine: true });
      if (this.#library.mayBeSource(to)) this.#readings.request(to, { examine: true });
    }
  }

  stop(): void {
    this.#readings.stop();
    this.#announce({ status: true });
  }

  resume(): void {
    this.#readings.resume();
    this.#announce({ status: true });
  }

  settingsChanged(): void {
    this.#library.settingsChanged();
    this.#judgements.renew();
    for (const uri of this.#library.uris()) if (!this.#library.mayBeSource(uri)) this.#library.forget(uri);
    for (const uri of this.#corpus.snapshot.uris()) this.#readings.request(uri, { examine: true });
    void this.#scan();
    const sources = this.#corpus.snapshot.uris();
    this.#announce({ status: true, sources, findings: sources });
  }

  async flush(): Promise<void> {
    const { notebook, authority } = await this.#opening;
    await notebook.flush();
    await authority.save();
  }

  dispose(): void {
    this.#closed = true;
    this.#readings.close();
    this.#judgements.stop();
    this.#opened?.notebook.close();
    this.#opened?.authority.close();
    this.#announcer.close();
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

  rawFindings(source: Uri): readonly Finding[] {
    return this.#corpus.findings(source);
  }

  async #open(): Promise<Opened> {
    const { files, storage, digest, log, ids, clock, settings } = this.ports;
    // The last group of a UUID is enough to tell two writers apart.
    const journal = await Journal.open(storage, digest, log, ids.next().slice(-12));
    const authority = new AuthorityFile(this.folder, { files, digest, journal, clock, settings }, () =>
      this.#authorityChanged(),
    );
    await authority.load();
    const notebook = new Notebook(this.ports, journal, new TextCache(storage), {
      version: (source) => this.#library.version(source),
      notesChanged: (sources, onlyPlaces) => this.#notesChanged(sources, onlyPlaces),
      authority,
    });
    this.#opened = { notebook, journal, authority };
    this.#interpretation.decide(authority.current);
    return this.#opened;
  }

  /** Whatever fails here costs what it was about, and nothing else. */
  async #start(): Promise<void> {
    await this.#attempt('Listing the folder', () => this.#scan());
    await this.#readings.idle();
    await this.#attempt('Reading the journal', () => this.#loadUnsaved());
    await this.#attempt('Following renamed sources', () => this.#followStrays());
    await this.#attempt('Forgetting old texts', async () => (await this.#opening).notebook.forgetOldTexts());
    this.#isStarted = true;
    this.#announce({ status: true });
  }

  /** Sources that are gone keep their notes, and what is in the journal only must come to light. */
  async #loadUnsaved(): Promise<void> {
    const { notebook, journal, authority } = await this.#opening;
    for (const source of journal.openSources()) if (source !== authority.uri) await notebook.load(source);
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      this.ports.log.write('error', `${what} failed in ${this.folder}: ${detailOf(error)}`);
    });
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
      this.#corpus.forget(uri);
      return this.#interpretation.forget(uri) ? null : undefined;
    }
    await notebook.load(uri);
    if (examine && version.digest !== null) await followSelectors(notebook, version, instantOf(this.ports.clock.now()));
    throwIfAborted(signal);
    const { language } = this.ports.settings.current();
    const sourceDate = factsAbout(notebook.page(uri)!, uri).date ?? null;
    const conditions = { language, sourceDate };
    if (this.#interpretation.isCurrent(uri, version.text, conditions)) return undefined;
    const reading = await this.ports.reader.read({ uri, text: version.text, ...conditions }, signal);
    if (this.text(uri) !== version.text) throw new Aborted();
    notebook.retry(uri);
    this.#interpretation.keep(uri, conditions, reading);
    return reading;
  }

  /** What was read before is of another text: nothing said is better than something said of the wrong words. */
  #readingFailed(uri: Uri, error: unknown): void {
    this.#interpretation.forget(uri);
    this.#corpus.readingFailed(uri, error);
  }

  #textReplaced(uri: Uri, before: Version): void {
    void this.#whenOpen(({ notebook }) => notebook.textReplaced(uri, before));
    this.#readings.request(uri, { examine: false });
  }

  #publish(readings: ReadonlyMap<Uri, Reading | null>): void {
    const changes = [...readings].map(
      ([uri, reading]) => (reading && this.#interpretation.joined(uri)) ?? { uri, reading },
    );
    this.#corpus.apply(changes, this.#interpretation.rules);
    this.#judgements.renew();
    this.#lookThrough(readings.keys());
    for (const [uri, reading] of readings) if (!reading) this.#judgements.forget(uri);
    this.#announce({ sources: readings.keys(), status: true });
    // At the start it is looked for when everything is there.
    if (this.#isStarted) void this.#attempt('Following renamed sources', () => this.#followStrays());
  }

  async #followStrays(): Promise<void> {
    const { notebook } = await this.#opening;
    const move = (moves: readonly Move[]): Promise<void> => this.filesRenamed(moves);
    if (await followStrays(notebook, this.#library, move)) this.#announce({ status: true });
  }

  /** Findings of what is open and of what has changed first; of the rest when the last of many readings is there. */
  #lookThrough(changed: Iterable<Uri>): void {
    const sources = this.#corpus.snapshot.uris();
    const open = sources.filter((uri) => this.#library.isOpen(uri));
    const present = [...changed].filter((uri) => this.#corpus.snapshot.source(uri) !== undefined);
    this.#judgements.lookThrough(this.#readings.progress === null ? [...open, ...present, ...sources] : open);
  }

  #authorityChanged(): void {
    const { current } = this.#opened!.authority;
    this.#judgements.renew();
    this.#announce({ status: true, findings: this.#corpus.snapshot.uris() });
    if (!this.#interpretation.decide(current)) return;
    const redecided = this.#interpretation.decidedAnew();
    this.#corpus.apply(
      redecided.flatMap((uri) => this.#interpretation.joined(uri) ?? []),
      this.#interpretation.rules,
    );
    this.#lookThrough(redecided);
    this.#announce({ sources: this.#corpus.snapshot.uris() });
  }

  #notesChanged(sources: ReadonlySet<Uri>, onlyPlaces: boolean): void {
    // On each key press: nothing that depends on what notes say.
    if (onlyPlaces) return this.#announce({ notes: sources });
    this.#judgements.renew();
    for (const uri of sources) this.#rereadAfterNotes(uri);
    const findings = this.#judgements.isAnsweredAnew() ? this.#corpus.snapshot.uris() : NONE;
    this.#announce({ notes: sources, findings, status: true });
  }

  /** The reader's own date for a source changes what its relative dates mean; identified mentions belong to other entities. */
  #rereadAfterNotes(uri: Uri): void {
    const sourceDate = this.#interpretation.sourceDate(uri);
    const page = this.#opened?.notebook.page(uri);
    if (sourceDate === undefined || !page) return;
    if ((factsAbout(page, uri).date ?? null) !== sourceDate) this.#readings.request(uri, { examine: false });
    if (!this.#interpretation.isDecidedAnew(uri)) return;
    const change = this.#interpretation.joined(uri);
    if (change) this.#corpus.apply([change], this.#interpretation.rules);
    this.#lookThrough([uri]);
    this.#announce({ sources: [uri] });
  }

  /** The snapshot is new at once; listeners hear of it in a moment. */
  #announce(announcement: Announcement): void {
    this.#version += 1;
    this.#snapshot = null;
    if (announcement.sources || announcement.findings) this.#judgements.renewKnown();
    this.#announcer.add(announcement);
  }

  async #whenOpen(task: (opened: Opened) => Promise<void>): Promise<void> {
    const opened = await this.#opening;
    if (!this.#closed) await task(opened);
  }
}
