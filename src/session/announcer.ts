/** Gathers what changed in one turn, and tells the listeners once. */
import type { Uri } from '../core/index.ts';
import type { Disposable } from './signal.ts';
import type { SessionChange, SessionSnapshot } from './types.ts';

/** Parts of the snapshot that are others now. */
export interface Announcement {
  readonly sources?: Iterable<Uri>;
  readonly notes?: Iterable<Uri>;
  readonly findings?: Iterable<Uri>;
  readonly status?: boolean;
}

interface Parts {
  readonly sources: Set<Uri>;
  readonly notes: Set<Uri>;
  readonly findings: Set<Uri>;
  status: boolean;
}

export class Announcer {
  readonly #snapshot: () => SessionSnapshot;
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #changed: Parts | null = null;

  constructor(snapshot: () => SessionSnapshot) {
    this.#snapshot = snapshot;
  }

  listen(listener: (change: SessionChange) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /** Listeners are called in a moment, once for all that comes together. */
  add({ sources = [], notes = [], findings = [], status = false }: Announcement): void {
    const isFirst = this.#changed === null;
    const changed = (this.#changed ??= { sources: new Set(), notes: new Set(), findings: new Set(), status: false });
    for (const uri of sources) changed.sources.add(uri);
    for (const uri of notes) changed.notes.add(uri);
    for (const uri of findings) changed.findings.add(uri);
    changed.status ||= status;
    if (isFirst) void Promise.resolve().then(() => this.#tell());
  }

  close(): void {
    this.#listeners.clear();
  }

  #tell(): void {
    const changed = this.#changed!;
    this.#changed = null;
    for (const listener of [...this.#listeners]) listener({ snapshot: this.#snapshot(), ...changed });
  }
}
