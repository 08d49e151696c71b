import assert from 'node:assert/strict';
import { FOLDER, fixture, idle, memoryPorts, type MemoryOptions, type MemoryPorts } from '../testing/index.ts';
import { openSession, sidecarOf, type Session } from './index.ts';

export interface Opened {
  readonly session: Session;
  readonly ports: MemoryPorts;
}

export async function open(files: string, options: MemoryOptions = {}): Promise<Opened> {
  const ports = memoryPorts(files, options);
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return { session, ports };
}

const A = `${FOLDER}/a.txt`;
const B = `${FOLDER}/b.txt`;

describe('session: sources', () => {
  it('reads what the folder holds, and says so', async () => {
    const { session } = await open(
      '//- /a.txt\nAda came.\n//- /b.txt\nAda left.\n//- /c.md\nAda\n//- /node_modules/x.txt\nAda',
    );
    assert.deepEqual(session.snapshot().corpus.uris(), [A, B]);
    assert.deepEqual(
      session.status().files.map(({ uri, taken, reason, encoding }) => [uri, taken, reason.code, encoding?.encoding]),
      [
        [A, true, 'file-any-text', 'utf-8'],
        [B, true, 'file-any-text', 'utf-8'],
      ],
    );
    assert.equal(session.status().progress, null);
  });

  it('passes over what is no prose, no text, too large or unreadable, each with its reason', async () => {
    const { session, ports } = await open('', { settings: { prose: 'test', maxSourceBytes: 2000 } });
    const put: [name: string, content: string | Uint8Array, reason: string][] = [
      ['binary.txt', Uint8Array.of(1, 0, 2), 'file-binary'],
      ['empty.txt', '', 'file-empty'],
      [
        'exported.txt',
        '<!-- Exported by Apparatus, not a source -->\n\n# Notes\n\nAda came to the harbour.',
        'file-exported',
      ],
      ['large.txt', 'x'.repeat(3000), 'file-too-large'],
      ['locked.txt', 'x', 'file-no-permission'],
      ['requirements-dev.txt', 'Ada came to the harbour at dawn, and nobody saw her leave.', 'file-known-name'],
      ['text.txt', 'Ada came to the harbour at dawn, and nobody saw her leave.', 'file-prose'],
    ];
    for (const [name, content] of put) ports.files.put(`${FOLDER}/${name}`, content);
    ports.files.failures.set(`${FOLDER}/locked.txt`, 'no-permission');
    session.filesChanged(put.map(([name]) => ({ uri: `${FOLDER}/${name}`, kind: 'created' })));
    await ports.clock.advance(0);
    assert.deepEqual(
      session.status().files.map(({ uri, reason }) => [uri.slice(FOLDER.length + 1), reason.code]),
      put.map(([name, , reason]) => [name, reason]),
    );
    assert.deepEqual(session.snapshot().corpus.uris(), [`${FOLDER}/text.txt`]);
  });

  it('takes sources by name where it is told to', async () => {
    const ports = memoryPorts('//- /a.txt\nAda\n//- /b.txt\nAda', { settings: { prose: 'test' } });
    const session = openSession({ folder: FOLDER, ports, roots: [B, `${FOLDER}/gone.txt`] });
    await session.ready;
    assert.deepEqual(session.snapshot().corpus.uris(), [B]);
    assert.deepEqual(
      session.status().files.map(({ reason }) => reason),
      [
        { code: 'file-named', args: [] },
        { code: 'file-not-found', args: [] },
      ],
    );
  });

  it('follows files that change, come and go', async () => {
    const { session, ports } = await open('//- /a.txt\nAda');
    const changes: string[][] = [];
    session.onDidChange(({ sources }) => void changes.push([...sources]));
    ports.files.put(A, 'Ada and Ada');
    ports.files.put(B, 'Ada');
    session.filesChanged([
      { uri: A, kind: 'changed' },
      { uri: B, kind: 'created' },
    ]);
    await idle();
    assert.deepEqual(changes.flat(), [A, B]);
    assert.equal(session.snapshot().corpus.source(A)!.reading.mentions.length, 2);
    ports.files.disk.contents.delete(A);
    session.filesChanged([{ uri: A, kind: 'deleted' }]);
    await idle();
    assert.deepEqual(session.snapshot().corpus.uris(), [B]);
  });

  it('reads nothing twice without need', async () => {
    const { session, ports } = await open('//- /a.txt\nAda');
    session.filesChanged([{ uri: A, kind: 'changed' }]);
    session.documentOpened(A, 'Ada');
    session.documentSaved(A);
    await ports.clock.advance(10_000);
    assert.equal(ports.reader.requests.length, 1);
  });

  it('goes on when a folder cannot be listed', async () => {
    const ports = memoryPorts('//- /a.txt\nAda');
    ports.files.list = () => Promise.reject(new Error('offline'));
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    assert.deepEqual(session.snapshot().corpus.uris(), []);
    assert.match(ports.log.lines.join(), /offline/);
  });
});

describe('session: open documents', () => {
  it('win over the file until they are closed', async () => {
    const { session, ports } = await open('//- /a.txt\nAda');
    session.documentOpened(A, 'Ada Ada');
    await idle();
    assert.equal(session.snapshot().corpus.source(A)!.reading.mentions.length, 2);
    ports.files.put(A, 'Nobody');
    session.filesChanged([{ uri: A, kind: 'changed' }]);
    await idle();
    assert.equal(session.text(A), 'Ada Ada');
    session.documentClosed(A);
    await idle();
    assert.equal(session.snapshot().corpus.source(A)!.reading.text, 'Nobody');
  });

  it('do not win with characters that the editor could not decode', async () => {
    const ports = memoryPorts('');
    const file = Buffer.from('Ada caf\xe9', 'latin1');
    ports.files.put(A, file);
    const session = openSession({ folder: FOLDER, ports });
    // before the file was read, and again after
    session.documentOpened(A, 'Ada caf\ufffd');
    await session.ready;
    assert.equal(session.text(A), 'Ada café');
    session.documentOpened(A, 'Ada caf\ufffd');
    assert.equal(session.text(A), 'Ada café');
    session.documentChanged(A, [{ start: 0, end: 0, text: '¡' }]);
    assert.equal(session.text(A), '¡Ada café');
    session.documentOpened(A, 'Eve caf\ufffd');
    assert.equal(session.text(A), 'Eve caf\ufffd');
  });

  it('are read after a pause in typing, once', async () => {
    const { session, ports } = await open('//- /a.txt\nAda', { settings: { readDelay: 300 } });
    session.documentOpened(A, 'Ada');
    for (const at of [3, 4, 5]) {
      session.documentChanged(A, [{ start: at, end: at, text: '!' }]);
      await ports.clock.advance(200);
    }
    assert.equal(session.text(A), 'Ada!!!');
    assert.equal(session.snapshot().corpus.source(A)!.reading.text, 'Ada');
    await ports.clock.advance(100);
    assert.equal(session.snapshot().corpus.source(A)!.reading.text, 'Ada!!!');
    assert.equal(ports.reader.requests.length, 2);
  });

  it('drop work that is overtaken', async () => {
    const { session, ports } = await open('//- /a.txt\nAda');
    session.documentOpened(A, 'Ada');
    ports.reader.hold = true;
    session.documentChanged(A, [{ start: 0, end: 3, text: 'Ada Ada' }]);
    await ports.clock.advance(1000);
    session.documentChanged(A, [{ start: 0, end: 0, text: 'Ada ' }]);
    const texts: string[] = [];
    session.onDidChange(({ snapshot }) => void texts.push(snapshot.corpus.source(A)!.reading.text));
    ports.reader.release();
    await ports.clock.advance(1000);
    assert.deepEqual(
      [...new Set(texts)].filter((text) => text !== 'Ada'),
      ['Ada Ada Ada'],
    );
  });

  it('can be waited for without the pause', async () => {
    const { session } = await open('//- /a.txt\nAda\n//- /b.txt\nAda');
    session.documentOpened(A, 'Ada');
    session.documentChanged(A, [{ start: 3, end: 3, text: ' Ada' }]);
    const snapshot = await session.settled(A);
    assert.equal(snapshot!.corpus.source(A)!.reading.text, 'Ada Ada');
    assert.equal(await session.settled(`${FOLDER}/gone.txt`), undefined);
  });

  it('end with their session', async () => {
    const { session, ports } = await open('//- /a.txt\nAda');
    session.documentOpened(A, 'Ada');
    session.documentChanged(A, [{ start: 3, end: 3, text: ' Ada' }]);
    const settled = session.settled(A);
    session.dispose();
    await settled;
    await ports.clock.advance(10_000);
    assert.equal(ports.reader.requests.length, 1);
  });
});

/** Annotates the words at which the cursor of the fixture stands, and writes the sidecar. */
export async function annotated(
  files: string,
  words: string,
  options: MemoryOptions = {},
): Promise<Opened & { id: string }> {
  const { cursor } = fixture(files);
  const opened = await open(files.replace('$0', ''), options);
  const start = cursor!.offset;
  const uri = FOLDER + cursor!.path;
  assert.equal(opened.session.text(uri)!.slice(start, start + words.length), words);
  const id = await opened.session.annotate(uri, { start, end: start + words.length }, { body: 'A #note.' });
  await opened.session.flush();
  return { ...opened, id };
}

const placed = (session: Session, id: string): string => {
  const { placement, source } = session.snapshot().note(id)!;
  return 'span' in placement
    ? `${placement.outcome}: ${session.text(source)!.slice(placement.span.start, placement.span.end)}`
    : placement.outcome;
};

describe('session: notes', () => {
  const FILES = '//- /a.txt\nOn Friday $0General Okafor left Port Meridian.\n//- /b.txt\nAda stayed.';

  it('are written to a sidecar and found again', async () => {
    const { session, ports, id } = await annotated(FILES, 'General Okafor');
    assert.equal(placed(session, id), 'exact: General Okafor');
    assert.deepEqual(session.snapshot().note(id)!.tags, ['note']);
    assert.equal(session.status().unsaved, 0);
    assert.match(ports.files.text(sidecarOf(A))!, /"General Okafor"/);
    const again = openSession({ folder: FOLDER, ports: { ...memoryPorts(), files: ports.files } });
    await again.ready;
    assert.equal(placed(again, id), 'exact: General Okafor');
  });

  it('follow edits, and their selectors follow when the source is saved', async () => {
    const { session, ports, id } = await annotated(FILES, 'General Okafor');
    session.documentOpened(A, session.text(A)!);
    session.documentChanged(A, [{ start: 0, end: 2, text: 'Late on' }]);
    assert.equal(placed(session, id), 'moved: General Okafor');
    session.documentChanged(A, [{ start: 23, end: 29, text: 'Adeyemi' }]);
    assert.equal(placed(session, id), 'moved: General Adeyemi');
    ports.files.put(A, session.text(A)!);
    session.documentSaved(A);
    await ports.clock.advance(10_000);
    assert.equal(placed(session, id), 'exact: General Adeyemi');
    assert.match(ports.files.text(sidecarOf(A))!, /"General Adeyemi"/);
  });

  it('are orphaned while their words are away', async () => {
    const { session, ports, id } = await annotated(FILES, 'General Okafor');
    const text = session.text(A)!;
    session.documentOpened(A, text);
    session.documentChanged(A, [{ start: 0, end: text.length, text: '' }]);
    await ports.clock.advance(10_000);
    assert.equal(placed(session, id), 'orphaned');
    session.documentChanged(A, [{ start: 0, end: 0, text }]);
    await ports.clock.advance(10_000);
    assert.equal(placed(session, id), 'exact: General Okafor');
  });

  it('are found again in a source that changed while nobody looked', async () => {
    const { ports, id } = await annotated(FILES, 'General Okafor');
    ports.files.put(A, 'It was told that on Friday General Okafor left Port Meridian by sea.');
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    assert.equal(placed(session, id), 'moved: General Okafor');
  });

  it('outlive their source', async () => {
    const { ports, id } = await annotated(FILES, 'General Okafor');
    ports.files.disk.contents.delete(A);
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    assert.equal(placed(session, id), 'unknown');
    assert.equal(session.snapshot().note(id)!.quote, 'General Okafor');
  });

  it('go with a source that is renamed, and links to it follow', async () => {
    const { session, ports, id } = await annotated(FILES, 'General Okafor');
    const link = await session.annotate(B, { start: 0, end: 3 }, { link: { source: A, span: { start: 10, end: 17 } } });
    const C = `${FOLDER}/old/c d.txt`.replace(' ', '%20');
    ports.files.put(C, ports.files.text(A)!);
    ports.files.disk.contents.delete(A);
    await session.filesRenamed([{ from: A, to: C }]);
    await ports.clock.advance(10_000);
    assert.equal(placed(session, id), 'exact: General Okafor');
    assert.equal(session.snapshot().note(id)!.source, C);
    assert.equal(ports.files.text(sidecarOf(A)), undefined);
    assert.match(ports.files.text(sidecarOf(C))!, /"c%20d.txt"/);
    assert.match(ports.files.text(sidecarOf(B))!, /"old\/c%20d.txt"/);
    assert.ok(session.snapshot().note(link));
  });

  it('stay when their folder is renamed, sidecars and all', async () => {
    const { session, ports, id } = await annotated(FILES.replaceAll('/a.txt', '/sub/a.txt'), 'General Okafor');
    const [from, to] = [`${FOLDER}/sub`, `${FOLDER}/sup`];
    for (const [uri, bytes] of [...ports.files.disk.contents]) {
      if (!uri.startsWith(`${from}/`)) continue;
      ports.files.put(uri.replace(from, to), bytes);
      ports.files.disk.contents.delete(uri);
    }
    session.filesChanged([{ uri: sidecarOf(`${from}/a.txt`), kind: 'deleted' }]);
    await session.filesRenamed([{ from, to }]);
    await ports.clock.advance(10_000);
    assert.equal(session.snapshot().note(id)!.source, `${to}/a.txt`);
    assert.equal(placed(session, id), 'exact: General Okafor');
    assert.deepEqual(session.status().problems, []);
  });

  it('hold the reader’s facts, and a date among them is read with', async () => {
    const { session, ports } = await open(FILES.replace('$0', ''));
    await session.setFacts(A, { date: '2026-03-06', outlet: 'Port Meridian Post' });
    await ports.clock.advance(10_000);
    assert.equal(session.snapshot().corpus.source(A)!.reading.sourceDate?.value, '2026-03-06');
    assert.deepEqual(session.facts(A), { date: '2026-03-06', outlet: 'Port Meridian Post' });
    await session.setFacts(A, {});
    await ports.clock.advance(10_000);
    assert.equal(session.snapshot().corpus.source(A)!.reading.sourceDate, null);
    assert.equal(ports.files.text(sidecarOf(A)), undefined, 'an empty page means no file');
  });

  it('refuse what cannot be', async () => {
    const { session } = await open(FILES.replace('$0', ''));
    await assert.rejects(session.annotate(`${FOLDER}/x.txt`, null, {}), {
      reason: { code: 'operation-no-source', args: [`${FOLDER}/x.txt`] },
    });
    await assert.rejects(session.annotate(A, { start: 5, end: 5 }, {}), {
      reason: { code: 'operation-bad-span', args: [5, 5] },
    });
    await assert.rejects(session.edit('urn:uuid:x', { body: '' }), { reason: { code: 'operation-no-note', args: [] } });
    assert.equal(session.undoable(), null);
  });
});

describe('session: undo and redo', () => {
  it('take back and do again, after a reload too', async () => {
    const ports = memoryPorts('//- /a.txt\nAda came.');
    let session = openSession({ folder: FOLDER, ports });
    const id = await session.ready.then(() => session.annotate(A, { start: 0, end: 3 }, { body: 'first' }));
    await session.edit(id, { body: 'second #x' });
    await session.reply(id, 'an answer');
    await session.flush();
    const bodies = (): unknown[] =>
      session
        .snapshot()
        .notes(A)
        .map(({ body, tags, replies }) => [body, tags, replies.length]);
    assert.deepEqual(bodies(), [['second #x', ['x'], 1]]);
    const steps = [[['second #x', ['x'], 0]], [['first', [], 0]], []];
    for (const after of steps) {
      session = openSession({ folder: FOLDER, ports });
      await session.ready;
      await session.undo();
      assert.deepEqual(bodies(), after);
      await session.flush();
    }
    assert.equal(session.undoable(), null);
    assert.equal(await session.undo(), null);
    assert.equal(ports.files.text(sidecarOf(A)), undefined);
    for (const after of [...steps.slice(0, -1).toReversed(), [['second #x', ['x'], 1]]]) {
      await session.redo();
      assert.deepEqual(bodies(), after);
    }
    assert.equal(session.redoable(), null);
    await session.remove(id);
    assert.deepEqual(bodies(), []);
    assert.deepEqual(await session.undo(), { code: 'operation-remove', args: [] });
    assert.deepEqual(bodies(), [['second #x', ['x'], 1]]);
  });

  it('take bulk operations as one', async () => {
    const { session } = await open('//- /a.txt\nAda and Ada\n//- /b.txt\nAda');
    const spans = [A, A, B].map((source, at) => ({
      source,
      span: at === 1 ? { start: 8, end: 11 } : { start: 0, end: 3 },
    }));
    await session.annotateAll(spans, { tags: ['person'] });
    assert.deepEqual(
      [A, B].map((uri) => session.snapshot().notes(uri).length),
      [2, 1],
    );
    assert.deepEqual(await session.undo(), { code: 'operation-annotate-all', args: [3] });
    assert.deepEqual(
      [A, B].map((uri) => session.snapshot().notes(uri).length),
      [0, 0],
    );
  });
});
