import assert from 'node:assert/strict';
import { codebook, decideTag } from '../core/index.ts';
import { FOLDER, memoryPorts } from '../testing/index.ts';
import { openSession, OperationError, type Session } from './index.ts';
import { isTagName, replaceTag } from './tags.ts';

const A = `${FOLDER}/a.txt`;
const TEXT = 'Ada came. Later Ada, another one, stayed.';

async function begin(): Promise<Session> {
  const session = openSession({ folder: FOLDER, ports: memoryPorts(`//- /a.txt\n${TEXT}`) });
  await session.ready;
  await session.annotate(A, { start: 0, end: 3 }, { body: 'Which? #two and `#two`', tags: ['rank'] });
  await session.annotate(A, { start: 4, end: 8 }, { tags: ['two', 'pair'] });
  await session.decide({ code: 'operation-tag', args: ['two'] }, (authority) =>
    decideTag(authority, { name: 'two', color: '#123456' }),
  );
  return session;
}

const said = (session: Session): unknown => [
  ...session
    .snapshot()
    .notes(A)
    .map(({ body, tags }) => [body, tags]),
  codebook(session.authority()).map(({ name }) => name),
];

describe('renaming a tag', () => {
  it('changes notes, their words and the codebook, as one step', async () => {
    const session = await begin();
    const before = said(session);
    assert.equal(await session.renameTag('two', 'double'), 2);
    const after = [['Which? #double and `#two`', ['double', 'rank']], ['', ['double', 'pair']], ['double']];
    assert.deepEqual(said(session), after);
    await session.undo();
    assert.deepEqual(said(session), before);
    await session.redo();
    assert.deepEqual(said(session), after);
  });

  it('merges two tags where the new name is in use', async () => {
    const session = await begin();
    await session.renameTag('two', 'pair');
    assert.deepEqual(said(session), [['Which? #pair and `#two`', ['pair', 'rank']], ['', ['pair']], ['pair']]);
  });

  it('refuses what is no tag, and does nothing where there is nothing', async () => {
    const session = await begin();
    await assert.rejects(session.renameTag('two', 'not one'), OperationError);
    const { version } = session.snapshot();
    assert.equal(await session.renameTag('nowhere', 'else'), 0);
    assert.equal(session.snapshot().version, version);
  });
});

describe('tags in words', () => {
  it('are replaced only where they are tags', () => {
    assert.equal(replaceTag('#a #ab `#a` (#a) x#a #a', 'a', 'long'), '#long #ab `#a` (#long) x#a #long');
  });

  it('have names that can be read back', () => {
    const names = ['a', 'a-b', 'a/b', '12', 'a b', '', '#a', 'é', 'a-'];
    assert.deepEqual(names.filter(isTagName), ['a', 'a-b', 'a/b', 'é']);
  });
});

describe('a text that is to come', () => {
  it('is asked what it would do, and nothing changes', async () => {
    const session = await begin();
    const { version } = session.snapshot();
    const places = await session.foresee(A, `A line before.\n${TEXT}`);
    assert.deepEqual(
      places.map(({ quote, before, after }) => [quote, before.outcome, after.outcome]),
      [
        ['Ada', 'exact', 'moved'],
        ['came', 'exact', 'moved'],
      ],
    );
    assert.equal(session.snapshot().version, version);
  });
});
