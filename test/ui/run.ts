/** Runs the user-interface suites, one after the other: `npm run test:ui -- [--grep TEXT]`. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { closeShared } from './workbench.ts';

const testTimeout = 120_000;

const { values: options } = parseArgs({ options: { grep: { type: 'string' } } });

const mocha = new Mocha({
  reporter: 'spec',
  timeout: testTimeout,
  ...(options.grep === undefined ? {} : { fgrep: options.grep }),
});
const here = import.meta.dirname;
for (const file of readdirSync(here).sort()) {
  if (file.endsWith('.test.ts')) mocha.addFile(path.join(here, file));
}
await mocha.loadFilesAsync();
let ran = 0;
const failed = await new Promise<number>((resolve) => {
  mocha.run(resolve).on('test end', () => ran++);
});
await closeShared();
if (ran === 0) console.error('No test ran');
process.exitCode = failed > 0 || ran === 0 ? 1 : 0;
