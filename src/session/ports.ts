/**
 * What the session needs of the world outside, and nothing more. An adapter (VS Code, Node, a test) implements these;
 * events of the outside are pushed in through the methods of `Session`, so no port calls back.
 */
import type { Message, Reading, Severity, Uri } from '../core/index.ts';
import type { Signal } from './signal.ts';
import type { WritableUri } from './writable.ts';

/** Everything that `Session.open` is given. */
export interface Ports {
  readonly files: Files;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: Settings;
  readonly digest: Digest;
  readonly reader: Reader;
}

/** The folder's files. Every method rejects with a `FileError`, never with anything else. */
export interface Files {
  /**
   * What `write` promises when the process dies in the middle of it.
   * `atomic`: the old or the new file, whole. `plain`: anything, so that the session writes its journal first.
   */
  readonly guarantee: 'atomic' | 'plain';
  /**
   * Files beneath `folder`, in any order. The globs are for leaving out whole folders early; the session applies them
   * again, so an adapter may ignore them. Links to folders are not followed: they may lead in a circle.
   */
  list(
    folder: Uri,
    globs: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  ): Promise<readonly Uri[]>;
  /** null where there is no such file. */
  stat(uri: Uri): Promise<FileStat | null>;
  /** At most `limit` bytes where that is given: enough to tell what a huge file is without loading it. */
  read(uri: Uri, limit?: number): Promise<Uint8Array>;
  /** Only sidecars and authority files have a `WritableUri`: there is no way to write a source. */
  write(uri: WritableUri, bytes: Uint8Array): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(uri: WritableUri): Promise<void>;
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
}

export type FileErrorCode = 'not-found' | 'no-permission' | 'read-only' | 'no-space' | 'is-folder' | 'unavailable';

/** A failure of the file system, told in a code that every adapter shares. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly uri: Uri;

  constructor(code: FileErrorCode, uri: Uri, detail = '') {
    super(`${code}: ${uri}${detail === '' ? '' : ` (${detail})`}`);
    this.name = 'FileError';
    this.code = code;
    this.uri = uri;
  }
}

/** Why something cannot be read, as a `file-*` message. */
export function unreadable(error: unknown): Message {
  const code = error instanceof FileError ? error.code : 'unavailable';
  const isTold = code === 'not-found' || code === 'no-permission' || code === 'is-folder';
  return { code: isTold ? `file-${code}` : 'file-unreadable', args: [] };
}

/**
 * A private place outside the folder that outlives the session: journal and last known texts. Keys are made of
 * `[a-z0-9./-]`. The session never overwrites a journal key and checks a digest when it reads, so a torn `put` is found out.
 * `put` resolves when the value would survive the end of the process.
 */
export interface Storage {
  keys(prefix: string): Promise<readonly string[]>;
  /** null where there is no such key. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, value: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Calls `task` once after `delay` milliseconds, unless the returned function is called before. */
  schedule(delay: number, task: () => void): () => void;
  /** Resolves after pending input had its turn. Awaited between slices of long work, so that the thread is never held for long. */
  breathe(): Promise<void>;
}

export interface Ids {
  /** A fresh `urn:uuid:…` (RFC 9562). */
  next(): string;
}

export interface Log {
  /** For whoever looks into the log; what the user must know goes into `Status.problems`. */
  write(level: 'debug' | 'info' | 'warning' | 'error', text: string): void;
}

export interface Digest {
  /** SHA-256 in lower-case hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>;
}

export interface ReadRequest {
  readonly uri: Uri;
  readonly text: string;
  /** BCP 47; null leaves it to the reader to find out. */
  readonly language: string | null;
  /** EDTF; the reader's own date for the source, which wins over its text. */
  readonly sourceDate: string | null;
}

/** Reads one source: in process, or in a worker. */
export interface Reader {
  /** Rejects with `Aborted` if the signal is raised before the work is done. */
  read(request: ReadRequest, signal: Signal): Promise<Reading>;
}

/** Asked anew each time; a change is pushed in through `Session.settingsChanged`. */
export interface Settings {
  current(): SessionSettings;
}

export interface SessionSettings {
  /** Globs (`**`, `*`, `?`, `{a,b}`, `[abc]`) over paths relative to the folder: which files may be sources. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `test` takes what reads like prose; `all` takes every text file that the globs allow. */
  readonly prose: 'test' | 'all';
  /** Larger files are passed over, and the status says so. In bytes. */
  readonly maxSourceBytes: number;
  /** Milliseconds without a key press before an edited source is read again. */
  readonly readDelay: number;
  /** Milliseconds after an operation before its sidecar is saved. The journal has it at once. */
  readonly saveDelay: number;
  /** `creator` of new annotations; null leaves it out. */
  readonly author: string | null;
  /** BCP 47 of all the sources; null finds it out for each. */
  readonly language: string | null;
  /** Per code of finding. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** The settings where nobody has set anything. */
export const DEFAULT_SETTINGS: SessionSettings = {
  include: ['**/*.txt', '**/*.text'],
  exclude: ['**/node_modules/**', '**/bower_components/**', '**/site-packages/**', '**/vendor/**', '**/.*/**', '**/.*'],
  prose: 'test',
  // A megabyte is a long book in one file; a log that ends in .txt is easily larger than four.
  maxSourceBytes: 4 * 1024 * 1024,
  readDelay: 300,
  saveDelay: 500,
  author: null,
  language: null,
  severities: {},
};

/** Milliseconds after which a file that could not be written is tried again. */
export const RETRY_DELAY = 30_000;
