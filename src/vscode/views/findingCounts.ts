import { Disposable, EventEmitter, type Event } from 'vscode';
import { tally, type Tally, type Uri } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';

const NOTHING: Tally = { findings: 0, hints: 0 };

/**
 * How much was found in each session: every finding once, at its first side. Kept from change to change, so that an edit costs what it
 * touches in a folder of any size.
 */
export class FindingCounts {
  readonly #sessions: Sessions;
  readonly #counts = new Map<Session, { total: Tally; readonly bySource: Map<Uri, Tally> }>();
  readonly #changed = new EventEmitter<Session>();
  readonly #subscription: Disposable;

  readonly onDidChange: Event<Session> = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscription = Disposable.from(
      this.#changed,
      sessions.onDidChange(({ session, change }) => this.#count(session, [...change.findings, ...change.sources])),
      sessions.onDidChangeList(() => this.#forgetClosed()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  of(session: Session): Tally {
    return this.#counts.get(session)?.total ?? NOTHING;
  }

  #count(session: Session, uris: readonly Uri[]): void {
    if (uris.length === 0) return;
    const counts = this.#counts.get(session) ?? { total: NOTHING, bySource: new Map<Uri, Tally>() };
    this.#counts.set(session, counts);
    const before = counts.total;
    for (const uri of uris) {
      const now = tally(session.knownFindings(uri).filter(({ sides: [first] }) => first.uri === uri));
      const last = counts.bySource.get(uri) ?? NOTHING;
      counts.bySource.set(uri, now);
      counts.total = {
        findings: counts.total.findings + now.findings - last.findings,
        hints: counts.total.hints + now.hints - last.hints,
      };
    }
    if (before.findings !== counts.total.findings || before.hints !== counts.total.hints) this.#changed.fire(session);
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const session of this.#counts.keys()) if (!open.has(session)) this.#counts.delete(session);
  }
}
