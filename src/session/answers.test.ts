import assert from 'node:assert/strict';
import { decideSeverity, type Finding } from '../core/index.ts';
import { FOLDER, memoryPorts } from '../testing/index.ts';
import { shippedModel } from '../testing/corpus.ts';
import { authorityOf, inProcess, openSession, sidecarOf, type Session } from './index.ts';

const [A, B] = [`${FOLDER}/a.txt`, `${FOLDER}/b.txt`];
const FILES = `//- /a.txt
The fire at the Port Meridian cannery destroyed 44 boats.
//- /b.txt
At least 48 boats were destroyed in the fire at the Port Meridian cannery.`;
const CODE = 'figure-conflict';

const memory = (files = FILES) => ({ ...memoryPorts(files), reader: inProcess(shippedModel()) });

async function open(ports = memory()): Promise<Session> {
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return session;
}

const conflicts = (session: Session): readonly Finding[] => session.allFindings().filter(({ code }) => code === CODE);

/** A session in which the only conflict has been dismissed, and its ports. */
async function dismissed() {
  const ports = memory();
  const session = await open(ports);
  const [finding] = conflicts(session);
  await session.dismissFinding(finding!, 'One counts the *moored* boats only.');
  return { ports, session, finding: finding! };
}

/** Replaces words in a source's buffer, as typing does, and waits for the reading. */
async function replace(session: Session, uri: string, words: string, by: string): Promise<void> {
  const text = session.text(uri)!;
  session.documentOpened(uri, text);
  const start = text.indexOf(words);
  session.documentChanged(uri, [{ start, end: start + words.length, text: by }]);
  await session.settled(uri);
}

const states = (session: Session): string[] => session.dismissed().map(({ state }) => state);

describe('session: a dismissed finding', () => {
  it('is gone from both sides, listed with its reason, and comes back when it is asked for', async () => {
    const { session, finding } = await dismissed();
    assert.deepEqual([conflicts(session), session.findings(B).filter(({ code }) => code === CODE)], [[], []]);
    const [listed] = session.dismissed();
    assert.equal(listed?.source, A);
    assert.equal(listed.reason, 'One counts the *moored* boats only.');
    assert.equal(listed.finding?.fingerprint, finding.fingerprint);
    assert.deepEqual(listed.quotes, ['44 boats', 'At least 48 boats']);
    await session.restoreFinding(listed.id);
    assert.deepEqual(conflicts(session), [finding]);
    assert.deepEqual(session.dismissed(), []);
  });

  it('is not among what is known, nor are the sides of the others counted', async () => {
    const { ports, session } = await dismissed();
    await ports.clock.advance(0);
    assert.deepEqual(session.allKnownFindings(), session.allFindings());
    await session.restoreFinding(session.dismissed()[0]!.id);
    assert.deepEqual(session.allKnownFindings(), session.allFindings());
    assert.equal(session.allKnownFindings().filter(({ code }) => code === CODE).length, 1);
  });

  it('is undone like any other change, and outlives the session', async () => {
    const { ports, session } = await dismissed();
    await session.flush();
    session.dispose();
    const again = await open(ports);
    assert.deepEqual([conflicts(again).length, states(again)], [0, ['holds']]);
    assert.deepEqual(await again.undo(), { code: 'operation-dismiss', args: [] });
    assert.equal(conflicts(again).length, 1);
  });

  it('is undone also when the source was edited and saved since', async () => {
    const { ports, session } = await dismissed();
    await replace(session, A, 'The fire', 'On a windy night the great fire');
    ports.files.put(A, session.text(A)!);
    session.documentSaved(A);
    await ports.clock.advance(1000);
    await session.flush();
    assert.match(ports.files.text(sidecarOf(A))!, /On a windy night/);
    assert.deepEqual(await session.undo(), { code: 'operation-dismiss', args: [] });
    assert.equal(conflicts(session).length, 1);
  });

  it('stays dismissed after edits of other words, on both sides', async () => {
    const { session } = await dismissed();
    await replace(session, A, 'The fire', 'On a windy night the great fire');
    await replace(session, B, 'cannery.', 'cannery.\n\nNobody was hurt.');
    assert.deepEqual([conflicts(session).length, states(session)], [0, ['holds']]);
  });

  for (const [where, uri, words, by] of [
    ['its own source', A, '44 boats', '45 boats'],
    ['the other source', B, '48 boats', '49 boats'],
  ] as const) {
    it(`is open again, and its answer stale, when its words change in ${where}`, async () => {
      const { session } = await dismissed();
      await replace(session, uri, words, by);
      assert.deepEqual([conflicts(session).length, states(session)], [1, ['changed']]);
      await replace(session, uri, by, words);
      assert.deepEqual([conflicts(session).length, states(session)], [0, ['holds']]);
    });
  }

  it('is open again when a side is added, with its words unchanged', async () => {
    const { ports, session } = await dismissed();
    const third = `${FOLDER}/c.txt`;
    ports.files.put(third, 'The fire at the Port Meridian cannery destroyed 31 boats.');
    session.filesChanged([{ uri: third, kind: 'created' }]);
    await ports.clock.advance(1000);
    assert.deepEqual([conflicts(session).length, states(session)], [1, ['not-found']]);
  });
});

describe('session: findings in files of one name', () => {
  const [X, Y] = [`${FOLDER}/x/news.txt`, `${FOLDER}/y/news.txt`];
  const ALIKE = `//- /x/news.txt
“Nobody was hurt, he said on the quay of the old harbour.
//- /y/news.txt
“Nobody was hurt, he said on the quay of the old harbour.`;
  const marks = (session: Session): string[] =>
    session.allFindings().flatMap(({ code, sides }) => (code === 'quotation-marks' ? [sides[0].uri] : []));

  it('are dismissed and brought back each by itself', async () => {
    const session = await open(memory(ALIKE));
    assert.deepEqual(marks(session), [X, Y]);
    const both = session.allFindings().filter(({ code }) => code === 'quotation-marks');
    for (const finding of both) await session.dismissFinding(finding, '');
    assert.deepEqual([marks(session), states(session)], [[], ['holds', 'holds']]);
    await session.restoreFinding(session.dismissed()[0]!.id);
    assert.deepEqual(marks(session), [X]);
    await session.undo();
    await session.undo();
    assert.deepEqual([marks(session), states(session)], [[Y], ['holds']]);
  });

  it('stay dismissed when the other source is moved to another folder', async () => {
    const { ports, session } = await dismissed();
    const text = ports.files.text(B)!;
    const moved = `${FOLDER}/later/b.txt`;
    await ports.files.delete(B);
    ports.files.put(moved, text);
    session.filesChanged([
      { uri: B, kind: 'deleted' },
      { uri: moved, kind: 'created' },
    ]);
    await ports.clock.advance(1000);
    assert.ok(session.snapshot().corpus.source(moved));
    assert.deepEqual([conflicts(session), states(session)], [[], ['holds']]);
  });
});

describe('session: a note about a finding', () => {
  it('has all sides as targets, says which finding, and leaves it open', async () => {
    const ports = memory();
    const session = await open(ports);
    const [finding] = conflicts(session);
    const id = await session.annotateFinding(finding!, { body: 'Who counted? #check' });
    const note = session.snapshot().note(id)!;
    assert.deepEqual([note.source, note.quote, note.tags], [A, '44 boats', ['check']]);
    assert.equal(conflicts(session).length, 1);
    await session.flush();
    const [item] = (JSON.parse(ports.files.text(sidecarOf(A))!) as { items: Record<string, unknown>[] }).items;
    const targets = item!['target'] as { source: string; selector: { exact?: string }[] }[];
    assert.deepEqual(
      targets.map(({ source, selector }) => [source, selector.find(({ exact }) => exact)?.exact]),
      [
        ['a.txt', '44 boats'],
        ['b.txt', 'At least 48 boats'],
      ],
    );
    assert.equal(item!['motivation'], 'commenting');
    assert.deepEqual(item!['apparatus:finding'], {
      'apparatus:code': CODE,
      'apparatus:fingerprint': finding!.fingerprint,
    });
    await session.resolve(id, true);
    assert.deepEqual([conflicts(session).length, session.dismissed()], [1, []]);
  });
});

describe('session: a rule’s severity in the folder', () => {
  it('is kept in the authority file, before the reader’s own setting', async () => {
    const ports = memory();
    const session = await open(ports);
    const label = { code: 'operation-severity', args: [CODE] };
    const set = (severity: 'hint' | 'off' | null) =>
      session.decide(label, (authority) => decideSeverity(authority, CODE, severity));
    await set('hint');
    assert.deepEqual(
      conflicts(session).map(({ severity }) => severity),
      ['hint'],
    );
    await session.flush();
    assert.match(ports.files.text(authorityOf(FOLDER))!, /"findings": \{\s*"figure-conflict": "hint"/);
    ports.change({ severities: { [CODE]: 'error' } });
    session.settingsChanged();
    assert.deepEqual(
      conflicts(session).map(({ severity }) => severity),
      ['hint'],
    );
    await set('off');
    assert.deepEqual(conflicts(session), []);
    await set(null);
    assert.deepEqual(
      conflicts(session).map(({ severity }) => severity),
      ['error'],
    );
    await session.undo();
    assert.deepEqual(conflicts(session), []);
  });
});
