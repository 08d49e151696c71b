import assert from 'node:assert/strict';
import { FOLDER, idle, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { openSession, sidecarOf, type Session } from './index.ts';

const A = `${FOLDER}/a.txt`;
const SIDECAR = sidecarOf(A);

async function start(): Promise<{ session: Session; ports: MemoryPorts }> {
  const ports = memoryPorts('//- /a.txt\nAda came to the harbour at dawn. Nobody saw her leave.');
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return { session, ports };
}

const add = (session: Session, body: string): Promise<string> => session.annotate(A, { start: 0, end: 3 }, { body });

describe('safety: notes that their sidecar cannot take', () => {
  const held = (session: Session): unknown[] =>
    session
      .snapshot()
      .notes(A)
      .map((note) => [note.body, note.held?.by, note.held?.reason.code]);

  it('say so, and why, until it can', async () => {
    const { ports, session } = await start();
    const old = await add(session, 'old');
    assert.deepEqual(held(session), [['old', undefined, undefined]]);
    await session.flush();
    ports.files.failures.set(SIDECAR, 'read-only');
    await add(session, 'new');
    await session.flush();
    assert.deepEqual(held(session), [
      ['old', undefined, undefined],
      ['new', 'journal', 'sidecar-read-only'],
    ]);
    await session.reply(old, 'an answer');
    await session.flush();
    assert.deepEqual(held(session)[0], ['old', 'journal', 'sidecar-read-only']);
    ports.files.failures.clear();
    await session.flush();
    assert.ok(
      session
        .snapshot()
        .notes(A)
        .every((note) => note.held === undefined),
    );
  });

  it('name the file that is broken', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    ports.files.put(SIDECAR, ports.files.text(SIDECAR)!.slice(0, 40));
    session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await add(session, 'new');
    await idle();
    assert.deepEqual(held(session).at(-1), ['new', 'journal', 'sidecar-not-json']);
  });

  it('are in memory only where the journal refuses them too', async () => {
    const { ports, session } = await start();
    ports.storage.full = true;
    ports.files.failures.set(SIDECAR, 'no-space');
    await add(session, 'new');
    assert.deepEqual(held(session), [['new', 'memory', 'sidecar-no-space']]);
    ports.files.failures.clear();
    await session.flush();
    assert.deepEqual(held(session), [['new', undefined, undefined]]);
  });
});
