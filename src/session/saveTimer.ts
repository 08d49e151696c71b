import type { Clock } from './ports.ts';

/** When a file is to be written: only what was asked for last counts. */
export class SaveTimer {
  readonly #clock: Clock;
  readonly #save: () => void;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, save: () => void) {
    this.#clock = clock;
    this.#save = save;
  }

  /** Whether a save is to begin that has not yet. */
  get isSet(): boolean {
    return this.#cancel !== null;
  }

  /** In so many milliseconds, instead of what was set before. */
  set(delay: number): void {
    this.clear();
    this.#cancel = this.#clock.schedule(delay, () => {
      this.#cancel = null;
      this.#save();
    });
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
