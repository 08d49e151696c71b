/**
 * `npm test`: every check and every suite, one after the other, and the sum of their counts as the last line. A failing part does
 * not stop the others; what a reader of the log needs to know is all that is wrong.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { exitCode } from './host/process.ts';

interface Part {
  /** A script of `package.json`. */
  readonly script: string;
  readonly args?: readonly string[];
  /** A check passes or fails as a whole; a suite says how many tests did, in mocha's closing lines or as "12 passed, 0 failed". */
  readonly kind: 'check' | 'suite' | 'sum';
}

/** The W3C's own assertions and samples. They are no part of the repository: where they are not, there is nothing to run. */
const conformance = path.resolve(import.meta.dirname, '../../shared/conformance');

const parts: readonly Part[] = [
  { script: 'format:check', kind: 'check' },
  { script: 'lint', kind: 'check' },
  { script: 'types', kind: 'check' },
  { script: 'test:unit', kind: 'suite' },
  ...(existsSync(conformance) ? [{ script: 'conformance', args: ['--suite', conformance], kind: 'sum' } as const] : []),
  { script: 'build', kind: 'check' },
  { script: 'test:host', kind: 'suite' },
  { script: 'test:ui', kind: 'suite' },
];

interface Outcome {
  readonly part: Part;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

if (!existsSync(conformance)) console.log('No conformance suite beside the repository: its assertions are left out.');

const outcomes: Outcome[] = [];
for (const part of parts) outcomes.push(await runPart(part));

console.log('');
for (const { part, passed, failed, seconds } of outcomes) {
  console.log(`${failed > 0 ? '✘' : '✔'} ${part.script}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
const sum = (of: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function runPart(part: Part): Promise<Outcome> {
  console.log(`\n── npm run ${part.script} ──`);
  const started = Date.now();
  const { code, output } = await runScript(part);
  const seconds = Math.round((Date.now() - started) / 1000);
  if (part.kind === 'check') return { part, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
  if (part.kind === 'sum') {
    const [, passed = 0, failed = 0] = (/^(\d+) passed, (\d+) failed$/m.exec(output) ?? []).map(Number);
    return { part, passed, failed: failed === 0 && code !== 0 ? 1 : failed, seconds };
  }
  const passed = count(output, 'passing');
  // A skipped test is a test that nobody ran. A suite that ends badly without naming a test has failed once.
  const failed = count(output, 'failing') + count(output, 'pending');
  return { part, passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, seconds };
}

async function runScript({
  script,
  args = [],
}: Part): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output += chunk.toString();
  });
  child.stderr.pipe(process.stderr);
  const code = await exitCode(child);
  return { code, output: stripVTControlCharacters(output) };
}

/** The sum over all closing lines of mocha's kind ("  12 passing (3s)"); a part may hold several runs. */
function count(output: string, word: 'passing' | 'failing' | 'pending'): number {
  const lines = output.matchAll(new RegExp(`^ {2}(\\d+) ${word}\\b`, 'gm'));
  return [...lines].reduce((total, [, digits]) => total + Number(digits), 0);
}
