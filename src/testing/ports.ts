/** Ports in memory, with a clock that stands still and ids that count. */
import { createHash } from 'node:crypto';
import { encodeUtf8, type Reading, type Uri } from '../core/index.ts';
import {
  DEFAULT_SETTINGS,
  FileError,
  throwIfAborted,
  type Clock,
  type Digest,
  type FileErrorCode,
  type Files,
  type FileStat,
  type Ids,
  type Log,
  type Ports,
  type ReadRequest,
  type Reader,
  type SessionSettings,
  type Signal,
  type Storage,
} from '../session/index.ts';
import { fixture } from './fixture.ts';

export const FOLDER = 'memory:///folder';

/** A disk that can die: after `stepsToLive` steps of writing nothing happens any more, and no promise settles. */
export class MemoryDisk {
  readonly contents = new Map<string, Uint8Array>();
  stepsToLive = Infinity;
  steps = 0;

  get dead(): boolean {
    return this.steps >= this.stepsToLive;
  }

  /** One step that a crash can come before. */
  async step(effect: () => void): Promise<void> {
    await this.alive();
    effect();
    this.steps += 1;
  }

  /** Never settles on a dead disk. */
  alive(): Promise<void> {
    return this.dead ? new Promise(() => {}) : Promise.resolve();
  }

  /** The same contents after the crash. */
  revived(): MemoryDisk {
    const disk = new MemoryDisk();
    for (const [key, bytes] of this.contents) disk.contents.set(key, bytes);
    return disk;
  }
}

export class MemoryFiles implements Files {
  readonly guarantee: Files['guarantee'];
  readonly disk: MemoryDisk;
  /** Files that cannot be read or written, and why. */
  readonly failures = new Map<Uri, FileErrorCode>();

  constructor(disk = new MemoryDisk(), guarantee: Files['guarantee'] = 'atomic') {
    this.disk = disk;
    this.guarantee = guarantee;
  }

  async list(folder: Uri): Promise<readonly Uri[]> {
    return [...this.disk.contents.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  }

  async stat(uri: Uri): Promise<FileStat | null> {
    const bytes = this.disk.contents.get(uri);
    if (bytes) return { kind: 'file', size: bytes.length };
    const isFolder = [...this.disk.contents.keys()].some((other) => other.startsWith(`${uri}/`));
    return isFolder ? { kind: 'folder', size: 0 } : null;
  }

  async read(uri: Uri, limit?: number): Promise<Uint8Array> {
    await this.disk.alive();
    if (this.failures.get(uri) === 'no-permission') throw new FileError('no-permission', uri);
    const bytes = this.disk.contents.get(uri);
    if (!bytes) throw new FileError('not-found', uri);
    return bytes.slice(0, limit);
  }

  async write(uri: Uri, bytes: Uint8Array): Promise<void> {
    this.#refuse(uri);
    if (this.guarantee === 'plain') {
      await this.disk.step(() => this.disk.contents.delete(uri));
      await this.disk.step(() => this.disk.contents.set(uri, bytes.slice(0, bytes.length >> 1)));
    }
    await this.disk.step(() => this.disk.contents.set(uri, bytes));
  }

  async delete(uri: Uri): Promise<void> {
    this.#refuse(uri);
    await this.disk.step(() => this.disk.contents.delete(uri));
  }

  /** Text of a file, or undefined. */
  text(uri: Uri): string | undefined {
    const bytes = this.disk.contents.get(uri);
    return bytes && Buffer.from(bytes).toString('utf8');
  }

  put(uri: Uri, text: string | Uint8Array): void {
    this.disk.contents.set(uri, typeof text === 'string' ? encodeUtf8(text) : text);
  }

  #refuse(uri: Uri): void {
    const failure = this.failures.get(uri);
    if (failure) throw new FileError(failure, uri);
  }
}

/** Values are torn in the middle when the disk dies, as they are on real ones. */
export class MemoryStorage implements Storage {
  readonly #disk: MemoryDisk;
  readonly #prefix = 'storage:';
  full = false;

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk;
  }

  async keys(prefix: string): Promise<readonly string[]> {
    const head = this.#prefix + prefix;
    return [...this.#disk.contents.keys()]
      .filter((key) => key.startsWith(head))
      .map((key) => key.slice(this.#prefix.length));
  }

  async get(key: string): Promise<Uint8Array | null> {
    return this.#disk.contents.get(this.#prefix + key) ?? null;
  }

  async put(key: string, value: Uint8Array): Promise<void> {
    if (this.full) throw new Error('no space left');
    await this.#disk.step(() => this.#disk.contents.set(this.#prefix + key, value.slice(0, value.length >> 1)));
    await this.#disk.step(() => this.#disk.contents.set(this.#prefix + key, value));
  }

  async delete(key: string): Promise<void> {
    await this.#disk.step(() => this.#disk.contents.delete(this.#prefix + key));
  }
}

/** Stands at 2026-03-07T09:30:00Z until `advance` is called. */
export class FixedClock implements Clock {
  #now = Date.UTC(2026, 2, 7, 9, 30);
  readonly #tasks = new Set<{ readonly due: number; readonly run: () => void }>();

  now(): number {
    return this.#now;
  }

  schedule(delay: number, run: () => void): () => void {
    const task = { due: this.#now + delay, run };
    this.#tasks.add(task);
    return () => void this.#tasks.delete(task);
  }

  breathe(): Promise<void> {
    return Promise.resolve();
  }

  /** Runs what falls due, in order, and whatever follows from it at once. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      await idle();
      const next = [...this.#tasks].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.#tasks.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
    this.#now = until;
  }
}

/** Resolves when every promise that could settle has settled. */
export const idle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export class CountingIds implements Ids {
  #count: number;

  constructor(start = 0) {
    this.#count = start;
  }

  next(): string {
    this.#count += 1;
    return `urn:uuid:00000000-0000-4000-8000-${String(this.#count).padStart(12, '0')}`;
  }
}

export class MemoryLog implements Log {
  readonly lines: string[] = [];

  write(level: string, text: string): void {
    this.lines.push(`${level}: ${text}`);
  }
}

export const sha256: Digest = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

/** A reading of one mention: of the word "Ada", wherever it stands. Enough to see what was read, and that it was. */
export function tinyReading(text: string): Reading {
  const mentions = [...text.matchAll(/\bAda\b/g)].map(({ index }) => ({
    start: index,
    end: index + 3,
    type: 'person' as const,
    confidence: 1,
  }));
  return {
    text,
    language: { tag: 'en', confidence: 1, supported: true },
    paragraphs: [],
    sentences: [],
    asides: [],
    mentions,
    dates: [],
    sourceDate: null,
    figures: [],
    quotations: [],
    statements: [],
    cited: [],
    markProblems: [],
  };
}

/** Remembers what it was asked; `hold` keeps requests waiting until `release`. */
export class TinyReader implements Reader {
  readonly requests: ReadRequest[] = [];
  readonly #waiting: (() => void)[] = [];
  hold = false;

  async read(request: ReadRequest, signal: Signal): Promise<Reading> {
    this.requests.push(request);
    if (this.hold) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    throwIfAborted(signal);
    const reading = tinyReading(request.text);
    const date = request.sourceDate;
    return date === null
      ? reading
      : { ...reading, sourceDate: { value: date, basis: 'reader', evidence: [], confidence: 1 } };
  }

  release(): void {
    this.hold = false;
    for (const resume of this.#waiting.splice(0)) resume();
  }
}

export interface MemoryPorts extends Ports {
  readonly files: MemoryFiles;
  readonly storage: MemoryStorage;
  readonly clock: FixedClock;
  readonly log: MemoryLog;
  readonly reader: TinyReader;
  readonly change: (settings: Partial<SessionSettings>) => void;
}

/** Everything a session needs, with the files of a fixture in `FOLDER`. */
export function memoryPorts(
  files = '',
  { disk = new MemoryDisk(), guarantee = 'atomic', settings = {}, ids = 0 }: MemoryOptions = {},
): MemoryPorts {
  let current = { ...DEFAULT_SETTINGS, prose: 'all' as const, ...settings };
  const ports: MemoryPorts = {
    files: new MemoryFiles(disk, guarantee),
    storage: new MemoryStorage(disk),
    clock: new FixedClock(),
    ids: new CountingIds(ids),
    log: new MemoryLog(),
    settings: { current: () => current },
    digest: sha256,
    reader: new TinyReader(),
    change: (next) => {
      current = { ...current, ...next };
    },
  };
  for (const { path, text } of fixture(files).files) ports.files.put(FOLDER + path, text);
  return ports;
}

export interface MemoryOptions {
  readonly disk?: MemoryDisk;
  readonly guarantee?: Files['guarantee'];
  readonly settings?: Partial<SessionSettings>;
  /** Ids count on from here; for a second session over the same disk. */
  readonly ids?: number;
}
