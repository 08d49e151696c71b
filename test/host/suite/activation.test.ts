import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  expectedHost,
  extensionId,
  hostKind,
  openSource,
  sourceNames,
  until,
  workspaceFolder,
} from './helpers.ts';

describe(`activation (${hostKind} extension host)`, () => {
  it('works on a copy of the sample sources', async () => {
    assert.equal((await sourceNames()).length, 5);
    assert.match(workspaceFolder().uri.path, /apparatus-host-/);
  });

  it('activates when a source is opened, without being asked', async () => {
    await openSource(0);
    await until('activation', () => vscode.extensions.getExtension(extensionId)?.isActive);
  });

  it('runs in the extension host that this run is for', async () => {
    // An extension is visible only within its own host, so finding it there says where it runs.
    await activated();
    assert.equal(hostKind, expectedHost);
  });

  it('registers every command it contributes', async () => {
    const extension = await activated();
    const { contributes } = extension.packageJSON as { contributes?: { commands?: { command: string }[] } };
    const contributed = (contributes?.commands ?? []).map(({ command }) => command);
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      contributed.filter((command) => !registered.includes(command)),
      [],
    );
    assert.ok(contributed.length > 0, `${extensionId} contributes no command`);
  });
});
