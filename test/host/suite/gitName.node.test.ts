/** The name that notes carry comes from git, asked through VS Code's own git extension, of a repository in the folder. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, readFile, until, writeFile } from './helpers.ts';
import { leave, openRead, run, select } from './sources.ts';

const NAME = 'git-letters.txt';
const AUTHOR = 'Grace of Port Meridian';

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<{ getConfig(key: string): Promise<string> } | null> };
}

describe('the name of git', () => {
  const git = () => vscode.extensions.getExtension<Git>('vscode.git');
  const enable = (enabled: boolean | undefined) =>
    vscode.workspace.getConfiguration('git').update('enabled', enabled, vscode.ConfigurationTarget.Global);

  before(async () => {
    await activated();
    // A repository as `git init` makes it, with a name of its own.
    const config = `[core]\n\trepositoryformatversion = 0\n\tbare = false\n[user]\n\tname = ${AUTHOR}\n`;
    await vscode.workspace.fs.createDirectory(fileUri('.git/objects'));
    await vscode.workspace.fs.createDirectory(fileUri('.git/refs/heads'));
    await writeFile('.git/HEAD', 'ref: refs/heads/main\n');
    await writeFile('.git/config', config);
    await writeFile(NAME, 'Ada Lovelace wrote to Port Meridian on Monday. General Okafor answered the next day.\n');
  });

  after(async () => {
    await leave(`${NAME}.anno.json`, NAME);
    await enable(undefined);
    await vscode.workspace.fs.delete(fileUri('.git'), { recursive: true });
  });

  it('is that of the repository, also where git is switched on later', async () => {
    const extension = git();
    assert.ok(extension, 'this host has no git extension');
    await extension.activate();
    await enable(true);
    await until('git to be on', () => extension.exports.enabled);
    const repository = await until('the repository', () => extension.exports.getAPI(1).openRepository(fileUri('')));
    assert.equal((await repository.getConfig('user.name')).trim(), AUTHOR);
    const editor = await openRead(NAME);
    await until('a note with the name', async () => {
      await select(editor, 'Port Meridian');
      await run('question', 'Where?');
      // Each note puts off the writing of the sidecar for a moment.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return (await readFile(`${NAME}.anno.json`)).includes(`"name": "${AUTHOR}"`);
    });
  });
});
