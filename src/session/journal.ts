/**
 * What was done and may not be in a sidecar yet. One entry is one value of the storage, written once and never changed,
 * with a digest that tells a torn one. From it come undo and redo after a reload, the notes that a crash or a full disk kept
 * from their sidecar, and the whole file where a write that is not atomic was cut short.
 */
import { byCodeUnits, type MergeConflict, type Uri } from '../core/index.ts';
import {
  packEntry,
  unpackEntry,
  type AnnotationChange,
  type AuthorityChange,
  type ChangingEntry,
  type JournalEntry,
} from './journalEntry.ts';
import type { Digest, Log, Storage } from './ports.ts';
import type { NoteId } from './types.ts';

interface Numbered {
  readonly number: number;
  readonly writer: string;
  readonly key: string;
  readonly entry: JournalEntry;
}

export interface RememberedChange {
  readonly entry: ChangingEntry;
  readonly change: AnnotationChange;
}

interface Confirmation {
  readonly by: Numbered;
  readonly entry: Extract<JournalEntry, { kind: 'saved' }>;
}

const PREFIX = 'journal/';
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
  /** Of each writer the last entry that was there when this one began. */
  readonly #others = new Map<string, number>();
  #unreadable = 0;
  /** Oldest first; trees ask of each note that they show. */
  #byNote = new Map<NoteId, RememberedChange[]>();
  /** The last confirmation of each writer. */
  readonly #saves = new Map<Uri, readonly Confirmation[]>();

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
      const { number, writer: by } = parsedKey(key);
      if (Number.isNaN(number)) continue;
      journal.#next = Math.max(journal.#next, number + 1);
      const entry = await journal.#read(key);
      if (!entry) continue;
      journal.#note({ number, writer: by, key, entry });
      journal.#others.set(by, number);
    }
    return journal;
  }

  /** Entries that are there and could not be read. They stay where they are. */
  get unreadable(): number {
    return this.#unreadable;
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
    this.#note({ number, writer: this.#writer, key, entry });
    const appended = this.#appending.then(() => this.#put(key, entry));
    this.#appending = appended.catch(() => {});
    return appended;
  }

  /** Tells that all changes of a source up to `upTo`, and those that were there at the start, are in its sidecar. */
  confirm(source: Uri, upTo: number): Promise<void> {
    return this.append({ kind: 'saved', source, upTo, others: Object.fromEntries(this.#others) });
  }

  /** Every change of this annotation that is still remembered, the last first, with the entry that made it. */
  changesOf(id: NoteId): readonly RememberedChange[] {
    return this.#byNote.get(id)?.toReversed() ?? [];
  }

  /** Sources with changes that are not in their sidecars, or with conflicts or a write under way; an authority file with a write under way is among them. */
  openSources(): ReadonlySet<Uri> {
    const open = new Set<Uri>();
    for (const numbered of this.#entries) {
      const { entry } = numbered;
      if ('changes' in entry) {
        for (const { source } of entry.changes) if (!this.#isSaved(source, numbered)) open.add(source);
      } else if (entry.kind === 'conflict') open.add(entry.source);
      else if (entry.kind === 'writing' && !this.#isWritten(entry.source, numbered)) open.add(entry.source);
    }
    return open;
  }

  /** Changes of a source that are not in its sidecar, oldest first. */
  unsaved(source: Uri): readonly AnnotationChange[] {
    return this.#entries.flatMap((numbered) => {
      const { entry } = numbered;
      if (!('changes' in entry) || this.#isSaved(source, numbered)) return [];
      return entry.changes.filter((change) => change.source === source);
    });
  }

  /** Changes of the decisions that are not in the file, oldest first. */
  unsavedAuthority(uri: Uri): readonly AuthorityChange[] {
    return this.#entries.flatMap((numbered) => {
      const { entry } = numbered;
      const isUnsaved = 'changes' in entry && entry.authority?.uri === uri && !this.#isSaved(uri, numbered);
      return isUnsaved && entry.authority ? [entry.authority] : [];
    });
  }

  /** The write of a source's sidecar that was begun and not confirmed. */
  unfinishedWrite(source: Uri): Extract<JournalEntry, { kind: 'writing' }> | null {
    const last = this.#entries.findLast(({ entry }) => entry.kind === 'writing' && entry.source === source);
    if (last?.entry.kind !== 'writing' || this.#isWritten(source, last)) return null;
    return last.entry;
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
    this.#byNote = new Map();
    for (const { entry } of this.#entries) this.#index(entry);
    const kept = new Set(this.#entries.map(({ number }) => number));
    this.#undoable = this.#undoable.filter((number) => kept.has(number));
    this.#redoable = this.#redoable.filter((number) => kept.has(number));
    // Oldest first: what remains of a journal must never lack a later confirmation of an earlier change.
    for (const { key } of obsolete) await this.#storage.delete(key);
  }

  #obsolete(): Numbered[] {
    const steps = new Set([...this.#undoable, ...this.#redoable].sort((a, b) => a - b).slice(-HISTORY));
    const oldestStep = Math.min(...steps, this.#next);
    const settled = new Map<string, number>();
    for (const { number, entry } of this.#entries) {
      if (entry.kind === 'settled') settled.set(`${entry.source}\n${entry.id}`, number);
    }
    return this.#entries.filter((numbered) => {
      const { number, entry } = numbered;
      switch (entry.kind) {
        case 'saved':
          // The last confirmation stays: the changes it covers may still be there for undo.
          return this.#isWritten(entry.source, numbered);
        case 'writing':
          return this.#isWritten(entry.source, numbered);
        case 'conflict':
          return number < (settled.get(`${entry.source}\n${entry.conflict.id}`) ?? 0);
        case 'settled':
          return !this.#entries.some(
            (other) => other.entry.kind === 'conflict' && other.entry.conflict.id === entry.id,
          );
        default:
          return (
            number < oldestStep &&
            entry.changes.every(({ source }) => this.#isSaved(source, numbered)) &&
            (!entry.authority || this.#isSaved(entry.authority.uri, numbered))
          );
      }
    });
  }

  /** Whether what the entry changed of this source is in its sidecar. */
  #isSaved(source: Uri, { number, writer }: Numbered): boolean {
    return this.#confirmations(source).some(({ by, entry }) =>
      entry.others === undefined || by.writer === writer ? number <= entry.upTo : number <= (entry.others[writer] ?? 0),
    );
  }

  /** Whether a later confirmation tells that this source's sidecar is whole. */
  #isWritten(source: Uri, { number, writer }: Numbered): boolean {
    return this.#confirmations(source).some(({ by, entry }) =>
      entry.others === undefined || by.writer === writer ? number < by.number : number <= (entry.others[writer] ?? 0),
    );
  }

  #confirmations(source: Uri): readonly Confirmation[] {
    return this.#saves.get(source) ?? [];
  }

  #index(entry: JournalEntry): void {
    if (!('changes' in entry)) return;
    for (const change of entry.changes) {
      const changes = this.#byNote.get(change.id);
      if (changes) changes.push({ entry, change });
      else this.#byNote.set(change.id, [{ entry, change }]);
    }
  }

  #note(numbered: Numbered): void {
    this.#entries.push(numbered);
    const { entry, number } = numbered;
    this.#index(entry);
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
      const earlier = this.#confirmations(entry.source).filter(({ by }) => by.writer !== numbered.writer);
      this.#saves.set(entry.source, [...earlier, { by: numbered, entry }]);
    }
  }

  async #put(key: string, entry: JournalEntry): Promise<void> {
    await this.#storage.put(key, await packEntry(entry, this.#digest));
  }

  async #read(key: string): Promise<JournalEntry | null> {
    try {
      const value = await this.#storage.get(key);
      const entry = value === null ? 'torn' : await unpackEntry(value, this.#digest);
      if (entry === 'torn') this.#log.write('warning', `Journal entry ${key} is torn and left aside.`);
      else if (entry !== 'unknown') return entry;
      else throw new Error('of a shape that this version does not know');
    } catch (error) {
      this.#unreadable += 1;
      this.#log.write('error', `Journal entry ${key} cannot be read and is left aside: ${String(error)}`);
    }
    return null;
  }
}

/** Keys are the entry's number and who wrote it. */
function parsedKey(key: string): { readonly number: number; readonly writer: string } {
  const [number = '', ...writer] = key.slice(PREFIX.length).split('-');
  return { number: Number.parseInt(number, 10), writer: writer.join('-') };
}

function refusing(error: unknown): Storage {
  const refuse = (): Promise<never> => Promise.reject(error);
  return { keys: refuse, get: refuse, put: refuse, delete: refuse };
}
