/** What suites do with sources of their own: open them when they are read, write notes on them, take everything away again. */
import * as vscode from 'vscode';
import { closeAllEditors, fileUri, openSource, rangeOf, until } from './helpers.ts';

/** Runs a command of ours. */
export const run = <T = unknown>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`apparatus.${command}`, ...args);

/** Opens a file once the extension has taken it as a source: its outline comes from us. */
export async function openRead(name: string): Promise<vscode.TextEditor> {
  const editor = await openSource(name);
  await until(`${name} to be read`, async () => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(command, editor.document.uri);
    return symbols && symbols.length > 0;
  });
  return editor;
}

/** Selects words of a source, in the editor that has the focus. */
export async function select(editor: vscode.TextEditor, words: string, occurrence = 0): Promise<void> {
  const range = rangeOf(editor.document, words, occurrence);
  await vscode.window.showTextDocument(editor.document);
  editor.selection = new vscode.Selection(range.start, range.end);
  await until('the selection', () => vscode.window.activeTextEditor?.selection.isEqual(range));
}

/**
 * Writes a note as VS Code's comment box sends it. The box itself is the window's and out of reach of a suite in the
 * extension host (the user-interface suites type into it), so a thread of our own stands in for it.
 */
export async function annotate({ document }: vscode.TextEditor, words: string, body: string): Promise<void> {
  const controller = vscode.comments.createCommentController('suite', 'Suite');
  const thread = controller.createCommentThread(document.uri, rangeOf(document, words), []);
  await run('createNote', { thread, text: body });
  controller.dispose();
}

/** Deletes files, those that are there. */
export async function remove(...names: readonly string[]): Promise<void> {
  for (const name of names) await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
}

/** Closes all editors without saving, and deletes files. */
export async function leave(...names: readonly string[]): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await closeAllEditors();
  await remove(...names);
}
