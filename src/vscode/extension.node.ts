import type { ExtensionContext } from 'vscode';
import { activate as activateWith } from './activate.ts';
import { toKey } from './convert.ts';
import { diskDigest, diskFiles, diskStorage } from './ports/node.ts';
import { workspaceFiles, workspaceStorage } from './ports/workspaceFiles.ts';
import type { Sessions } from './sessions.ts';

let sessions: Sessions | undefined;

/** The entry for the desktop and for servers: files on a disk are replaced atomically. */
export function activate(context: ExtensionContext): void {
  sessions = activateWith(context, {
    files: ({ scheme }) => (scheme === 'file' ? diskFiles : workspaceFiles),
    storage: (home) => (home.scheme === 'file' ? diskStorage(toKey(home)) : workspaceStorage(home)),
    digest: diskDigest,
  });
}

export const deactivate = (): Promise<void> | undefined => sessions?.close();
