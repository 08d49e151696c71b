/** Several folders, one within another, one of them virtual, and a file that belongs to none. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAllEditors, diagnosticsOf, hoverText, rangeOf, until } from './helpers.ts';
import { MemoryFolder } from './memoryFolder.ts';

const { executeCommand } = vscode.commands;

const folder = (index: number): vscode.Uri => {
  const found = vscode.workspace.workspaceFolders?.[index];
  if (!found) throw new Error(`There is no folder ${index}`);
  return found.uri;
};

const show = async (uri: vscode.Uri): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
};

/** Sources in which the name at the first “Okafor” of a document stands. */
async function namedIn(document: vscode.TextDocument): Promise<readonly string[]> {
  const at = rangeOf(document, 'Okafor').start;
  const command = 'vscode.executeReferenceProvider';
  const found = await until('mentions', async () => {
    const locations = await executeCommand<vscode.Location[]>(command, document.uri, at);
    return locations.length > 0 ? locations : undefined;
  });
  return [...new Set(found.map(({ uri }) => uri.path.split('/').at(-1)!))];
}

async function annotate(document: vscode.TextDocument, words: string, body: string): Promise<void> {
  const controller = vscode.comments.createCommentController('suite', 'Suite');
  const thread = controller.createCommentThread(document.uri, rangeOf(document, words), []);
  await executeCommand('apparatus.createNote', { thread, text: body });
  controller.dispose();
}

describe('several folders', () => {
  before(activated);
  afterEach(closeAllEditors);

  it('are a corpus each, and what lies in the inner one belongs to that alone', async () => {
    assert.deepEqual(await namedIn(await show(vscode.Uri.joinPath(folder(0), 'a.txt'))), ['a.txt']);
    assert.deepEqual(await namedIn(await show(vscode.Uri.joinPath(folder(1), 'b.txt'))), ['b.txt']);
  });

  it('leave a lone file to itself, with notes beside it', async () => {
    const lone = vscode.Uri.joinPath(folder(0), '../lone.txt');
    const document = await show(lone);
    assert.deepEqual(await namedIn(document), ['lone.txt']);
    await annotate(document, 'Port Meridian', 'Where?');
    const sidecar = lone.with({ path: `${lone.path}.anno.json` });
    await until('the sidecar', () => vscode.workspace.fs.stat(sidecar));
  });
});

describe('a virtual folder that cannot be searched', () => {
  const memory = new MemoryFolder('apparatus-memory');
  const root = memory.uri('');
  const TEXT = 'General Okafor wrote to Ada Lovelace on March 7, 2026. “She never answered the letter, he said.\n';

  before(async () => {
    await activated();
    memory.put('a.txt', TEXT);
    memory.put(
      'letters/b.txt',
      'General Okafor came to Port Meridian the next day, and nobody met him at the harbour.\n',
    );
    memory.put('node_modules/x/c.txt', TEXT);
    memory.put('requirements.txt', 'alpha==1.0\n');
    memory.register();
    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: root, name: 'virtual' });
    await until('the folder', () => vscode.workspace.workspaceFolders?.length === 3);
  });

  after(async () => {
    await closeAllEditors();
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await until('the folder to go', () => vscode.workspace.workspaceFolders?.length === 2);
    memory.dispose();
  });

  it('is read, linked and checked', async () => {
    const document = await show(memory.uri('a.txt'));
    await until('both sources', async () => (await namedIn(document)).length === 2);
    await diagnosticsOf(document.uri);
  });

  it('keeps notes, also when everything is read anew', async () => {
    const document = await show(memory.uri('a.txt'));
    await annotate(document, 'Ada Lovelace', 'A friend');
    await until('the sidecar', () => memory.text('a.txt.anno.json')?.includes('A friend'));
    assert.equal(memory.text('a.txt'), TEXT);
    await executeCommand('apparatus.reload');
    const at = rangeOf(document, 'Lovelace').start;
    await until('the note in the hover', async () => /A friend/.test(await hoverText(document.uri, at)));
  });

  it('that turns read-only loses no note, and says what to do', async () => {
    const document = await show(memory.uri('letters/b.txt'));
    await namedIn(document);
    memory.isReadonly = true;
    await annotate(document, 'harbour', 'Which one?');
    const sidecar = memory.uri('letters/b.txt.anno.json');
    const told = await until('the problem', () => vscode.languages.getDiagnostics(sidecar)[0]?.message);
    assert.match(told, /may not be written/);
    assert.equal(memory.text('letters/b.txt.anno.json'), undefined);
    const at = rangeOf(document, 'harbour').start;
    assert.match(await hoverText(document.uri, at), /Which one/);
    memory.isReadonly = false;
    await executeCommand('apparatus.reload');
    await until('the sidecar', () => memory.text('letters/b.txt.anno.json')?.includes('Which one?'));
  });
});
