import assert from 'node:assert/strict';
import { FOLDER, idle, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { openSession, sidecarOf, type Session } from './index.ts';
import { strayMoves } from './strays.ts';

const [A, B] = [`${FOLDER}/a.txt`, `${FOLDER}/b.txt`];
const TEXT = 'Ada came. Later Ada, another one, stayed with the okapi of the harbour.';

async function begin(): Promise<{ ports: MemoryPorts; session: Session }> {
  const ports = memoryPorts(`//- /a.txt\n${TEXT}`);
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  await session.annotate(A, { start: 0, end: 3 }, { body: 'Which?' });
  await session.flush();
  return { ports, session };
}

/** Moves the file as another program does: the sidecar stays behind. */
function rename(ports: MemoryPorts): void {
  ports.files.put(B, ports.files.text(A)!);
  ports.files.disk.contents.delete(A);
}

const said = (session: Session, source: string): unknown =>
  session
    .snapshot()
    .notes(source)
    .map(({ body, placement }) => [body, placement.outcome]);

async function settle(ports: MemoryPorts): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await idle();
    await ports.clock.advance(1000);
  }
}

describe('sources renamed outside', () => {
  it('keep their notes when the session sees it', async () => {
    const { ports, session } = await begin();
    rename(ports);
    session.filesChanged([
      { uri: A, kind: 'deleted' },
      { uri: B, kind: 'created' },
    ]);
    await settle(ports);
    assert.deepEqual([said(session, A), said(session, B)], [[], [['Which?', 'exact']]]);
    assert.equal(ports.files.text(sidecarOf(A)), undefined);
    assert.match(ports.files.text(sidecarOf(B))!, /"source": "b\.txt"/);
    const told = session.status().problems.find(({ message }) => message.code === 'sidecar-followed');
    assert.deepEqual([told?.uri, told?.message.args], [sidecarOf(B), ['a.txt']]);
  });

  it('keep their notes when it happened before the session', async () => {
    const { ports, session } = await begin();
    session.dispose();
    rename(ports);
    const again = openSession({ folder: FOLDER, ports });
    await again.ready;
    await settle(ports);
    assert.deepEqual([said(again, A), said(again, B)], [[], [['Which?', 'exact']]]);
    await again.flush();
    assert.match(ports.files.text(sidecarOf(B))!, /Which\?/);
  });

  it('and only copied keep theirs', async () => {
    const { ports, session } = await begin();
    ports.files.put(B, TEXT);
    session.filesChanged([{ uri: B, kind: 'created' }]);
    await settle(ports);
    assert.deepEqual([said(session, A), said(session, B)], [[['Which?', 'exact']], []]);
  });

  it('and deleted with their sidecar leave nothing to a copy', async () => {
    const { ports, session } = await begin();
    rename(ports);
    ports.files.disk.contents.delete(sidecarOf(A));
    session.filesChanged([
      { uri: A, kind: 'deleted' },
      { uri: B, kind: 'created' },
    ]);
    await settle(ports);
    assert.deepEqual(said(session, B), []);
  });

  it('are not guessed where two could be meant', () => {
    const stray = (source: string, ...digests: string[]) => ({ source, digests: new Set(digests) });
    const file = (source: string, digest: string, hasNotes = false) => ({ source, digest, hasNotes });
    assert.deepEqual(strayMoves([stray('a', '1')], [file('b', '1'), file('c', '1')]), []);
    assert.deepEqual(strayMoves([stray('a', '1'), stray('b', '1')], [file('c', '1')]), []);
    assert.deepEqual(strayMoves([stray('a', '1')], [file('b', '1', true)]), []);
    assert.deepEqual(strayMoves([stray('a', '1')], [file('b', '2')]), []);
    assert.deepEqual(strayMoves([stray('a', '1', '2')], [file('b', '2'), file('c', '3')]), [{ from: 'a', to: 'b' }]);
  });
});
