import type { ExtensionContext } from 'vscode';
import { activate as activateWith } from './activate.ts';
import { webDigest } from './ports/common.ts';
import { workspaceFiles, workspaceStorage } from './ports/workspaceFiles.ts';
import type { Sessions } from './sessions.ts';

let sessions: Sessions | undefined;

/** The entry for browsers: everything goes through VS Code's own file systems. */
export function activate(context: ExtensionContext): void {
  sessions = activateWith(context, { files: () => workspaceFiles, storage: workspaceStorage, digest: webDigest });
}

export const deactivate = (): Promise<void> | undefined => sessions?.close();
