import assert from 'node:assert/strict';
import { decideName, decideNoName, readAuthority, type Authority, type Entity } from '../core/index.ts';
import { FOLDER, idle, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { authorityOf, openSession, type Session } from './index.ts';

const FILE = authorityOf(FOLDER);
const LABEL = { code: 'operation-rename', args: ['Ada'] };

async function open(ports: MemoryPorts): Promise<Session> {
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return session;
}

const start = async (): Promise<{ ports: MemoryPorts; session: Session }> => {
  const ports = memoryPorts('//- /a.txt\nAda came.');
  return { ports, session: await open(ports) };
};

const ada = (session: Session): Entity => session.snapshot().corpus.entities()[0]!;
const rename = (session: Session, name: string): Promise<void> =>
  session.decide(LABEL, (authority, newId) => decideName(authority, ada(session), name, newId()));
const onDisk = (ports: MemoryPorts): Authority => readAuthority(ports.files.text(FILE)!).authority;

describe('session: the authority file', () => {
  it('takes decisions, which show at once and are saved a little later', async () => {
    const { ports, session } = await start();
    await rename(session, 'Ada Lovelace');
    assert.equal(ada(session).name, 'Ada Lovelace');
    assert.equal(ports.files.text(FILE), undefined);
    await ports.clock.advance(1000);
    assert.equal(onDisk(ports).entities[0]!.name, 'Ada Lovelace');
    session.dispose();
    assert.equal(ada(await open(ports)).name, 'Ada Lovelace');
  });

  it('is undone and done again, with what was decided since', async () => {
    const { ports, session } = await start();
    await rename(session, 'Ada Lovelace');
    await session.decide(LABEL, (authority) => decideNoName(authority, 'organization', 'Photo'));
    await session.undo();
    await session.decide(LABEL, (authority) => decideNoName(authority, 'place', 'Ibid'));
    await session.flush();
    session.dispose();
    const again = await open(ports);
    assert.deepEqual(again.undoable(), LABEL);
    await again.undo();
    await again.undo();
    assert.equal(ada(again).name, 'Ada');
    await again.flush();
    assert.equal(ports.files.text(FILE), undefined, 'no decisions, no file');
    await again.redo();
    assert.equal(ada(again).name, 'Ada Lovelace');
  });

  it('tells of settings that mean nothing at their lines, also when a decision has moved these', async () => {
    const { ports, session } = await start();
    const told = (): unknown =>
      session.status().problems.map(({ message, position }) => [message.code, message.args?.[0], position?.line]);
    ports.files.put(FILE, '{"version": 1,\n"findings": {\n"date-conflikt": "off",\n"date-conflict": "off"}}');
    session.filesChanged([{ uri: FILE, kind: 'created' }]);
    await idle();
    assert.deepEqual(told(), [['authority-unknown-code', 'date-conflikt', 2]]);
    await rename(session, 'Ada Lovelace');
    await session.flush();
    const line = ports.files
      .text(FILE)!
      .split('\n')
      .findIndex((each) => each.includes('conflikt'));
    assert.ok(line > 2);
    assert.deepEqual(told(), [['authority-unknown-code', 'date-conflikt', line]]);
  });

  it('tells which of its entities no source mentions, at their lines, and when one does again', async () => {
    const { ports, session } = await start();
    await rename(session, 'Ada Lovelace');
    await session.flush();
    const told = (): (readonly [string, number | undefined])[] =>
      session.status().problems.map(({ message, position }) => [message.code, position?.line]);
    assert.deepEqual(told(), []);
    ports.files.put(`${FOLDER}/a.txt`, 'Nobody came.');
    session.filesChanged([{ uri: `${FOLDER}/a.txt`, kind: 'changed' }]);
    await idle();
    assert.deepEqual(told(), [['authority-unmentioned', 6]]);
    ports.files.put(`${FOLDER}/a.txt`, 'Ada came.');
    session.filesChanged([{ uri: `${FOLDER}/a.txt`, kind: 'changed' }]);
    await idle();
    assert.deepEqual(told(), []);
  });

  it('keeps in the journal what cannot be saved', async () => {
    const { ports, session } = await start();
    ports.files.failures.set(FILE, 'read-only');
    await rename(session, 'Ada Lovelace');
    await ports.clock.advance(1000);
    assert.deepEqual(
      session.status().problems.map(({ message }) => message.code),
      ['authority-read-only'],
    );
    session.dispose();
    const again = await open(ports);
    assert.equal(ada(again).name, 'Ada Lovelace');
    ports.files.failures.clear();
    await ports.clock.advance(60_000);
    assert.equal(onDisk(ports).entities[0]!.name, 'Ada Lovelace');
  });

  it('is not overwritten while it is broken', async () => {
    const { ports, session } = await start();
    ports.files.put(FILE, '{"version": 1, "entities": [');
    session.filesChanged([{ uri: FILE, kind: 'created' }]);
    await idle();
    await rename(session, 'Ada Lovelace');
    await ports.clock.advance(1000);
    assert.equal(ports.files.text(FILE), '{"version": 1, "entities": [');
    assert.deepEqual(
      session.status().problems.map(({ message }) => message.code),
      ['authority-not-json'],
    );
    ports.files.put(FILE, '{"version": 1, "tags": [{"name": "#alleged"}]}');
    session.filesChanged([{ uri: FILE, kind: 'changed' }]);
    await ports.clock.advance(60_000);
    assert.deepEqual(
      [onDisk(ports).entities[0]!.name, onDisk(ports).other],
      ['Ada Lovelace', { tags: [{ name: '#alleged' }] }],
    );
  });

  it('joins what others decided; of two that clash mine holds, and undo takes theirs', async () => {
    const { ports, session } = await start();
    await rename(session, 'Ada Lovelace');
    await session.flush();
    ports.files.failures.set(FILE, 'no-space');
    await rename(session, 'Ada King');
    ports.files.put(FILE, ports.files.text(FILE)!.replace('"Ada Lovelace"', '"Ada Byron"'));
    ports.files.failures.clear();
    session.filesChanged([{ uri: FILE, kind: 'changed' }]);
    await ports.clock.advance(1000);
    assert.equal(ada(session).name, 'Ada King');
    assert.deepEqual(session.undoable(), { code: 'operation-authority-merged', args: [1] });
    await session.undo();
    assert.equal(ada(session).name, 'Ada Byron');
  });

  it('holds entities that single mentions are identified with', async () => {
    const { session } = await start();
    await rename(session, 'Ada Lovelace');
    const id = ada(session).decided!;
    const uri = `${FOLDER}/a.txt`;
    session.documentOpened(uri, 'Ada came. Ada left.');
    await session.settled(uri);
    const other = 'urn:uuid:00000000-0000-4000-8000-000000009999';
    const note = await session.annotate(uri, { start: 10, end: 13 }, { entity: other });
    assert.deepEqual(session.snapshot().corpus.source(uri)!.entityOf[0], id);
    assert.notEqual(session.snapshot().corpus.source(uri)!.entityOf[1], id);
    await session.remove(note);
    assert.deepEqual(session.snapshot().corpus.source(uri)!.entityOf, [id, id]);
  });

  it('sets severities for the folder', async () => {
    const { ports, session } = await start();
    session.documentOpened(`${FOLDER}/a.txt`, '“Ada came.');
    await session.settled(`${FOLDER}/a.txt`);
    ports.change({ severities: { 'source-undated': 'error' } });
    session.settingsChanged();
    await ports.clock.advance(1000);
    const severities = (): string[] => session.allFindings().map(({ severity }) => severity);
    const before = severities();
    ports.files.put(
      FILE,
      JSON.stringify({
        version: 1,
        findings: Object.fromEntries(session.allFindings().map(({ code }) => [code, 'off'])),
      }),
    );
    session.filesChanged([{ uri: FILE, kind: 'created' }]);
    await ports.clock.advance(1000);
    assert.deepEqual(severities(), [], `was ${before.join()}`);
  });
});
