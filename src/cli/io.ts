/** What a command needs of the process; tests give their own. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` is a terminal. */
  readonly isTerminal: boolean;
  /** Width of the terminal in cells; null where there is none. */
  readonly columns: number | null;
  /** Bytes of a data file that is shipped with the program; null where it is missing. */
  data(name: string): Promise<Uint8Array | null>;
  readonly version: string;
}

/** 0: done. 1: done, and findings stand. 2: it was not asked rightly, or there was nothing to do it with. */
export type ExitCode = 0 | 1 | 2;
