/** Last known texts of annotated sources, by digest: a source that changed while nobody looked is compared with what it was. */
import { decode, encodeUtf8 } from '../core/index.ts';
import type { Storage } from './ports.ts';

const PREFIX = 'text/';

export class TextCache {
  readonly #storage: Storage;
  readonly #known = new Set<string>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** `digest` is "sha256:" and 64 hexadecimal digits, of the file whose text this is. A full storage is no harm: it is a cache. */
  async keep(digest: string, text: string): Promise<void> {
    if (this.#known.has(digest)) return;
    this.#known.add(digest);
    await this.#storage.put(keyOf(digest), encodeUtf8(text)).catch(() => this.#known.delete(digest));
  }

  /** A torn entry gives a text that differs at its end; anchoring checks every place that it finds by it. */
  async get(digest: string): Promise<string | undefined> {
    const bytes = await this.#storage.get(keyOf(digest)).catch(() => null);
    return bytes === null ? undefined : decode(bytes)?.text;
  }

  /** Forgets all texts but those of these digests. */
  async retain(digests: ReadonlySet<string>): Promise<void> {
    const kept = new Set([...digests].map(keyOf));
    for (const key of await this.#storage.keys(PREFIX)) if (!kept.has(key)) await this.#storage.delete(key);
  }
}

const keyOf = (digest: string): string => PREFIX + digest.replace(/[^a-z0-9]/g, '-');
