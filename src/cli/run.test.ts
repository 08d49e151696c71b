import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixture } from '../testing/index.ts';
import type { Io } from './io.ts';
import { runCli } from './run.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const REPORTS = `//- /reports/a.txt
PORT MERIDIAN, March 6, 2026 — The harbour was closed on Monday, March 6, General Okafor said.

“Nobody was hurt, he said.
//- /reports/b.txt
The harbour of Port Meridian was closed, and nobody knew for how long it would be.
//- /reports/requirements.txt
numpy
//- /reports/c.bin.txt
\0\0
//- /broken.txt.anno.json
no notes
//- /counted.txt
“Nobody was hurt, he said on the quay of the old harbour.
//- /empty.txt

`;

describe('command line', () => {
  let home = '';
  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'apparatus-cli-'));
    for (const { path: name, text } of fixture(REPORTS).files) {
      await mkdir(path.dirname(path.join(home, name)), { recursive: true });
      await writeFile(path.join(home, name), text);
    }
    await mkdir(path.join(home, 'nothing'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  async function run(argv: readonly string[], io: Partial<Io> = {}): Promise<Run> {
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
      ...io,
    });
    return { code, out, err: err.replace(/^apparatus: trained names.*\n/, '') };
  }

  it('tells how it is used', async () => {
    for (const argv of [[], ['--help'], ['check', '--help']]) {
      const { code, out } = await run(argv);
      assert.equal(code, 0);
      assert.match(out, /apparatus check PATH…/);
    }
    assert.deepEqual(await run(['--version']), { code: 0, out: '1.2.3\n', err: '' });
  });

  const misuses: [argv: string[], complaint: RegExp][] = [
    [['chekc'], /there is no command chekc/],
    [['check'], /name at least one file/],
    [['check', '--nope', 'reports'], /--nope/],
    [['check', '--fail-on', 'always', 'reports'], /--fail-on is one of error, warning, information, hint, not always/],
    [['analyze', '--format', 'xml', 'reports'], /--format is one of json/],
    [['export', 'reports'], /--to is one of csv, markdown, html, w3c, and must be given/],
    [['export', '--to', 'pdf', 'reports'], /--to is one of csv, markdown, html, w3c, not pdf/],
    [['anchor', 'reports/a.txt.anno.json'], /name a sidecar and the new text/],
    [['anchor', 'reports/a.txt', 'reports/b.txt'], /reports\/a\.txt is no sidecar: those end in \.anno\.json/],
    [['anchor', 'none.txt.anno.json', 'reports/b.txt'], /none\.txt\.anno\.json: There is no such file\n/],
    [
      ['anchor', 'broken.txt.anno.json', 'reports/b.txt'],
      /^broken.txt.anno.json:1:1: error: This is no valid JSON .*\n.*no note in it/,
    ],
    [['analyze', 'none.txt'], /none\.txt: There is no such file\n.*no source/],
    [['check', 'empty.txt'], /^empty\.txt: Passed over: it is empty\n.*no source/],
    [['check', 'nothing'], /^apparatus: there is no source to read\n$/],
  ];
  for (const [argv, complaint] of misuses) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const { code, out, err } = await run(argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, complaint);
    });
  }

  it('analyzes to JSON, with paths as they were given', async () => {
    const { code, out, err } = await run(['analyze', '--format', 'json', 'reports']);
    assert.equal(code, 0);
    const { version, sources } = JSON.parse(out) as { version: number; sources: { path: string; sha256: string }[] };
    assert.equal(version, 1);
    assert.deepEqual(
      sources.map((source) => source.path),
      ['reports/a.txt', 'reports/b.txt'],
    );
    assert.match(sources[0]!.sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(err.split('\n').filter(Boolean), [
      'reports/c.bin.txt: Passed over: it is no text',
      'reports/requirements.txt: Passed over: files of the name requirements.txt are about a project, not sources',
    ]);
  });

  it('gives the same bytes whatever the order of paths', async () => {
    const [one, two] = await Promise.all([
      run(['analyze', 'reports/a.txt', 'reports/b.txt']),
      run(['analyze', 'reports/b.txt', './reports/a.txt', 'reports/b.txt']),
    ]);
    assert.equal(one.out, two.out);
  });

  it('lists findings like a compiler', async () => {
    const { code, out } = await run(['check', 'reports/a.txt'], { cwd: home });
    assert.equal(code, 1);
    assert.match(
      out,
      /^reports\/a\.txt:3:1: warning: This quotation is opened with “ and never closed \[quotation-marks\] \(very likely\)\n {4}3 \| “Nobody was hurt, he said\.\n {6}\| \^\n/m,
    );
    assert.doesNotMatch(out, /\x1b/);
  });

  it('colours on a terminal, unless it is told not to', async () => {
    const colored = async (argv: string[], io: Partial<Io>): Promise<boolean> =>
      (await run(['check', ...argv, 'reports/a.txt'], io)).out.includes('\x1b[1;33m');
    assert.ok(await colored([], { isTerminal: true }));
    assert.ok(!(await colored([], { isTerminal: true, env: { NO_COLOR: '1' } })));
    assert.ok(!(await colored(['--no-color'], { isTerminal: true })));
    assert.ok(await colored(['--color'], { env: { NO_COLOR: '1' } }));
  });

  it('fails on what it is told to fail on', async () => {
    for (const [limit, code] of [
      ['error', 0],
      ['warning', 1],
      ['hint', 1],
    ] as const) {
      assert.equal((await run(['check', '--fail-on', limit, 'reports/a.txt'])).code, code, limit);
    }
  });

  it('prints findings as JSON and as SARIF', async () => {
    const json = JSON.parse((await run(['check', '--format', 'json', 'reports'])).out) as {
      findings: { code: string; path: string }[];
    };
    assert.ok(json.findings.some(({ code, path: at }) => code === 'quotation-marks' && at === 'reports/a.txt'));
    const sarif = JSON.parse((await run(['check', '--format', 'sarif', 'reports'])).out) as {
      version: string;
      runs: {
        columnKind: string;
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; partialFingerprints: object }[];
      }[];
    };
    assert.equal(sarif.version, '2.1.0');
    const [{ columnKind, tool, results }] = sarif.runs as [(typeof sarif.runs)[number]];
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(results.length, json.findings.length);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
  });

  it('heeds the nearest authority file above what is read, and tells what is wrong with it at its line', async () => {
    const [first, second] = [1, 2].map((digit) => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`);
    const entity = (id: string | undefined, name: string): string =>
      `{"id": "${id}", "type": "person", "name": "${name}", "names": ["Ada Lovelace"]}`;
    const authority = path.join(home, 'reports/apparatus.json');
    await writeFile(authority, `{"version": 1, "entities": [\n${entity(first, 'Ada')},\n${entity(second, 'Zora')}]}`);
    try {
      for (const argv of [['reports'], ['reports/b.txt'], [path.join(home, 'reports')]]) {
        const { err } = await run(['check', ...argv]);
        assert.match(err, /reports\/apparatus\.json:3:\d+: warning: .*“Zora”.*\[authority-name-claimed-twice\]\n/);
      }
      assert.equal((await run(['check', 'reports/b.txt'])).code, 1);
      assert.equal((await run(['check', '--fail-on', 'error', 'reports/b.txt'])).code, 0);
      const { problems } = JSON.parse((await run(['check', '--format', 'json', 'reports'])).out) as {
        problems: { code: string; path: string; line: number }[];
      };
      const told = problems.map(({ code, path: at, line }) => `${code} ${at}:${line}`);
      assert.ok(told.includes('authority-name-claimed-twice reports/apparatus.json:3'), told.join('; '));
      const { out } = await run(['check', '--format', 'sarif', 'reports']);
      assert.match(out, /"ruleId": "authority-name-claimed-twice"/);
    } finally {
      await rm(authority);
    }
  });

  it('heeds sidecars and writes nothing', async () => {
    const before = await readdir(path.join(home, 'reports'));
    await run(['check', 'reports']);
    assert.deepEqual(await readdir(path.join(home, 'reports')), before);
  });

  it('counts each finding once and hints apart, and says what it did not list', async () => {
    const last = async (...argv: string[]): Promise<string> =>
      (await run(['check', ...argv])).out.trimEnd().split('\n').at(-1)!;
    const findings = '1 finding and 1 hint in 1 source: 1 warning';
    assert.equal(await last('counted.txt'), `${findings}; not listed: 1 hint (--level hint lists all)`);
    assert.equal(await last('--level', 'hint', 'counted.txt'), findings);
    assert.equal(await last('reports/b.txt'), 'nothing found in 1 source');
  });

  it('says of a file in an old encoding how it was read, and goes on where one of several cannot be', async () => {
    await writeFile(
      path.join(home, 'latin.txt'),
      Buffer.from('The caf\xe9 was closed, and nobody knew why.', 'latin1'),
    );
    const { code, err } = await run(['check', 'latin.txt', 'empty.txt', 'none.txt']);
    assert.equal(code, 0);
    assert.deepEqual(err.split('\n').filter(Boolean), [
      'empty.txt: Passed over: it is empty',
      'latin.txt: Neither marked as Unicode nor valid UTF-8: read as windows-1252',
      'none.txt: There is no such file',
    ]);
  });

  it('ends quietly when nobody reads on', async () => {
    const main = path.join(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, [main, 'check', 'reports'], { cwd: home });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 1);
    assert.doesNotMatch(err, /EPIPE|Error/);
  });
});
