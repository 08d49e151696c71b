/** One folder's session: wires library, readings and notebook, and tells listeners what changed. */
import {
  emptyAuthority,
  nameRules,
  noRules,
  pageFacts,
  withReaderMentions,
  type Authority,
  type CorpusChange,
  type DecidedId,
  type DecidedSpan,
  type Edit,
  type Finding,
  type NameRules,
  type NameType,
  type Reading,
  type Uri,
} from '../core/index.ts';
import { dismissedFingerprints } from './answers.ts';
import type { Documents, FileEvent, Session } from './api.ts';
import { AuthorityFile } from './authority.ts';
import { attached, type Version } from './compose.ts';
import { decidedSpans } from './decided.ts';
import { sameData } from './equal.ts';
import { instantOf } from './instant.ts';
import { Journal } from './journal.ts';
import { judged } from './judge.ts';
import { Library } from './library.ts';
import { Notebook } from './notebook.ts';
import { noteOperations, type Opened, type OperationsHost } from './operations.ts';
import type { Ports } from './ports.ts';
import { Readings } from './readings.ts';
import { movedUris, retargeted } from './renames.ts';
import { strayMoves } from './strays.ts';
import { Review } from './review.ts';
import { SafeCorpus } from './safeCorpus.ts';
import { Aborted, throwIfAborted, type Disposable, type Signal } from './signal.ts';
import { conflictOf, sessionSnapshot } from './snapshot.ts';
import { TextCache } from './texts.ts';
import type { SessionChange, SessionSnapshot, Status } from './types.ts';
import { authorityOf, isSidecar, nameOf, sidecarOf, sourceOf } from './writable.ts';

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
  readonly findings?: Iterable<Uri>;
  readonly status?: boolean;
}

/** As it came from the reader, and what it was asked with and joined with. */
interface LastReading {
  readonly how: string;
  readonly sourceDate: string | null;
  readonly reading: Reading;
  decided: readonly DecidedSpan[];
}

const NONE: readonly Uri[] = [];

interface Parts {
  readonly sources: Set<Uri>;
  readonly notes: Set<Uri>;
  readonly findings: Set<Uri>;
  status: boolean;
}

class FolderSession implements Documents, OperationsHost {
  readonly folder: Uri;
  readonly ports: Ports;
  readonly ready: Promise<void>;
  readonly #library: Library;
  readonly #readings: Readings;
  readonly #corpus: SafeCorpus;
  readonly #opening: Promise<Opened>;
  #opened: Opened | null = null;
  readonly #lastReadings = new Map<Uri, LastReading>();
  #snapshot: SessionSnapshot | null = null;
  #version = 0;
  #dismissed: ReadonlySet<string> | null = null;
  /** What `#rules` were made of. */
  #decisions: Authority = emptyAuthority;
  #rules: NameRules = noRules;
  readonly #findings = new Map<Uri, readonly Finding[]>();
  #allKnown: readonly Finding[] | null = null;
  readonly #review: Review;
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #changed: Parts | null = null;
  #closed = false;
  #isStarted = false;

  constructor({ folder, ports, roots = [folder] }: SessionOptions) {
    this.folder = folder;
    this.ports = ports;
    this.#library = new Library(folder, roots, ports);
    this.#corpus = new SafeCorpus(ports.log);
    this.#review = new Review(ports.clock, {
      find: (uri) => this.#corpus.findings(uri),
      found: (uris) => this.#announce({ findings: uris }),
    });
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
    const notebook = this.#opened?.notebook;
    const progress = this.#opened ? this.#readings.progress : { done: 0, total: 0 };
    // Before everything was read, every entity is unmentioned.
    const corpus = progress === null ? this.#corpus.snapshot : null;
    return {
      progress,
      files: this.#library.reports(),
      problems: [
        ...(this.#opened?.authority.problems(corpus) ?? []),
        ...(notebook?.problems ?? []),
        ...this.#corpus.problems,
      ],
      stopped: this.#readings.stopped,
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
      known = this.#judged(this.#corpus.findings(source));
      this.#findings.set(source, known);
    }
    return known;
  }

  knownFindings(source: Uri): readonly Finding[] {
    return this.#judged(this.#review.known(source));
  }

  allKnownFindings(): readonly Finding[] {
    const isAtHome = (uri: Uri) => (finding: Finding) => finding.sides[0].uri === uri;
    this.#allKnown ??= this.#corpus.snapshot.uris().flatMap((uri) => this.knownFindings(uri).filter(isAtHome(uri)));
    return this.#allKnown;
  }

  allFindings(): readonly Finding[] {
    return this.#judged(this.#corpus.allFindings());
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
      await notebook.moved(from, to, (annotation, home) => retargeted(annotation, home, from, to));
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
    this.#findings.clear();
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
    this.#review.stop();
    this.#opened?.notebook.close();
    this.#opened?.authority.close();
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
    this.#decisions = authority.current;
    this.#rules = nameRules(authority.current);
    return this.#opened;
  }

  async #start(): Promise<void> {
    const { notebook, journal, authority } = await this.#opening;
    await this.#scan();
    await this.#readings.idle();
    // Sources that are gone keep their notes, and what is in the journal only must come to light.
    for (const source of journal.openSources()) if (source !== authority.uri) await notebook.load(source);
    await this.#followStrays();
    await notebook.forgetOldTexts();
    this.#isStarted = true;
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
      this.#corpus.forget(uri);
      return this.#lastReadings.delete(uri) ? null : undefined;
    }
    await notebook.load(uri);
    if (examine && version.digest !== null) await this.#followSelectors(uri, version, notebook);
    throwIfAborted(signal);
    const { language } = this.ports.settings.current();
    const sourceDate = pageFacts(notebook.page(uri)!).date ?? null;
    const how = JSON.stringify([language, sourceDate]);
    const last = this.#lastReadings.get(uri);
    if (last?.reading.text === version.text && last.how === how) return undefined;
    const reading = await this.ports.reader.read({ uri, text: version.text, language, sourceDate }, signal);
    if (this.text(uri) !== version.text) throw new Aborted();
    notebook.retry(uri);
    this.#lastReadings.set(uri, { how, sourceDate, reading, decided: [] });
    return reading;
  }

  /** What was read before is of another text: nothing said is better than something said of the wrong words. */
  #readingFailed(uri: Uri, error: unknown): void {
    this.#lastReadings.delete(uri);
    this.#corpus.readingFailed(uri, error);
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
    const changes = [...readings].map(([uri, reading]) => (reading && this.#withDecisions(uri)) ?? { uri, reading });
    this.#corpus.apply(changes, this.#rules);
    this.#findings.clear();
    this.#lookThrough(readings.keys());
    for (const [uri, reading] of readings) if (!reading) this.#review.forget(uri);
    this.#announce({ sources: readings.keys(), status: true });
    // At the start it is looked for when everything is there.
    if (this.#isStarted) void this.#followStrays();
  }

  /** Notes of a source that is gone go to the file of the same bytes that has come in its place. */
  async #followStrays(): Promise<void> {
    const { notebook } = await this.#opening;
    const strays = await notebook.strays();
    if (strays.length === 0) return;
    const present = this.#library.uris().flatMap((source) => {
      const digest = this.#library.version(source)?.digest;
      return digest ? [{ source, digest, hasNotes: notebook.hasNotes(source) }] : [];
    });
    for (const { from, to } of strayMoves(strays, present)) {
      await this.filesRenamed([{ from, to }]);
      notebook.report({
        uri: sidecarOf(to),
        severity: 'information',
        message: { code: 'sidecar-followed', args: [nameOf(from)] },
      });
      this.#announce({ status: true });
    }
  }

  /** Findings of what is open and of what has changed first; of the rest when the last of many readings is there. */
  #lookThrough(changed: Iterable<Uri>): void {
    const sources = this.#corpus.snapshot.uris();
    const open = sources.filter((uri) => this.#library.isOpen(uri));
    const present = [...changed].filter((uri) => this.#corpus.snapshot.source(uri) !== undefined);
    this.#review.start(this.#readings.progress === null ? [...open, ...present, ...sources] : open);
  }

  /** The last reading of a source, with what notes now say of single mentions; null where there is none. */
  #withDecisions(uri: Uri): CorpusChange | null {
    const last = this.#lastReadings.get(uri);
    if (!last) return null;
    last.decided = this.#decidedSpans(uri);
    return { uri, ...withReaderMentions(last.reading, last.decided) };
  }

  #decidedSpans(uri: Uri): readonly DecidedSpan[] {
    const notes = this.#opened?.notebook.notes(uri) ?? [];
    return decidedSpans(notes, (entity) => this.#typeOf(entity));
  }

  #typeOf(entity: DecidedId): NameType | undefined {
    const { entities } = this.#decisions;
    return entities.find(({ id, replaces }) => id === entity || replaces.includes(entity))?.type;
  }

  /** Whether notes and authority file say something else of single mentions than what the corpus has been told. */
  #isDecidedAnew(uri: Uri): boolean {
    const last = this.#lastReadings.get(uri);
    // Spans of a text that was not read yet mean nothing in the old one; the reading to come takes them up.
    return last?.reading.text === this.text(uri) && !sameData(this.#decidedSpans(uri), last?.decided);
  }

  #authorityChanged(): void {
    const { current } = this.#opened!.authority;
    this.#findings.clear();
    this.#announce({ status: true, findings: this.#corpus.snapshot.uris() });
    if (current === this.#decisions) return;
    this.#decisions = current;
    this.#rules = nameRules(current);
    const redecided = [...this.#lastReadings.keys()].filter((uri) => this.#isDecidedAnew(uri));
    this.#corpus.apply(
      redecided.flatMap((uri) => this.#withDecisions(uri) ?? []),
      this.#rules,
    );
    this.#lookThrough(redecided);
    this.#announce({ sources: this.#corpus.snapshot.uris() });
  }

  #notesChanged(sources: ReadonlySet<Uri>, onlyPlaces: boolean): void {
    // On each key press: nothing that depends on what notes say.
    if (onlyPlaces) return this.#announce({ notes: sources });
    this.#findings.clear();
    for (const uri of sources) this.#rereadAfterNotes(uri);
    const findings = this.#isAnsweredAnew() ? this.#corpus.snapshot.uris() : NONE;
    this.#announce({ notes: sources, findings, status: true });
  }

  /** Whether notes dismiss other findings than before. */
  #isAnsweredAnew(): boolean {
    const before = this.#dismissed;
    this.#dismissed = this.#opened ? dismissedFingerprints(this.#opened.notebook) : null;
    const now = this.#dismissed;
    return before?.size !== now?.size || ![...(now ?? [])].every((each) => before?.has(each) === true);
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

  /** The reader's own date for a source changes what its relative dates mean; identified mentions belong to other entities. */
  #rereadAfterNotes(uri: Uri): void {
    const last = this.#lastReadings.get(uri);
    const page = this.#opened?.notebook.page(uri);
    if (!last || !page) return;
    if ((pageFacts(page).date ?? null) !== last.sourceDate) this.#readings.request(uri, { examine: false });
    if (!this.#isDecidedAnew(uri)) return;
    const change = this.#withDecisions(uri);
    if (change) this.#corpus.apply([change], this.#rules);
    this.#lookThrough([uri]);
    this.#announce({ sources: [uri] });
  }

  /** The snapshot is new at once; listeners are called in a moment, once for all that comes together. */
  #announce({ sources = NONE, notes = NONE, findings = NONE, status = false }: Announcement): void {
    this.#version += 1;
    this.#snapshot = null;
    if (sources !== NONE || findings !== NONE) this.#allKnown = null;
    const isFirst = this.#changed === null;
    const changed = (this.#changed ??= {
      sources: new Set(),
      notes: new Set(),
      findings: new Set(),
      status: false,
    });
    for (const uri of sources) changed.sources.add(uri);
    for (const uri of notes) changed.notes.add(uri);
    for (const uri of findings) changed.findings.add(uri);
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
