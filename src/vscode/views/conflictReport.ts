import { commands, l10n, window, type Disposable } from 'vscode';
import type { Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import type { Sessions } from '../sessions.ts';

/** Tells once of each note that was changed here and elsewhere, with the way to settle it. */
export class ConflictReport {
  readonly #told = new Map<Session, ReadonlySet<string>>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    this.#subscription = sessions.onDidChange(({ session, change }) => {
      if (!change.status) return;
      const open = session.status().conflicts.map(({ id }) => id);
      const known = this.#told.get(session);
      this.#told.set(session, new Set(open));
      if (open.some((id) => !known?.has(id))) tell(open.length);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function tell(count: number): void {
  const told =
    count === 1
      ? l10n.t('A note was changed here and elsewhere.')
      : l10n.t('{0} notes were changed here and elsewhere.', count);
  const settle = l10n.t('Compare and Settle');
  void window.showWarningMessage(told, settle).then((answer) => {
    if (answer === settle) void commands.executeCommand(COMMANDS.settleConflicts);
  });
}
