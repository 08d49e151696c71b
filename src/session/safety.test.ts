/** Notes are never lost: broken sidecars, changes by others, disks that refuse, and crashes at every step of writing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FOLDER, idle, memoryPorts, MemoryDisk, type MemoryPorts } from '../testing/index.ts';
import { SIDECAR, SOURCE, TEXT, add, bodies, onDisk } from '../testing/notedFile.ts';
import { openSession, type Files, type Session } from './index.ts';

interface World {
  readonly ports: MemoryPorts;
  readonly session: Session;
}

async function reopen(ports: MemoryPorts): Promise<World> {
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return { ports, session };
}

const start = (guarantee: Files['guarantee'] = 'atomic'): Promise<World> =>
  reopen(memoryPorts(`//- /a.txt\n${TEXT}`, { guarantee }));

const problems = (session: Session): string[] => session.status().problems.map(({ message }) => message.code);

/** Somebody else changes the sidecar's JSON. */
function meddle(ports: MemoryPorts, change: (text: string) => string): void {
  ports.files.put(SIDECAR, change(ports.files.text(SIDECAR)!));
}

describe('safety: broken sidecars', () => {
  const breakages: [name: string, code: string, broken: (whole: string) => string | Uint8Array][] = [
    ['cut off', 'sidecar-not-json', (whole) => whole.slice(0, whole.length / 2)],
    ['of another shape', 'sidecar-not-a-page', () => '{"a": 1}'],
    ['of a newer version', 'sidecar-newer-version', (whole) => whole.replace(/("apparatus:version": )1/, '$199')],
    ['not UTF-8', 'sidecar-not-utf8', () => Buffer.from('{"body": "caf\xe9"}', 'latin1')],
  ];
  for (const [name, code, broken] of breakages) {
    it(`${name}: named, not overwritten, new notes kept, and saved when it is mended`, async () => {
      const first = await start();
      await add(first.session, 'old');
      await first.session.flush();
      const whole = first.ports.files.text(SIDECAR)!;
      first.ports.files.put(SIDECAR, broken(whole));
      const before = first.ports.files.text(SIDECAR);
      const { session, ports } = await reopen(first.ports);
      assert.deepEqual(new Set(problems(session)), new Set([code]));
      await add(session, 'new');
      await session.flush();
      assert.equal(ports.files.text(SIDECAR), before);
      assert.equal(session.status().unsaved, 1);
      const again = await reopen(ports);
      assert.ok(bodies(again.session).includes('new'));
      ports.files.put(SIDECAR, whole);
      again.session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
      await ports.clock.advance(60_000);
      assert.deepEqual(problems(again.session), []);
      assert.deepEqual(onDisk(ports), ['new', 'old']);
    });
  }

  it('wrong types inside: the rest is read, and kept in a rewrite', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    meddle(ports, (text) => text.replace('"items": [', '"items": [ 42, {"id": 7},'));
    const again = await reopen(ports);
    assert.deepEqual(bodies(again.session), ['old']);
    assert.ok(problems(again.session).length > 0);
    await add(again.session, 'new');
    await again.session.flush();
    assert.match(ports.files.text(SIDECAR)!, /\b42\b/);
    assert.deepEqual(onDisk(ports), ['new', 'old']);
  });

  it('broken under us: what we know stays shown', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    meddle(ports, (text) => text.slice(0, 40));
    session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await idle();
    assert.deepEqual(bodies(session), ['old']);
    assert.deepEqual(problems(session), ['sidecar-not-json']);
  });

  it('ten megabytes: works, and says that it is large', async () => {
    const { ports, session } = await start();
    await add(session, 'x'.repeat(10 * 1024 * 1024));
    await add(session, 'small');
    await session.flush();
    const again = await reopen(ports);
    assert.deepEqual(
      bodies(again.session).map(({ length }) => length),
      [5, 10 * 1024 * 1024],
    );
    assert.deepEqual(problems(again.session), ['sidecar-large']);
  });

  it('larger than can be read: left alone', async () => {
    const { ports } = await start();
    ports.files.put(SIDECAR, new Uint8Array(33 * 1024 * 1024));
    const { session } = await reopen(ports);
    await add(session, 'new');
    await session.flush();
    assert.deepEqual(problems(session), ['sidecar-too-large']);
    assert.equal(ports.files.disk.contents.get(SIDECAR)!.length, 33 * 1024 * 1024);
  });

  it('deleted under us: said, and undo brings it back', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    ports.files.disk.contents.delete(SIDECAR);
    session.filesChanged([{ uri: SIDECAR, kind: 'deleted' }]);
    await ports.clock.advance(1000);
    assert.deepEqual(bodies(session), []);
    assert.deepEqual(problems(session), ['sidecar-deleted']);
    await session.undo();
    await session.flush();
    assert.deepEqual(onDisk(ports), ['old']);
  });

  it('deleted and brought back while nobody looked: nothing is done to it', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    const whole = ports.files.text(SIDECAR)!;
    ports.files.disk.contents.delete(SIDECAR);
    session.filesChanged([{ uri: SIDECAR, kind: 'deleted' }]);
    await idle();
    session.dispose();
    ports.files.put(SIDECAR, whole);
    const again = await reopen(ports);
    await ports.clock.advance(60_000);
    assert.deepEqual(bodies(again.session), ['old']);
    assert.deepEqual(onDisk(ports), ['old']);
  });
});

describe('safety: disks that refuse', () => {
  for (const [failure, code] of [
    ['read-only', 'sidecar-read-only'],
    ['no-space', 'sidecar-no-space'],
    ['unavailable', 'sidecar-not-written'],
  ] as const) {
    it(`${failure}: said, kept in the journal, saved later`, async () => {
      const { ports, session } = await start();
      ports.files.failures.set(SIDECAR, failure);
      await add(session, 'new');
      await ports.clock.advance(1000);
      assert.deepEqual(problems(session), [code]);
      assert.equal(session.status().unsaved, 1);
      session.dispose();
      const again = await reopen(ports);
      assert.deepEqual(bodies(again.session), ['new']);
      ports.files.failures.clear();
      await ports.clock.advance(60_000);
      assert.deepEqual(problems(again.session), []);
      assert.deepEqual(onDisk(ports), ['new']);
    });
  }

  it('a full journal: said, and the sidecar is written at once', async () => {
    const { ports, session } = await start();
    ports.storage.full = true;
    await add(session, 'new');
    assert.deepEqual(problems(session), ['journal-not-written']);
    assert.deepEqual(onDisk(ports), ['new']);
    ports.storage.full = false;
    await add(session, 'newer');
    assert.deepEqual(problems(session), []);
  });

  it('an unreadable sidecar is not written', async () => {
    const { ports, session } = await start();
    await add(session, 'old');
    await session.flush();
    ports.files.failures.set(SIDECAR, 'no-permission');
    const again = await reopen(ports);
    await add(again.session, 'new');
    await again.session.flush();
    assert.deepEqual(problems(again.session), ['sidecar-unreadable']);
    ports.files.failures.clear();
    assert.deepEqual(onDisk(ports), ['old']);
    await again.session.flush();
    assert.deepEqual(onDisk(ports), ['new', 'old']);
  });
});

describe('safety: changes by others', () => {
  /** Two notes on disk, one of them open to both sides. */
  async function both(mine: string, theirs: string | null): Promise<World & { id: string }> {
    const { ports, session } = await start();
    const id = await add(session, 'base');
    await add(session, 'other');
    await session.flush();
    await session.edit(id, { body: mine });
    if (theirs === null) {
      const page = JSON.parse(ports.files.text(SIDECAR)!) as { items: { id: string }[] };
      page.items = page.items.filter((item) => item.id !== id);
      ports.files.put(SIDECAR, JSON.stringify(page));
    } else meddle(ports, (text) => text.replace('"base"', JSON.stringify(theirs)));
    session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await ports.clock.advance(10_000);
    return { ports, session, id };
  }

  it('are joined where they do not touch', async () => {
    const { ports, session } = await start();
    const id = await add(session, 'first');
    await add(session, 'second');
    await session.flush();
    await session.edit(id, { body: 'mine' });
    meddle(ports, (text) => text.replace('"second"', '"theirs"'));
    await session.flush();
    assert.deepEqual(bodies(session), ['mine', 'theirs']);
    assert.deepEqual(onDisk(ports), ['mine', 'theirs']);
    assert.deepEqual(session.status().conflicts, []);
  });

  it('that clash are shown with both sides, after a reload too', async () => {
    const { ports, session, id } = await both('mine', 'theirs');
    const sides = (world: Session): unknown[] =>
      world.status().conflicts.map((open) => [open.id, open.mine?.body, open.theirs?.body]);
    assert.deepEqual(sides(session), [[id, 'mine', 'theirs']]);
    assert.deepEqual(onDisk(ports), ['other', 'theirs']);
    session.dispose();
    const again = await reopen(ports);
    assert.deepEqual(sides(again.session), [[id, 'mine', 'theirs']]);
  });

  const choices: [choice: 'mine' | 'theirs' | 'both', theirs: string | null, after: string[]][] = [
    ['mine', 'theirs', ['mine', 'other']],
    ['theirs', 'theirs', ['other', 'theirs']],
    ['both', 'theirs', ['mine', 'other', 'theirs']],
    ['mine', null, ['mine', 'other']],
    ['theirs', null, ['other']],
    ['both', null, ['mine', 'other']],
  ];
  for (const [choice, theirs, after] of choices) {
    it(`that clash (${theirs ?? 'deleted'}) are settled with ${choice}`, async () => {
      const { ports, session, id } = await both('mine', theirs);
      await session.settle(id, choice);
      await session.flush();
      assert.deepEqual(onDisk(ports), after);
      assert.deepEqual(session.status().conflicts, []);
      session.dispose();
      const again = await reopen(ports);
      assert.deepEqual(again.session.status().conflicts, []);
      assert.deepEqual(bodies(again.session), after);
    });
  }

  it('with git’s markers are merged, and the markers go when the reader has decided', async () => {
    const { ports, session } = await start();
    const id = await add(session, 'base');
    await session.flush();
    meddle(ports, (text) => {
      const at = text.split('\n').findIndex((line) => line.includes('"base"'));
      const lines = text.split('\n');
      const line = lines[at]!;
      lines.splice(
        at,
        1,
        '<<<<<<< HEAD',
        line.replace('base', 'mine'),
        '=======',
        line.replace('base', 'theirs'),
        '>>>>>>> branch',
      );
      return lines.join('\n');
    });
    session.dispose();
    const again = await reopen(ports);
    assert.deepEqual(
      again.session.status().conflicts.map((open) => [open.mine?.body, open.theirs?.body]),
      [['mine', 'theirs']],
    );
    assert.match(ports.files.text(SIDECAR)!, /<<<<<<</);
    await again.session.settle(id, 'mine');
    await again.session.flush();
    assert.deepEqual(onDisk(ports), ['mine']);
  });

  it('are not undone by our undo', async () => {
    const { ports, session } = await start();
    const id = await add(session, 'base');
    await session.edit(id, { body: 'mine' });
    await session.flush();
    meddle(ports, (text) => text.replace('"mine"', '"theirs"'));
    session.filesChanged([{ uri: SIDECAR, kind: 'changed' }]);
    await idle();
    await session.undo();
    assert.deepEqual(bodies(session), ['theirs']);
    assert.deepEqual(problems(session), ['operation-left-alone']);
  });
});

describe('safety: crashes', () => {
  type Step = { readonly kind: 'add' | 'edit' | 'remove' | 'flush' | 'undo' };
  const steps = fc.array(
    fc.record({ kind: fc.constantFrom<Step['kind']>('add', 'add', 'edit', 'remove', 'flush', 'undo') }),
    { minLength: 1, maxLength: 8 },
  );

  /** Does the steps until the disk dies; returns what the session had confirmed, and what it may have done besides. */
  async function live(
    ports: MemoryPorts,
    todo: readonly Step[],
  ): Promise<{ confirmed: string[]; attempted: string[] }> {
    let confirmed: string[] = [];
    let attempted: string[] = [];
    const session = openSession({ folder: FOLDER, ports });
    const work = (async () => {
      await session.ready;
      for (const [number, { kind }] of todo.entries()) {
        const last = session.snapshot().notes(SOURCE).at(-1);
        const done =
          kind === 'add'
            ? add(session, `note ${number}`)
            : kind === 'flush'
              ? session.flush()
              : kind === 'undo'
                ? session.undo()
                : last
                  ? kind === 'edit'
                    ? session.edit(last.id, { body: `edited ${number}` })
                    : session.remove(last.id)
                  : Promise.resolve();
        await idle();
        attempted = bodies(session);
        await done;
        confirmed = attempted;
      }
    })();
    const progress = { isDone: false };
    void work.then(() => (progress.isDone = true));
    while (!progress.isDone && !ports.files.disk.dead) await idle();
    await idle();
    session.dispose();
    return { confirmed, attempted };
  }

  for (const guarantee of ['atomic', 'plain'] as const) {
    it(`at any step of writing lose nothing that was confirmed (${guarantee})`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.integer({ min: 0, max: 60 }), async (todo, stepsToLive) => {
          const disk = new MemoryDisk();
          const ports = memoryPorts(`//- /a.txt\n${TEXT}`, { disk, guarantee });
          disk.stepsToLive = stepsToLive;
          const { confirmed, attempted } = await live(ports, todo);
          const after = memoryPorts('', { disk: disk.revived(), guarantee, ids: 1000 });
          const { session } = await reopen(after);
          const found = JSON.stringify(bodies(session));
          assert.ok(
            [confirmed, attempted].some((state) => JSON.stringify(state) === found),
            `${found}: ${JSON.stringify({ confirmed, attempted })}`,
          );
          assert.deepEqual(problems(session), []);
          assert.deepEqual(session.status().conflicts, []);
          await session.flush();
          assert.deepEqual(onDisk(after), bodies(session));
        }),
        { numRuns: 150 },
      );
    });
  }
});
