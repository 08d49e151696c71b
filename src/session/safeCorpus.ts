/**
 * The corpus, guarded: a fault of ours that one source brings to light must not take the others along. A source that
 * cannot be compared stays out until it is read again, and a problem says so.
 */
import {
  Corpus,
  FindingsStore,
  noRules,
  type CorpusChange,
  type Finding,
  type NameRules,
  type Snapshot,
  type Uri,
} from '../core/index.ts';
import type { Log } from './ports.ts';
import type { Problem } from './types.ts';

type Stage = 'reading' | 'comparing' | 'findings';

export class SafeCorpus {
  readonly #log: Log;
  #corpus = new Corpus();
  #snapshot: Snapshot = this.#corpus.apply([]);
  #rules: NameRules = noRules;
  readonly #found = new FindingsStore();
  /** What stands in the corpus, to build it anew from. */
  readonly #present = new Map<Uri, CorpusChange>();
  readonly #failures: Readonly<Record<Stage, Map<Uri, unknown>>> = {
    reading: new Map(),
    comparing: new Map(),
    findings: new Map(),
  };

  constructor(log: Log) {
    this.#log = log;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Sources that something of ours failed at. */
  get problems(): readonly Problem[] {
    const stages: readonly Stage[] = ['reading', 'comparing', 'findings'];
    return stages.flatMap((stage) =>
      [...this.#failures[stage]].map(([uri, error]) => ({
        uri,
        severity: 'warning' as const,
        message: { code: `source-${stage}-failed`, args: [reason(error)] },
      })),
    );
  }

  apply(changes: readonly CorpusChange[], rules: NameRules): void {
    for (const { uri, reading } of changes) {
      if (reading) this.#failures.reading.delete(uri);
      this.#failures.comparing.delete(uri);
    }
    this.#failures.findings.clear();
    const sameRules = this.#rules === rules;
    this.#rules = rules;
    try {
      this.#snapshot = this.#corpus.apply(changes, rules);
      for (const change of changes) this.#remember(change);
    } catch (error) {
      this.#log.write('error', `Comparing ${changes.length} sources failed: ${detail(error)}`);
      this.#applyEach(changes);
    }
    this.#update(sameRules ? changes.map(({ uri }) => uri) : null);
  }

  /** The reader failed at a source; its place in the corpus is for the caller to clear. */
  readingFailed(uri: Uri, error: unknown): void {
    this.#fail('reading', uri, error);
  }

  /** The source is gone, and with it whatever failed at it. */
  forget(uri: Uri): void {
    for (const failures of Object.values(this.#failures)) failures.delete(uri);
  }

  findings(uri: Uri): readonly Finding[] {
    try {
      return this.#found.of(uri);
    } catch (error) {
      this.#fail('findings', uri, error);
      return [];
    }
  }

  /** Looks at every source that has not been looked at yet. */
  allFindings(): readonly Finding[] {
    for (const uri of this.#snapshot.uris()) this.findings(uri);
    return this.#found.atHand();
  }

  /** A fault of a rule must not cost the snapshot: then everything is looked at anew, source by source, and the fault shows there. */
  #update(changed: readonly Uri[] | null): void {
    try {
      this.#found.update(this.#snapshot, changed);
    } catch {
      this.#found.update(this.#snapshot, null);
    }
  }

  /** After a failure halfway nothing of the old corpus can be trusted: from what stood before, one change after the other. */
  #applyEach(changes: readonly CorpusChange[]): void {
    for (const { uri } of changes) this.#present.delete(uri);
    this.#rebuild();
    for (const change of changes) {
      try {
        this.#snapshot = this.#corpus.apply([change], this.#rules);
        this.#remember(change);
      } catch (error) {
        this.#fail('comparing', change.uri, error);
        this.#rebuild();
      }
    }
  }

  #rebuild(): void {
    this.#corpus = new Corpus();
    this.#snapshot = this.#corpus.apply([...this.#present.values()], this.#rules);
  }

  #remember(change: CorpusChange): void {
    if (change.reading) this.#present.set(change.uri, change);
    else this.#present.delete(change.uri);
  }

  #fail(stage: Stage, uri: Uri, error: unknown): void {
    if (this.#failures[stage].has(uri)) return;
    this.#failures[stage].set(uri, error);
    this.#log.write('error', `${stage} of ${uri} failed: ${detail(error)}`);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** With the place in the program: for whoever mends it. */
const detail = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
