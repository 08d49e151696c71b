import { commands, l10n, window } from 'vscode';
import type { Conflict, Note, Session } from '../../../session/index.ts';
import type { Papers } from '../../documents/papers.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';

type Choice = 'mine' | 'theirs' | 'both';

interface Open {
  readonly session: Session;
  readonly conflict: Conflict;
}

/** Notes that were changed here and elsewhere: shown side by side one after the other, and settled by what stands in the title. */
export class Settling {
  readonly #sessions: Sessions;
  readonly #papers: Papers;
  #shown: Open | null = null;

  constructor(sessions: Sessions, papers: Papers) {
    this.#sessions = sessions;
    this.#papers = papers;
  }

  /** Shows the first conflict. There is no API for the merge editor: both sides are documents that are compared. */
  async show(): Promise<void> {
    const [first] = this.#open();
    this.#shown = first ?? null;
    if (!first) return void window.showInformationMessage(l10n.t('No note is in conflict.'));
    const { mine, theirs, source } = first.conflict;
    await commands.executeCommand(
      'vscode.diff',
      this.#papers.write(`${l10n.t('theirs')}.md`, said(theirs)),
      this.#papers.write(`${l10n.t('mine')}.md`, said(mine)),
      l10n.t('{0}: theirs ↔ mine', fileName(source)),
      { preview: true },
    );
  }

  /** Keeps a side of the conflict that is shown, and goes on to the next. */
  async keep(choice: Choice): Promise<void> {
    const shown = this.#shown ?? this.#open()[0];
    if (!shown) return this.show();
    await shown.session.settle(shown.conflict.id, choice);
    this.#shown = null;
    const left = this.#open().filter(({ conflict }) => conflict.id !== shown.conflict.id);
    if (left.length > 0) await this.show();
    else if (isComparison()) await commands.executeCommand('workbench.action.closeActiveEditor');
  }

  #open(): Open[] {
    return this.#sessions
      .all()
      .flatMap((session) => session.status().conflicts.map((conflict) => ({ session, conflict })));
  }
}

const isComparison = (): boolean => window.activeTextEditor?.document.uri.scheme === CONFLICT_SCHEME;

/** The manifest shows the choices where it is. */
export const CONFLICT_SCHEME = 'apparatus-conflict';

/** What a reader would compare, a line for each thing. */
function said(note: Note | null): string {
  if (!note) return `${l10n.t('(deleted)')}\n`;
  const { annotation, body, tags, creator, quote } = note;
  const rows = [
    quote === '' ? '' : `> ${quote.replaceAll('\n', '\n> ')}\n`,
    body,
    '',
    tags.map((tag) => `#${tag}`).join(' '),
    [annotation.motivation, annotation.status, creator, annotation.modified ?? annotation.created]
      .filter(Boolean)
      .join(' · '),
  ];
  return `${rows.join('\n').trim()}\n`;
}
