import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, hoverText, rangeOf, readFile, until, writeFile } from './helpers.ts';
import { annotate, leave, openRead } from './sources.ts';

const TEXT = 'Ada Lovelace wrote to Port Meridian on Monday. General Okafor answered her letter the next day.\n';

interface Page {
  readonly '@context': unknown;
  readonly type: string;
  readonly items: readonly { readonly id: string; readonly target: unknown; readonly body: unknown }[];
}

/** The source of the test that runs: each has its own, as undo remembers what became of a sidecar of the same name. */
let name = '';
let content = '';
const sidecar = (): string => `${name}.anno.json`;
const page = async (): Promise<Page> => JSON.parse(await readFile(sidecar())) as Page;

describe('notes', () => {
  let count = 0;

  before(activated);

  beforeEach(async () => {
    count += 1;
    name = `notes-${count}.txt`;
    // a text of its own: a source like one that was just deleted would be taken for it, renamed
    content = `${TEXT}\nLetter ${count}.\n`;
    await writeFile(name, content);
  });

  afterEach(async () => {
    await leave(sidecar(), name);
  });

  it('are written to the sidecar as a W3C page, and the source is left alone', async () => {
    await annotate(await openRead(name), 'Port Meridian', 'Where is it? #place');
    const { '@context': context, type, items } = await until('the sidecar', page);
    assert.match(JSON.stringify(context), /http:\/\/www\.w3\.org\/ns\/anno\.jsonld/);
    assert.equal(type, 'AnnotationPage');
    assert.equal(items.length, 1);
    assert.match(JSON.stringify(items[0]?.target), /"exact":"Port Meridian"/);
    assert.match(JSON.stringify(items[0]?.body), /"value":"place"/);
    assert.equal(await readFile(name), content);
  });

  it('are there again after everything is read anew', async () => {
    const editor = await openRead(name);
    await annotate(editor, 'Port Meridian', 'A harbour');
    await until('the sidecar', page);
    await vscode.commands.executeCommand('apparatus.reload');
    const at = rangeOf(editor.document, 'Meridian').start;
    await until('the note in the hover', async () => /A harbour/.test(await hoverText(editor.document.uri, at)));
  });

  it('follow their words through edits', async () => {
    const editor = await openRead(name);
    await annotate(editor, 'Okafor', 'Which Okafor?');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'PORT MERIDIAN\r\n\r\nIt is told that '));
    const at = rangeOf(editor.document, 'Okafor').start;
    await until('the note at its new place', async () => /Which Okafor/.test(await hoverText(editor.document.uri, at)));
    const before = rangeOf(editor.document, 'Port Meridian').start;
    assert.ok(!/Which Okafor/.test(await hoverText(editor.document.uri, before)));
  });

  it('can be undone and done again', async () => {
    const editor = await openRead(name);
    await annotate(editor, 'Monday', 'Which week?');
    await until('the sidecar', page);
    await vscode.commands.executeCommand('apparatus.undo');
    await until('the sidecar to go, as it would be empty', async () =>
      page().then(
        () => false,
        () => true,
      ),
    );
    await vscode.commands.executeCommand('apparatus.redo');
    const { items } = await until('the sidecar to come back', page);
    assert.match(JSON.stringify(items), /Which week/);
  });

  it('keep their offsets in code points, whatever the line ends and the byte order mark', async () => {
    const text =
      '\uFEFF😀 Ada Lovelace wrote a letter to her friend.\r\nGeneral Okafor answered it from Port Meridian.\r\n';
    await writeFile(name, text);
    const editor = await openRead(name);
    await annotate(editor, 'Port Meridian', 'Here');
    const { items } = await until('the sidecar', page);
    const start = [...text.replace('\uFEFF', '').replaceAll('\r\n', '\n').split('Port')[0]!].length;
    assert.match(JSON.stringify(items[0]?.target), new RegExp(`"start":${start},"end":${start + 13}`));
    assert.equal(await readFile(name).then((now) => now.replace('\uFEFF', '')), text.replace('\uFEFF', ''));
    const at = rangeOf(editor.document, 'Meridian').start;
    await until('the note in the hover', async () => /Here/.test(await hoverText(editor.document.uri, at)));
  });

  it('never overwrite a sidecar that cannot be read', async () => {
    const broken = '{ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [';
    await writeFile(sidecar(), broken);
    const editor = await openRead(name);
    await annotate(editor, 'Monday', 'Not lost');
    const at = rangeOf(editor.document, 'Monday').start;
    await until('the note in the hover, with where it is', async () =>
      /only in the journal[^]*Not lost/.test(await hoverText(editor.document.uri, at)),
    );
    await vscode.commands.executeCommand('apparatus.reload');
    assert.equal(await readFile(sidecar()), broken);
    await until('the note in the hover, from the journal', async () =>
      /Not lost/.test(await hoverText(editor.document.uri, at)),
    );
    const problems = vscode.languages.getDiagnostics(fileUri(sidecar()));
    assert.ok(problems.some(({ source }) => source === 'apparatus'));
    const status = await vscode.workspace.openTextDocument(vscode.Uri.parse('apparatus-status:/Apparatus.md'));
    assert.match(status.getText(), /notes-\d\.txt\.anno\.json/);
  });
});
