import type { ExtensionContext } from 'vscode';
import { activate as activateWith } from './activate.ts';
import { nodeDigest, nodeFiles, nodeStorage } from './ports/node.ts';
import { workspaceFiles, workspaceStorage } from './ports/workspaceFiles.ts';
import type { Sessions } from './sessions.ts';

let sessions: Sessions | undefined;

/** The entry for the desktop and for servers: files on a disk are replaced atomically. */
export function activate(context: ExtensionContext): void {
  sessions = activateWith(context, {
    files: ({ scheme }) => (scheme === 'file' ? nodeFiles : workspaceFiles),
    storage: (home) => (home.scheme === 'file' ? nodeStorage(home) : workspaceStorage(home)),
    digest: nodeDigest,
  });
}

export const deactivate = (): Promise<void> | undefined => sessions?.close();
