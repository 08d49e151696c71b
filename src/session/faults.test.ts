/** Faults of our own, and of the world beneath: they cost what they touch, are told, and nobody waits for ever. */
import assert from 'node:assert/strict';
import type { Reading } from '../core/index.ts';
import { FOLDER, idle, memoryPorts, tinyReading, type MemoryPorts } from '../testing/index.ts';
import { Aborter, openSession, sidecarOf, type Session } from './index.ts';

const [A, B, C] = ['a', 'b', 'c'].map((name) => `${FOLDER}/${name}.txt`) as [string, string, string];
const FILES = '//- /a.txt\nAda one\n//- /b.txt\nAda two\n//- /c.txt\nAda three';

const UNCLOSED = { start: 0, end: 1, kind: 'unclosed', others: [] } as const;

/** A session whose reader answers for texts that hold `word` with what `fault` gives. */
async function faulty(word: string, fault: () => never | unknown): Promise<{ session: Session; ports: MemoryPorts }> {
  const ports = memoryPorts(FILES);
  const reader = {
    read: async ({ text }: { text: string }) =>
      text.includes(word) ? (fault() as Reading) : { ...tinyReading(text), markProblems: [UNCLOSED] },
  };
  const session = openSession({ folder: FOLDER, ports: { ...ports, reader } });
  await session.ready;
  return { session, ports };
}

const problems = (session: Session): unknown[] =>
  session.status().problems.map(({ uri, message }) => [uri, message.code]);
const sources = (session: Session): readonly string[] => session.snapshot().corpus.uris();

async function mend(session: Session, ports: MemoryPorts): Promise<void> {
  ports.files.put(B, 'Ada mended');
  session.filesChanged([{ uri: B, kind: 'changed' }]);
  await session.settled(B);
}

describe('session: faults', () => {
  const cases: [name: string, code: string, fault: () => unknown][] = [
    [
      'a reader that throws',
      'source-reading-failed',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
    [
      'a reading that cannot be compared',
      'source-comparing-failed',
      () => ({ ...tinyReading('Ada two'), mentions: null }),
    ],
  ];
  for (const [name, code, fault] of cases) {
    it(`${name}: named, the others go on, and all is well when the text changes`, async () => {
      const { session, ports } = await faulty('two', fault);
      await session.settled(B);
      assert.deepEqual(problems(session), [[B, code]]);
      assert.deepEqual(sources(session), [A, C]);
      assert.match(ports.log.lines.join(), /faults\.test|mentions/);
      await session.annotate(B, { start: 0, end: 3 }, { body: 'kept' });
      assert.equal(session.snapshot().notes(B).length, 1);
      await mend(session, ports);
      assert.deepEqual(problems(session), []);
      assert.deepEqual(sources(session), [A, B, C]);
    });
  }

  it('a source that is gone has no faults any more', async () => {
    const { session, ports } = await faulty('two', () => assert.fail());
    ports.files.disk.contents.delete(B);
    session.filesChanged([{ uri: B, kind: 'deleted' }]);
    await session.settled(B);
    assert.deepEqual(problems(session), []);
  });

  it('findings that cannot be made are missed in their source only', async () => {
    const broken = {
      ...tinyReading('Ada two'),
      get markProblems(): never {
        throw new Error('no marks');
      },
    };
    const { session } = await faulty('two', () => broken);
    assert.deepEqual(session.findings(B), []);
    assert.ok(session.findings(A).length > 0);
    assert.deepEqual(problems(session), [[B, 'source-findings-failed']]);
    assert.deepEqual(new Set(session.allFindings().map(({ sides }) => sides[0].uri)), new Set([A, C]));
  });

  it('findings come by themselves, are told, and go with their source', async () => {
    const ports = memoryPorts(FILES);
    const reader = { read: async ({ text }: { text: string }) => ({ ...tinyReading(text), markProblems: [UNCLOSED] }) };
    const session = openSession({ folder: FOLDER, ports: { ...ports, reader } });
    const told = new Set<string>();
    session.onDidChange(({ findings }) => findings.forEach((uri) => told.add(uri)));
    await session.ready;
    await idle();
    assert.deepEqual([...told], [A, B, C]);
    assert.deepEqual(session.knownFindings(A), session.findings(A));
    told.clear();
    await session.dismissFinding(session.findings(A)[0]!, 'so printed');
    await idle();
    assert.deepEqual([...told], [A, B, C]);
    assert.deepEqual(session.knownFindings(A), []);
    ports.files.disk.contents.delete(B);
    session.filesChanged([{ uri: B, kind: 'deleted' }]);
    await idle();
    assert.deepEqual(session.knownFindings(B), []);
  });

  it('a storage that cannot be read does not stop the reading, and notes are saved at once', async () => {
    const ports = memoryPorts(FILES);
    ports.storage.keys = () => Promise.reject(new Error('EIO'));
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    assert.deepEqual(sources(session), [A, B, C]);
    await session.annotate(A, { start: 0, end: 3 }, { body: 'kept' });
    await session.flush();
    assert.match(ports.files.text(`${A}.anno.json`)!, /kept/);
    assert.ok(problems(session).some((each) => String(each).includes('journal-not-written')));
  });

  it('a source that is deleted while it is read is no source, and nobody waits', async () => {
    const ports = memoryPorts(FILES);
    ports.reader.hold = true;
    const session = openSession({ folder: FOLDER, ports });
    const settled = session.settled(A);
    await idle();
    ports.files.disk.contents.delete(A);
    session.filesChanged([{ uri: A, kind: 'deleted' }]);
    ports.reader.release();
    assert.equal(await settled, undefined);
    await session.ready;
    assert.deepEqual(sources(session), [B, C]);
  });
});

describe('session: reading that is stopped', () => {
  /** Stopped while the first source is read. */
  async function stopped(): Promise<{ session: Session; ports: MemoryPorts }> {
    const ports = memoryPorts(FILES);
    ports.reader.hold = true;
    const session = openSession({ folder: FOLDER, ports });
    await idle();
    session.stop();
    ports.reader.release();
    await session.ready;
    return { session, ports };
  }

  it('ends with the source under way, says how much is left, and goes on when told to', async () => {
    const { session } = await stopped();
    assert.deepEqual(sources(session), [A]);
    assert.deepEqual([session.status().progress, session.status().stopped], [null, 2]);
    session.resume();
    await session.settled(C);
    assert.deepEqual(sources(session), [A, B, C]);
    assert.equal(session.status().stopped, 0);
  });

  it('takes up what somebody opens or asks for', async () => {
    const { session } = await stopped();
    assert.ok(await session.settled(C));
    assert.deepEqual(sources(session), [A, C]);
    session.documentOpened(B, 'Ada two');
    assert.ok(await session.settled(B, new Aborter().signal));
    assert.equal(session.status().stopped, 0);
  });
});

describe('session: what is left from before', () => {
  const SIDECAR = sidecarOf(A);

  async function withNotes(): Promise<MemoryPorts> {
    const ports = memoryPorts(FILES);
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    await session.annotate(A, { start: 0, end: 3 }, { body: 'kept' });
    await session.flush();
    session.dispose();
    return ports;
  }

  const reopened = async (ports: MemoryPorts): Promise<Session> => {
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    return session;
  };

  const entries: [name: string, value: unknown][] = [
    ['no entry', { format: 1, entry: { kind: 'operation', changes: [{}] } }],
    ['of another format', { format: 7, entry: {} }],
    ['nothing', null],
  ];
  for (const [name, value] of entries) {
    it(`an entry of the journal that is ${name} is told, stays where it is, and costs nothing else`, async () => {
      const ports = await withNotes();
      const body = Buffer.from(JSON.stringify(value));
      const key = 'journal/0000000900-another';
      await ports.storage.put(key, Buffer.concat([Buffer.from(`${await ports.digest.sha256(body)}\n`), body]));
      const session = await reopened(ports);
      assert.deepEqual(
        session.status().problems.map(({ message }) => message),
        [{ code: 'journal-unreadable', args: [1] }],
      );
      assert.deepEqual([sources(session), session.snapshot().notes(A).length], [[A, B, C], 1]);
      await session.annotate(A, { start: 0, end: 3 }, { body: 'new' });
      await session.flush();
      assert.ok(await ports.storage.get(key));
      assert.match(ports.files.text(SIDECAR)!, /"new"/);
    });
  }

  it('a write that was cut short, of a file that may not be written now, is shown whole, told, and finished later', async () => {
    const ports = memoryPorts(FILES, { guarantee: 'plain' });
    const first = openSession({ folder: FOLDER, ports });
    await first.ready;
    await first.annotate(A, { start: 0, end: 3 }, { body: 'kept' });
    await first.flush();
    ports.files.disk.stepsToLive = ports.files.disk.steps + 5;
    void first.annotate(A, { start: 0, end: 3 }, { body: 'new' }).then(() => first.flush());
    await idle();
    const disk = ports.files.disk.revived();
    assert.doesNotMatch(Buffer.from(disk.contents.get(SIDECAR) ?? []).toString(), /"new"/);
    const after = memoryPorts('', { disk, guarantee: 'plain', ids: 1000 });
    after.files.failures.set(SIDECAR, 'read-only');
    const session = await reopened(after);
    const bodies = (): string[] =>
      session
        .snapshot()
        .notes(A)
        .map(({ body }) => body);
    assert.deepEqual(bodies(), ['kept', 'new']);
    await after.clock.advance(1000);
    assert.deepEqual(problems(session), [[SIDECAR, 'sidecar-read-only']]);
    after.files.failures.clear();
    await after.clock.advance(60_000);
    assert.deepEqual(problems(session), []);
    assert.match(after.files.text(SIDECAR)!, /"new"/);
    assert.deepEqual(bodies(), ['kept', 'new']);
  });
});
