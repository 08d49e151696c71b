import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, hoverText, openSource, rangeOf, readFile, until, writeFile } from './helpers.ts';
import { annotate, leave, remove, run, select } from './sources.ts';

const NAME = 'decisions-letter.txt';
const OTHER = 'decisions-report.txt';
const TEXT = [
  'Ada Lovelace wrote to the harbour office on Monday. She had met Zora Okafor there, and told her friends of it.',
  '',
  'Lovelace was pleased with the answer. Okafor said that Lovelace had been right about the engine.',
  '',
].join('\n');
const REPORT =
  'Ada Lovelace came to the meeting on Tuesday. Zora Okafor spoke first, and everybody listened to what she said.\n';
const AUTHORITY = 'apparatus.json';
const SIDECAR = `${NAME}.anno.json`;

interface Authority {
  readonly entities: readonly {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly names?: readonly string[];
    readonly same?: readonly string[];
    readonly notNames?: readonly string[];
  }[];
  readonly different?: readonly (readonly string[])[];
  readonly notNames?: readonly string[];
}

const authority = async (): Promise<Authority> => JSON.parse(await readFile(AUTHORITY)) as Authority;

/** Folder and id of the entity that the words name; undefined where they name none. */
async function entityAt(
  { document }: vscode.TextEditor,
  words: string,
  occurrence = 0,
): Promise<[string, string] | undefined> {
  const position = rangeOf(document, words, occurrence).start.translate(0, 1);
  const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const query = links[0]?.targetUri?.query;
  return query === undefined ? undefined : (JSON.parse(query) as [string, string]);
}

const idAt = async (editor: vscode.TextEditor, words: string, occurrence = 0): Promise<string | undefined> =>
  (await entityAt(editor, words, occurrence))?.[1];

const place = ({ document }: vscode.TextEditor, words: string, occurrence = 0): { uri: string; offset: number } => ({
  uri: document.uri.toString(),
  offset: document.offsetAt(rangeOf(document, words, occurrence).start),
});

/** Whether something is there now; what cannot be read yet is not. */
const isSo = async (probe: () => boolean | Promise<boolean>): Promise<boolean> => {
  try {
    return await probe();
  } catch {
    return false;
  }
};

/**
 * One decision: it holds for the entities, it stands in the file where it belongs, is taken back in both, and done again in both.
 */
async function check(
  decide: () => Thenable<unknown>,
  holds: () => boolean | Promise<boolean>,
  onDisk: () => boolean | Promise<boolean>,
): Promise<void> {
  const both = async (wanted: boolean, when: string): Promise<void> => {
    await until(`it to ${wanted ? 'hold' : 'be gone'} ${when}`, async () => (await isSo(holds)) === wanted);
    await until(
      `the file ${wanted ? 'to say so' : 'to say nothing of it'} ${when}`,
      async () => (await isSo(onDisk)) === wanted,
    );
  };
  await both(false, 'before');
  await decide();
  await both(true, 'when it is made');
  await run('undo');
  await both(false, 'when it is undone');
  await run('redo');
  await both(true, 'when it is done again');
}

/** Makes one of the two entities that these words name. */
async function makeOne(editor: vscode.TextEditor, a: string, b: string): Promise<void> {
  const [first, second] = [await entityAt(editor, a), await entityAt(editor, b)];
  assert.ok(first && second);
  await run('sameAs', { folder: first[0], entities: [first[1], second[1]] });
}

async function openLetter(): Promise<vscode.TextEditor> {
  const editor = await openSource(NAME);
  await until('the names to be read', () => idAt(editor, 'Ada Lovelace'));
  await until('the report to be read', async () =>
    (
      await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        editor.document.uri,
        rangeOf(editor.document, 'Lovelace').start,
      )
    ).some(({ uri }) => uri.path.endsWith(OTHER)),
  );
  return editor;
}

/** Labels of the hints that are shown in a document. */
async function hintsIn(document: vscode.TextDocument): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, whole);
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

describe('decisions', () => {
  before(activated);

  beforeEach(async () => {
    await writeFile(NAME, TEXT);
    await writeFile(OTHER, REPORT);
  });

  afterEach(async () => {
    await leave();
    assert.equal(await readFile(NAME), TEXT);
    // What waits to be saved is saved first, and would be there again else.
    await run('reload');
    await remove(AUTHORITY, SIDECAR, NAME, OTHER);
    await run('reload');
  });

  it('make two entities one, for every source and after a reload, and are undone', async () => {
    const editor = await openLetter();
    assert.notEqual(await idAt(editor, 'Ada Lovelace'), await idAt(editor, 'Zora Okafor'));
    await makeOne(editor, 'Ada Lovelace', 'Zora Okafor');
    const id = await idAt(editor, 'Ada Lovelace');
    assert.match(id ?? '', /^urn:uuid:/);
    assert.equal(await idAt(editor, 'Okafor said'), id);
    await until('the authority file', authority);
    await run('reload');
    await until('the entity to be one again', async () => (await idAt(editor, 'Zora Okafor')) === id);
    assert.equal(await idAt(editor, 'Ada Lovelace'), id);
    await run('undo');
    assert.notEqual(await idAt(editor, 'Ada Lovelace'), await idAt(editor, 'Zora Okafor'));
    await until('the file to go, as it would be empty', async () =>
      authority().then(
        () => false,
        () => true,
      ),
    );
    await run('redo');
    assert.equal(await idAt(editor, 'Zora Okafor'), id);
  });

  it('take a name from an entity', async () => {
    const editor = await openLetter();
    assert.equal(await idAt(editor, 'Lovelace was'), await idAt(editor, 'Ada Lovelace'));
    await run('takeName', place(editor, 'Ada Lovelace'), undefined, 'Lovelace');
    assert.notEqual(await idAt(editor, 'Lovelace was'), await idAt(editor, 'Ada Lovelace'));
  });

  it('rename by F2: the name changes, no source does', async () => {
    const editor = await openLetter();
    const at = rangeOf(editor.document, 'Okafor said').start;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      at,
      'Zora N. Okafor',
    );
    assert.equal(edit.size, 0);
    assert.match(await hoverText(editor.document.uri, at), /Zora N\\?\. Okafor/);
    const { entities } = await until('the authority file', authority);
    assert.deepEqual(
      entities.map(({ name, names }) => [name, names]),
      [['Zora N. Okafor', ['Zora Okafor']]],
    );
    assert.ok(!editor.document.isDirty);
    await run('undo');
    assert.ok(!/Zora N/.test(await hoverText(editor.document.uri, at)));
  });

  it('split a mention off, and find it again after an edit', async () => {
    const editor = await openLetter();
    const before = await idAt(editor, 'Ada Lovelace');
    await run('splitOff', place(editor, 'Lovelace was'), undefined, { scope: 'mention', name: 'Byron Lovelace' });
    const other = await idAt(editor, 'Lovelace was');
    assert.notEqual(other, before);
    assert.equal(await idAt(editor, 'Lovelace had'), before);
    assert.match(
      await hoverText(editor.document.uri, rangeOf(editor.document, 'Lovelace was').start),
      /Byron Lovelace/,
    );
    const sidecar = await until('the sidecar', () => readFile(SIDECAR));
    assert.match(sidecar, /"identifying"/);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A letter from the harbour.\n\n'));
    await until('the mention at its new place', async () => (await idAt(editor, 'Lovelace was')) === other);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('say that words are no name, here or anywhere', async () => {
    const editor = await openLetter();
    await run('notAName', place(editor, 'Zora Okafor'), undefined, 'here');
    assert.equal(await idAt(editor, 'Zora Okafor'), undefined);
    await run('undo');
    await run('notAName', place(editor, 'Zora Okafor'), undefined, 'everywhere');
    assert.equal(await idAt(editor, 'Zora Okafor'), undefined);
    await run('undo');
    assert.ok(await idAt(editor, 'Zora Okafor'));
  });

  it('mark a misspelling, which stays in the source', async () => {
    const editor = await openLetter();
    await run('markMisspelt', place(editor, 'Lovelace had'));
    const sidecar = await until('the sidecar', () => readFile(SIDECAR));
    assert.match(sidecar, /"sic"/);
    assert.equal(await idAt(editor, 'Lovelace had'), await idAt(editor, 'Ada Lovelace'));
  });

  it('link an entity to an authority, which hover and dossier show', async () => {
    const editor = await openLetter();
    const iri = 'http://www.wikidata.org/entity/Q7259';
    await run('linkToAuthority', place(editor, 'Ada Lovelace'), undefined, iri);
    const at = rangeOf(editor.document, 'Ada Lovelace').start;
    assert.match(await hoverText(editor.document.uri, at), /wikidata\.org\/entity\/Q7259/);
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      at,
    );
    const dossier = await vscode.workspace.openTextDocument(link!.targetUri);
    assert.match(dossier.getText(), /wikidata\.org\/entity\/Q7259/);
    const { entities } = await until('the authority file', authority);
    assert.deepEqual(entities[0]?.same, [iri]);
  });

  it('of every kind hold, are written where they belong, and are undone and done again', async () => {
    const editor = await openLetter();
    const { document } = editor;
    const saysAt = (words: string, pattern: RegExp) => async (): Promise<boolean> =>
      pattern.test(await hoverText(document.uri, rangeOf(document, words).start.translate(0, 1)));
    const [folder, ada] = (await entityAt(editor, 'Ada Lovelace'))!;
    const zora = (await idAt(editor, 'Zora Okafor'))!;
    const inSidecar = (pattern: RegExp) => async (): Promise<boolean> => pattern.test(await readFile(SIDECAR));
    const entity = async (name: string) => (await authority()).entities.find((each) => each.name === name);

    const kinds: readonly [string, ...Parameters<typeof check>][] = [
      [
        'change of type',
        () => run('changeType', place(editor, 'Zora Okafor'), undefined, 'organization'),
        saysAt('Zora Okafor', /organization/i),
        async () => (await entity('Zora Okafor'))?.type === 'organization',
      ],
      [
        'several at once from the tree',
        () => run('changeType', { folder, entities: [ada, zora] }, undefined, 'work'),
        saysAt('Ada Lovelace', /\bwork\b/i),
        async () => (await authority()).entities.filter(({ type }) => type === 'work').length === 2,
      ],
      [
        'accept',
        () => run('acceptEntity', place(editor, 'Ada Lovelace')),
        async () => ((await idAt(editor, 'Lovelace was')) ?? '').startsWith('urn:uuid:'),
        async () => (await entity('Ada Lovelace')) !== undefined,
      ],
      [
        'merge of what is selected',
        () => run('sameAs', { folder, entities: [ada, zora] }),
        async () => (await idAt(editor, 'Ada Lovelace')) === (await idAt(editor, 'Zora Okafor')),
        async () => (await entity('Ada Lovelace'))?.names?.includes('Zora Okafor') ?? false,
      ],
      [
        'split from the tree',
        () =>
          run('splitOff', { folder, entities: [ada] }, undefined, {
            sources: [document.uri.toString()],
            name: 'Byron Lovelace',
          }),
        saysAt('Ada Lovelace', /Byron Lovelace/),
        async () => (await inSidecar(/"identifying"/)()) && (await entity('Byron Lovelace')) !== undefined,
      ],
      [
        'a name taken',
        () => run('takeName', place(editor, 'Ada Lovelace'), undefined, 'Lovelace'),
        async () => (await idAt(editor, 'Lovelace was')) !== (await idAt(editor, 'Ada Lovelace')),
        async () => (await entity('Ada Lovelace'))?.notNames?.includes('Lovelace') ?? false,
      ],
      [
        'kept apart',
        () => run('notSameAs', { folder, entities: [ada, zora] }),
        async () => (await authority()).different?.length === 1,
        async () => (await authority()).different?.length === 1,
      ],
      [
        'no name anywhere',
        () => run('notAName', place(editor, 'Zora Okafor'), undefined, 'everywhere'),
        async () => (await idAt(editor, 'Zora Okafor')) === undefined,
        async () => (await authority()).notNames?.includes('person:zora okafor') ?? false,
      ],
      [
        'no name here',
        () => run('notAName', place(editor, 'Zora Okafor'), undefined, 'here'),
        async () => (await idAt(editor, 'Zora Okafor')) === undefined,
        inSidecar(/rdf-syntax-ns#nil/),
      ],
      [
        'misspelt in the source',
        () => run('markMisspelt', place(editor, 'Lovelace had')),
        async () => (await hintsIn(document)).join() === '[sic]',
        inSidecar(/"value": ?"sic"/),
      ],
      [
        'rename from the tree',
        () => run('renameEntity', { folder, entities: [zora] }, undefined, 'Zora  N. Okafor '),
        saysAt('Okafor said', /Zora N\\?\. Okafor/),
        async () => (await entity('Zora N. Okafor'))?.names?.includes('Zora Okafor') ?? false,
      ],
      [
        'a missed name, wherever it stands',
        async () => {
          await select(editor, 'harbour office');
          await run('addMention', { type: 'organization', scope: 'everywhere' });
        },
        async () => ((await idAt(editor, 'harbour office')) ?? '').startsWith('urn:uuid:'),
        async () => (await inSidecar(/"identifying"/)()) && (await entity('harbour office'))?.type === 'organization',
      ],
    ];
    for (const [kind, ...decision] of kinds) {
      try {
        await check(...decision);
      } catch (error) {
        throw new Error(`${kind}: ${String(error)}`, { cause: error });
      }
      await run('undo');
    }
    assert.equal(document.getText(), TEXT);
  }).timeout(120_000);

  it('give an entity an id for a note that speaks of it, which the dossier then lists under any name', async () => {
    const editor = await openLetter();
    const [folder, zora] = (await entityAt(editor, 'Zora Okafor'))!;
    const id = 'urn:uuid:00000000-0000-4000-8000-000000000077';
    await run('keepEntity', folder, zora, id);
    assert.equal(await idAt(editor, 'Okafor said'), id);
    await annotate(editor, 'the answer', `Did [Zora Okafor](${id}) write it?`);
    const sidecar = await until('the note', () => readFile(SIDECAR));
    const { items } = JSON.parse(sidecar) as { items: { body: { purpose?: string; source?: string }[] }[] };
    assert.ok(items[0]!.body.some(({ purpose, source }) => purpose === 'linking' && source === id));
    await run('renameEntity', { folder, entities: [id] }, undefined, 'Zora N. Okafor');
    const at = rangeOf(editor.document, 'the answer').start;
    assert.match(
      await hoverText(editor.document.uri, at),
      /\[Zora Okafor\]\(command:apparatus\.showDossier\S+ "Dossier of Zora N\. Okafor"\)/,
    );
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      rangeOf(editor.document, 'Okafor said').start,
    );
    const dossier = await vscode.workspace.openTextDocument(link!.targetUri);
    assert.match(
      dossier.getText(),
      /^# Zora N\. Okafor\n[^]*## Notes\n\n- \S*decisions-letter\.txt:3 · “the answer”: Did Zora Okafor write it\?/,
    );
  });

  it('are offered at a name, and without a bulb at every name', async () => {
    const editor = await openLetter();
    const range = rangeOf(editor.document, 'Zora Okafor');
    const actions = async (kind: string): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          range,
          kind,
        )
      ).map(({ command }) => command?.command ?? '');
    assert.ok((await actions('refactor')).includes('apparatus.sameAs'));
    assert.deepEqual(await actions('quickfix'), []);
  });

  it('that contradict each other are told at their lines, and the rest holds', async () => {
    const id = (digit: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`;
    const file = {
      version: 1,
      entities: [
        { id: id(1), type: 'person', name: 'Ada King', names: ['Ada Lovelace'] },
        { id: id(2), type: 'person', name: 'Zora', names: ['Ada Lovelace'] },
      ],
      different: [[id(1), id(3)]],
    };
    await writeFile(AUTHORITY, JSON.stringify(file, null, 1));
    const editor = await openLetter();
    await until('the decision to hold', async () => (await idAt(editor, 'Ada Lovelace')) === id(1));
    const problems = await until('problems of the file', () => {
      const found = vscode.languages.getDiagnostics(fileUri(AUTHORITY));
      return found.length >= 2 ? found : undefined;
    });
    const text = (await readFile(AUTHORITY)).split('\n');
    const told = problems.map(({ code, range }) => `${code as string} ${text[range.start.line]?.trim().slice(0, 14)}`);
    assert.ok(told.includes('authority-name-claimed-twice "Ada Lovelace"'), told.join('; '));
    assert.ok(
      told.some((each) => each.startsWith('authority-unknown-entity')),
      told.join('; '),
    );
  });
});
