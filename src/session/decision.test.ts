import assert from 'node:assert/strict';
import { decideName, decideSplit, decideType, type Entity, type Span } from '../core/index.ts';
import { FOLDER, memoryPorts, type MemoryPorts } from '../testing/index.ts';
import { openSession, sidecarOf, type Session } from './index.ts';

const A = `${FOLDER}/a.txt`;
const TEXT = 'Ada came. Later Ada, another one, stayed with the okapi of the harbour.';
const LABEL = { code: 'operation-split', args: ['Ada', 'Ada'] };

async function begin(): Promise<{ ports: MemoryPorts; session: Session }> {
  const ports = memoryPorts(`//- /a.txt\n${TEXT}`);
  return { ports, session: await open(ports) };
}

async function open(ports: MemoryPorts): Promise<Session> {
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return session;
}

const spanOf = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

/** What each mention names, in order of place. */
const named = (session: Session): string[] => {
  const { corpus } = session.snapshot();
  const source = corpus.source(A)!;
  return source.reading.mentions.map(({ start, end }, at) => {
    const id = source.entityOf[at];
    const entity: Entity | undefined = id == null ? undefined : corpus.entity(id);
    return `${source.reading.text.slice(start, end)} → ${entity ? `${entity.type} ${entity.name}` : 'nothing'}`;
  });
};

const split = (session: Session, words: string, from = 0, name = words): Promise<void> =>
  session.decide(LABEL, (authority, newId) => {
    const entity = newId();
    const mentions = [{ source: A, span: spanOf(words, from), entity }];
    return { authority: decideSplit(authority, 'person', name, entity), mentions };
  });

describe('session: decisions about single mentions', () => {
  it('are one step with those in the authority file, and outlive the session', async () => {
    const { ports, session } = await begin();
    const before = named(session);
    await split(session, 'Ada', 5);
    assert.equal(session.snapshot().corpus.entities().length, 2);
    await session.flush();
    session.dispose();
    const again = await open(ports);
    assert.equal(again.snapshot().corpus.entities().length, 2);
    assert.deepEqual(await again.undo(), LABEL);
    assert.deepEqual(named(again), before);
    await again.flush();
    assert.equal(ports.files.text(sidecarOf(A)), undefined);
    await again.redo();
    assert.equal(again.snapshot().corpus.entities().length, 2);
  });

  it('add a name that was missed, with its type, also when that changes', async () => {
    const { session } = await begin();
    const entity = 'urn:uuid:00000000-0000-4000-8000-00000000000a';
    const mentions = [{ source: A, span: spanOf('okapi'), entity }];
    await session.decide(LABEL, (authority) => ({
      authority: decideSplit(authority, 'event', 'Okapi', entity),
      mentions,
    }));
    assert.ok(named(session).includes('okapi → event Okapi'));
    const subject = session.snapshot().corpus.entity(entity)!;
    await session.decide(LABEL, (authority, newId) => decideType(authority, subject, 'place', newId()));
    assert.ok(named(session).includes('okapi → place Okapi'));
    const { mentions: read } = session.snapshot().corpus.source(A)!.reading;
    assert.equal(read.find(({ start }) => start === spanOf('okapi').start)?.type, 'place');
  });

  it('say that words are no name', async () => {
    const { session } = await begin();
    await session.decide(LABEL, (authority) => ({
      authority,
      mentions: [{ source: A, span: spanOf('Ada'), entity: null }],
    }));
    assert.equal(named(session)[0], 'Ada → nothing');
    assert.equal(session.snapshot().corpus.entities().length, 1);
  });

  it('take the place of earlier ones, and keep what else their notes say', async () => {
    const { session } = await begin();
    await split(session, 'Ada', 5, 'Ada of Ockham');
    const [note] = session.snapshot().notes(A);
    await session.edit(note!.id, { body: 'Which one?' });
    await session.decide(LABEL, (authority) => ({
      authority,
      mentions: [{ source: A, span: spanOf('Ada', 5), entity: null, tags: ['sic'] }],
    }));
    const [only, ...others] = session.snapshot().notes(A);
    assert.deepEqual([only?.id, only?.body, only?.tags, others], [note!.id, 'Which one?', ['sic'], []]);
    assert.equal(session.snapshot().corpus.entities().length, 1);
  });

  it('are refused as a whole where the words are not there', async () => {
    const { session } = await begin();
    const decided = session.decide(LABEL, (authority, newId) => ({
      authority: decideName(authority, session.snapshot().corpus.entities()[0]!, 'Augusta', newId()),
      mentions: [{ source: A, span: { start: 0, end: 1000 }, entity: null }],
    }));
    await assert.rejects(decided, /operation-bad-span/);
    assert.deepEqual([session.undoable(), session.authority().entities], [null, []]);
  });
});
