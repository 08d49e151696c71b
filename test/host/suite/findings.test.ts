import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  closeAllEditors,
  diagnosticsOf,
  extensionId,
  fileUri,
  openSource,
  rangeOf,
  readFile,
  until,
  writeFile,
} from './helpers.ts';

const HERALD = 'cannery-herald.txt';
const POST = 'cannery-post.txt';

/** Enough prose to be copied. */
const SHARED =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one, nor the timber, nor the men who would build it across the channel before another winter closes in on them.';

const SOURCES: Readonly<Record<string, string>> = {
  [HERALD]: [
    'PORT MERIDIAN, 7 March 2025 — Nobody was hurt. The fire at the Port Meridian cannery destroyed 51 boats.',
    SHARED,
    '“We will build a bridge of stone across the channel,” said Ada Lovelace.',
    '',
  ].join('\n\n'),
  [POST]: [
    'PORT MERIDIAN, 8 March 2025 — All were rescued. Just 44 boats were destroyed in the fire at the Port Meridian cannery.',
    SHARED.replace('the men who', 'the workers who'),
    '“We will build a bridge of iron across the channel,” said Ada Lovelace.',
    '',
  ].join('\n\n'),
};

const { executeCommand: execute } = vscode.commands;

const codeOf = ({ code }: vscode.Diagnostic): string => (typeof code === 'object' ? String(code.value) : '');
const is =
  (code: string) =>
  (diagnostic: vscode.Diagnostic): boolean =>
    codeOf(diagnostic) === code;
const has =
  (code: string) =>
  (found: readonly vscode.Diagnostic[]): boolean =>
    found.some(is(code));
const hasNo =
  (code: string) =>
  (found: readonly vscode.Diagnostic[]): boolean =>
    !found.some(is(code));

/** Actions on the first finding of a rule in a source. */
async function actionsOn(name: string, code: string): Promise<readonly vscode.CodeAction[]> {
  const { document } = await openSource(name);
  const finding = (await diagnosticsOf(document.uri, has(code))).find(is(code));
  const all = await execute<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding!.range);
  // What comes back over the command has lost its diagnostics: a finding is known by its fingerprint, which the arguments hold.
  const fingerprint = all.find(({ title }) => title.startsWith(`Dismiss “${code}”`))?.command
    ?.arguments?.[1] as unknown;
  return all.filter(({ command }) => command?.arguments?.some((each) => each === fingerprint || each === code));
}

/** Runs the action of this command on the finding, with what is given behind its own arguments. */
async function answer(name: string, code: string, command: string, ...given: readonly unknown[]): Promise<void> {
  const action = (await actionsOn(name, code)).find((each) => each.command?.command === command);
  assert.ok(action?.command, `no ${command} on ${code}`);
  await execute(command, ...(action.command.arguments ?? []), ...given);
}

const active = (): vscode.TextEditor | undefined => vscode.window.activeTextEditor;

describe('findings and answers', () => {
  before(async () => {
    for (const [name, text] of Object.entries(SOURCES)) await writeFile(name, text);
    await activated();
  });
  after(async () => {
    await closeAllEditors();
    for (const name of Object.keys(SOURCES)) {
      await vscode.workspace.fs.delete(fileUri(name));
      await vscode.workspace.fs.delete(fileUri(`${name}.anno.json`)).then(undefined, () => {});
    }
  });

  it('offer answers and ways on, each once', async () => {
    const titles = (await actionsOn(HERALD, 'figure-conflict')).map(({ title }) => title);
    for (const part of [
      'other side of “figure-conflict”: cannery-post.txt:1',
      'Peek at all 2',
      'Dismiss',
      'note of',
      'severity',
      'mean?',
    ])
      assert.equal(titles.filter((title) => title.includes(part)).length, 1, `${part} in ${titles.join(' | ')}`);
    assert.ok(!titles.some((title) => title.startsWith('Compare')));
  });

  it('lead to their other side and back', async () => {
    await answer(HERALD, 'figure-conflict', 'apparatus.nextSide');
    await until('the other side', () => active()?.document.uri.path.endsWith(POST));
    const editor = active()!;
    assert.equal(editor.document.getText(editor.selection), '44 boats');
    await execute('apparatus.nextSide');
    await until('the first side', () => active()?.document.uri.path.endsWith(HERALD));
  });

  it('become one note with both sides as targets', async () => {
    await answer(HERALD, 'figure-conflict', 'apparatus.annotateFinding', 'Who counted? #check');
    const sidecar = await until('the sidecar', async () => {
      const text = await readFile(`${HERALD}.anno.json`);
      return text.includes('Who counted') ? text : undefined;
    });
    const page = JSON.parse(sidecar) as { items: { target: { source: string }[] }[] };
    assert.deepEqual(
      page.items[0]?.target.map(({ source }) => source),
      [HERALD, POST],
    );
    await execute('apparatus.undo');
  });

  it('are dismissed at both sides, with a reason that is kept, until their words change', async () => {
    await answer(POST, 'figure-conflict', 'apparatus.dismissFinding', 'One counts moored boats only');
    await diagnosticsOf(fileUri(HERALD), hasNo('figure-conflict'));
    await diagnosticsOf(fileUri(POST), hasNo('figure-conflict'));
    await until('the reason', async () => (await readFile(`${HERALD}.anno.json`)).includes('moored boats only'));
    const editor = await openSource(HERALD);
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'The fire').start, 'Last night: '));
    await diagnosticsOf(fileUri(HERALD), hasNo('figure-conflict'));
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, '51'), '52'));
    await diagnosticsOf(fileUri(HERALD), has('figure-conflict'));
    await execute('workbench.action.files.revert');
    await diagnosticsOf(fileUri(HERALD), hasNo('figure-conflict'));
    await execute('apparatus.undo');
    await diagnosticsOf(fileUri(HERALD), has('figure-conflict'));
  });

  it('take the severity that their rule is given for the folder', async () => {
    await answer(HERALD, 'quotation-variant', 'apparatus.setSeverity', 'error');
    const isError = (found: readonly vscode.Diagnostic[]): boolean =>
      found.some((each) => is('quotation-variant')(each) && each.severity === vscode.DiagnosticSeverity.Error);
    await diagnosticsOf(fileUri(HERALD), isError);
    await until('the authority file', async () =>
      (await readFile('apparatus.json')).includes('"quotation-variant": "error"'),
    );
    await answer(HERALD, 'quotation-variant', 'apparatus.setSeverity', 'default');
    await diagnosticsOf(fileUri(HERALD), (found) => has('quotation-variant')(found) && !isError(found));
  });

  it('open what two sources share in the diff editor', async () => {
    for (const [code, words, other] of [
      ['quotation-variant', 'a bridge of stone', 'a bridge of iron'],
      ['passage-shared', 'the men who', 'the workers who'],
    ] as const) {
      await answer(HERALD, code, 'apparatus.comparePassages');
      const tab = await until('the diff', () => {
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        return activeTab?.input instanceof vscode.TabInputTextDiff ? activeTab : undefined;
      });
      const { original, modified } = tab.input as vscode.TabInputTextDiff;
      assert.match(tab.label, /cannery-herald\.txt.*↔ cannery-post\.txt/);
      assert.ok((await vscode.workspace.openTextDocument(original)).getText().includes(words));
      assert.ok((await vscode.workspace.openTextDocument(modified)).getText().includes(other));
      await closeAllEditors();
    }
  });

  it('have a page for each rule, which their code leads to', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)!.packageJSON as {
      contributes: { configuration: { properties: Record<string, { properties?: Record<string, unknown> }> }[] };
    };
    const settings = manifest.contributes.configuration.map(({ properties }) => properties);
    const codes = settings.flatMap((group) => Object.keys(group['apparatus.findings.severities']?.properties ?? {}));
    assert.ok(codes.length > 0);
    for (const code of codes) {
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`apparatus-docs:/findings/${code}.md`));
      assert.ok(page.getText().startsWith(`# \`${code}\``), code);
    }
    const [first] = await diagnosticsOf(fileUri(HERALD));
    assert.ok(typeof first?.code === 'object');
    assert.equal(first.code.target.path, `/findings/${codeOf(first)}.md`);
  });
});

describe('findings and answers: where a statement comes from', () => {
  before(async () => {
    for (const [name, text] of Object.entries(SOURCES)) await writeFile(name, text);
    await activated();
  });
  after(async () => {
    await closeAllEditors();
    for (const name of Object.keys(SOURCES)) await vscode.workspace.fs.delete(fileUri(name));
  });

  it('is told with the sources that carry it, their origins, and links to the lines', async () => {
    const editor = await openSource(POST);
    await diagnosticsOf(editor.document.uri, has('passage-shared'));
    const { start } = rangeOf(editor.document, 'the council');
    editor.selection = new vscode.Selection(start, start);
    await execute('apparatus.showProvenance');
    const page = await until('the page', () =>
      active()?.document.uri.scheme === 'apparatus-provenance' ? active()?.document : undefined,
    );
    assert.match(page.getText(), /\*\*2 sources, 1 origin\*\*/);
    const links = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', page.uri);
    assert.deepEqual(
      links.map(({ range, target }) => [page.getText(range), target?.fragment.replace(/,.*/, '')]),
      [
        [`${HERALD}:3`, 'L3'],
        [`${POST}:3`, 'L3'],
      ],
    );
  });
});
