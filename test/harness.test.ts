import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../scripts/host/paths.ts';
import { runInDesktop } from './host/hosts.ts';
import { decodeEvent, encodeEvent, type TestEvent } from './host/protocol.ts';
import { type Counts, Report } from './host/report.ts';
import * as standIn from './host/suite/assert.ts';

const pass: TestEvent = { kind: 'pass', title: ['hover', 'says “who”'], ms: 3 };
const fail: TestEvent = { kind: 'fail', title: ['hover', 'says when'], message: 'no', stack: 'at x' };
const end: TestEvent = { kind: 'end', passed: 1, failed: 0 };

describe('the lines by which a host tells of its tests', () => {
  it('come through a console that adds to them', () => {
    for (const event of [pass, fail, end])
      assert.deepEqual(decodeEvent(`[main] ${encodeEvent(event)} (x.js:1)`), event);
  });

  it('are told from other lines', () => {
    assert.equal(decodeEvent('Extension host started'), undefined);
  });
});

describe('the report of a host run', () => {
  const count = (...events: readonly TestEvent[]): Counts => {
    const report = new Report(() => {});
    for (const event of events) report.add(event);
    return report.close();
  };

  it('counts passes and failures', () => {
    assert.deepEqual(count(pass, pass, fail, end), { passed: 2, failed: 1 });
  });

  it('takes a host that ends before its suites for a failure', () => {
    assert.deepEqual(count(pass), { passed: 1, failed: 1 });
  });

  it('takes a run without a test for a failure', () => {
    assert.deepEqual(count(end), { passed: 0, failed: 1 });
  });

  it('takes suites that could not be loaded for a failure', () => {
    assert.deepEqual(count(pass, { kind: 'broken', message: 'no such module' }), { passed: 1, failed: 1 });
  });
});

describe('a desktop host', () => {
  // The program that stands in for VS Code says what it was called with, as VS Code itself would not.
  const pretend = `
    const test = process.argv.find((argument) => argument.startsWith('--extensionTestsPath='));
    const kind = process.argv.find((argument) => argument.startsWith('--extensionDevelopmentKind=')) ?? 'node';
    console.log('noise');
    console.log('${encodeEvent(end)}');
    console.error(test + ' ' + kind);`;

  it('is heard on its console, and told which extension host to use', async () => {
    const home = temporaryFolder('desktop');
    try {
      // The workspace comes first on the command line, where Node looks for its program.
      const program = path.join(home, 'code.cjs');
      writeFileSync(program, pretend);
      const events: TestEvent[] = [];
      const lines: string[] = [];
      await runInDesktop(process.execPath, home, {
        extensionPath: home,
        testModule: '/x/suites.cjs',
        workspace: program,
        kind: 'web',
        onEvent: (event) => events.push(event),
        onLine: (line) => lines.push(line),
      });
      assert.deepEqual(events, [end]);
      assert.deepEqual(lines.sort(), ['--extensionTestsPath=/x/suites.cjs --extensionDevelopmentKind=web', 'noise']);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe('the stand-in for assert in the web host', () => {
  const { AssertionError } = standIn;
  const fails = (work: () => void): void => assert.throws(work, AssertionError);

  it('passes and fails where the original does', async () => {
    standIn.ok(1);
    fails(() => standIn.ok(''));
    standIn.equal('a', 'a');
    fails(() => standIn.equal(1, '1'));
    standIn.notEqual(1, 2);
    fails(() => standIn.notEqual(1, 1));
    standIn.deepEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] });
    for (const other of [{ a: [1] }, { a: [1, { b: undefined }] }, { a: [1, { b: null }], c: 1 }, null, [1]]) {
      fails(() => standIn.deepEqual({ a: [1, { b: null }] }, other));
    }
    standIn.match('abc', /b/);
    fails(() => standIn.match('abc', /d/));
    await standIn.rejects(Promise.reject(new Error('no')), /no/);
    await assert.rejects(standIn.rejects(Promise.resolve()), AssertionError);
    await assert.rejects(standIn.rejects(Promise.reject(new Error('no')), /yes/), AssertionError);
  });
});
