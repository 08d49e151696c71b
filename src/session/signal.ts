/** Cancellation without the DOM's `AbortSignal`. Checked in the session and the worker only; core is never interrupted. */
export interface Signal {
  readonly aborted: boolean;
  /** Calls `listener` once, at once if the signal has been raised already. */
  onAbort(listener: () => void): Disposable;
}

export interface Disposable {
  dispose(): void;
}

/** What superseded or cancelled work rejects with. Never shown to anybody. */
export class Aborted extends Error {
  constructor() {
    super('aborted');
    this.name = 'Aborted';
  }
}

/** The side of a signal that raises it. */
export class Aborter {
  #aborted = false;
  readonly #listeners = new Set<() => void>();

  readonly signal: Signal = this.#makeSignal();

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  #makeSignal(): Signal {
    const isAborted = (): boolean => this.#aborted;
    return {
      get aborted() {
        return isAborted();
      },
      onAbort: (listener) => {
        if (this.#aborted) listener();
        else this.#listeners.add(listener);
        return { dispose: () => void this.#listeners.delete(listener) };
      },
    };
  }
}

export function throwIfAborted(signal: Signal): void {
  if (signal.aborted) throw new Aborted();
}

/** Rejects with `Aborted` when the signal is raised. */
export function aborted(signal: Signal): Promise<never> {
  return new Promise((_, reject) => void signal.onAbort(() => reject(new Aborted())));
}
