import assert from 'node:assert/strict';
import { FOLDER, memoryPorts } from '../testing/index.ts';
import { openSession, OperationError, type Session } from './index.ts';

const A = `${FOLDER}/a.txt`;
const B = `${FOLDER}/b.txt`;

const tags = (session: Session): unknown =>
  [A, B].map((source) =>
    session
      .snapshot()
      .notes(source)
      .map((note) => [note.quote, note.tags]),
  );

describe('tags on many spans', () => {
  it('are one step, whatever was tagged before', async () => {
    const ports = memoryPorts('//- /a.txt\nAda came. Bea left. Cid stayed.\n//- /b.txt\nAda left.');
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    const [ada, bea, cid] = [0, 10, 20].map((start) => ({ source: A, span: { start, end: start + 3 } }));
    const other = { source: B, span: { start: 0, end: 3 } };
    await session.tagAll([ada!, bea!], ['one']);
    await session.annotate(A, cid!.span, { body: 'A note of its own' });
    const before = tags(session);
    assert.equal(await session.tagAll([ada!, bea!, cid!, other], ['one', 'two']), 4);
    const after = [
      [
        ['Ada', ['one', 'two']],
        ['Bea', ['one', 'two']],
        ['Cid', []],
        ['Cid', ['one', 'two']],
      ],
      [['Ada', ['one', 'two']]],
    ];
    assert.deepEqual(tags(session), after);
    assert.deepEqual(session.undoable(), { code: 'operation-tag-all', args: ['#one #two', 4] });
    await session.undo();
    assert.deepEqual(tags(session), before);
    await session.redo();
    assert.deepEqual(tags(session), after);
  });

  it('do nothing where they are there, and are refused where they are none', async () => {
    const session = openSession({ folder: FOLDER, ports: memoryPorts('//- /a.txt\nAda came.') });
    await session.ready;
    const target = { source: A, span: { start: 0, end: 3 } };
    await session.tagAll([target], ['one']);
    const { version } = session.snapshot();
    assert.equal(await session.tagAll([target], ['one']), 0);
    await assert.rejects(session.tagAll([target], ['not one']), OperationError);
    assert.equal(session.snapshot().version, version);
  });
});
