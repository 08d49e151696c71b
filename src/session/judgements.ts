/** Findings as the reader is to see them: with the severities that were chosen, without those that were answered, and kept until something changes. */
import { emptyAuthority, type Finding, type Uri } from '../core/index.ts';
import { dismissedIn } from './answers.ts';
import { sameData } from './equal.ts';
import { judged, type Dismissed } from './judge.ts';
import type { Opened } from './operations.ts';
import type { Ports } from './ports.ts';
import { Review } from './review.ts';
import type { SafeCorpus } from './safeCorpus.ts';

export class Judgements {
  readonly #ports: Ports;
  readonly #corpus: SafeCorpus;
  readonly #opened: () => Opened | null;
  readonly #review: Review;
  readonly #judged = new Map<Uri, readonly Finding[]>();
  #allKnown: readonly Finding[] | null = null;
  #dismissed: Dismissed | null = null;

  /** `found` is told the sources whose known findings are others now. */
  constructor(ports: Ports, corpus: SafeCorpus, opened: () => Opened | null, found: (uris: readonly Uri[]) => void) {
    this.#ports = ports;
    this.#corpus = corpus;
    this.#opened = opened;
    this.#review = new Review(ports.clock, { find: (uri) => corpus.findings(uri), found });
  }

  of(source: Uri): readonly Finding[] {
    let known = this.#judged.get(source);
    if (!known) {
      known = this.#judge(this.#corpus.findings(source));
      this.#judged.set(source, known);
    }
    return known;
  }

  all(): readonly Finding[] {
    return this.#judge(this.#corpus.allFindings());
  }

  /** As they were when the source was last looked through. */
  known(source: Uri): readonly Finding[] {
    return this.#judge(this.#review.known(source));
  }

  allKnown(): readonly Finding[] {
    const isAtHome = (uri: Uri) => (finding: Finding) => finding.sides[0].uri === uri;
    this.#allKnown ??= this.#corpus.snapshot.uris().flatMap((uri) => this.known(uri).filter(isAtHome(uri)));
    return this.#allKnown;
  }

  /** Corpus, severities or answers changed: nothing is kept of what was judged before. */
  renew(): void {
    this.#judged.clear();
    this.#allKnown = null;
  }

  /** What is known was looked for anew. */
  renewKnown(): void {
    this.#allKnown = null;
  }

  /** Looks the sources through in the background, in this order, instead of what was still to be done. */
  lookThrough(sources: Iterable<Uri>): void {
    this.#review.start(sources);
  }

  forget(source: Uri): void {
    this.#review.forget(source);
  }

  stop(): void {
    this.#review.stop();
  }

  /** Whether notes dismiss other findings than when this was last asked. */
  isAnsweredAnew(): boolean {
    const before = this.#dismissed;
    const opened = this.#opened();
    const now = opened ? dismissedIn(opened.notebook) : null;
    this.#dismissed = now;
    return !sameData([...(before ?? [])], [...(now ?? [])]);
  }

  #judge(found: readonly Finding[]): readonly Finding[] {
    const opened = this.#opened();
    const { severities } = this.#ports.settings.current();
    this.#dismissed ??= opened ? dismissedIn(opened.notebook) : new Map();
    const authority = opened?.authority.current ?? emptyAuthority;
    const isSource = (uri: Uri): boolean => this.#corpus.snapshot.source(uri) !== undefined;
    return judged(found, { severities, authority, dismissed: this.#dismissed, isSource });
  }
}
