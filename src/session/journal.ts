/**
 * What was done and may not be in a sidecar yet. One entry is one value of the storage, written once and never changed,
 * with a digest that tells a torn one. From it come undo and redo after a reload, the notes that a crash or a full disk kept
 * from their sidecar, and the whole file where a write that is not atomic was cut short.
 */
import { decode, encodeUtf8, type Annotation, type Authority, type MergeConflict, type Uri } from '../core/index.ts';
import type { Digest, Log, Storage } from './ports.ts';
import type { NoteId, OperationLabel } from './types.ts';

/** One annotation of one source; null: not there. */
export interface AnnotationChange {
  readonly source: Uri;
  readonly id: NoteId;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

/** All decisions of an authority file before and after: few, and one is seldom without the others. */
export interface AuthorityChange {
  readonly uri: Uri;
  readonly before: Authority;
  readonly after: Authority;
}

interface Changes {
  readonly changes: readonly AnnotationChange[];
  readonly authority?: AuthorityChange;
}

export type JournalEntry =
  | ({ readonly kind: 'operation'; readonly label: OperationLabel } & Changes)
  /** `of` is the number of the operation that was undone or done again. */
  | ({ readonly kind: 'undo' | 'redo'; readonly of: number } & Changes)
  /** Not to be undone: selectors that followed their source, notes that followed a renamed file. */
  | ({ readonly kind: 'upkeep' } & Changes)
  /** Changes of this source up to the entry `upTo` are in its sidecar. */
  | { readonly kind: 'saved'; readonly source: Uri; readonly upTo: number }
  /** The sidecar is about to be written by a file system that may leave half of it. null: deleted, or not there. */
  | {
      readonly kind: 'writing';
      readonly source: Uri;
      readonly content: string | null;
      readonly previous: string | null;
    }
  | { readonly kind: 'conflict'; readonly source: Uri; readonly conflict: MergeConflict }
  | { readonly kind: 'settled'; readonly source: Uri; readonly id: NoteId };

export type ChangingEntry = Extract<JournalEntry, { changes: unknown }>;

interface Numbered {
  readonly number: number;
  readonly key: string;
  readonly entry: JournalEntry;
}

const PREFIX = 'journal/';
const FORMAT = 1;
/** Operations that stay undoable after a reload; more than anybody steps back through. */
const HISTORY = 200;

export class Journal {
  #storage: Storage;
  readonly #digest: Digest;
  readonly #log: Log;
  /** Tells the keys of two windows on one folder apart. */
  readonly #writer: string;
  #entries: Numbered[] = [];
  #next = 1;
  #appending: Promise<void> = Promise.resolve();
  #undoable: number[] = [];
  #redoable: number[] = [];
  readonly #savedUpTo = new Map<Uri, number>();

  private constructor(storage: Storage, digest: Digest, log: Log, writer: string) {
    this.#storage = storage;
    this.#digest = digest;
    this.#log = log;
    this.#writer = writer;
  }

  /**
   * Reads what earlier sessions left. Never rejects: where the storage cannot be listed, nothing is put there either, as new entries
   * would be numbered before old ones; the session then learns of it with each entry and saves sidecars at once. A torn entry is the one that a crash cut short: it was never confirmed to anybody. */
  static async open(storage: Storage, digest: Digest, log: Log, writer: string): Promise<Journal> {
    const journal = new Journal(storage, digest, log, writer);
    const keys = await storage.keys(PREFIX).catch((error: unknown) => {
      log.write('error', `The journal cannot be read: ${String(error)}`);
      journal.#storage = refusing(error);
      return [];
    });
    for (const key of [...keys].sort(byCodeUnits)) {
      const number = Number.parseInt(key.slice(PREFIX.length), 10);
      const entry = await journal.#read(key).catch((error: unknown) => {
        log.write('error', `Journal entry ${key} cannot be read and is left aside: ${String(error)}`);
        return null;
      });
      journal.#next = Math.max(journal.#next, number + 1);
      if (entry) journal.#note({ number, key, entry });
    }
    return journal;
  }

  /** Number of the last entry. */
  get last(): number {
    return this.#next - 1;
  }

  get undoable(): number | null {
    return this.#undoable.at(-1) ?? null;
  }

  get redoable(): number | null {
    return this.#redoable.at(-1) ?? null;
  }

  /** The operation of this number. */
  operation(number: number): Extract<JournalEntry, { kind: 'operation' }> | null {
    const entry = this.#entries.find((candidate) => candidate.number === number)?.entry;
    return entry?.kind === 'operation' ? entry : null;
  }

  /**
   * Counts from now on; the promise resolves when the storage has it, and rejects when the storage refuses. Entries reach the
   * storage in order, so that a later one never survives without the earlier.
   */
  append(entry: JournalEntry): Promise<void> {
    const number = this.#next;
    this.#next += 1;
    const key = `${PREFIX}${String(number).padStart(10, '0')}-${this.#writer}`;
    this.#note({ number, key, entry });
    const appended = this.#appending.then(() => this.#put(key, entry));
    this.#appending = appended.catch(() => {});
    return appended;
  }

  /** Sources with changes that are not in their sidecars, or with conflicts or a write under way; an authority file with a write under way is among them. */
  openSources(): ReadonlySet<Uri> {
    const open = new Set<Uri>();
    for (const { number, entry } of this.#entries) {
      if ('changes' in entry) {
        for (const { source } of entry.changes) if (number > this.#saved(source)) open.add(source);
      } else if (entry.kind === 'conflict') open.add(entry.source);
      else if (entry.kind === 'writing' && number > this.#saved(entry.source)) open.add(entry.source);
    }
    return open;
  }

  /** Changes of a source that are not in its sidecar, oldest first. */
  unsaved(source: Uri): readonly AnnotationChange[] {
    const after = this.#saved(source);
    return this.#entries
      .filter(({ number, entry }) => number > after && 'changes' in entry)
      .flatMap(({ entry }) => (entry as ChangingEntry).changes.filter((change) => change.source === source));
  }

  /** What the decisions were in the file, and what they are; null if there is no difference. */
  unsavedAuthority(uri: Uri): AuthorityChange | null {
    const after = this.#saved(uri);
    const unsaved = this.#entries.flatMap(({ number, entry }) =>
      number > after && 'changes' in entry && entry.authority?.uri === uri ? [entry.authority] : [],
    );
    const [first, last] = [unsaved[0], unsaved.at(-1)];
    return first && last ? { uri, before: first.before, after: last.after } : null;
  }

  /** The write of a source's sidecar that was begun and not confirmed. */
  unfinishedWrite(source: Uri): Extract<JournalEntry, { kind: 'writing' }> | null {
    for (const { entry } of this.#entries.toReversed()) {
      if (entry.kind === 'saved' && entry.source === source) return null;
      if (entry.kind === 'writing' && entry.source === source) return entry;
    }
    return null;
  }

  conflicts(source: Uri): readonly MergeConflict[] {
    const open = new Map<NoteId, MergeConflict>();
    for (const { entry } of this.#entries) {
      if (entry.kind === 'conflict' && entry.source === source) open.set(entry.conflict.id, entry.conflict);
      else if (entry.kind === 'settled' && entry.source === source) open.delete(entry.id);
    }
    return [...open.values()];
  }

  /** Deletes what no reader of the journal asks for any more. A crash in between leaves some of it, which does no harm. */
  async compact(): Promise<void> {
    const obsolete = this.#obsolete();
    if (obsolete.length === 0) return;
    const gone = new Set(obsolete);
    this.#entries = this.#entries.filter((entry) => !gone.has(entry));
    const kept = new Set(this.#entries.map(({ number }) => number));
    this.#undoable = this.#undoable.filter((number) => kept.has(number));
    this.#redoable = this.#redoable.filter((number) => kept.has(number));
    // Oldest first: what remains of a journal must never lack a later confirmation of an earlier change.
    for (const { key } of obsolete) await this.#storage.delete(key);
  }

  #obsolete(): Numbered[] {
    const steps = new Set([...this.#undoable, ...this.#redoable].sort((a, b) => a - b).slice(-HISTORY));
    const oldestStep = Math.min(...steps, this.#next);
    const lastSaved = new Map<Uri, number>();
    for (const { number, entry } of this.#entries) if (entry.kind === 'saved') lastSaved.set(entry.source, number);
    const settled = new Map<string, number>();
    for (const { number, entry } of this.#entries) {
      if (entry.kind === 'settled') settled.set(`${entry.source}\n${entry.id}`, number);
    }
    return this.#entries.filter(({ number, entry }) => {
      switch (entry.kind) {
        case 'saved':
          // The last confirmation stays: the changes it covers may still be there for undo.
          return number < (lastSaved.get(entry.source) ?? 0);
        case 'writing':
          return number < (lastSaved.get(entry.source) ?? 0);
        case 'conflict':
          return number < (settled.get(`${entry.source}\n${entry.conflict.id}`) ?? 0);
        case 'settled':
          return !this.#entries.some(
            (other) => other.entry.kind === 'conflict' && other.entry.conflict.id === entry.id,
          );
        default:
          return (
            number < oldestStep &&
            entry.changes.every(({ source }) => number <= this.#saved(source)) &&
            (!entry.authority || number <= this.#saved(entry.authority.uri))
          );
      }
    });
  }

  #saved(source: Uri): number {
    return this.#savedUpTo.get(source) ?? 0;
  }

  #note(numbered: Numbered): void {
    this.#entries.push(numbered);
    const { entry, number } = numbered;
    if (entry.kind === 'operation') {
      this.#undoable.push(number);
      this.#redoable = [];
    } else if (entry.kind === 'undo') {
      this.#undoable = this.#undoable.filter((other) => other !== entry.of);
      this.#redoable.push(entry.of);
    } else if (entry.kind === 'redo') {
      this.#redoable = this.#redoable.filter((other) => other !== entry.of);
      this.#undoable.push(entry.of);
    } else if (entry.kind === 'saved') {
      this.#savedUpTo.set(entry.source, Math.max(entry.upTo, this.#saved(entry.source)));
    }
  }

  async #put(key: string, entry: JournalEntry): Promise<void> {
    const body = encodeUtf8(JSON.stringify({ format: FORMAT, entry }));
    const head = encodeUtf8(`${await this.#digest.sha256(body)}\n`);
    const value = new Uint8Array(head.length + body.length);
    value.set(head);
    value.set(body, head.length);
    await this.#storage.put(key, value);
  }

  async #read(key: string): Promise<JournalEntry | null> {
    const value = await this.#storage.get(key);
    const lineEnd = value?.indexOf(0x0a) ?? -1;
    if (!value || lineEnd === -1) return null;
    const body = value.slice(lineEnd + 1);
    if (decode(value.slice(0, lineEnd))?.text !== (await this.#digest.sha256(body))) {
      this.#log.write('warning', `Journal entry ${key} is torn and left aside.`);
      return null;
    }
    const { format, entry } = JSON.parse(decode(body)?.text ?? 'null') as { format: number; entry: JournalEntry };
    return format === FORMAT ? entry : null;
  }
}

function refusing(error: unknown): Storage {
  const refuse = (): Promise<never> => Promise.reject(error);
  return { keys: refuse, get: refuse, put: refuse, delete: refuse };
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
