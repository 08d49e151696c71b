/**
 * `npm start [-- PATH]`: builds, and opens VS Code with the extension on `seeds/`, or on the folder PATH. In desktop VS Code where there is
 * one, else in VS Code's own server, at the address it prints; `--server` asks for that, `--port N` says where. Ctrl+C ends it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop, isolated } from './host/desktop.ts';
import { cacheDir, root } from './host/paths.ts';
import { exitCode, freePort, run } from './host/process.ts';
import { startServer } from './host/server.ts';

/** Where the reader's settings and open editors are kept from one start to the next. */
const dataDir = path.join(cacheDir, 'start');
/** An address that stays the same from start to start keeps what the browser stores for it. */
const usualPort = 3117;

const { values: options, positionals } = parseArgs({
  options: { server: { type: 'boolean', default: false }, port: { type: 'string' } },
  allowPositionals: true,
});
const folder = path.resolve(process.env['INIT_CWD'] ?? '', positionals[0] ?? path.join(root, 'seeds'));
if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);

await run(process.execPath, [path.join(root, 'scripts/build.ts'), '--extension']);
const desktop = options.server ? { missing: '--server was asked for' } : await findDesktop();
if ('executable' in desktop) await startDesktop(desktop.executable, desktop.origin);
else await startInServer(desktop.missing);

async function startDesktop(executable: string, origin: string): Promise<void> {
  console.log(`Opening ${folder} in ${executable} (${origin})`);
  const child = spawn(executable, [...isolated(dataDir), `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'ignore',
  });
  process.once('SIGINT', () => child.kill());
  await exitCode(child);
}

async function startInServer(reason: string): Promise<void> {
  installByLink();
  const port = await freePort(options.port === undefined ? usualPort : Number(options.port));
  const server = await startServer({ dataDir, port });
  console.log(`VS Code's server ${server.version} (no desktop VS Code: ${reason})\n`);
  console.log(`  ${server.address(folder)}\n\nCtrl+C ends it.`);
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
  await Promise.race([stopped, server.ended]);
  await server.stop();
}

/**
 * The working tree as an installed extension: every page of the server has it, and a new build shows after a reload. The server's own list
 * of what is installed is left out, so that it is made anew from the folder.
 */
function installByLink(): void {
  const extensions = path.join(dataDir, 'extensions');
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(root, path.join(extensions, 'apparatus.apparatus'), 'junction');
}
