import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { describe as selectorsOf, factBodies, parseSidecar, writeSidecar, type Annotation } from '../core/index.ts';
import { note, pageOf, uuid } from '../testing/annotations.ts';
import { runCli } from './run.ts';

const TEXT =
  'Ada Lovelace wrote to Port Meridian on Monday, and asked for three more weeks.\nGeneral Okafor answered her letter the next day, as he always did.\n';
const DIGEST = `sha256:${createHash('sha256').update(TEXT).digest('hex')}`;

/** A note on the words, made for the text as it is. */
function on(n: number, words: string, body: string): Annotation {
  const start = TEXT.indexOf(words);
  const selectors = selectorsOf(TEXT, { start, end: start + words.length });
  const state = { date: '2026-03-07T09:30:00Z', digest: DIGEST };
  return note(n, body, { targets: [{ kind: 'source', source: 'report.txt', selectors, state }] });
}

const FACTS = note(9, '', {
  motivation: 'describing',
  bodies: factBodies({ outlet: 'Meridian Gazette', date: '2026-03-07' }),
  targets: [{ kind: 'source', source: 'report.txt', selectors: [] }],
});

const REPLY = note(3, 'The younger one.', { motivation: 'replying', targets: [{ kind: 'annotation', id: uuid(2) }] });

describe('notes on the command line', () => {
  let home = '';
  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'apparatus-notes-'));
    await writeFile(path.join(home, 'report.txt'), TEXT);
    const page = pageOf(on(1, 'three more weeks', 'From when?'), on(2, 'General Okafor', 'Which?'), REPLY, FACTS);
    await writeFile(path.join(home, 'report.txt.anno.json'), writeSidecar(page));
  });
  after(() => rm(home, { recursive: true, force: true }));

  async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const code = await runCli(argv, {
      cwd: home,
      env: {},
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      columns: null,
      data: async () => null,
      version: '1.2.3',
    });
    return { code, out, err };
  }

  it('are exported as a table, a page, and a collection, and nothing is written', async () => {
    const csv = (await run('export', '--to', 'csv', '.')).out.split('\r\n');
    assert.deepEqual(
      csv.slice(1, -1).map((row) => row.split(',').slice(0, 4)),
      [
        [uuid(1), '', 'report.txt', '1'],
        [uuid(2), '', 'report.txt', '2'],
        [uuid(3), uuid(2), 'report.txt', '2'],
      ],
    );
    const markdown = (await run('export', '--to', 'markdown', 'report.txt')).out;
    assert.match(
      markdown,
      /- Date: 2026-03-07\n- Outlet: Meridian Gazette\n\n### three more weeks\n\n> three more weeks\n\n- From when\?/,
    );
    assert.match(
      (await run('export', '--to', 'html', '.')).out,
      /^<!doctype html>[^]*<blockquote>General Okafor<\/blockquote>/,
    );
    const { first } = JSON.parse((await run('export', '--to', 'w3c', '.')).out) as {
      first: { items: { id: string }[] };
    };
    assert.deepEqual(
      first.items.map(({ id }) => id),
      [1, 2, 3, 9].map(uuid),
    );
    assert.equal(parseSidecar(JSON.stringify(first)).page.annotations.length, 4);
    assert.deepEqual((await readdir(home)).sort(), ['report.txt', 'report.txt.anno.json']);
  });

  const anchored = async (text: string) => {
    await writeFile(path.join(home, 'new.text'), text);
    const { code, out } = await run('anchor', 'report.txt.anno.json', 'new.text', '--format', 'json');
    await rm(path.join(home, 'new.text'));
    type Placed = { outcome: string; start?: number; end?: number };
    const { counts, leftOut, notes, oldText } = JSON.parse(out) as {
      counts: Record<string, number>;
      leftOut: Record<string, number>;
      oldText: string;
      notes: (Placed & { id: string; before: Placed })[];
    };
    const words = notes.map(({ id, outcome, start, end, before: old }) => [
      id,
      TEXT.slice(old.start, old.end),
      outcome,
      start === undefined ? null : text.slice(start, end),
    ]);
    return { code, counts, leftOut, words, oldText };
  };

  it('are told their new places before a source is replaced', async () => {
    const { code, counts, leftOut, words, oldText } = await anchored(`PORT MERIDIAN\n\n${TEXT}`);
    assert.deepEqual([code, oldText], [0, 'known']);
    assert.deepEqual(counts, { exact: 0, moved: 2, approximate: 0, ambiguous: 0, orphaned: 0, unknown: 0 });
    assert.deepEqual(leftOut, { whole: 1, elsewhere: 0, unreadable: 0 });
    assert.deepEqual(words, [
      [uuid(1), 'three more weeks', 'moved', 'three more weeks'],
      [uuid(2), 'General Okafor', 'moved', 'General Okafor'],
    ]);
  });

  it('that would lose their place are counted, and the exit code says so', async () => {
    const { code, counts, words } = await anchored(`${TEXT.split('\n')[0]}\n`);
    assert.equal(code, 1);
    assert.deepEqual([counts['exact'], counts['orphaned']], [1, 1]);
    assert.deepEqual(words[1], [uuid(2), 'General Okafor', 'orphaned', null]);
  });
});
