/**
 * Has sources read, one after the other, the urgent ones first. Work that is overtaken by a newer request is dropped; what was
 * read is handed on in batches, so that a folder of thousands does not make thousands of snapshots.
 */
import type { Reading, Uri } from '../core/index.ts';
import type { Clock, Log } from './ports.ts';
import { Aborted, Aborter, throwIfAborted, type Signal } from './signal.ts';

/** Milliseconds between two batches while many sources are read. */
const BATCH_INTERVAL = 250;

export interface ReadingsHost {
  /** Does the work for one source; null: it is none, or not any more; undefined: nothing has changed. Checks the signal after each wait. */
  read(uri: Uri, examine: boolean, signal: Signal): Promise<Reading | null | undefined>;
  publish(readings: ReadonlyMap<Uri, Reading | null>): void;
  progress(): void;
  /** The work for one source failed, otherwise than by being dropped; it counts as no source until it is asked for again. */
  failed(uri: Uri, error: unknown): void;
}

interface Job {
  /** Whether the file is to be looked at again, or its text is known to be current. */
  examine: boolean;
  cancelDelay: (() => void) | null;
}

export class Readings {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #host: ReadingsHost;
  /** In order of work; those with a delay are skipped until it is over. */
  readonly #jobs = new Map<Uri, Job>();
  readonly #urgent = new Set<Uri>();
  /** Laid aside by `stop`, with whether to examine. */
  readonly #stopped = new Map<Uri, boolean>();
  readonly #waiting = new Map<Uri, (() => void)[]>();
  #batch = new Map<Uri, Reading | null>();
  #batchSince = 0;
  #current: { uri: Uri; aborter: Aborter } | null = null;
  #running = false;
  #closed = false;
  #done = 0;
  readonly #idle: (() => void)[] = [];

  constructor(clock: Clock, log: Log, host: ReadingsHost) {
    this.#clock = clock;
    this.#log = log;
    this.#host = host;
  }

  /** null when nothing is to be done. */
  get progress(): { readonly done: number; readonly total: number } | null {
    const left = this.#jobs.size + (this.#current ? 1 : 0);
    return left === 0 ? null : { done: this.#done, total: this.#done + left };
  }

  /** Asks for a reading, after a pause without further requests where `delay` is not 0. Earlier work on this source is dropped. */
  request(uri: Uri, { examine, delay = 0 }: { examine: boolean; delay?: number }): void {
    if (this.#closed) return;
    if (this.#current?.uri === uri) this.#current.aborter.abort();
    const earlier = this.#jobs.get(uri);
    earlier?.cancelDelay?.();
    const job: Job = {
      examine: examine || earlier?.examine === true || this.#stopped.get(uri) === true,
      cancelDelay: null,
    };
    this.#stopped.delete(uri);
    if (delay > 0) job.cancelDelay = this.#clock.schedule(delay, () => this.#start(job));
    this.#jobs.set(uri, job);
    if (delay === 0) this.#run();
  }

  /** Resolves when no reading of this source is wanted any more; ends its pause and puts it first. */
  async settled(uri: Uri): Promise<void> {
    const examine = this.#stopped.get(uri);
    if (examine !== undefined) this.request(uri, { examine });
    if (!this.#jobs.has(uri) && this.#current?.uri !== uri && !this.#batch.has(uri)) return;
    const settled = new Promise<void>((resolve) =>
      this.#waiting.set(uri, [...(this.#waiting.get(uri) ?? []), resolve]),
    );
    this.#urgent.add(uri);
    const job = this.#jobs.get(uri);
    if (job) this.#start(job);
    await settled;
  }

  /** How many sources `stop` has laid aside. */
  get stopped(): number {
    return this.#stopped.size;
  }

  /** Lays aside what waits, but for what somebody waits for or has just typed. What is asked for anew is read all the same. */
  stop(): void {
    for (const [uri, { examine, cancelDelay }] of [...this.#jobs]) {
      if (cancelDelay !== null || this.#urgent.has(uri)) continue;
      this.#jobs.delete(uri);
      this.#stopped.set(uri, examine);
    }
  }

  resume(): void {
    for (const [uri, examine] of [...this.#stopped]) this.request(uri, { examine });
  }

  /** Resolves when nothing is under way; delayed work does not count. */
  async idle(): Promise<void> {
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  close(): void {
    this.#closed = true;
    for (const job of this.#jobs.values()) job.cancelDelay?.();
    this.#jobs.clear();
    this.#stopped.clear();
    this.#current?.aborter.abort();
    for (const waiting of this.#waiting.values()) for (const resolve of waiting) resolve();
    this.#waiting.clear();
  }

  #start(job: Job): void {
    job.cancelDelay?.();
    job.cancelDelay = null;
    this.#run();
  }

  #run(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    // Requests that come together, in one turn, make one batch.
    await this.#clock.breathe();
    this.#batchSince = this.#clock.now();
    for (let next = this.#take(); next && !this.#closed; next = this.#take()) {
      await this.#readOne(next.uri, next.examine);
      this.#done += 1;
      const isDue = this.#clock.now() - this.#batchSince >= BATCH_INTERVAL;
      if (isDue || this.#waiting.has(next.uri)) this.#publish();
      await this.#clock.breathe();
    }
    if (!this.#closed) this.#publish();
    this.#running = false;
    this.#done = 0;
    this.#host.progress();
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #readOne(uri: Uri, examine: boolean): Promise<void> {
    const aborter = new Aborter();
    this.#current = { uri, aborter };
    try {
      const reading = await this.#host.read(uri, examine, aborter.signal);
      throwIfAborted(aborter.signal);
      if (reading !== undefined) this.#batch.set(uri, reading);
    } catch (error) {
      // Overtaken: the newer request is in the queue. It has to look at the file if this one had not done so.
      const newer = this.#jobs.get(uri);
      if (newer && examine) newer.examine = true;
      if (!(error instanceof Aborted)) {
        this.#host.failed(uri, error);
        this.#batch.set(uri, null);
      }
    }
    this.#current = null;
  }

  #take(): { uri: Uri; examine: boolean } | null {
    const uri = this.#firstReady(this.#urgent) ?? this.#firstReady(this.#jobs.keys());
    if (uri === undefined) return null;
    const { examine } = this.#jobs.get(uri)!;
    this.#jobs.delete(uri);
    return { uri, examine };
  }

  #firstReady(uris: Iterable<Uri>): Uri | undefined {
    for (const uri of uris) if (this.#jobs.get(uri)?.cancelDelay === null) return uri;
    return undefined;
  }

  #publish(): void {
    const batch = this.#batch;
    this.#batch = new Map();
    this.#batchSince = this.#clock.now();
    try {
      if (batch.size > 0) this.#host.publish(batch);
      this.#host.progress();
    } catch (error) {
      // Whoever waits for a source must not wait for ever.
      this.#log.write('error', `What was read could not be handed on: ${String(error)}`);
    }
    for (const [uri, waiting] of [...this.#waiting]) {
      if (this.#jobs.has(uri)) continue;
      this.#waiting.delete(uri);
      this.#urgent.delete(uri);
      for (const resolve of waiting) resolve();
    }
  }
}
