import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, hoverText, rangeOf, readFile, until, writeFile } from './helpers.ts';
import { content, items, name, saved, sidecar, tagsOf, useNotedSource, type Item } from './notedSource.ts';
import { openRead, run, select } from './sources.ts';

describe('what is done with notes', () => {
  useNotedSource('annotations', 'out.csv', 'out.jsonld', 'out.md', 'new-version.bak');

  it('tags, once more, and by number', async () => {
    const editor = await openRead(name);
    await select(editor, 'Ada Lovelace');
    await run('tag', ['person-of-note']);
    await select(editor, 'General Okafor');
    await run('repeatTag');
    await select(editor, 'Port Meridian');
    await run('tagByNumber', 1);
    await run('tag', ['harbour']);
    const all = await saved('four tags', (each) => each.flatMap(tagsOf).length === 4);
    assert.equal(all.length, 3);
    assert.deepEqual(all.map((item) => tagsOf(item).join(' ')).sort(), [
      'person-of-note',
      'person-of-note',
      'person-of-note harbour',
    ]);
    assert.ok(all.every(({ motivation }) => motivation === 'tagging'));
  });

  it('renames a tag everywhere, and undo takes it back', async () => {
    const editor = await openRead(name);
    await select(editor, 'Ada Lovelace');
    await run('tag', ['old-name']);
    await saved('the tag', (all) => all.flatMap(tagsOf).includes('old-name'));
    await run('renameTag', 'old-name', 'new-name');
    await saved('the new name', (all) => all.flatMap(tagsOf).includes('new-name'));
    await run('undo');
    await saved('the old name', (all) => all.flatMap(tagsOf).includes('old-name'));
  });

  it('makes one of two tags, and undo parts them again', async () => {
    const editor = await openRead(name);
    await writeFile('apparatus.json', '{"version":1,"tags":[{"name":"#ship"},{"name":"#boat","color":"#0072b2"}]}');
    for (const [words, tag] of [
      ['Ada Lovelace', 'ship'],
      ['General Okafor', 'boat'],
      ['Port Meridian', 'ship'],
    ] as const) {
      await select(editor, words);
      await run('tag', [tag]);
    }
    const counted = (tag: string) => (all: readonly Item[]) =>
      all.flatMap(tagsOf).filter((each) => each === tag).length;
    await saved('three tags', (all) => all.length === 3);
    await run('renameTag', 'ship', 'boat');
    await saved('one tag', (all) => counted('boat')(all) === 3);
    await until('one tag in the codebook', async () => !/#ship/.test(await readFile('apparatus.json')));
    await run('undo');
    await saved('two tags', (all) => counted('ship')(all) === 2 && counted('boat')(all) === 1);
    await until('both in the codebook', async () => /#ship/.test(await readFile('apparatus.json')));
  });

  it('has a key for each of the first nine tags, in the order of the codebook', async () => {
    const tags = Array.from({ length: 9 }, (_, at) => `number-${at + 1}`);
    await writeFile('apparatus.json', JSON.stringify({ version: 1, tags: tags.map((tag) => ({ name: `#${tag}` })) }));
    const editor = await openRead(name);
    await until('the codebook', async () => {
      await select(editor, 'General Okafor');
      await run('tagByNumber', 9);
      return (await items()).flatMap(tagsOf).includes('number-9');
    });
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) await run('tagByNumber', at);
    const all = await saved('nine tags', ([item]) => item !== undefined && tagsOf(item).length === 9);
    assert.deepEqual(tagsOf(all[0]!), ['number-9', ...tags.slice(0, 8)]);
    const extension = await activated();
    const { contributes } = extension.packageJSON as {
      contributes: { keybindings: readonly { command: string; key: string; args?: unknown }[] };
    };
    const keys = contributes.keybindings.filter(({ command }) => command === 'apparatus.tagByNumber');
    assert.deepEqual(
      keys.map(({ key, args }) => [key, args]),
      tags.map((_, at) => [`ctrl+k ${at + 1}`, at + 1]),
    );
  });

  it('asks, and links across a source', async () => {
    const editor = await openRead(name);
    await select(editor, 'three more weeks');
    await run('question', 'From when on?');
    await select(editor, 'Port Meridian');
    await run('linkSpans');
    await select(editor, 'Port Meridian', 1);
    await run('linkSpans');
    const all = await saved('a question and a link', (each) => each.length === 2);
    const [question, link] = ['questioning', 'linking'].map((wanted) => all.find((item) => item.motivation === wanted));
    assert.equal(question?.body?.[0]?.value, 'From when on?');
    assert.equal(link?.body?.[0]?.source, name);
    assert.match(JSON.stringify(link), /"exact":"Port Meridian"[^]*"exact":"Port Meridian"/);
    const at = () => vscode.window.activeTextEditor?.selection;
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ] as const) {
      await select(editor, 'Port Meridian', from);
      await run('followLink');
      const there = rangeOf(editor.document, 'Port Meridian', to);
      await until(`the end number ${to}`, () => at()?.start.isEqual(there.start));
    }
  });

  it('describes a source, and dates are reckoned from it at once', async () => {
    const editor = await openRead(name);
    await run('describeSource', editor.document.uri, { date: '2031-05-14', outlet: 'Meridian Gazette' });
    const [item] = await saved('the facts', (all) => all.length === 1);
    assert.equal(item?.motivation, 'describing');
    const at = rangeOf(editor.document, 'last Monday').start.translate(0, 6);
    await until('the Monday in that May', async () =>
      /May[^.]* 2031|2031-05/.test(await hoverText(editor.document.uri, at)),
    );
  });

  it('copies words with their reference', async () => {
    const editor = await openRead(name);
    await run('describeSource', editor.document.uri, {
      date: '2031-05-14',
      outlet: 'Meridian Gazette',
      author: 'Lovelace, Ada',
    });
    await select(editor, 'Nobody in Port Meridian was surprised');
    await run('copyQuotation', 'plain');
    const text = await vscode.env.clipboard.readText();
    assert.match(
      text,
      /^“Nobody in Port Meridian was surprised” \(Lovelace, Ada, .*Meridian Gazette, 2031-05-14, annotations-\d+\.txt, line 3\)\n$/,
    );
    await run('copyQuotation', 'csl');
    const [csl] = JSON.parse(await vscode.env.clipboard.readText()) as { type: string; issued: unknown }[];
    assert.equal(csl?.type, 'article-newspaper');
    assert.deepEqual(csl?.issued, { 'date-parts': [[2031, 5, 14]] });
  });

  it('exports notes, and writes over nothing of the corpus', async () => {
    const editor = await openRead(name);
    await select(editor, 'General Okafor');
    await run('question', 'Which one, "the younger"?');
    await saved('the note', (all) => all.length === 1);
    const source = editor.document.uri.toString();
    await run('exportNotes', { format: 'csv', target: fileUri('out.csv'), source });
    const csv = await until('the table', () => readFile('out.csv'));
    assert.match(
      csv,
      /annotations-\d+\.txt,3,1,82,96,exact,1,open,questioning,General Okafor,"Which one, ""the younger""\?"/,
    );
    await run('exportNotes', { format: 'w3c', target: fileUri('out.jsonld'), source });
    const collection = JSON.parse(await until('the collection', () => readFile('out.jsonld'))) as { total: number };
    assert.equal(collection.total, 1);
    void run('exportNotes', { format: 'csv', target: editor.document.uri, source });
    void run('exportNotes', { format: 'csv', target: fileUri(sidecar()), source });
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await readFile(name), content);
    assert.equal((await items()).length, 1);
  });

  it('exports a dossier and notes as pages, which are no sources', async () => {
    const editor = await openRead(name);
    await select(editor, 'Ada Lovelace');
    await run('question', 'Who is she? <script>alert(1)</script>');
    await saved('the note', (all) => all.length === 1);
    const source = editor.document.uri.toString();
    await run('exportNotes', { format: 'markdown', target: fileUri('out.md'), source });
    const page = await until('the page', () => readFile('out.md'));
    assert.match(page, /^<!-- Exported by Apparatus[^]*## annotations-\d+\.txt[^]*> Ada Lovelace[^]*&lt;script>/);
    const symbols = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Lovelace',
    );
    const symbol = symbols.find(({ location }) => location.uri.toString() === source);
    assert.ok(symbol, 'the entity has a symbol in the source');
    void run('exportDossier', { format: 'markdown', target: fileUri('out.md') });
    const input = vscode.commands.executeCommand;
    await until('the dossier', async () => {
      await input('workbench.action.acceptSelectedQuickOpenItem');
      return /## (?:Names|Mentions)/.test(await readFile('out.md'));
    });
  });

  it('goes from note to note, around the ends', async () => {
    const editor = await openRead(name);
    for (const words of ['Ada Lovelace', 'General Okafor']) {
      await select(editor, words);
      await run('tag', ['x']);
    }
    const at = () => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection);
    await run('nextNote');
    assert.equal(at(), 'Ada Lovelace');
    await run('nextNote');
    assert.equal(at(), 'General Okafor');
    await run('previousNote');
    assert.equal(at(), 'Ada Lovelace');
  });

  it('goes through notes that lost their place, accepts one, and takes that back', async () => {
    await writeFile(name, content.replace('asked for three more weeks', 'asked him for four more long weeks'));
    const target = {
      type: 'SpecificResource',
      source: name,
      selector: {
        type: 'TextQuoteSelector',
        prefix: 'Ada Lovelace wrote to Port Meridian last Monday, and ',
        exact: 'asked for three more weeks',
        suffix: '.\n\nGeneral Okafor answered her letter',
      },
    };
    const item = { id: 'urn:uuid:00000000-0000-4000-8000-000000000077', type: 'Annotation', target };
    const context = 'http://www.w3.org/ns/anno.jsonld';
    const page = { '@context': context, id: sidecar(), type: 'AnnotationPage', items: [item] };
    await writeFile(sidecar(), JSON.stringify(page));
    await openRead(name);
    await until('the note to need a look', async () => {
      await run('nextUnsure');
      const editor = vscode.window.activeTextEditor;
      return editor && /four more/.test(editor.document.getText(editor.selection));
    });
    await run('acceptPlace');
    await saved('the new words', (all) => /"exact":"[^"]*four more/.test(JSON.stringify(all[0]?.target)));
    await run('revertPlace');
    await saved('the former words', (all) =>
      /"exact":"asked for three more weeks"/.test(JSON.stringify(all[0]?.target)),
    );
    await run('undo');
    await saved('the new words again', (all) => /"exact":"[^"]*four more/.test(JSON.stringify(all[0]?.target)));
  });

  it('shows what another version would do, and does nothing', async () => {
    const editor = await openRead(name);
    await select(editor, 'General Okafor');
    await run('question', 'Which one?');
    const before = await saved('the note', (all) => all.length === 1);
    await writeFile('new-version.bak', `PORT MERIDIAN, 14 May\n\n${content}`);
    await run('previewReplacement', editor.document.uri, fileUri('new-version.bak'));
    const page = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(page, /1 moved/);
    assert.match(page, /now: “General Okafor” · line 3\n- then: “General Okafor” · line 5 · 100 %/);
    assert.deepEqual(await items(), before);
  });
});
