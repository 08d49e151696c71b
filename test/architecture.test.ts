import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { judge } from './architecture/judge.ts';

const root = path.resolve(import.meta.dirname, '..');

const shippedFiles = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
  .sort();

describe('architecture', () => {
  it('finds the files of src/', () => {
    assert.ok(shippedFiles.includes('src/core/index.ts'));
  });

  it('holds every file to what its room may import and touch', () => {
    const problems = shippedFiles.flatMap((file) => judge(file, readFileSync(path.join(root, file), 'utf8')));
    assert.deepEqual(problems, []);
  });

  for (const room of ['core', 'session']) {
    it(`bundles ${room} without a host, and loads it where there is none`, async () => {
      const { outputFiles, metafile } = await build({
        absWorkingDir: root,
        entryPoints: [`src/${room}/index.ts`],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'neutral',
        format: 'iife',
        globalName: 'room',
        logLevel: 'silent',
      });
      const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
      assert.deepEqual(imports, []);
      const bare = vm.createContext({});
      vm.runInContext(outputFiles[0]?.text ?? '', bare);
      assert.equal(vm.runInContext('typeof room', bare), 'object');
    });
  }
});

describe('the judge of the architecture', () => {
  const bad: readonly (readonly [file: string, source: string, complaint: RegExp])[] = [
    ['src/core/text/a.ts', "import { x } from '../annotation/b.ts';", /core\/text may not import core\/annotation/],
    ['src/core/annotation/a.ts', "import { x } from '../reading/b.ts';", /may not import core\/reading/],
    ['src/core/reading/a.ts', "import { x } from '../annotation/b.ts';", /may not import core\/annotation/],
    ['src/core/reading/en/a.ts', "import type { X } from '../../corpus/b.ts';", /may not import core\/corpus/],
    ['src/core/corpus/a.ts', "export * from '../findings/b.ts';", /may not import core\/findings/],
    ['src/core/findings/a.ts', "export { x } from '../features/b.ts';", /may not import core\/features/],
    ['src/core/features/a.ts', "import { x } from '../index.ts';", /may not import core/],
    ['src/core/text/a.ts', "import { x } from '../../session/index.ts';", /may not import session/],
    ['src/core/text/a.ts', "import fs from 'node:fs';", /may not import this module/],
    ['src/core/text/a.ts', "import fuzzy from 'fuzzy';", /may not import this module/],
    ['src/core/text/a.ts', "export const x = () => import('./b.ts');", /something at run time/],
    ['src/core/other.ts', 'export const x = 1;', /in no room/],
    ['src/elsewhere/a.ts', 'export const x = 1;', /in no room/],
    [
      'src/session/a.ts',
      "import { x } from '../core/text/span.ts';",
      /only the façade of core|may not import core\/text/,
    ],
    ['src/session/a.ts', "import * as vscode from 'vscode';", /may not import this module/],
    ['src/session/a.ts', "import { x } from '../testing/fixture.ts';", /may not import testing/],
    ['src/vscode/a.ts', "import { x } from '../core/features/hover.ts';", /façade|may not import/],
    ['src/vscode/a.ts', "import { x } from '../session/journal.ts';", /only the façade of session/],
    ['src/vscode/a.ts', "import { x } from '../cli/main.ts';", /may not import cli/],
    ['src/vscode/a.ts', "import path from 'node:path';", /may not import this module/],
    ['src/vscode/a.ts', "import { x } from './extension.node.ts';", /for Node alone/],
    ['src/vscode/extension.web.ts', "import { x } from '../node/files.ts';", /may not import node/],
    ['src/cli/a.ts', "import * as vscode from 'vscode';", /may not import this module/],
    ['src/cli/a.ts', "import { x } from '../../scripts/b.ts';", /outside of src/],
    ['src/cli/a.ts', "import { x } from './b.test.ts';", /does not import tests/],
    ['src/core/text/a.ts', 'console.log(1);', /uses console/],
    ['src/core/text/a.ts', 'setTimeout(() => {}, 1);', /uses setTimeout/],
    ['src/core/text/a.ts', 'export const now = Date.now();', /uses Date/],
    ['src/core/text/a.ts', 'export const now = new Date(0);', /uses Date/],
    ['src/core/text/a.ts', 'export const x = Math.random();', /uses Math\.random/],
    ['src/core/text/a.ts', "export const x = Math['random']();", /uses Math\.random/],
    ['src/core/text/a.ts', 'export const x = new Intl.Collator();', /uses Intl/],
    ['src/core/text/a.ts', "export const x = 'a'.localeCompare('b');", /uses localeCompare/],
    ['src/core/text/a.ts', "export const x = 'a'.toLocaleLowerCase();", /uses toLocaleLowerCase/],
    ['src/core/text/a.ts', 'export const x = process.cwd();', /uses process/],
    ['src/core/text/a.ts', 'export const x = globalThis.foo;', /uses globalThis/],
    ['src/core/text/a.ts', 'export const x = Promise.resolve();', /uses Promise/],
    ['src/core/text/a.ts', 'export type X = Promise<void>;', /uses Promise/],
    ['src/core/text/a.ts', 'export async function x() {}', /uses async/],
    ['src/core/text/a.ts', 'export const x = async () => 1;', /uses async/],
    ['src/session/a.ts', 'setTimeout(() => {}, 1);', /uses setTimeout/],
    ['src/session/a.ts', 'export const x = crypto.randomUUID();', /uses crypto/],
    ['src/core/text/a.ts', 'export const = 1;', /cannot be parsed/],
  ];
  for (const [file, source, complaint] of bad) {
    it(`objects to ${file}: ${source}`, () => {
      assert.match(judge(file, source).join('\n'), complaint);
    });
  }

  const good: readonly (readonly [file: string, source: string])[] = [
    ['src/core/corpus/a.ts', "import { x } from '../annotation/b.ts'; export { y } from '../reading/en/c.ts';"],
    ['src/core/index.ts', "export * from './features/hover.ts';"],
    ['src/core/reading/names/a.ts', 'export const read = (document: string) => document.length;'],
    ['src/core/text/a.ts', 'export const x = { process: 1, console: 2 }.process;'],
    ['src/core/text/a.ts', 'export interface X { readonly Date: string }'],
    ['src/session/a.ts', "import { x } from '../core/index.ts'; export const y = async (): Promise<void> => {};"],
    ['src/vscode/a.ts', "import * as vscode from 'vscode'; import { x } from '../session/index.ts';"],
    ['src/vscode/extension.node.ts', "import fs from 'node:fs'; import { x } from '../node/files.ts';"],
    ['src/cli/main.ts', "import fs from 'node:fs'; import { x } from '../node/files.ts';"],
    ['src/testing/a.ts', "import { x } from '../core/reading/read.ts'; import { y } from '../session/journal.ts';"],
  ];
  for (const [file, source] of good) {
    it(`has nothing against ${file}: ${source}`, () => {
      assert.deepEqual(judge(file, source), []);
    });
  }
});
