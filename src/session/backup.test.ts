import assert from 'node:assert/strict';
import { emptyPage, parseSidecar, writeSidecar } from '../core/index.ts';
import { note } from '../testing/annotations.ts';
import { FOLDER, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { openSession, sidecarOf, type Session } from './index.ts';
import { authorityOf, backupOf } from './writable.ts';

const A = `${FOLDER}/a.txt`;

/** A sidecar of this version of the format, with one note. */
const sidecarOfVersion = (version: number): string =>
  writeSidecar({ ...emptyPage('a.txt'), annotations: [note(1, 'Old')] }).replace(
    /"apparatus:version": \d+/,
    `"apparatus:version": ${version}`,
  );

async function begin(version: number): Promise<{ ports: MemoryPorts; session: Session; old: string }> {
  const old = sidecarOfVersion(version);
  const ports = memoryPorts('//- /a.txt\nAda came. Later Ada stayed with the okapi.');
  ports.files.put(sidecarOf(A), old);
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  await session.annotate(A, { start: 0, end: 3 }, { body: 'New' });
  await session.flush();
  return { ports, session, old };
}

const backup = ({ files }: MemoryPorts, copy = 1): string | undefined => files.text(backupOf(sidecarOf(A), 0, copy));

describe('a sidecar of another version of the format', () => {
  it('that is older is kept beside the new one, once', async () => {
    const { ports, session, old } = await begin(0);
    assert.equal(backup(ports), old);
    const { page } = parseSidecar(ports.files.text(sidecarOf(A))!);
    assert.deepEqual([page.version, page.annotations.length], [1, 2]);
    await session.annotate(A, { start: 4, end: 8 }, { body: 'Newer' });
    await session.flush();
    assert.deepEqual([backup(ports), backup(ports, 2)], [old, undefined]);
  });

  it('is never written over an earlier backup of other bytes', async () => {
    const { ports, session, old } = await begin(0);
    const other = old.replace('"Old"', '"Older"');
    ports.files.put(sidecarOf(A), other);
    session.filesChanged([{ uri: sidecarOf(A), kind: 'changed' }]);
    await session.annotate(A, { start: 4, end: 8 }, { body: 'Newer' });
    await session.flush();
    assert.deepEqual([backup(ports), backup(ports, 2)], [old, other]);
  });

  it('is not rewritten where the old one cannot be kept', async () => {
    const old = sidecarOfVersion(0);
    const ports = memoryPorts('//- /a.txt\nAda came.');
    ports.files.put(sidecarOf(A), old);
    ports.files.failures.set(backupOf(sidecarOf(A), 0, 1), 'no-space');
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    await session.annotate(A, { start: 0, end: 3 }, { body: 'New' });
    await session.flush();
    assert.equal(ports.files.text(sidecarOf(A)), old);
    assert.ok(session.status().problems.some(({ message }) => message.code === 'sidecar-no-space'));
  });

  it('that is newer is left alone, and the note stays in the journal', async () => {
    const { ports, session, old } = await begin(2);
    assert.equal(ports.files.text(sidecarOf(A)), old);
    assert.equal(backup(ports), undefined);
    assert.ok(session.status().unsaved > 0);
    assert.ok(session.status().problems.some(({ message }) => message.code === 'sidecar-newer-version'));
  });
});

describe('a sidecar with git’s markers at a key that is no note', () => {
  it('is told, and kept whole beside the one that is written', async () => {
    const marked = writeSidecar({
      ...emptyPage('a.txt'),
      annotations: [note(1, 'Old')],
      other: { label: 'x' },
    }).replace(/^(.*"label": )"x"$/mu, '<<<<<<< HEAD\n$1"mine"\n=======\n$1"theirs"\n>>>>>>> branch');
    const ports = memoryPorts('//- /a.txt\nAda came. Later Ada stayed with the okapi.');
    ports.files.put(sidecarOf(A), marked);
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    const codes = (): string[] => session.status().problems.map(({ message }) => message.code);
    assert.deepEqual(codes(), ['sidecar-merge-conflict', 'sidecar-key-conflict']);
    await session.annotate(A, { start: 0, end: 3 }, { body: 'New' });
    await session.flush();
    assert.equal(ports.files.text(backupOf(sidecarOf(A), 1, 1)), marked);
    assert.match(ports.files.text(sidecarOf(A))!, /"mine"/);
    assert.deepEqual(codes(), []);
  });
});

describe('an authority file of an older version', () => {
  it('is kept beside the new one, once', async () => {
    const old = '{"version": 0, "notNames": ["person:harbour"]}';
    const ports = memoryPorts('//- /a.txt\nAda came. Later Ada stayed with the okapi.');
    const uri = authorityOf(FOLDER);
    ports.files.put(uri, old);
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    for (const name of ['dawn', 'noon']) {
      await session.decide({ code: 'operation-no-name', args: [name] }, (authority) => ({
        ...authority,
        notNames: [...authority.notNames, `person:${name}`],
      }));
      await session.flush();
    }
    assert.deepEqual([ports.files.text(backupOf(uri, 0, 1)), ports.files.text(backupOf(uri, 0, 2))], [old, undefined]);
    assert.match(ports.files.text(uri)!, /"version": 1[^]*dawn[^]*harbour[^]*noon/);
  });
});
