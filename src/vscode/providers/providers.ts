import { Disposable, languages, workspace, type DocumentSelector } from 'vscode';
import type { Sessions } from '../sessions.ts';
import { actionProvider, ACTION_KINDS } from './actions.ts';
import { decisionActions, DECISION_KINDS } from './decisions.ts';
import { registerSicHints } from './hints.ts';
import { hoverProvider } from './hover.ts';
import { definitionProvider, highlightProvider, linkProvider, referenceProvider } from './navigation.ts';
import { renameProvider } from './rename.ts';
import { documentSymbolProvider, workspaceSymbolProvider } from './symbols.ts';

/** Documents that may be sources. Providers ask the session again; this keeps their menus out of other files. */
export function sourceSelector(): DocumentSelector {
  const include = workspace.getConfiguration('apparatus').get<readonly string[]>('sources.include') ?? [];
  return [{ language: 'plaintext' }, ...include.map((pattern) => ({ pattern }))];
}

/** Registers what VS Code asks about sources; anew when the setting that names them changes. */
export function registerProviders(sessions: Sessions): Disposable {
  let registered = registerFor(sourceSelector(), sessions);
  return Disposable.from(
    { dispose: () => registered.dispose() },
    languages.registerWorkspaceSymbolProvider(workspaceSymbolProvider(sessions)),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('apparatus.sources.include') && !event.affectsConfiguration('apparatus.links'))
        return;
      registered.dispose();
      registered = registerFor(sourceSelector(), sessions);
    }),
  );
}

const registerFor = (selector: DocumentSelector, sessions: Sessions): Disposable =>
  Disposable.from(
    languages.registerHoverProvider(selector, hoverProvider(sessions)),
    languages.registerDocumentLinkProvider(selector, linkProvider(sessions)),
    languages.registerDefinitionProvider(selector, definitionProvider(sessions)),
    languages.registerReferenceProvider(selector, referenceProvider(sessions)),
    languages.registerDocumentHighlightProvider(selector, highlightProvider(sessions)),
    languages.registerDocumentSymbolProvider(selector, documentSymbolProvider(sessions), { label: 'Apparatus' }),
    registerSicHints(selector, sessions),
    languages.registerRenameProvider(selector, renameProvider(sessions)),
    languages.registerCodeActionsProvider(selector, actionProvider(sessions), {
      providedCodeActionKinds: ACTION_KINDS,
    }),
    languages.registerCodeActionsProvider(selector, decisionActions(sessions), {
      providedCodeActionKinds: DECISION_KINDS,
    }),
  );
