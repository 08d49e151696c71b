import assert from 'node:assert/strict';
import { FOLDER, memoryPorts } from '../testing/index.ts';
import { openSession } from './index.ts';

const A = `${FOLDER}/a.txt`;

describe('session: notes that were attached', () => {
  it('go back to the words they were about before they were attached to others', async () => {
    const ports = memoryPorts('//- /a.txt\nAda came to the harbour. Bea left the okapi.');
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    const id = await session.annotate(A, { start: 0, end: 8 }, { body: 'kept' });
    const quote = (): string | undefined => session.snapshot().note(id)?.quote;
    assert.equal(session.canRevertPlace(id), false);
    assert.equal(await session.revertPlace(id), false);
    await session.attach(id, { start: 25, end: 33 });
    assert.deepEqual([quote(), session.canRevertPlace(id)], ['Bea left', true]);
    await session.edit(id, { body: 'edited' });
    assert.equal(await session.revertPlace(id), true);
    assert.deepEqual([quote(), session.snapshot().note(id)?.body], ['Ada came', 'edited']);
    assert.deepEqual(session.undoable()?.code, 'operation-revert-place');
    assert.equal(session.canRevertPlace(id), false);
    await session.undo();
    assert.deepEqual([quote(), session.canRevertPlace(id)], ['Bea left', true]);
    await session.flush();
    session.dispose();
    const again = openSession({ folder: FOLDER, ports });
    await again.ready;
    assert.equal(await again.revertPlace(id), true);
    assert.equal(again.snapshot().note(id)?.placement.outcome, 'exact');
  });

  it('are about no other words because they moved along with what was typed before them', async () => {
    const ports = memoryPorts('//- /a.txt\nAda came to the harbour. Bea left the okapi.');
    const session = openSession({ folder: FOLDER, ports });
    await session.ready;
    const id = await session.annotate(A, { start: 0, end: 8 }, { body: 'kept' });
    const text = session.text(A)!;
    /** Typed at the start, and saved, so that the selectors follow. */
    const typed = async (words: string, before: string): Promise<void> => {
      session.documentOpened(A, before);
      session.documentChanged(A, [{ start: 0, end: 0, text: words }]);
      ports.files.put(A, words + before);
      session.documentSaved(A);
      await ports.clock.advance(10_000);
      session.documentClosed(A);
      await session.flush();
    };
    await typed('Yesterday ', text);
    assert.match(JSON.stringify(session.snapshot().note(id)?.annotation.targets), /"start":10,"end":18/);
    assert.equal(session.canRevertPlace(id), false);
    await session.attach(id, { start: 35, end: 43 });
    await typed('It is told that ', `Yesterday ${text}`);
    assert.equal(session.snapshot().note(id)?.quote, 'Bea left');
    assert.equal(await session.revertPlace(id), true);
    assert.equal(session.snapshot().note(id)?.quote, 'Ada came');
  });
});
