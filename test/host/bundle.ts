/** Bundles the suites for the extension hosts; esbuild, as the hosts read no TypeScript. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../../scripts/host/paths.ts';
import type { RunOptions } from './suite/runner.ts';

/**
 * `node` and `web`: the suites, in that extension host. `roots`: those that want a workspace of several folders. `packaged`: those that
 * try an installed VSIX. `cli`: as `node`, for `@vscode/test-cli`, which brings mocha itself.
 */
export type SuiteKind = 'node' | 'web' | 'roots' | 'packaged' | 'cli';

/** In all tests; an editor on a loaded machine takes its time. */
const timeout = 45_000;

const suiteDir = path.join(root, 'test/host/suite');
const outDir = path.join(root, 'dist/test');

/** Writes the test module of this kind, and returns its path. It exports `run(): Promise<void>`, as VS Code wants. */
export async function bundleSuites(kind: SuiteKind, grep: string | null = null): Promise<string> {
  const outfile = path.join(outDir, kind === 'web' ? 'suites.web.js' : `suites.${kind}.cjs`);
  const files = suiteFiles(kind).map((file) => `require(${JSON.stringify(`./${file}`)});`);
  const options: RunOptions = { grep, timeout };
  await build({
    stdin: {
      contents:
        kind === 'cli'
          ? files.join('\n')
          : `import { runSuites } from './runner.ts';
             export const run = () => runSuites(() => { ${files.join(' ')} }, ${JSON.stringify(options)});`,
      resolveDir: suiteDir,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: kind === 'web' ? 'browser' : 'node',
    target: 'es2023',
    external: ['vscode'],
    define: { EXPECTED_HOST: JSON.stringify(kind === 'web' ? 'web' : 'node') },
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [mochaAsGlobal],
    ...(kind === 'web' ? { alias: { 'node:assert/strict': path.join(suiteDir, 'assert.ts') } } : {}),
  });
  return outfile;
}

/**
 * Mocha's build for browsers looks for CommonJS, finds the bundle's own exports (its package says it is ESM, so esbuild does not wrap it),
 * and would put itself in their place. Without them in sight it defines the global `Mocha`.
 */
const mochaAsGlobal: Plugin = {
  name: 'mocha-as-global',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `var exports, module, define;${readFileSync(file, 'utf8')}`,
    }));
  },
};

/**
 * An extension that does nothing. VS Code runs tests only for an extension under development; to try the
 * installed one, this one stands in its place.
 */
export function writeProbeExtension(): string {
  const folder = path.join(outDir, 'probe');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'probe', publisher: 'apparatus-tests', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** `x.test.ts` runs in both hosts, `x.node.test.ts` in one, `x.roots.test.ts` in several folders, `x.packaged.test.ts` with the installed VSIX. */
function suiteFiles(kind: SuiteKind): readonly string[] {
  return readdirSync(suiteDir)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => {
      const only = /\.(node|web|roots|packaged)\.test\.ts$/.exec(file)?.[1];
      return (
        only === (kind === 'cli' ? 'node' : kind) || (only === undefined && kind !== 'packaged' && kind !== 'roots')
      );
    })
    .sort();
}
