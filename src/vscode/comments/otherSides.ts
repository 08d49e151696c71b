import { Disposable, EventEmitter, type Event } from 'vscode';
import { anchor, resolveIri, sameIri, type SourceTarget, type Span, type Uri } from '../../core/index.ts';
import { sidecarOf, type Note, type Session } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';

/** A note at another of its places than the one that its sidecar is for: the other side of the finding that it is about. */
export interface OtherSide {
  /** Differs from the keys of the note's other places, and from its id. */
  readonly key: string;
  readonly note: Note;
  /** Where it is seen. */
  readonly source: Uri;
  /** null while its words are not found there for certain. */
  readonly span: Span | null;
  readonly quote: string;
}

/**
 * The other places of notes that have several. The session follows a note at its own place; at the others its words are
 * looked for each time that the source was read.
 */
export class OtherSides {
  readonly #sessions: Sessions;
  readonly #byHome = new Map<Session, Map<Uri, readonly OtherSide[]>>();
  readonly #changed = new EventEmitter<{ readonly session: Session; readonly source: Uri }>();
  readonly #subscription: Disposable;

  /** Other sides that are seen in a source came, went or moved. */
  readonly onDidChange: Event<{ readonly session: Session; readonly source: Uri }> = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscription = Disposable.from(
      this.#changed,
      sessions.onDidChange(({ session, change }) => this.#update(session, change.notes, change.sources)),
      sessions.onDidChangeList(() => this.#forgetClosed()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** What is seen in a source besides its own notes. */
  in(session: Session, source: Uri): readonly OtherSide[] {
    const homes = this.#byHome.get(session)?.values() ?? [];
    return [...homes].flatMap((sides) => sides.filter((side) => side.source === source));
  }

  #update(session: Session, notes: ReadonlySet<Uri>, read: ReadonlySet<Uri>): void {
    const homes = this.#byHome.get(session) ?? new Map<Uri, readonly OtherSide[]>();
    this.#byHome.set(session, homes);
    const changed = new Set<Uri>();
    for (const home of notes) {
      const before = homes.get(home) ?? [];
      const now = session
        .snapshot()
        .notes(home)
        .flatMap((note) => otherSides(session, note, before));
      if (now.length === 0) homes.delete(home);
      else homes.set(home, now);
      // Notes that only moved along with what is typed are the same elsewhere.
      for (const { source } of symmetricDifference(before, now)) changed.add(source);
    }
    for (const [home, sides] of homes) {
      if (!sides.some(({ source }) => read.has(source))) continue;
      homes.set(
        home,
        sides.map((side) => (read.has(side.source) ? found(session, side) : side)),
      );
      for (const { source } of sides) if (read.has(source)) changed.add(source);
    }
    for (const source of changed) this.#changed.fire({ session, source });
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const session of this.#byHome.keys()) if (!open.has(session)) this.#byHome.delete(session);
  }
}

/** `before` is kept where the annotation is the same. */
function otherSides(session: Session, note: Note, before: readonly OtherSide[]): OtherSide[] {
  const sidecar = sidecarOf(note.source);
  const targets = note.annotation.targets.filter((target): target is SourceTarget => target.kind === 'source');
  if (targets.length < 2) return [];
  const own = targets.find(({ source }) => sameIri(resolveIri(sidecar, source), note.source)) ?? targets[0];
  return note.annotation.targets.flatMap((target, at) => {
    if (target === own || target.kind !== 'source') return [];
    const key = `${note.id} ${at}`;
    const last = before.find((side) => side.key === key);
    if (last?.note.annotation === note.annotation && sameReplies(last.note, note)) return [last];
    const side = { key, note, source: resolveIri(sidecar, target.source), span: null, quote: quoteOf(target) };
    return [found(session, side)];
  });
}

/** The same side where its words are now. */
function found(session: Session, side: OtherSide): OtherSide {
  const text = session.text(side.source);
  const target = side.note.annotation.targets[Number(side.key.slice(side.note.id.length + 1))] as SourceTarget;
  const place = text === undefined ? null : anchor(text, target.selectors);
  return { ...side, span: place && 'span' in place ? place.span : null };
}

const quoteOf = ({ selectors }: SourceTarget): string =>
  selectors.flatMap((selector) => (selector.type === 'TextQuoteSelector' ? [selector.exact] : []))[0] ?? '';

const sameReplies = (a: Note, b: Note): boolean =>
  a.replies.length === b.replies.length &&
  a.replies.every((reply, at) => reply.annotation === b.replies[at]?.annotation);

const symmetricDifference = (a: readonly OtherSide[], b: readonly OtherSide[]): OtherSide[] => [
  ...a.filter((side) => !b.includes(side)),
  ...b.filter((side) => !a.includes(side)),
];
