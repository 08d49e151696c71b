/**
 * Runs the host suites: `npm run test:host -- [--kind node|web|roots|packaged]… [--grep TEXT] [--in desktop|server] [--verbose]`.
 * Where there is a desktop VS Code they run there, else in VS Code's server with a browser; it says which, and never skips.
 */
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/host/browser.ts';
import { findDesktop } from '../../scripts/host/desktop.ts';
import { artefactsDir, copySeeds, root, temporaryFolder } from '../../scripts/host/paths.ts';
import { run } from '../../scripts/host/process.ts';
import { installExtension, startServer } from '../../scripts/host/server.ts';
import { bundleSuites, type SuiteKind, writeProbeExtension } from './bundle.ts';
import { type Job, runInDesktop, runInServer } from './hosts.ts';
import { Report } from './report.ts';

const { values: options } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true, default: ['node', 'web', 'roots', 'packaged'] },
    grep: { type: 'string' },
    in: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

/**
 * Puts the extension in the web worker host. The page's payload has a key for it (`extensionDevelopmentKind`), but the workbench
 * of a server reads that under another name; the setting works in every version.
 */
const inWebWorker = { 'remote.extensionKind': { 'apparatus.apparatus': ['web'] } };

/** As on the desktop: in the browser a source is saved while a suite still looks at its unsaved words. */
const asOnDesktop = { 'files.autoSave': 'off' };

type Runner = (job: Job) => Promise<void>;

let failures = 0;
for (const kind of options.kind) {
  if (kind !== 'node' && kind !== 'web' && kind !== 'roots' && kind !== 'packaged')
    throw new Error(`--kind is node, web, roots or packaged, not ${kind}`);
  failures += await runKind(kind);
}
process.exitCode = failures > 0 ? 1 : 0;

async function runKind(kind: SuiteKind): Promise<number> {
  const report = new Report();
  const home = temporaryFolder('host');
  mkdirSync(artefactsDir, { recursive: true });
  const log = createWriteStream(path.join(artefactsDir, `host-${kind}.log`));
  try {
    const testModule = await bundleSuites(kind, options.grep);
    const job: Job = {
      extensionPath: kind === 'packaged' ? writeProbeExtension() : root,
      testModule,
      workspace: kind === 'roots' ? severalFolders(home) : copySeeds(home),
      kind: kind === 'web' ? 'web' : 'node',
      onEvent: (event) => report.add(event),
      onLine: (line) => {
        log.write(`${line}\n`);
        if (options.verbose) console.log(`    ${line}`);
      },
    };
    // Only the server can have an extension installed without an account of the user's being touched.
    if (kind === 'packaged') await packagedInServer(home, job);
    else await anyHost(kind, home, job);
  } catch (error) {
    report.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    log.end();
    rmSync(home, { recursive: true, force: true });
  }
  return report.close().failed;
}

/** A workspace of two folders, one within the other, and a file beside them that belongs to neither. */
function severalFolders(home: string): string {
  const text = 'General Okafor wrote to Port Meridian on March 7, 2026. Nobody answered the letter for a week.\n';
  const inner = path.join(home, 'outer/inner');
  mkdirSync(inner, { recursive: true });
  for (const file of ['lone.txt', 'outer/a.txt', 'outer/inner/b.txt']) writeFileSync(path.join(home, file), text);
  const workspace = path.join(home, 'several.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'outer' }, { path: 'outer/inner' }] }));
  return workspace;
}

async function anyHost(kind: SuiteKind, home: string, job: Job): Promise<void> {
  const desktop = options.in === 'server' ? { missing: '--in server was asked for' } : await findDesktop();
  if ('executable' in desktop) {
    console.log(`\n${kind} suites in desktop VS Code: ${desktop.executable} (${desktop.origin})\n`);
    await runInDesktop(desktop.executable, home, job);
    return;
  }
  if (options.in === 'desktop') throw new Error(`No desktop VS Code: ${desktop.missing}`);
  await withServer(home, kind === 'web' ? inWebWorker : {}, async (runner, host) => {
    console.log(`\n${kind} suites in ${host}; no desktop VS Code: ${desktop.missing}\n`);
    await runner(job);
  });
}

async function packagedInServer(home: string, job: Job): Promise<void> {
  const vsix = path.join(home, 'apparatus.vsix');
  await run(process.execPath, [path.join(root, 'scripts/package.ts'), '--out', vsix]);
  await installExtension(vsix, home);
  await withServer(home, {}, async (runner, host) => {
    console.log(`\nThe packaged extension, installed in ${host}\n`);
    await runner(job);
  });
}

async function withServer(
  home: string,
  settings: Readonly<Record<string, unknown>>,
  work: (runner: Runner, host: string) => Promise<void>,
): Promise<void> {
  const server = await startServer({ dataDir: home, settings: { ...asOnDesktop, ...settings } });
  try {
    const { browser, name } = await launchBrowser();
    try {
      await work(async (job) => await runInServer(server, browser, job), `VS Code's server ${server.version}, ${name}`);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
