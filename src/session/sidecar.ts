/**
 * One sidecar: what is on disk, what we have changed since, and both joined. It is read before each write, and what somebody
 * else wrote in the meantime is merged by annotation id. A file that cannot be read whole is left alone.
 */
import {
  decode,
  emptyPage,
  encodeUtf8,
  isEmptyPage,
  mergePages,
  parseSidecar,
  writeSidecar,
  type Annotation,
  type AnnotationPage,
  type MergeConflict,
  type Message,
  type ParsedSidecar,
  type Severity,
  type Uri,
} from '../core/index.ts';
import { sameData } from './equal.ts';
import type { AnnotationChange, Journal } from './journal.ts';
import { FileError, type Digest, type Files } from './ports.ts';
import { isTorn } from './torn.ts';
import type { NoteId, Problem } from './types.ts';
import { nameOf, sidecarOf, type WritableUri } from './writable.ts';

/** Past this a sidecar is not read: 30,000 notes are about so much, and parsing it would hold the editor for seconds. */
const MAX_BYTES = 32 * 1024 * 1024;
/** From here on the reader is told that a sidecar is getting heavy; everything still works. */
const LARGE_BYTES = 8 * 1024 * 1024;

interface SidecarPorts {
  readonly files: Files;
  readonly digest: Digest;
  readonly journal: Journal;
}

/** An annotation that differs from the one on disk. */
interface Pending {
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

export class Sidecar {
  readonly source: Uri;
  readonly uri: WritableUri;
  readonly #ports: SidecarPorts;
  /** What the file holds, as last read or written. */
  #theirs: AnnotationPage;
  /** Of the file's bytes; null while there is no file, undefined before it was first read. */
  #diskDigest: string | null | undefined;
  #page: AnnotationPage;
  #index: ReadonlyMap<NoteId, Annotation> | null = null;
  readonly #pending = new Map<NoteId, Pending>();
  readonly #conflicts = new Map<NoteId, MergeConflict>();
  /** Whether the journal knows of something that it has no confirmation for. */
  #unconfirmed = false;
  /** Git has left its conflict markers in the file: it is written when the last conflict is settled, and not before. */
  #hasMarkers = false;
  /** The file could not be read whole: it must not be written. */
  #blocked = false;
  #readProblems: readonly Problem[] = [];
  #writeProblem: Problem | null = null;
  #tasks: Promise<unknown> = Promise.resolve();

  constructor(source: Uri, ports: SidecarPorts) {
    this.source = source;
    this.uri = sidecarOf(source);
    this.#ports = ports;
    this.#theirs = emptyPage(nameOf(source));
    this.#page = this.#theirs;
  }

  /** Disk and unsaved changes together. Of a conflict it holds their side, mine is in `conflicts`. */
  get page(): AnnotationPage {
    return this.#page;
  }

  get conflicts(): readonly MergeConflict[] {
    return [...this.#conflicts.values()];
  }

  get problems(): readonly Problem[] {
    return this.#writeProblem ? [...this.#readProblems, this.#writeProblem] : this.#readProblems;
  }

  /** Annotations that are in the journal only. */
  get unsaved(): number {
    return this.#pending.size;
  }

  /** Whether the file cannot be read whole, and so is not written. */
  get blocked(): boolean {
    return this.#blocked;
  }

  get dirty(): boolean {
    return this.#pending.size > 0 || this.#unconfirmed;
  }

  annotation(id: NoteId): Annotation | null {
    this.#index ??= new Map(this.#page.annotations.map((annotation) => [annotation.id, annotation]));
    return this.#index.get(id) ?? null;
  }

  /** First reading: finishes a write that was cut short, and joins what the journal kept. */
  load(): Promise<void> {
    return this.#enqueue(async () => {
      const { journal } = this.#ports;
      for (const conflict of journal.conflicts(this.source)) this.#conflicts.set(conflict.id, conflict);
      for (const change of journal.unsaved(this.source)) this.#remember(change);
      const write = journal.unfinishedWrite(this.source);
      this.#unconfirmed = this.#pending.size > 0 || write !== null;
      const disk = await this.#readDisk();
      if (write !== null && write.content !== null && disk !== undefined && isTorn(disk, write)) {
        await this.#put(write.content);
        await this.#adopt(encodeUtf8(write.content));
      } else if (disk !== undefined) await this.#adopt(disk);
      else await this.#rebase(this.#theirs);
    });
  }

  /** Reads the file again after it was changed outside. Returns what it held before and does not any more, if it is gone altogether. */
  reload(): Promise<readonly Annotation[]> {
    return this.#enqueue(async () => {
      const before = this.#theirs.annotations;
      const disk = await this.#readDisk();
      if (disk === undefined || (await this.#digestOf(disk)) === this.#diskDigest) return [];
      await this.#adopt(disk);
      return isBlank(disk) ? before : [];
    });
  }

  /** Takes changes that the journal has. What they say stood before is not looked at: that was the caller's task. */
  apply(changes: readonly AnnotationChange[]): void {
    this.#unconfirmed = true;
    for (const change of changes) this.#remember(change);
    this.#setPage({ ...this.#page, annotations: withChanges(this.#page.annotations, changes) });
  }

  /** Takes a conflict off the list; the file is written without what git left of it. */
  settle(id: NoteId): MergeConflict | null {
    const conflict = this.#conflicts.get(id) ?? null;
    this.#conflicts.delete(id);
    if (conflict) this.#unconfirmed = true;
    return conflict;
  }

  /** Writes what differs. Never rejects: what goes wrong is in `problems`, and the journal keeps the notes. */
  save(): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.dirty) return;
      const disk = await this.#readDisk();
      if (disk === undefined) return;
      if ((await this.#digestOf(disk)) !== this.#diskDigest) await this.#adopt(disk);
      if (this.#blocked || (this.#hasMarkers && this.#conflicts.size > 0)) return;
      await this.#confirm(disk);
    });
  }

  /** Page and number of the last entry are taken in one go: what comes while we write waits for the next time. */
  async #confirm(disk: Uint8Array | null): Promise<void> {
    const [page, upTo] = [this.#page, this.#ports.journal.last];
    this.#unconfirmed = false;
    try {
      if (this.#pending.size > 0 || this.#hasMarkers) await this.#write(page, disk);
    } catch (error) {
      this.#unconfirmed = true;
      this.#writeProblem = this.#problem(...writeFailure(error, this.#pending.size));
      return;
    }
    this.#writeProblem = null;
    this.#forgetWritten(page);
    // Without this entry the changes are looked at again at the next start, and found to be there.
    await this.#ports.journal.append({ kind: 'saved', source: this.source, upTo }).catch(() => {});
    await this.#ports.journal.compact().catch(() => {});
  }

  async #write(page: AnnotationPage, disk: Uint8Array | null): Promise<void> {
    const { files, journal } = this.#ports;
    const content = isEmptyPage(page) ? null : writeSidecar(page);
    if (files.guarantee === 'plain') {
      const previous = disk === null ? null : (decode(disk)?.text ?? null);
      await journal.append({ kind: 'writing', source: this.source, content, previous });
    }
    if (content === null) await files.delete(this.uri);
    else await this.#put(content);
    this.#diskDigest = await this.#digestOf(content === null ? null : encodeUtf8(content));
    this.#theirs = page;
    this.#hasMarkers = false;
  }

  #put(content: string): Promise<void> {
    return this.#ports.files.write(this.uri, encodeUtf8(content));
  }

  /** What was changed while we wrote stays pending, over what we wrote. */
  #forgetWritten(page: AnnotationPage): void {
    const written = new Map(page.annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, { after }] of [...this.#pending]) this.#setPending(id, written.get(id) ?? null, after);
  }

  /** The file's bytes, null where there is none, undefined where it cannot be read: then nothing is written either. */
  async #readDisk(): Promise<Uint8Array | null | undefined> {
    try {
      const stat = await this.#ports.files.stat(this.uri);
      if (!stat) return null;
      if (stat.size > MAX_BYTES) return this.#block('sidecar-too-large', megabytes(stat.size), megabytes(MAX_BYTES));
      return await this.#ports.files.read(this.uri);
    } catch (error) {
      if (error instanceof FileError && error.code === 'not-found') return null;
      return this.#block('sidecar-unreadable', detailOf(error));
    }
  }

  #block(code: string, ...args: (string | number)[]): undefined {
    this.#blocked = true;
    // Whatever is there next is news.
    this.#diskDigest = undefined;
    this.#readProblems = [this.#problem('error', { code, args })];
  }

  /** Makes the bytes what is on disk, and joins the unsaved changes with them. */
  async #adopt(bytes: Uint8Array | null): Promise<void> {
    this.#diskDigest = await this.#digestOf(bytes);
    if (isBlank(bytes)) {
      this.#blocked = false;
      this.#hasMarkers = false;
      this.#readProblems = [];
      return this.#rebase(emptyPage(nameOf(this.source)));
    }
    const decoded = decode(bytes);
    if (!decoded || decoded.by === 'fallback' || decoded.replaced > 0) {
      this.#block('sidecar-not-utf8');
      return this.#rebase(this.#theirs);
    }
    const parsed = parseSidecar(decoded.text);
    this.#hasMarkers = parsed.conflicts.length > 0;
    this.#blocked = !parsed.writable && !isOnlyMarked(parsed);
    this.#readProblems = this.#problemsOf(parsed, bytes.length);
    // A file that broke while we knew it whole: what we know is more than what can be read of it.
    if (isBroken(parsed) && this.#theirs.annotations.length > 0) return this.#rebase(this.#theirs);
    await this.#rebase(withTheirs(parsed.page, parsed.conflicts), parsed.conflicts);
  }

  async #rebase(theirs: AnnotationPage, found: readonly MergeConflict[] = []): Promise<void> {
    const sides = [...this.#pending].map(([id, { before, after }]) => ({ source: this.source, id, before, after }));
    const base = withChanges(
      theirs.annotations,
      sides.map((side) => ({ ...side, after: side.before })),
    );
    const merge = mergePages(
      { ...theirs, annotations: base },
      { ...theirs, annotations: withChanges(theirs.annotations, sides) },
      theirs,
    );
    for (const conflict of [...found, ...merge.conflicts]) await this.#raise(conflict);
    this.#theirs = theirs;
    this.#setPage(withTheirs(merge.page, merge.conflicts));
    const before = new Map(theirs.annotations.map((annotation) => [annotation.id, annotation]));
    for (const id of [...this.#pending.keys()]) {
      this.#setPending(id, before.get(id) ?? null, this.annotation(id));
    }
  }

  /** In the journal before mine leaves the page, so that it is always in one of the two. */
  async #raise(conflict: MergeConflict): Promise<void> {
    const known = this.#conflicts.get(conflict.id);
    if (known && sameData(known.mine, conflict.mine) && sameData(known.theirs, conflict.theirs)) return;
    this.#conflicts.set(conflict.id, conflict);
    this.#unconfirmed = true;
    await this.#ports.journal.append({ kind: 'conflict', source: this.source, conflict }).catch(() => {});
  }

  #remember({ id, before, after }: AnnotationChange): void {
    const first = this.#pending.get(id);
    this.#setPending(id, first ? first.before : before, after);
  }

  #setPending(id: NoteId, before: Annotation | null, after: Annotation | null): void {
    if (sameData(before, after)) this.#pending.delete(id);
    else this.#pending.set(id, { before, after });
  }

  #setPage(page: AnnotationPage): void {
    this.#page = page;
    this.#index = null;
  }

  #problemsOf(parsed: ParsedSidecar, size: number): Problem[] {
    const problems = parsed.problems.map(({ code, args, severity, position }) => ({
      ...this.#problem(severity, { code, args }),
      position,
    }));
    return size > LARGE_BYTES
      ? [...problems, this.#problem('information', { code: 'sidecar-large', args: [megabytes(size)] })]
      : problems;
  }

  #problem(severity: Severity, message: Message): Problem {
    return { uri: this.uri, severity, message };
  }

  async #digestOf(bytes: Uint8Array | null): Promise<string | null> {
    return bytes === null ? null : this.#ports.digest.sha256(bytes);
  }

  /** One thing at a time: a save never overlaps a reload. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#tasks.then(task);
    this.#tasks = done.catch(() => {});
    return done;
  }
}

/** The annotations with each change's `after` in place of what has its id; in order of id. */
export function withChanges(annotations: readonly Annotation[], changes: readonly AnnotationChange[]): Annotation[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const { id, after } of changes) {
    if (after) byId.set(id, after);
    else byId.delete(id);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A merge keeps mine of a conflict; here the disk's side stays in the page, and mine waits for the reader's choice. */
function withTheirs(page: AnnotationPage, conflicts: readonly MergeConflict[]): AnnotationPage {
  const changes = conflicts.map(({ id, mine, theirs }) => ({ source: '', id, before: mine, after: theirs }));
  return conflicts.length === 0 ? page : { ...page, annotations: withChanges(page.annotations, changes) };
}

/** No file, and a file of nothing but white space, hold nothing that could be lost. */
const isBlank = (bytes: Uint8Array | null): bytes is null =>
  bytes === null || bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);

/** Both sides of each of git's conflicts were understood; there is nothing else to lose. */
const isOnlyMarked = ({ conflicts, problems }: ParsedSidecar): boolean =>
  conflicts.length > 0 && problems.every(({ severity }) => severity !== 'error');

const isBroken = ({ problems }: ParsedSidecar): boolean =>
  problems.some(
    ({ code }) => code === 'sidecar-not-json' || code === 'sidecar-too-deep' || code === 'sidecar-not-a-page',
  );

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function writeFailure(error: unknown, unsaved: number): [Severity, Message] {
  const code = error instanceof FileError ? error.code : null;
  if (code === 'read-only' || code === 'no-permission')
    return ['error', { code: 'sidecar-read-only', args: [unsaved] }];
  if (code === 'no-space') return ['error', { code: 'sidecar-no-space', args: [unsaved] }];
  return ['error', { code: 'sidecar-not-written', args: [unsaved, detailOf(error)] }];
}
