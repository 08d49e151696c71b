import { l10n, type Disposable, type TreeView } from 'vscode';
import { CROWD, isCrowded } from '../comments/crowd.ts';
import type { Sessions } from '../sessions.ts';

/** Says over the list of all notes that the Comments panel lists only some, where it does. */
export function tellCrowd(view: TreeView<unknown>, sessions: Sessions): Disposable {
  return sessions.onDidChange(({ change }) => {
    if (change.notes.size === 0) return;
    const message = isCrowded(sessions)
      ? l10n.t(
          'There are more than {0} notes: the Comments panel lists those that you have come by; here are all.',
          CROWD,
        )
      : '';
    // An empty text takes the message away.
    if ((view.message ?? '') !== message) view.message = message;
  });
}
