import { commands, Disposable, l10n, window, workspace } from 'vscode';
import type { Note, Placement, Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { isRemark, needsLook } from '../comments/note.ts';
import { toKey } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { outcomes } from '../texts/placements.ts';
import { fileName } from '../texts/sentences.ts';

/** Milliseconds without a change after which notes are counted: programs that write a file leave it empty, or half of it, for a moment. */
const PAUSE = 1000;

/** Where the notes of a source stood in a text that was there on disk. */
interface Known {
  readonly text: string;
  readonly places: ReadonlyMap<string, Placement>;
}

/** Tells what became of the notes when a source was changed by somebody else, with a way to go through those that need a look. */
export class ChangeReport {
  readonly #known = new Map<string, Known>();
  /** Sources whose text is another one since a moment ago. */
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    this.#subscription = Disposable.from(
      sessions.onDidChange(({ session, change }) => {
        for (const source of new Set([...change.notes, ...change.sources])) this.#look(session, source);
      }),
      // What the reader writes moves notes before the reader's own eyes.
      workspace.onDidSaveTextDocument(({ uri }) => {
        const session = sessions.of(uri);
        if (!session) return;
        this.#calm(toKey(uri));
        this.#remember(session, toKey(uri));
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const source of this.#waiting.keys()) this.#calm(source);
  }

  #look(session: Session, source: string): void {
    const text = session.text(source);
    if (text === undefined || isBeingEdited(source)) return;
    if (this.#known.get(source)?.text === text && !this.#waiting.has(source)) return this.#remember(session, source);
    this.#calm(source);
    this.#waiting.set(
      source,
      setTimeout(() => this.#compare(session, source), PAUSE),
    );
  }

  #calm(source: string): void {
    clearTimeout(this.#waiting.get(source));
    this.#waiting.delete(source);
  }

  #compare(session: Session, source: string): void {
    this.#waiting.delete(source);
    const text = session.text(source);
    if (text === undefined || isBeingEdited(source)) return;
    const known = this.#known.get(source);
    const notes = session.snapshot().notes(source).filter(isRemark);
    this.#remember(session, source);
    if (known?.text === text || notes.length === 0) return;
    const changed = notes.filter((note) => hasChanged(note, known));
    // At the start nothing is said of what only moved along.
    const worth = known ? changed : changed.filter(needsLook);
    if (worth.length > 0) this.#tell(source, worth);
  }

  #remember(session: Session, source: string): void {
    const text = session.text(source);
    if (text === undefined) return;
    const places = session
      .snapshot()
      .notes(source)
      .map(({ id, placement }) => [id, placement] as const);
    this.#known.set(source, { text, places: new Map(places) });
  }

  #tell(source: string, changed: readonly Note[]): void {
    const told = l10n.t('{0} has changed. Notes: {1}.', fileName(source), outcomes(changed.map(moved)));
    const go = l10n.t('Go Through Them');
    const isUnsure = changed.some(needsLook);
    const shown = isUnsure ? window.showWarningMessage(told, go) : window.showInformationMessage(told);
    void shown.then((answer) => {
      if (answer === go) void commands.executeCommand(COMMANDS.nextUnsure);
    });
  }
}

const isBeingEdited = (source: string): boolean =>
  workspace.textDocuments.some(({ uri, isDirty }) => isDirty && toKey(uri) === source);

/** A note whose span is another one now; the session may say "exact" again once its selectors have followed. */
function hasChanged({ id, placement }: Note, known: Known | undefined): boolean {
  const before = known?.places.get(id);
  if (!known) return placement.outcome !== 'exact' && placement.outcome !== 'whole';
  return before !== undefined && JSON.stringify(spanOf(before)) !== JSON.stringify(spanOf(placement));
}

const spanOf = (placement: Placement): unknown =>
  'span' in placement && placement.outcome !== 'approximate' ? placement.span : placement;

const moved = ({ placement }: Note): Placement =>
  placement.outcome === 'exact' ? { ...placement, outcome: 'moved' } : placement;
