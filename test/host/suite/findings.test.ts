import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CANNERY, HERALD, POST } from '../../cannery.ts';
import {
  closeAllEditors,
  diagnosticsOf,
  extensionId,
  fileUri,
  hoverText,
  openSource,
  rangeOf,
  readFile,
  until,
  useFiles,
} from './helpers.ts';

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

/** Edits, and sees that VS Code took the edit: it refuses one of an older version, without a word. */
async function edited(editor: vscode.TextEditor, change: (edit: vscode.TextEditorEdit) => void): Promise<void> {
  assert.ok(await editor.edit(change), 'the edit was refused');
}

const active = (): vscode.TextEditor | undefined => vscode.window.activeTextEditor;

describe('findings and answers', () => {
  useFiles(CANNERY);

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
    const replaced = (words: string, by: string): Promise<void> =>
      edited(editor, (edit) => edit.replace(rangeOf(editor.document, words), by));
    await replaced('The fire', 'Last night the fire');
    // A hover is of the text as it is: when it is there, the edit has been read.
    await hoverText(editor.document.uri, rangeOf(editor.document, '51').start);
    await diagnosticsOf(fileUri(HERALD), hasNo('figure-conflict'));
    await replaced('51', '52');
    await diagnosticsOf(fileUri(HERALD), has('figure-conflict'));
    // Not reverted: the editor on the web saves by itself after a second, and there is then nothing to revert.
    await replaced('52', '51');
    await diagnosticsOf(fileUri(HERALD), hasNo('figure-conflict'));
    await replaced('Last night the fire', 'The fire');
    await execute('workbench.action.files.save');
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
    const isUsual = (found: readonly vscode.Diagnostic[]): boolean =>
      has('quotation-variant')(found) && !isError(found);
    await execute('apparatus.undo');
    await diagnosticsOf(fileUri(HERALD), isUsual);
    await execute('apparatus.redo');
    await diagnosticsOf(fileUri(HERALD), isError);
    await answer(HERALD, 'quotation-variant', 'apparatus.setSeverity', 'off');
    await diagnosticsOf(fileUri(HERALD), hasNo('quotation-variant'));
    await execute('apparatus.undo');
    await answer(HERALD, 'quotation-variant', 'apparatus.setSeverity', 'default');
    await diagnosticsOf(fileUri(HERALD), isUsual);
    await until(
      'the authority file',
      async () => !(await readFile('apparatus.json').catch(() => '')).includes('quotation-variant'),
    );
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
  useFiles(CANNERY);

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

const COUNCIL = ['council-herald.txt', 'council-post.txt', 'council-star.txt'] as const;

describe('findings and answers: three sides', () => {
  const stuffs = ['stone', 'iron', 'timber'];
  useFiles(
    Object.fromEntries(
      COUNCIL.map((name, at) => [
        name,
        `“Every roof on the lower quay gets new beams of ${stuffs[at]} by the end of autumn,” said Ada Lovelace of the council.\n`,
      ]),
    ),
  );

  it('stand at each, with the others as related places and a code that leads to its page', async () => {
    for (const name of COUNCIL) {
      const others = COUNCIL.filter((other) => other !== name);
      const relatedTo = (found: readonly vscode.Diagnostic[]): readonly string[] =>
        found
          .filter(is('quotation-variant'))
          .flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.uri.path));
      const found = await diagnosticsOf(fileUri(name), (all) =>
        others.every((other) => relatedTo(all).some((path) => path.endsWith(other))),
      );
      assert.deepEqual([found.filter(is('quotation-variant')).length, relatedTo(found).length], [1, 2]);
    }
  });

  it('are gone through with the keyboard, and round again', async () => {
    const editor = await openSource(COUNCIL[0]);
    await diagnosticsOf(editor.document.uri, has('quotation-variant'));
    const { start } = rangeOf(editor.document, 'stone');
    editor.selection = new vscode.Selection(start, start);
    const seen: string[] = [];
    for (const next of [...COUNCIL.slice(1), COUNCIL[0]]) {
      await execute('apparatus.nextSide');
      await until(next, () => active()?.document.uri.path.endsWith(next));
      seen.push(active()!.document.getText(active()!.selection));
    }
    assert.deepEqual(seen, ['iron', 'timber', 'stone']);
  });
});

const MINUTES = 'names-minutes.txt';
const LETTERS = 'names-letters.txt';

describe('findings and answers: how names are spelt', () => {
  useFiles({
    [MINUTES]:
      'Ada Lovelace met the council of the islands on Monday. Lovelace left before noon.\n\nAda Lovelace came back, and Aleksei Volkov opened the meeting. Aleksei Volkov spoke for an hour.\n',
    [LETTERS]:
      'Ada Lovelace met the council again. “No, I will not sign it,” Lovlace said to the harbour office.\n\nAlexei Volkov wrote a letter to the council about it.\n',
  });

  const commandsOn = async (code: string): Promise<Map<string, vscode.CodeAction>> => {
    const { document } = await openSource(LETTERS);
    const finding = (await diagnosticsOf(document.uri, has(code))).find(is(code))!;
    const all = await execute<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      'quickfix',
    );
    return new Map(all.map((action) => [action.command?.command ?? '', action]));
  };
  const take = async (code: string, command: string): Promise<void> => {
    const action = (await commandsOn(code)).get(command);
    assert.ok(action?.command, `no ${command} on ${code}`);
    await execute(command, ...(action.command.arguments ?? []));
  };
  const decided = (text: string): Promise<boolean> =>
    until(text, async () => (await readFile('apparatus.json')).includes(text));

  it('a misspelling is marked as the source’s own with the preferred fix, and may be answered otherwise', async () => {
    const actions = await commandsOn('name-misspelling');
    assert.ok(actions.get('apparatus.markMisspelt')?.isPreferred);
    assert.match(actions.get('apparatus.acceptName')!.title, /^“Lovlace” is right: it is a name of Ada Lovelace$/);
    assert.match(actions.get('apparatus.takeName')!.title, /^“Lovlace” is not Ada Lovelace$/);
  });

  for (const [code, command] of [
    ['name-misspelling', 'apparatus.markMisspelt'],
    ['name-misspelling', 'apparatus.acceptName'],
    ['name-misspelling', 'apparatus.takeName'],
    ['name-variant', 'apparatus.acceptName'],
    ['name-variant', 'apparatus.takeName'],
  ] as const) {
    it(`${code} is answered by ${command}, and open again when that is undone`, async () => {
      await take(code, command);
      await diagnosticsOf(fileUri(LETTERS), hasNo(code));
      await execute('apparatus.undo');
      await diagnosticsOf(fileUri(LETTERS), has(code));
    });
  }

  it('an accepted spelling is kept with the entity', async () => {
    await take('name-variant', 'apparatus.acceptName');
    await decided('Alexei Volkov');
    await execute('apparatus.undo');
  });
});
