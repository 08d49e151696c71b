/**
 * Kills a process that writes notes, at random moments, again and again. This file is both sides: with the argument `write` it is
 * the process that is killed. `APPARATUS_KILLS=500 npx mocha --spec src/node/kill.test.ts` for the long run; `APPARATUS_SEED` repeats one.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseSidecar } from '../core/index.ts';
import { DEFAULT_SETTINGS, inProcess, openSession, type Session } from '../session/index.ts';
import { fileUri, nodeClock, nodeDigest, nodeFiles, nodeIds, nodeStorage } from './index.ts';

const KILLS = Number(process.env['APPARATUS_KILLS'] ?? 10);
const SEED = Number(process.env['APPARATUS_SEED'] ?? Date.now() % 1_000_000);
/** Kills in one folder before a fresh one is taken: so that files of all sizes are met. */
const KILLS_PER_FOLDER = 20;
/** Milliseconds that the writer is let live, at most; a note takes about one. */
const LONGEST_LIFE = 40;

const NAME = 'a.txt';

function open(folder: string): Session {
  return openSession({
    folder: fileUri(path.join(folder, 'corpus')),
    ports: {
      files: nodeFiles,
      storage: nodeStorage(path.join(folder, 'storage')),
      clock: nodeClock,
      ids: nodeIds,
      digest: nodeDigest,
      log: { write: () => {} },
      settings: { current: () => ({ ...DEFAULT_SETTINGS, prose: 'all', saveDelay: 1 }) },
      reader: inProcess(null),
    },
  });
}

/** Says each note's body once it is told that nothing can happen to it. */
async function write(folder: string): Promise<void> {
  const session = open(folder);
  await session.ready;
  const source = fileUri(path.join(folder, 'corpus', NAME));
  for (let count = 0; ; count += 1) {
    const body = `${process.pid}-${count}`;
    await session.annotate(source, { start: 0, end: 3 }, { body });
    process.stdout.write(`${body}\n`);
  }
}

if (process.argv[2] === 'write') await write(process.argv[3]!);
else {
  describe('notes outlive the process that writes them', () => {
    it(`${KILLS} kills, seed ${SEED}`, async function () {
      this.timeout(KILLS * 2000);
      const random = generator(SEED);
      const home = await mkdtemp(path.join(tmpdir(), 'apparatus-kill-'));
      try {
        const writer = path.join(home, 'writer.mjs');
        await bundle(writer);
        for (let kill = 0, folder = '', confirmed: string[] = []; kill < KILLS; kill += 1) {
          if (kill % KILLS_PER_FOLDER === 0) [folder, confirmed] = [await freshFolder(home, kill), []];
          confirmed.push(...(await liveAndDie(writer, folder, random() * LONGEST_LIFE)));
          await check(folder, confirmed, `kill ${kill}, seed ${SEED}`);
        }
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    });
  });
}

async function bundle(outfile: string): Promise<void> {
  // Not at the top: the bundle must run without it.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [import.meta.filename],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['esbuild'],
    logLevel: 'silent',
  });
}

async function freshFolder(home: string, number: number): Promise<string> {
  const folder = await mkdtemp(path.join(home, `${number}-`));
  await mkdir(path.join(folder, 'corpus'));
  await writeFile(path.join(folder, 'corpus', NAME), 'Ada came to the harbour at dawn.');
  return folder;
}

/** The bodies that the writer had confirmed when it was killed, `life` milliseconds after the first. */
async function liveAndDie(writer: string, folder: string, life: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, 'write', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const bodies: string[] = [];
  const closed = new Promise((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    if (bodies.push(line) === 1) setTimeout(() => child.kill('SIGKILL'), life);
  }
  await closed;
  assert.ok(bodies.length > 0, 'the writer wrote');
  return bodies;
}

async function check(folder: string, confirmed: readonly string[], when: string): Promise<void> {
  const sidecar = await readFile(path.join(folder, 'corpus', `${NAME}.anno.json`), 'utf8').catch(() => null);
  if (sidecar !== null) assert.ok(parseSidecar(sidecar).writable, `${when}: the sidecar is whole`);
  const session = open(folder);
  await session.ready;
  const source = fileUri(path.join(folder, 'corpus', NAME));
  const found = new Set(
    session
      .snapshot()
      .notes(source)
      .map(({ body }) => body),
  );
  assert.deepEqual(
    confirmed.filter((body) => !found.has(body)),
    [],
    `${when}: notes lost`,
  );
  assert.deepEqual(session.status().problems, [], when);
  await session.flush();
  session.dispose();
  assert.equal(await readFile(path.join(folder, 'corpus', NAME), 'utf8'), 'Ada came to the harbour at dawn.');
  const names = await readdir(path.join(folder, 'corpus'));
  assert.ok(names.includes(`${NAME}.anno.json`), when);
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
