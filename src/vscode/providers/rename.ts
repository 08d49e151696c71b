import { l10n, WorkspaceEdit, type RenameProvider } from 'vscode';
import { mentionAt } from '../../core/index.ts';
import { giveName } from '../commands/decisions/entities.ts';
import type { Sessions } from '../sessions.ts';

/**
 * F2 gives an entity its canonical name; no source is touched. The decision goes through the session, so that `apparatus.undo` takes it back like any
 * other, the file is written atomically, and no editor is left open with unsaved changes; the edit that VS Code is given is empty.
 */
export const renameProvider = (sessions: Sessions): RenameProvider => ({
  async prepareRename(document, position, token) {
    const view = await sessions.view(document, token);
    const found = view && mentionAt(view.corpus, view.uri, view.offset(position));
    if (!found) throw new Error(l10n.t('There is no name of an entity here.'));
    return { range: view.range(found.ref), placeholder: found.entity.name };
  },

  async provideRenameEdits(document, position, newName, token) {
    const view = await sessions.view(document, token);
    const found = view && mentionAt(view.corpus, view.uri, view.offset(position));
    if (!found) return undefined;
    await giveName(view.session, found.entity, newName);
    return new WorkspaceEdit();
  },
});
