import { ConfigurationTarget, l10n, window, workspace, type Disposable, type Memento } from 'vscode';
import type { Changed, Sessions } from '../sessions.ts';

const ASKED = 'authorAsked';

/** Asks for the reader's name once, after the first note that carries none. */
export class AuthorPrompt {
  readonly #memory: Memento;
  /** Notes of others, and old ones, may have no name for reasons of their own. */
  readonly #since = new Date().toISOString();
  readonly #subscription: Disposable;
  #isAsking = false;

  constructor(sessions: Sessions, memory: Memento) {
    this.#memory = memory;
    this.#subscription = sessions.onDidChange((changed) => {
      if (!this.#isAsking && memory.get<boolean>(ASKED) !== true && this.#hasNameless(changed)) void this.#ask();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #hasNameless({ change }: Changed): boolean {
    return [...change.notes].some((source) =>
      change.snapshot
        .notes(source)
        .some(
          ({ creator, annotation: { created } }) => creator === null && created !== undefined && created > this.#since,
        ),
    );
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    const give = l10n.t('Give a Name…');
    const answer = await window.showInformationMessage(l10n.t('Your notes carry no name.'), give);
    await this.#memory.update(ASKED, true);
    this.#isAsking = false;
    if (answer !== give) return;
    const prompt = l10n.t('The name that your notes carry from now on. It is kept in your settings.');
    const name = await window.showInputBox({ title: l10n.t('Your name'), prompt });
    if (name !== undefined && name.trim() !== '')
      await workspace.getConfiguration('apparatus').update('notes.author', name.trim(), ConfigurationTarget.Global);
  }
}
