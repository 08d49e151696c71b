/**
 * The interface of a benchmark: `npm run bench` imports every `test/bench/*.bench.ts`, whose default
 * export is a `Bench`. A benchmark compares within one run, with a peer or with itself at another size;
 * nothing ever asserts a time, as machines differ.
 */
export interface Bench {
  /** Short and unique ("activation"); `--only activation` runs it alone. */
  readonly name: string;
  run(context: BenchContext): Iterable<BenchRow> | Promise<Iterable<BenchRow>>;
}

export interface BenchContext {
  /** The sample sources, in order of their names. */
  readonly seeds: readonly { readonly name: string; readonly text: string }[];
  /** Absolute path of the repository. */
  readonly root: string;
  /** Runs `work` a few times unmeasured, then measured, and gives the median in milliseconds. */
  readonly time: (work: () => unknown, options?: { readonly rounds?: number }) => Promise<number>;
  /**
   * How the time of `work` grows when its input grows by `factor`: about 1 for work that does not depend on the size ("flat"),
   * about `factor` for linear work. `prepare` makes the input of the given size, outside the measured time.
   */
  readonly growth: <Input>(
    prepare: (size: number) => Input,
    work: (input: Input) => unknown,
    sizes: { readonly from: number; readonly factor: number },
  ) => Promise<number>;
  /** For progress; goes to stderr. */
  readonly log: (line: string) => void;
}

/** One line of the table: `ratio` = time of `what` over time of `against`. */
export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  /** A ratio above this makes the run exit with 1; null for a figure that is only reported. */
  readonly limit: number | null;
  /** Why this limit, or what to know when reading the figure. */
  readonly note?: string;
}
