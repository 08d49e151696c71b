/**
 * A file that the program writes: a sidecar, or the authority file. It is read before it is written, never half written, and
 * never written at all where it could not be read.
 */
import { decode, encodeUtf8, type Message, type Severity, type Uri } from '../core/index.ts';
import type { Journal } from './journal.ts';
import { FileError, type Clock, type Digest, type Files } from './ports.ts';
import { isTorn } from './torn.ts';
import { backupOf, type WritableUri } from './writable.ts';

/** Past this a file is not read: 30,000 notes are about so much, and parsing it would hold the editor for seconds. */
const MAX_BYTES = 32 * 1024 * 1024;

export interface KeptFilePorts {
  readonly files: Files;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** Bytes of a file, null where there is none, or why it cannot be read. */
export type Disk = Uint8Array | null | Message;

export class KeptFile {
  readonly uri: WritableUri;
  readonly #kind: 'sidecar' | 'authority';
  /** Under which the journal speaks of it. */
  readonly #key: Uri;
  readonly #ports: KeptFilePorts;
  /** Of the bytes last seen; null for no file, undefined where the next look is news whatever it sees. */
  #seen: string | null | undefined;
  #isCutShort = false;

  constructor(uri: WritableUri, kind: 'sidecar' | 'authority', key: Uri, ports: KeptFilePorts) {
    this.uri = uri;
    this.#kind = kind;
    this.#key = key;
    this.#ports = ports;
  }

  /** Never rejects. Of a write that was cut short it gives what the file was to hold, until it is written again. */
  async read(): Promise<Disk> {
    const disk = await this.#bytes();
    if (isFailure(disk)) return disk;
    const write = this.#ports.journal.unfinishedWrite(this.#key);
    this.#isCutShort = write !== null && isTorn(disk, write);
    return this.#isCutShort ? encodeUtf8(write!.content!) : disk;
  }

  /** Whether the file was last found to hold less than what `read` has given. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  async #bytes(): Promise<Disk> {
    try {
      const stat = await this.#ports.files.stat(this.uri);
      if (!stat) return null;
      if (stat.size > MAX_BYTES) return this.#message('too-large', megabytes(stat.size), megabytes(MAX_BYTES));
      return await this.#ports.files.read(this.uri);
    } catch (error) {
      if (error instanceof FileError && error.code === 'not-found') return null;
      return this.unreadable(error);
    }
  }

  /** Whether these are other bytes than those last looked at; from now on they are not. */
  async isNews(disk: Uint8Array | null): Promise<boolean> {
    const digest = disk === null ? null : await this.#ports.digest.sha256(disk);
    const isNews = this.#seen !== digest;
    this.#seen = digest;
    return isNews;
  }

  /** Whatever is there next is news. */
  forget(): void {
    this.#seen = undefined;
  }

  /** The text, or why it is none that can be rewritten. */
  text(bytes: Uint8Array): string | Message {
    const decoded = decode(bytes);
    return decoded && decoded.by !== 'fallback' && decoded.replaced === 0 ? decoded.text : this.#message('not-utf8');
  }

  /** null deletes. Where the file system may leave half of it, the journal gets it first. Rejects with what went wrong. */
  async write(content: string | null, disk: Uint8Array | null): Promise<void> {
    const { files, journal } = this.#ports;
    if (files.guarantee === 'plain') {
      const previous = disk === null ? null : (decode(disk)?.text ?? null);
      await journal.append({ kind: 'writing', source: this.#key, content, previous });
    }
    const bytes = content === null ? null : encodeUtf8(content);
    if (bytes === null) await files.delete(this.uri);
    else await files.write(this.uri, bytes);
    this.#isCutShort = false;
    await this.isNews(bytes);
  }

  /** Keeps the bytes beside the file, once, before they are rewritten in another version of the format. Rejects with what went wrong. */
  async backUp(bytes: Uint8Array, version: number): Promise<void> {
    const { files, digest } = this.#ports;
    for (let copy = 1; ; copy += 1) {
      const uri = backupOf(this.uri, version, copy);
      const there = (await files.stat(uri)) ? await files.read(uri) : null;
      if (there === null) return files.write(uri, bytes);
      if ((await digest.sha256(there)) === (await digest.sha256(bytes))) return;
    }
  }

  /** Tells the journal that everything up to this entry is in the file. Without that it is looked at again at the next start, and found to be there. */
  async confirm(upTo: number): Promise<void> {
    const { journal } = this.#ports;
    await journal.confirm(this.#key, upTo).catch(() => {});
    await journal.compact().catch(() => {});
  }

  /** What to say of a write that failed. */
  failure(error: unknown, unsaved: number): { severity: Severity; message: Message } {
    const code = error instanceof FileError ? error.code : null;
    const message =
      code === 'read-only' || code === 'no-permission'
        ? this.#message('read-only', unsaved)
        : code === 'no-space'
          ? this.#message('no-space', unsaved)
          : this.#message('not-written', unsaved, detailOf(error));
    return { severity: 'error', message };
  }

  /** What to say where reading failed. */
  unreadable(error: unknown): Message {
    return this.#message('unreadable', detailOf(error));
  }

  #message(what: string, ...args: (string | number)[]): Message {
    return { code: `${this.#kind}-${what}`, args };
  }
}

export const isFailure = (disk: Disk): disk is Message => disk !== null && 'code' in disk;

/** No file, and a file of nothing but white space, hold nothing that could be lost. */
export const isBlank = (bytes: Uint8Array | null): bytes is null =>
  bytes === null || bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);

export const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
