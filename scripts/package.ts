/**
 * Packs the extension: `npm run package [-- --out FILE]`. Fails on any warning of the packager, on a package that holds what it must not,
 * and on one that is too large.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './host/paths.ts';
import { run } from './host/process.ts';

const megabyte = 1_000_000;
/** What the code, the icons and the texts may weigh, packed. */
const codeLimit = megabyte;
/** What trained data may weigh on top, packed. */
const dataLimit = 2.5 * megabyte;
/** Other people's texts, and all that is there only for development. */
const forbidden = /^(seeds|src|test|training|scripts|node_modules|artefacts|\.)|\.(ts|map)$|\.vsix$/;

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { name: string; version: string };
const { values: options } = parseArgs({
  options: { out: { type: 'string', default: path.join(root, `${manifest.name}-${manifest.version}.vsix`) } },
});

const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const stray = files.filter((file) => forbidden.test(file));
if (stray.length > 0) throw new Error(`These do not belong in the package:\n${stray.join('\n')}`);

const output = await run(process.execPath, [
  path.join(root, 'node_modules/@vscode/vsce/vsce'),
  'package',
  '--no-dependencies',
  // There is no public repository yet that relative links in the texts could lead to.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  ...['--out', options.out],
]);
console.log(output.trim());
if (/\bWARN/i.test(output)) throw new Error('The packager warns');

const dataSize = files
  .filter((file) => file.startsWith('dist/data/'))
  .reduce((total, file) => total + gzipSync(readFileSync(path.join(root, file))).length, 0);
const codeSize = statSync(options.out).size - dataSize;
weigh('code and texts', codeSize, codeLimit);
weigh('trained data', dataSize, dataLimit);

function weigh(what: string, size: number, limit: number): void {
  console.log(`${what}: ${Math.round(size / 1000)} kB of at most ${limit / 1000} kB`);
  if (size > limit) throw new Error(`The package is too large: ${what}`);
}
