/**
 * VS Code's own server, as the npm package `code-server` carries it: a real workbench and real extension hosts
 * where no desktop build can be had. We start VS Code's server itself, not code-server's wrapper, as the wrapper
 * does not pass on the flag that lets a page name an extension under development.
 */
import type { ChildProcess } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheDir } from './paths.ts';
import { freePort, run, spawnGroup, stopGroup } from './process.ts';

const codeServerVersion = '4.139.1';
/** How long a loaded machine may take to start the server. */
const startTimeout = 60_000;

/** Nothing in the workbench should look for the network, or greet. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

export interface ServerOptions {
  /** User settings, on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where the server keeps user data and installed extensions; a fresh folder keeps runs independent. */
  readonly dataDir: string;
  readonly port?: number;
}

export interface Server {
  readonly origin: string;
  readonly version: string;
  /** Address of a workbench on a folder or a `.code-workspace` file; `payload` holds pairs as VS Code's development pages take them. */
  address(workspace: string, payload?: readonly (readonly [string, string])[]): string;
  /** The URI under which the server's page knows a local path. */
  remote(file: string): string;
  /** Resolves when the server has ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const vscode = await provision();
  const port = options.port ?? (await freePort());
  const settingsFile = path.join(options.dataDir, 'data/User/settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));

  const log = createWriteStream(path.join(options.dataDir, 'server.log'));
  const child = spawnGroup(
    process.execPath,
    [
      path.join(vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port)],
      '--without-connection-token',
      '--accept-server-license-terms',
      '--enable-smoke-test-driver',
      ...['--server-data-dir', options.dataDir],
      ...['--telemetry-level', 'off'],
      '--disable-workspace-trust',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await ready(`http://127.0.0.1:${port}`, child);

  const authority = `127.0.0.1:${port}`;
  const remote = (file: string): string => `vscode-remote://${authority}${encodeURI(toUriPath(file))}`;
  return {
    origin: `http://${authority}`,
    version: versionOf(vscode),
    remote,
    address: (workspace, payload = []) => {
      const key = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = `${key}=${toUriPath(workspace).split('/').map(encodeURIComponent).join('/')}`;
      const all = [...payload, ['skipWelcome', 'true']];
      return `http://${authority}/?${query}${payload.length === 0 ? '' : `&payload=${encodeURIComponent(JSON.stringify(all))}`}`;
    },
    ended,
    stop: async () => {
      await stopGroup(child);
      log.end();
    },
  };
}

/** Installs a packaged extension for the servers that are started on `dataDir`. */
export async function installExtension(vsix: string, dataDir: string): Promise<void> {
  const vscode = await provision();
  await run(process.execPath, [
    path.join(vscode, 'out/server-main.js'),
    ...['--install-extension', vsix],
    '--force',
    '--accept-server-license-terms',
    ...['--server-data-dir', dataDir],
    ...['--telemetry-level', 'off'],
  ]);
}

/**
 * The folder of VS Code inside the unpacked package; fetches it on first use. Scripts of the packages are not run: they compile native
 * modules that nothing here needs (the log then tells of missing bindings, and nothing fails).
 */
async function provision(): Promise<string> {
  const home = path.join(cacheDir, `code-server-${codeServerVersion}`);
  const vscode = path.join(home, 'lib/vscode');
  if (existsSync(home)) return vscode;
  console.log(
    `Fetching VS Code's server (code-server ${codeServerVersion} on npm) into ${path.relative('', cacheDir)}`,
  );
  const partial = `${home}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    await run('npm', ['pack', '--silent', '--pack-destination', partial, `code-server@${codeServerVersion}`]);
    const archive = readdirSync(partial).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) throw new Error(`npm pack left no archive in ${partial}`);
    await run('tar', ['-xzf', archive], { cwd: partial });
    const unpacked = path.join(partial, 'package');
    for (const folder of [unpacked, path.join(unpacked, 'lib/vscode')]) {
      await run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    }
    // The rename comes last, so that an interrupted fetch is never taken for a whole one.
    if (!existsSync(home)) renameSync(unpacked, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return vscode;
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`VS Code's server ended with ${child.exitCode}; is the port of ${origin} taken?`);
    try {
      const answer = await fetch(origin, { signal: AbortSignal.timeout(2000) });
      await answer.body?.cancel();
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server did not answer at ${origin} within ${startTimeout / 1000} s`);
}

/** As the server's own manifest has it. */
const versionOf = (vscode: string): string => {
  const manifest = JSON.parse(readFileSync(path.join(vscode, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
};

/** `C:\a b` becomes `/C:/a b`; POSIX paths stay as they are. */
const toUriPath = (file: string): string => {
  const slashed = path.resolve(file).replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
};
