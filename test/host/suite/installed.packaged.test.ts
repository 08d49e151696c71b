import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openSource, until } from './helpers.ts';

describe('the installed package', () => {
  const installed = (): vscode.Extension<unknown> | undefined => vscode.extensions.getExtension(extensionId);

  it('comes from where extensions are installed, not from the working tree', () => {
    assert.match(installed()?.extensionUri.path ?? '', /apparatus-host-.*\/extensions\/apparatus\.apparatus-/);
  });

  it('activates when a source is opened', async () => {
    await openSource(0);
    await until('activation', () => installed()?.isActive);
  });

  it('brings the pages that findings lead to', async () => {
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('apparatus-docs:/findings/figure-conflict.md'),
    );
    assert.match(page.getText(), /^# `figure-conflict`/);
  });

  it('holds none of the sources under study', async () => {
    const entries = await vscode.workspace.fs.readDirectory(installed()?.extensionUri ?? vscode.Uri.file('/'));
    const names = entries.map(([name]) => name);
    assert.ok(names.includes('dist'));
    assert.deepEqual(
      names.filter((name) => /^(?:seeds|src|test|training|scripts|node_modules)$/.test(name)),
      [],
    );
  });
});
