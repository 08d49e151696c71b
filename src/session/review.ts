/**
 * Findings of all sources, looked for in slices: after an edit any source may have others than before, and to look through
 * a folder of thousands takes seconds that nobody may have to wait for. Until a source is looked at again, its last findings stand.
 */
import type { Finding, Uri } from '../core/index.ts';
import type { Clock } from './ports.ts';

/** Milliseconds of work before input has its turn: what is shorter is not felt. */
const SLICE = 15;

export interface ReviewHost {
  find(uri: Uri): readonly Finding[];
  /** The sources whose findings are now others. */
  found(uris: readonly Uri[]): void;
}

export class Review {
  readonly #clock: Clock;
  readonly #host: ReviewHost;
  readonly #known = new Map<Uri, readonly Finding[]>();
  #queue: Iterator<Uri> = [][Symbol.iterator]();
  #running = false;

  constructor(clock: Clock, host: ReviewHost) {
    this.#clock = clock;
    this.#host = host;
  }

  /** Empty for a source that was not looked at yet. */
  known(uri: Uri): readonly Finding[] {
    return this.#known.get(uri) ?? NONE;
  }

  /** Looks through these sources, in this order, instead of what was still to be done. */
  start(uris: Iterable<Uri>): void {
    this.#queue = new Set(uris).values();
    if (!this.#running) void this.#work();
  }

  forget(uri: Uri): void {
    this.#known.delete(uri);
  }

  stop(): void {
    this.#queue = [][Symbol.iterator]();
  }

  async #work(): Promise<void> {
    this.#running = true;
    // Whoever has started it goes on first.
    await this.#clock.breathe();
    for (let changed = this.#slice(); changed !== null; changed = this.#slice()) {
      if (changed.length > 0) this.#host.found(changed);
      await this.#clock.breathe();
    }
    this.#running = false;
  }

  /** null when there was nothing left to look at. */
  #slice(): readonly Uri[] | null {
    const until = this.#clock.now() + SLICE;
    const changed: Uri[] = [];
    do {
      const next = this.#queue.next();
      if (next.done === true) return changed.length > 0 ? changed : null;
      const found = this.#host.find(next.value);
      const before = this.#known.get(next.value);
      this.#known.set(next.value, found);
      if (before === undefined ? found.length > 0 : !isSame(before, found)) changed.push(next.value);
    } while (this.#clock.now() < until);
    return changed;
  }
}

const NONE: readonly Finding[] = [];

/** Also the places: a finding that only moved is shown elsewhere. */
const isSame = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length &&
  a.every((finding, index) => {
    const other = b[index]!;
    return (
      finding.fingerprint === other.fingerprint &&
      finding.sides.length === other.sides.length &&
      finding.sides.every(({ uri, start, end }, at) => {
        const side = other.sides[at]!;
        return uri === side.uri && start === side.start && end === side.end;
      })
    );
  });
