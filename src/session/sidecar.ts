/**
 * One sidecar: what is on disk, what we have changed since, and both joined. It is read before each write, and what somebody
 * else wrote in the meantime is merged by annotation id. A file that cannot be read whole is left alone.
 */
import {
  FORMAT_VERSION,
  emptyPage,
  isEmptyPage,
  mergePages,
  parseSidecar,
  sortedById,
  writeSidecar,
  type Annotation,
  type AnnotationPage,
  type MergeConflict,
  type Message,
  type ParsedSidecar,
  type Severity,
  type Uri,
} from '../core/index.ts';
import { adopted } from './adopted.ts';
import { sameData } from './equal.ts';
import type { AnnotationChange } from './journalEntry.ts';
import { isBlank, isFailure, KeptFile, megabytes, type KeptFilePorts } from './keptFile.ts';
import { mergeOne } from './mergeOne.ts';
import type { NoteId, Problem } from './types.ts';
import { nameOf, sidecarOf, type WritableUri } from './writable.ts';

/** From here on the reader is told that a sidecar is getting heavy; everything still works. */
const LARGE_BYTES = 8 * 1024 * 1024;

/**
 * Milliseconds in which a file that shows a note as it was before our write is taken for one that another window has written over
 * ours, having read it before: longer than any save takes, shorter than anybody takes to see a note and to take it back.
 */
const OVERTAKEN = 2000;

/** An annotation that differs from the one on disk. */
interface Pending {
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

export class Sidecar {
  readonly source: Uri;
  readonly uri: WritableUri;
  readonly #ports: KeptFilePorts;
  readonly #file: KeptFile;
  /** What the file holds, as last read or written. */
  #theirs: AnnotationPage;
  #page: AnnotationPage;
  #index: ReadonlyMap<NoteId, Annotation> | null = null;
  readonly #pending = new Map<NoteId, Pending>();
  /** What the last write has changed, and when. */
  #written: { readonly at: number; readonly changes: ReadonlyMap<NoteId, Pending> } = {
    at: -Infinity,
    changes: new Map(),
  };
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

  constructor(source: Uri, ports: KeptFilePorts) {
    this.source = source;
    this.uri = sidecarOf(source);
    this.#ports = ports;
    this.#file = new KeptFile(this.uri, 'sidecar', source, ports);
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

  /** What the file cannot take as things are, and why; null where the next save will write what is pending. */
  get held(): { readonly ids: ReadonlySet<NoteId>; readonly reason: Message } | null {
    const reason = this.#pending.size === 0 ? undefined : this.#hindrance();
    return reason === undefined ? null : { ids: new Set(this.#pending.keys()), reason };
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

  /** First reading: joins what the journal kept. Never rejects. */
  load(): Promise<void> {
    return this.#guarded(undefined, async () => {
      const { journal } = this.#ports;
      for (const conflict of journal.conflicts(this.source)) this.#conflicts.set(conflict.id, conflict);
      for (const change of journal.unsaved(this.source)) await this.#recall(change);
      this.#unconfirmed = this.#pending.size > 0 || journal.unfinishedWrite(this.source) !== null;
      const disk = await this.#file.read();
      if (isFailure(disk)) {
        this.#block(disk);
        await this.#rebase(this.#theirs);
      } else {
        await this.#file.isNews(disk);
        await this.#adopt(disk);
      }
    });
  }

  /** Reads the file again after it was changed outside. Returns what it held before and does not any more, if it is gone altogether. */
  reload(): Promise<readonly Annotation[]> {
    return this.#guarded([], async () => {
      const before = this.#theirs.annotations;
      const disk = await this.#file.read();
      if (isFailure(disk)) {
        this.#block(disk);
        return [];
      }
      if (!(await this.#file.isNews(disk))) return [];
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
    return this.#guarded(undefined, async () => {
      if (!this.dirty) return;
      const disk = await this.#file.read();
      if (isFailure(disk)) return this.#block(disk);
      if (await this.#file.isNews(disk)) await this.#adopt(disk);
      if (this.#blocked || this.#isUndecided) return;
      await this.#confirm(disk);
    });
  }

  /** Page and number of the last entry are taken in one go: what comes while we write waits for the next time. */
  async #confirm(disk: Uint8Array | null): Promise<void> {
    const [page, upTo] = [this.#page, this.#ports.journal.last];
    this.#unconfirmed = false;
    try {
      if (this.#pending.size > 0 || this.#hasMarkers || this.#file.isCutShort) {
        if (disk !== null && this.#isLossy) await this.#file.backUp(disk, this.#theirs.version ?? FORMAT_VERSION);
        const changes = new Map(this.#pending);
        await this.#file.write(isEmptyPage(page) ? null : writeSidecar(page), disk);
        this.#written = { at: this.#ports.clock.now(), changes };
        this.#theirs = { ...page, version: FORMAT_VERSION };
        this.#hasMarkers = false;
        this.#readProblems = this.#readProblems.filter(({ message }) => !OF_MARKERS.has(message.code));
      }
    } catch (error) {
      this.#unconfirmed = true;
      this.#writeProblem = { uri: this.uri, ...this.#file.failure(error, this.#pending.size) };
      return;
    }
    this.#writeProblem = null;
    this.#forgetWritten(page);
    await this.#file.confirm(upTo);
  }

  /** Whether a rewrite changes the format of the file, or takes one side of what no merge could join. */
  get #isLossy(): boolean {
    const { version = FORMAT_VERSION } = this.#theirs;
    return (
      version < FORMAT_VERSION || this.#readProblems.some(({ message }) => message.code === 'sidecar-key-conflict')
    );
  }

  /** What was changed while we wrote stays pending, over what we wrote. */
  #forgetWritten(page: AnnotationPage): void {
    const written = new Map(page.annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, { after }] of [...this.#pending]) this.#setPending(id, written.get(id) ?? null, after);
  }

  #hindrance(): Message | undefined {
    if (this.#writeProblem) return this.#writeProblem.message;
    if (this.#blocked) return this.#readProblems.find(({ severity }) => severity === 'error')?.message;
    return this.#isUndecided ? { code: 'sidecar-merge-conflict', args: [this.#conflicts.size] } : undefined;
  }

  /** Conflicts that git has left in the file are the reader's to settle before it is written. */
  get #isUndecided(): boolean {
    return this.#hasMarkers && this.#conflicts.size > 0;
  }

  #block(message: Message): void {
    this.#blocked = true;
    this.#writeProblem = null;
    this.#file.forget();
    this.#readProblems = [this.#problem('error', message)];
  }

  /** Makes the bytes what is on disk, and joins the unsaved changes with them. */
  async #adopt(bytes: Uint8Array | null): Promise<void> {
    if (isBlank(bytes)) {
      this.#blocked = false;
      this.#hasMarkers = false;
      this.#readProblems = [];
      return this.#rebase(emptyPage(nameOf(this.source)));
    }
    const text = this.#file.text(bytes);
    if (typeof text !== 'string') {
      this.#block(text);
      return this.#rebase(this.#theirs);
    }
    const read = parseSidecar(text);
    const parsed = { ...read, page: adopted(read.page, this.source) };
    this.#hasMarkers = parsed.conflicts.length > 0;
    this.#blocked = !parsed.writable && !isOnlyMarked(parsed);
    this.#readProblems = this.#problemsOf(parsed, bytes.length);
    // A file that broke while we knew it whole: what we know is more than what can be read of it.
    if (isBroken(parsed) && this.#theirs.annotations.length > 0) return this.#rebase(this.#theirs);
    this.#takeBackOvertaken(parsed.page);
    await this.#rebase(withTheirs(parsed.page, parsed.conflicts), parsed.conflicts);
  }

  /** What we have just written and somebody has written over, without having seen it, is to be written again. */
  #takeBackOvertaken({ annotations }: AnnotationPage): void {
    const { at, changes } = this.#written;
    if (this.#ports.clock.now() - at > OVERTAKEN) return;
    const inFile = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, { before, after }] of changes) {
      if (!this.#pending.has(id) && sameData(inFile.get(id) ?? null, before)) this.#setPending(id, before, after);
    }
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
    // All at once: a change that comes while the journal writes must meet the new state, or it would be lost with the old.
    const raised = [...found, ...merge.conflicts].map((conflict) => this.#raise(conflict));
    this.#theirs = theirs;
    this.#setPage(withTheirs(merge.page, merge.conflicts));
    const before = new Map(theirs.annotations.map((annotation) => [annotation.id, annotation]));
    for (const id of [...this.#pending.keys()]) {
      this.#setPending(id, before.get(id) ?? null, this.annotation(id));
    }
    await Promise.all(raised);
  }

  /** From here on mine is in the journal, under a number before that of any later save. */
  async #raise(conflict: MergeConflict): Promise<void> {
    const known = this.#conflicts.get(conflict.id);
    if (known && sameData(known.mine, conflict.mine) && sameData(known.theirs, conflict.theirs)) return;
    this.#conflicts.set(conflict.id, conflict);
    this.#unconfirmed = true;
    await this.#ports.journal.append({ kind: 'conflict', source: this.source, conflict }).catch(() => {});
  }

  /** Takes a change from the journal; two windows may have made theirs side by side. */
  async #recall(change: AnnotationChange): Promise<void> {
    const { id, before, after } = change;
    const first = this.#pending.get(id);
    if (!first || sameData(first.after, before)) return this.#remember(change);
    const merged = mergeOne(before, after, first.after);
    if (merged !== 'conflict') return this.#remember({ ...change, after: merged });
    await this.#raise({ id, kind: 'both-changed', base: before, mine: after, theirs: first.after });
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

  /** One thing at a time: a save never overlaps a reload. A fault of ours, or a journal that holds nonsense, closes this file and no other. */
  #guarded<T>(otherwise: T, task: () => Promise<T>): Promise<T> {
    const done = this.#tasks.then(task).catch((error: unknown) => {
      this.#block(this.#file.unreadable(error));
      return otherwise;
    });
    this.#tasks = done;
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
  return sortedById([...byId.values()]);
}

/** A merge keeps mine of a conflict; here the disk's side stays in the page, and mine waits for the reader's choice. */
function withTheirs(page: AnnotationPage, conflicts: readonly MergeConflict[]): AnnotationPage {
  const changes = conflicts.map(({ id, mine, theirs }) => ({ source: '', id, before: mine, after: theirs }));
  return conflicts.length === 0 ? page : { ...page, annotations: withChanges(page.annotations, changes) };
}

/** Problems of git's markers are gone with them. */
const OF_MARKERS: ReadonlySet<string> = new Set(['sidecar-merge-conflict', 'sidecar-key-conflict']);

/** Both sides of each of git's conflicts were understood; there is nothing else to lose. */
const isOnlyMarked = ({ conflicts, problems }: ParsedSidecar): boolean =>
  conflicts.length > 0 && problems.every(({ severity }) => severity !== 'error');

const isBroken = ({ problems }: ParsedSidecar): boolean =>
  problems.some(
    ({ code }) => code === 'sidecar-not-json' || code === 'sidecar-too-deep' || code === 'sidecar-not-a-page',
  );
