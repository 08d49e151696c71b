/** Two windows on one folder: one disk, one storage, two sessions that know nothing of each other. */
import assert from 'node:assert/strict';
import { FOLDER, idle, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { SIDECAR, SOURCE, TEXT, add, bodies, onDisk } from '../testing/notedFile.ts';
import { openSession, type Session } from './index.ts';

interface Window {
  readonly ports: MemoryPorts;
  readonly session: Session;
}

let windows = 0;

/** Opens another window over the same disk. */
async function another({ files: { disk } }: MemoryPorts): Promise<Window> {
  windows += 1;
  const ports = memoryPorts('', { disk, ids: windows * 1000 });
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return { ports, session };
}

const first = (): Promise<Window> => another(memoryPorts(`//- /a.txt\n${TEXT}`));

describe('two windows on one folder', () => {
  it('join what both have written', async () => {
    const one = await first();
    const two = await another(one.ports);
    await Promise.all([add(one.session, 'one'), add(two.session, 'two')]);
    await one.session.flush();
    await two.session.flush();
    assert.deepEqual(onDisk(one.ports), ['one', 'two']);
    one.session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await idle();
    assert.deepEqual(bodies(one.session), ['one', 'two']);
  });

  it('that write at the same moment: what the second has written over is written again', async () => {
    const one = await first();
    const two = await another(one.ports);
    await add(one.session, 'one');
    await add(two.session, 'two');
    const write = two.ports.files.write.bind(two.ports.files);
    two.ports.files.write = async (uri, bytes) => {
      // After the second has read the file, and before it has written it.
      await one.session.flush();
      await write(uri, bytes);
    };
    await two.session.flush();
    assert.deepEqual(onDisk(one.ports), ['two']);
    one.session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await one.ports.clock.advance(1000);
    assert.deepEqual(onDisk(one.ports), ['one', 'two']);
    assert.deepEqual(bodies(one.session), ['one', 'two']);
  });

  it('what one deletes that the other has made goes', async () => {
    const one = await first();
    await add(one.session, 'one');
    const id = await add(one.session, 'other');
    await one.session.flush();
    const two = await another(one.ports);
    await one.ports.clock.advance(10_000);
    await two.session.remove(id);
    await two.session.flush();
    one.session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await one.ports.clock.advance(1000);
    assert.deepEqual([bodies(one.session), onDisk(one.ports)], [['one'], ['one']]);
  });

  it('what one has saved says nothing of what the other has not', async () => {
    const one = await first();
    const two = await another(one.ports);
    await add(one.session, 'one');
    await add(two.session, 'two');
    await two.session.flush();
    // The first window dies before it has written.
    one.session.dispose();
    two.session.dispose();
    const three = await another(one.ports);
    assert.deepEqual(bodies(three.session), ['one', 'two']);
    await three.session.flush();
    three.session.dispose();
    const four = await another(one.ports);
    assert.deepEqual(bodies(four.session), ['one', 'two']);
    assert.equal(four.session.status().unsaved, 0);
    assert.deepEqual(onDisk(four.ports), ['one', 'two']);
  });

  it('that both die keep what each has changed of one note', async () => {
    const one = await first();
    const id = await add(one.session, 'old');
    await one.session.flush();
    const two = await another(one.ports);
    await one.session.edit(id, { body: 'new' });
    await two.session.edit(id, { tags: ['checked'] });
    one.session.dispose();
    two.session.dispose();
    const { session } = await another(one.ports);
    const [note] = session.snapshot().notes(SOURCE);
    assert.deepEqual([note?.body, note?.tags], ['new', ['checked']]);
  });

  it('that both die leave two words for one note to the reader', async () => {
    const one = await first();
    const id = await add(one.session, 'old');
    await one.session.flush();
    const two = await another(one.ports);
    await one.session.edit(id, { body: 'from one' });
    await two.session.edit(id, { body: 'from two' });
    one.session.dispose();
    two.session.dispose();
    const { session } = await another(one.ports);
    const [conflict] = session.status().conflicts;
    assert.deepEqual(new Set([conflict?.mine?.body, conflict?.theirs?.body]), new Set(['from one', 'from two']));
  });

  it('decisions of both hold', async () => {
    const one = await first();
    const two = await another(one.ports);
    const decide = ({ session }: Window, name: string): Promise<void> =>
      session.decide({ code: 'operation-no-name', args: [name] }, (authority) => ({
        ...authority,
        notNames: [...authority.notNames, `person:${name}`],
      }));
    await decide(one, 'harbour');
    await decide(two, 'dawn');
    one.session.dispose();
    two.session.dispose();
    const { session } = await another(one.ports);
    assert.deepEqual([...session.authority().notNames].sort(), ['person:dawn', 'person:harbour']);
  });
});

describe('files that change under us', () => {
  it('a sidecar that is written by somebody while we write: nothing of either is lost', async () => {
    const { ports, session } = await first();
    const id = await add(session, 'old');
    await session.flush();
    await add(session, 'mine');
    const write = ports.files.write.bind(ports.files);
    ports.files.write = async (uri, bytes) => {
      ports.files.write = write;
      await write(uri, bytes);
      // Right after ours: theirs, which knows nothing of our note.
      ports.files.put(SIDECAR, ports.files.text(SIDECAR)!.replace('"old"', '"theirs"'));
      session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    };
    await session.flush();
    await session.edit(id, { tags: ['seen'] });
    await session.flush();
    assert.deepEqual(bodies(session), ['mine', 'theirs']);
    assert.deepEqual(onDisk(ports), ['mine', 'theirs']);
  });

  it('a note that is made while we write is saved in its own time, not after the delay of a retry', async () => {
    const { ports, session } = await first();
    await add(session, 'one');
    const write = ports.files.write.bind(ports.files);
    ports.files.write = async (uri, bytes) => {
      ports.files.write = write;
      await add(session, 'two');
      await write(uri, bytes);
    };
    await session.flush();
    assert.deepEqual(onDisk(ports), ['one']);
    await ports.clock.advance(ports.settings.current().saveDelay);
    assert.deepEqual(onDisk(ports), ['one', 'two']);
  });

  it('a source that is renamed while its notes are saved takes them along', async () => {
    const { ports, session } = await first();
    await add(session, 'kept');
    const B = `${FOLDER}/b.txt`;
    const saving = session.flush();
    ports.files.put(B, TEXT);
    ports.files.disk.contents.delete(SOURCE);
    await Promise.all([saving, session.filesRenamed([{ from: SOURCE, to: B }]), add(session, 'late')]);
    await session.flush();
    await idle();
    const notes = (uri: string): number => session.snapshot().notes(uri).length;
    assert.deepEqual([notes(SOURCE), notes(B)], [0, 2]);
    assert.equal(ports.files.text(SIDECAR), undefined);
  });

  it('notes that are made while the sidecar is read again stay', async () => {
    const { ports, session } = await first();
    await add(session, 'old');
    await session.flush();
    ports.files.put(SIDECAR, ports.files.text(SIDECAR)!.replace('"old"', '"theirs"'));
    session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    const made = [add(session, 'one'), add(session, 'two')];
    await Promise.all(made);
    await ports.clock.advance(60_000);
    assert.deepEqual(onDisk(ports), ['one', 'theirs', 'two']);
  });
});
