/** What readers' folders are like: old encodings, hostile words, sidecars that others have broken, files that go. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, hoverText, openSource, rangeOf, readFile, until, writeFile } from './helpers.ts';
import { annotate, leave, openRead } from './sources.ts';

const { executeCommand } = vscode.commands;
const TEXT = 'Ada Lovelace wrote to Port Meridian on Monday. General Okafor answered her letter the next day.\n';

const hoverAt = (document: vscode.TextDocument, words: string): Promise<string> =>
  hoverText(document.uri, rangeOf(document, words).start);

const status = async (): Promise<string> =>
  (await vscode.workspace.openTextDocument(vscode.Uri.parse('apparatus-status:/Apparatus.md'))).getText();

describe('files as they come', () => {
  const made: string[] = [];
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    made.push(name, `${name}.anno.json`);
    if (typeof content === 'string') await writeFile(name, content);
    else await vscode.workspace.fs.writeFile(fileUri(name), content);
  };

  before(activated);
  afterEach(async () => {
    await leave(...made.splice(0));
  });

  it('in windows-1252 are read as such, whatever the editor makes of them, and can be shown so', async () => {
    const text = TEXT.replace('Lovelace', 'Lovelacé');
    await write(
      'robust-1252.txt',
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
    );
    const editor = await openRead('robust-1252.txt');
    assert.match(editor.document.getText(), /Lovelac\ufffd/);
    await annotate(editor, 'Ada Lovelac\ufffd', 'Who?');
    const sidecar = await until('the sidecar', () => readFile('robust-1252.txt.anno.json'));
    assert.match(sidecar, /"exact": ?"Ada Lovelacé"/);
    assert.match(await status(), /robust\S*1252\S*txt.*windows/);
    await executeCommand('apparatus.reopenAsDecoded');
    await until('the accent', () => editor.document.getText().includes('Lovelacé'));
    await until('the note in the hover', async () => /Who\?/.test(await hoverAt(editor.document, 'Lovelacé')));
    assert.equal(editor.document.isDirty, false);
  });

  it('may try to be markup: nothing of it is run, fetched or drawn', async () => {
    const evil = '[free](command:workbench.action.quit) ![x](https://example.org/t.png) <img src=x onerror=alert(1)>';
    await write(
      'robust-evil.txt',
      `${TEXT}“${evil} is what I was told,” Ada Lovelace said on Monday. She left the town.\n`,
    );
    const editor = await openRead('robust-evil.txt');
    await annotate(editor, 'Port Meridian', evil);
    await until('the sidecar', () => readFile('robust-evil.txt.anno.json'));
    const { document } = editor;
    const hovers: vscode.Hover[] = [];
    for (const words of ['Port Meridian', 'free', 'Ada Lovelace'])
      hovers.push(
        ...(await executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          rangeOf(document, words).start,
        )),
      );
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    assert.ok(
      contents.some(({ value }) => value.includes('free')),
      'the note is not shown',
    );
    for (const { value, isTrusted, supportHtml } of contents) {
      assert.ok(!supportHtml);
      assert.doesNotMatch(value, /!\[x\]\(|(?<!\\)<img/);
      // A link in a note may lead to a dossier or a place: VS Code runs no command but these.
      const commands = isTrusted === true ? ['any'] : isTrusted ? isTrusted.enabledCommands : [];
      assert.deepEqual(
        commands.filter((command) => !/^apparatus\.(?:showDossier|showReferences|goTo)$/.test(command)),
        [],
      );
    }
  });

  it('with CRLF, a byte order mark and emoji keep notes and findings in place', async () => {
    await write(
      'robust-crlf.txt',
      `\ufeff👩🏽‍🚀 ${TEXT.trim()}\r\n\r\n“The 👍 harbour was closed, General Okafor said.\r\n`,
    );
    const editor = await openRead('robust-crlf.txt');
    const { document } = editor;
    await annotate(editor, 'harbour', 'Which?');
    await until('the note', async () => /Which\?/.test(await hoverAt(document, 'harbour')));
    const open = await until('the finding', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(({ code }) => typeof code === 'object' && code.value === 'quotation-marks'),
    );
    assert.equal(document.getText(open.range)[0], '“');
  });

  const breakages: [name: string, content: string, told: RegExp][] = [
    ['of wrong types', '{"@context": 5, "type": "AnnotationPage", "items": {"a": [1]}}', /./],
    [
      'of a newer version',
      '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "apparatus:version": 99, "items": []}',
      /newer|version/,
    ],
    ['of ten megabytes of nothing', `{"items": "${'x'.repeat(10 * 1024 * 1024)}"`, /./],
  ];
  for (const [name, content, told] of breakages) {
    it(`a sidecar ${name}: said at the file, left as it is, and nothing is lost`, async () => {
      await write('robust-side.txt', TEXT);
      await writeFile('robust-side.txt.anno.json', content);
      const editor = await openRead('robust-side.txt');
      const sidecar = fileUri('robust-side.txt.anno.json');
      await until('the problem', () =>
        vscode.languages.getDiagnostics(sidecar).find(({ message }) => told.test(message)),
      );
      await annotate(editor, 'Monday', 'Not lost');
      await until('the note', async () => /Not lost/.test(await hoverAt(editor.document, 'Monday')));
      await executeCommand('apparatus.reload');
      assert.equal(await readFile('robust-side.txt.anno.json'), content);
      await until('the note, from the journal', async () => /Not lost/.test(await hoverAt(editor.document, 'Monday')));
      await executeCommand('apparatus.undo');
    });
  }

  it('a sidecar deleted under us: said, and undo brings the notes back', async () => {
    await write('robust-gone.txt', TEXT);
    const editor = await openRead('robust-gone.txt');
    await annotate(editor, 'Monday', 'Which?');
    const sidecar = fileUri('robust-gone.txt.anno.json');
    await until('the sidecar', () => readFile('robust-gone.txt.anno.json'));
    await vscode.workspace.fs.delete(sidecar);
    await until('the message', async () => /robust\S*gone[^\n]*deleted outside/.test(await status()));
    await executeCommand('apparatus.undo');
    await until('the sidecar again', async () => /Which\?/.test(await readFile('robust-gone.txt.anno.json')));
  });

  it('that are huge or go while they are read trouble nobody', async () => {
    await write('robust-huge.txt', TEXT.repeat(60_000));
    await write('robust-brief.txt', TEXT);
    await vscode.workspace.fs.delete(fileUri('robust-brief.txt'));
    await until('the status', async () => /robust\S*huge[^\n]*5\\?\.\d MB/.test(await status()));
    const { document } = await openSource('robust-huge.txt');
    assert.equal(await hoverText(document.uri, new vscode.Position(0, 1)), '');
    await until('the brief one to be forgotten', async () => !/robust\S*brief/.test(await status()));
  });

  it('of code, lists and settings get no findings and no messages', async () => {
    const files: Readonly<Record<string, string>> = {
      'requirements.txt': 'alpha==1.0\nbeta>=2,<3\n',
      'robots.txt': 'User-agent: *\nDisallow: /private\n',
      'robust-code.txt':
        'def walk(path):\n    # Walks the path that was given.\n    for name in path:\n        print(name)\n',
      'robust-words.txt': 'harbour\nquay\nship\nsmoke\nbridge\nmorning\nrain\nstreet\n',
    };
    for (const [name, text] of Object.entries(files)) await write(name, text);
    for (const name of Object.keys(files)) {
      const { document } = await openSource(name);
      await until('the status', async () => (await status()).includes(name));
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      assert.deepEqual(await executeCommand('vscode.executeLinkProvider', document.uri), []);
      assert.equal(await hoverText(document.uri, new vscode.Position(0, 1)), '');
    }
  });

  it('that are many can be laid aside and taken up again, and what is opened is read all the same', async () => {
    const things = ['harbour', 'lamp', 'ferry', 'letter', 'engine', 'quay', 'crate', 'bell', 'clerk', 'rope', 'sail'];
    const thing = (at: number): string => things[at % things.length]!;
    const names = Array.from({ length: 40 }, (_, at) => `robust-many-${at}.txt`);
    for (const [at, name] of names.entries()) {
      const told = Array.from(
        { length: 60 },
        (_, i) =>
          `The ${thing(at * 7 + i)} and the ${thing(i * at + 3)} were seen beside a ${thing(at + i * i)} that day. `,
      );
      await write(name, `${TEXT}${told.join('')}\n`);
    }
    const waiting = /stopped: \d+ files wait/;
    const reloading = executeCommand('apparatus.reload');
    await until('files that wait', async () => {
      await executeCommand('apparatus.stopReading');
      return waiting.test(await status());
    });
    await reloading;
    const { document } = await openRead(names.at(-1)!);
    assert.match(await hoverAt(document, 'Port Meridian'), /Meridian/);
    assert.match(await status(), waiting);
    await executeCommand('apparatus.resumeReading');
    await until('all to be read', async () => !/Reading/.test(await status()), 30_000);
  });
});
