/** What suites inside the extension host share. The workspace is a copy of `seeds/` in a temporary folder, new in each run. */
import * as vscode from 'vscode';

export const extensionId = 'apparatus.apparatus';

/** `web` in the web worker extension host, where there is no Node; else `node`. */
export const hostKind: 'node' | 'web' = typeof process === 'undefined' ? 'web' : 'node';

/** Put in by the bundler: the host that this bundle is made for. */
declare const EXPECTED_HOST: 'node' | 'web';
export const expectedHost = EXPECTED_HOST;

/** The workspace's only folder. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The host was opened without a folder');
  return folder;
}

export const fileUri = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder().uri, name);

/** The sample sources' names, in order. */
export async function sourceNames(): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(workspaceFolder().uri);
  return entries
    .map(([name]) => name)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

/** Opens the sample source with this number (0 to 4), or the file of this name, in the editor. */
export async function openSource(which: number | string): Promise<vscode.TextEditor> {
  const name = typeof which === 'string' ? which : (await sourceNames())[which];
  if (name === undefined) throw new Error(`There is no source number ${which}`);
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** The extension, active; the promise of `activate` has resolved. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not among the host's extensions`);
  await extension.activate();
  return extension;
}

/** The range of `text` in the document; of its `occurrence`th appearance, counted from 0. Throws when it does not stand there. */
export function rangeOf(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Range {
  const whole = document.getText();
  let at = whole.indexOf(text);
  for (let skipped = 0; skipped < occurrence && at !== -1; skipped++) at = whole.indexOf(text, at + 1);
  if (at === -1) throw new Error(`${document.uri.path} does not hold “${text}” (occurrence ${occurrence})`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Writes a file of the workspace as another program would: not through an editor. */
export async function writeFile(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

export const readFile = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));

/** Puts files into the workspace for the tests of the enclosing `describe`, and takes them away after them, their sidecars and the authority file too. */
export function useFiles(files: Readonly<Record<string, string>>): void {
  before(async () => {
    for (const [name, text] of Object.entries(files)) await writeFile(name, text);
    await activated();
  });
  after(async () => {
    await closeAllEditors();
    const names = Object.keys(files).flatMap((name) => [name, `${name}.anno.json`]);
    for (const name of [...names, 'apparatus.json'])
      await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => {});
  });
}

/**
 * Asks `probe` until it answers with something truthy, and returns that; throws after `within` milliseconds, with `what`.
 * For what the editor does in its own time. Errors of `probe` count as “not yet”, the last one is told at the end.
 */
export async function until<T>(what: string, probe: () => T | Thenable<T>, within = 15_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + within;
  let lastError = '';
  do {
    try {
      const answer = await probe();
      if (answer) return answer;
      lastError = '';
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${within} ms for ${what}${lastError && `: ${lastError}`}`);
}

/** Diagnostics of a document from our extension, once `enough` holds of them. */
export const diagnosticsOf = async (
  uri: vscode.Uri,
  enough: (found: readonly vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<readonly vscode.Diagnostic[]> =>
  await until(`diagnostics of ${uri.path}`, () => {
    const found = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'apparatus');
    if (enough(found)) return found;
    throw new Error(
      `there are ${found.map(({ message, severity }) => `“${message}” (${severity})`).join(', ') || 'none'}`,
    );
  });

/** The text of all hovers at a place, as Markdown. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n---\n');
}

export const closeAllEditors = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
};
