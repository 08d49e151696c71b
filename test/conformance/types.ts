/**
 * The interface of a conformance check: `npm run conformance -- --suite DIR` imports every
 * `test/conformance/*.conformance.ts`, whose default export is a `Conformance`, and counts its checks.
 */
export interface Conformance {
  /** Short and unique ("web-annotation"); `--only web-annotation` runs it alone. */
  readonly name: string;
  /** Paths below the suite folder that must exist; without one of them the run fails and names it. */
  readonly needs: readonly string[];
  run(context: ConformanceContext): void | Promise<void>;
}

export interface ConformanceContext {
  /** Absolute path of the folder with the standards' own schemas and samples (`--suite`). */
  readonly suite: string;
  /** One assertion: passes when `body` returns, fails with its error's message when it throws or rejects. */
  readonly check: (name: string, body: () => void | Promise<void>) => Promise<void>;
}
