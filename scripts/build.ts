/**
 * Builds `dist/`: the extension for both hosts, the command line, the façade of `core` with its types, and the reader's data.
 * `npm run build [-- --watch | --minify | --extension]`. The bundle of `core` is neutral and has no externals, which proves that room pure.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, context, type Plugin } from 'esbuild';
import { root } from './host/paths.ts';
import { run } from './host/process.ts';

const dist = path.join(root, 'dist');
/** Trained weights and other bytes that adapters load at run time stand beside the reader they belong to. */
const dataDir = path.join(root, 'src/core/reading');
const isData = (file: string): boolean => file.endsWith('.bin');

const cli = 'dist/cli.js';

const { values: options } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    minify: { type: 'boolean', default: false },
    /** Only what an editor loads. */
    extension: { type: 'boolean', default: false },
  },
});

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2023',
  charset: 'utf8',
  minify: options.minify,
  sourcemap: options.minify ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'linked',
};

const extensionBundles: readonly BuildOptions[] = [
  {
    entryPoints: ['src/vscode/extension.node.ts'],
    outfile: 'dist/extension.node.cjs',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/vscode/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
];

const scriptBundles: readonly BuildOptions[] = [
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: cli,
    platform: 'node',
    format: 'esm',
  },
  { entryPoints: ['src/core/index.ts'], outfile: 'dist/core.mjs', platform: 'neutral', format: 'esm' },
];

/** In a watched build an editor's task sees when a round begins and ends. */
const announce: Plugin = {
  name: 'announce',
  setup: (build) => {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors)
        console.log(`✘ ${location?.file ?? ''}:${location?.line ?? 0}:${location?.column ?? 0}: ${text}`);
      console.log('[watch] build finished');
    });
  },
};

mkdirSync(dist, { recursive: true });
// The folder's own package says what `cli.js` is; the root has no `type`, as VS Code's web host refuses extensions that say `module`.
writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }\n');
copyData();
if (options.watch) await watch();
else await buildOnce();

async function buildOnce(): Promise<void> {
  const work = options.extension
    ? extensionBundles.map(bundle)
    : [...extensionBundles.map(bundle), ...scriptBundles.map(bundle), declareCore()];
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of failed) console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function bundle(own: BuildOptions): Promise<void> {
  const build = await context({ ...common, ...own });
  try {
    await build.rebuild();
    if (own.outfile === cli) chmodSync(path.join(root, cli), 0o755);
  } finally {
    await build.dispose();
  }
}

async function watch(): Promise<void> {
  for (const [index, own] of [...extensionBundles, ...scriptBundles].entries()) {
    const build = await context({ ...common, ...own, plugins: index === 0 ? [announce] : [] });
    await build.watch();
  }
}

/**
 * The types of the façade as `dist/core.d.mts`, for scripts that import `dist/core.mjs`: one declaration file per module below `dist/types/`,
 * with the endings that a reader of declarations expects.
 */
async function declareCore(): Promise<void> {
  const types = path.join(dist, 'types');
  rmSync(types, { recursive: true, force: true });
  await run(process.execPath, [
    path.join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', path.join(root, 'tsconfig.core.json')],
    ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
    ...['--rootDir', path.join(root, 'src'), '--outDir', types],
  ]);
  for (const room of readdirSync(types)) {
    // The project that declares `core` holds other rooms too; the façade shows nothing of them.
    if (room !== 'core') rmSync(path.join(types, room), { recursive: true });
  }
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const declaration = path.join(types, file);
    const text = readFileSync(declaration, 'utf8');
    writeFileSync(declaration, text.replaceAll(/((?:from|import\()\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
  }
  writeFileSync(path.join(dist, 'core.d.mts'), "export * from './types/core/index.js';\n");
}

/** Copies the reader's data, flat, to `dist/data/`. */
function copyData(): void {
  const target = path.join(dist, 'data');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  if (!existsSync(dataDir)) return;
  for (const file of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    if (isData(file)) cpSync(path.join(dataDir, file), path.join(target, path.basename(file)));
  }
}
