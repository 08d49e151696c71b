/** `npm run conformance -- --suite DIR [--only NAME]`: checks what we write against the standards' own schemas and samples. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Conformance } from '../test/conformance/types.ts';
import { demand, loadModules } from './modules.ts';

const { values: options } = parseArgs({ options: { suite: { type: 'string' }, only: { type: 'string' } } });
if (options.suite === undefined) throw new Error('Say where the suite is: npm run conformance -- --suite DIR');
const suite = path.resolve(options.suite);

let passed = 0;
const failures: string[] = [];
for (const conformance of await loadModules<Conformance>('conformance', options.only)) {
  demand(conformance.name, suite, conformance.needs);
  await conformance.run({
    suite,
    check: async (name, body) => {
      try {
        await body();
        passed++;
      } catch (error) {
        failures.push(`${conformance.name}: ${name}\n  ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  });
}
for (const failure of failures) console.log(failure);
console.log(`${passed} passed, ${failures.length} failed`);
// A run that checked nothing has not shown anything.
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
