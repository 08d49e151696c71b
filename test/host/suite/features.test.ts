import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  closeAllEditors,
  diagnosticsOf,
  fileUri,
  hoverText,
  openSource,
  rangeOf,
  until,
  writeFile,
} from './helpers.ts';

const FIRST = 'meridian-herald.txt';
const SECOND = 'harbour-post.txt';

const SOURCES: Readonly<Record<string, string>> = {
  [FIRST]: [
    'PORT MERIDIAN, 7 March 2025 — Engineer Ada Lovelace opened the new lighthouse in Port Meridian on Thursday.',
    '',
    '“The light will burn every night of the year,” Lovelace said.',
    '',
    'Lovelace thanked Amara Okafor, the mayor of Port Meridian. Okafor had asked for the lighthouse.',
    '',
  ].join('\n'),
  [SECOND]: [
    'PORT MERIDIAN, 8 March 2025 — A lighthouse was opened in Port Meridian on March 6 by the engineer Ada Lovelace.',
    '',
    '“The light will burn each night of the year,” said Lovelace, who lives in London.',
    '',
    'Mayor Amara Okafor was there. “We waited long, Okafor said.',
    '',
  ].join('\n'),
};

const execute = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

describe('features of a source', () => {
  let first: vscode.TextDocument;

  before(async () => {
    await activated();
    for (const [name, text] of Object.entries(SOURCES)) await writeFile(name, text);
    first = (await openSource(FIRST)).document;
    await until('both sources to be read', async () => {
      const symbols = await execute<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Lovelace');
      const links = await execute<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        first.uri,
        rangeOf(first, 'Lovelace').start,
      );
      return symbols.length > 0 && new Set(links.map(({ uri }) => uri.path)).size > 1;
    });
  });

  after(async () => {
    await closeAllEditors();
    for (const name of Object.keys(SOURCES)) await vscode.workspace.fs.delete(fileUri(name));
  });

  it('leads link and definition of a name to one address', async () => {
    const range = rangeOf(first, 'Ada Lovelace');
    const links = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', first.uri);
    const link = links.find((each) => each.range.intersection(range));
    const definitions = await execute<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      first.uri,
      range.start.translate(0, 5),
    );
    assert.equal(definitions.length, 1);
    assert.equal(link?.target?.toString(), definitions[0]?.targetUri.toString());
    assert.equal(link?.target?.scheme, 'apparatus-dossier');
  });

  it('shows a dossier with names and mentions of all sources, whose links lead to them', async () => {
    const [link] = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', first.uri);
    const definitions = await execute<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      first.uri,
      rangeOf(first, 'Lovelace').start,
    );
    assert.ok(link);
    const dossier = await vscode.workspace.openTextDocument(definitions[0]!.targetUri);
    assert.equal(dossier.languageId, 'markdown');
    assert.match(dossier.getText(), /^# Ada Lovelace\n/);
    for (const name of Object.keys(SOURCES)) assert.ok(dossier.getText().includes(name), name);
    const places = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', dossier.uri);
    assert.ok(places.some(({ target }) => target?.path.endsWith(SECOND) && target.fragment.startsWith('L1,')));
  });

  it('tells in a hover what a name, a date and a quotation are', async () => {
    assert.match(await hoverText(first.uri, rangeOf(first, 'Lovelace').start), /\*\*Ada Lovelace\*\* · person/);
    assert.match(await hoverText(first.uri, rangeOf(first, 'Thursday').start), /2025\\-03\\-06/);
    const quotation = await hoverText(first.uri, rangeOf(first, 'burn every').start);
    assert.match(quotation, /Quotation of \[Ada Lovelace\]/);
    assert.match(quotation, /harbour\\-post\\\.txt/);
  });

  it('trusts only commands of ours in a hover', async () => {
    const at = rangeOf(first, 'Lovelace').start;
    const hovers = await execute<vscode.Hover[]>('vscode.executeHoverProvider', first.uri, at);
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    const commands = contents.flatMap(({ value }) =>
      [...value.matchAll(/\]\(command:([\w.]+)/g)].map(([, name]) => name),
    );
    assert.ok(commands.length > 0);
    for (const command of commands) assert.match(command ?? '', /^apparatus\./);
  });

  it('lists the mentions in all sources, and marks those in this one', async () => {
    const at = rangeOf(first, 'Okafor').start;
    const references = await execute<vscode.Location[]>('vscode.executeReferenceProvider', first.uri, at);
    const names = new Set(references.map(({ uri }) => uri.path.split('/').at(-1)));
    assert.deepEqual([...names], [SECOND, FIRST]);
    const marked = await execute<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', first.uri, at);
    assert.deepEqual(
      marked.map(({ range }) => first.getText(range)).filter((words) => words.includes('Okafor')),
      ['Amara Okafor', 'Okafor'],
    );
  });

  it('finds entities by every one of their names', async () => {
    for (const query of ['Ada Lovelace', 'Okafor']) {
      const found = await execute<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
      assert.ok(
        found.some(({ name }) => name === query),
        query,
      );
    }
  });

  it('outlines paragraphs and quotations', async () => {
    const outline = await execute<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', first.uri);
    const quotations = outline.flatMap(({ children }) => children);
    assert.ok(quotations.some(({ name, detail }) => name.startsWith('The light') && detail === 'Ada Lovelace'));
  });

  it('reports findings with what they mean and their other sides', async () => {
    const isVariant = ({ code }: vscode.Diagnostic): boolean =>
      typeof code === 'object' && code.value === 'quotation-variant';
    const here = await diagnosticsOf(first.uri, (found) => found.some(isVariant));
    const finding = here.find(isVariant);
    assert.ok(finding?.relatedInformation?.some(({ location }) => location.uri.path.endsWith(SECOND)));
    const there = await diagnosticsOf(fileUri(SECOND), (found) => found.some(isVariant));
    assert.ok(there.find(isVariant)?.relatedInformation?.some(({ location }) => location.uri.path.endsWith(FIRST)));
    const code = finding?.code;
    assert.ok(typeof code === 'object');
    const { target } = code;
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /^# /);
  });

  it('offers to dismiss a finding, and shows it no more', async () => {
    const { uri } = (await openSource(SECOND)).document;
    const isMarks = ({ code }: vscode.Diagnostic): boolean =>
      typeof code === 'object' && code.value === 'quotation-marks';
    const finding = (await diagnosticsOf(uri, (found) => found.some(isMarks))).find(isMarks);
    const actions = await execute<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, finding?.range);
    const dismiss = actions.find(
      ({ command, title }) => command?.command === 'apparatus.dismissFinding' && title.includes('quotation-marks'),
    );
    assert.ok(dismiss?.command);
    await execute(dismiss.command.command, ...(dismiss.command.arguments ?? []), 'It is closed on the next page');
    await diagnosticsOf(uri, (found) => !found.some(isMarks));
    await execute('apparatus.undo');
    await diagnosticsOf(uri, (found) => found.some(isMarks));
  });

  it('follows edits before they are saved', async () => {
    const editor = await openSource(FIRST);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A VISIT\n\n'));
    const links = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', first.uri);
    const words = links.map(({ range }) => first.getText(range));
    assert.ok(words.includes('Ada Lovelace'), words.join());
    await execute('workbench.action.files.revert');
  });
});

describe('files that are no sources', () => {
  const LIST = 'wordlist.txt';

  before(activated);
  after(() => vscode.workspace.fs.delete(fileUri(LIST)));

  it('get no findings, no links and no hovers, and the status says why', async () => {
    await writeFile(LIST, 'alpha==1.0\nbeta==2.1\ngamma>=3\ndelta\nepsilon\n');
    const { document } = await openSource(LIST);
    const status = vscode.Uri.parse('apparatus-status:/Apparatus.md');
    await until('the status to name the file', async () =>
      (await vscode.workspace.openTextDocument(status)).getText().includes(LIST),
    );
    assert.deepEqual(await execute('vscode.executeLinkProvider', document.uri), []);
    assert.equal(await hoverText(document.uri, new vscode.Position(0, 1)), '');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
