/**
 * The interface of an evaluation: `npm run eval -- --data DIR` imports every `test/eval/*.eval.ts`,
 * whose default export is an `Evaluation`, and prints the rows of all as one table.
 */
export interface Evaluation {
  /** Short and unique ("dates"); `--only dates` runs it alone. */
  readonly name: string;
  /** Paths below the data folder that must exist; without one of them the run fails and names it. */
  readonly needs: readonly string[];
  run(context: EvalContext): Iterable<EvalRow> | Promise<Iterable<EvalRow>>;
}

export interface EvalContext {
  /** Absolute path of the data folder (`--data`). */
  readonly data: string;
  /** Absolute path of the folder that holds the scorers (`--scorers`; by default `eval` beside the data folder). */
  readonly scorers: string;
  /** Absolute path of the sample corpus' gold annotation (`--gold`; by default `seeds.gold.json` among the scorers); it need not be there. */
  readonly gold: string;
  /** For progress and details; goes to stderr, so that the table can be piped. */
  readonly log: (line: string) => void;
}

/** One line of the table. */
export interface EvalRow {
  /** The corpus ("UNER English-EWT test"). */
  readonly on: string;
  /** What is measured, with its unit ("F1, whole spans, %"). */
  readonly measure: string;
  readonly ours: number;
  /** The same measure for others' programs, by name; measured in this run, or cited. */
  readonly peers: Readonly<Record<string, number>>;
  /** What we hold ourselves to; null for a figure that is only reported. A missed target makes the run exit with 1. */
  readonly target: number | null;
  /** Which way is good; `higher` when left out. */
  readonly better?: 'higher' | 'lower';
}
