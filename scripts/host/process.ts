import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createServer } from 'node:net';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Runs a command to its end; its output appears only when it fails, inside the error. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    ...options,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await exitCode(child);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return output;
}

/** Resolves when the process has ended; rejects when it could not be started. */
export const exitCode = async (child: ChildProcess): Promise<number | null> =>
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

const groups = new Set<ChildProcess>();

/** Starts a process that has children of its own; `stopGroup`, or the end of this process, ends them all. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  // On POSIX a detached child leads a process group, which can be signalled as a whole.
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  groups.add(child);
  child.once('close', () => groups.delete(child));
  return child;
}

export async function stopGroup(child: ChildProcess): Promise<void> {
  if (!groups.has(child)) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  signalGroup(child, 'SIGTERM');
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
  await ended;
  clearTimeout(patience);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended in between.
  }
}

process.once('exit', () => {
  for (const child of groups) signalGroup(child, 'SIGTERM');
});
// Node runs no exit handlers when a signal ends it. A program that listens itself is left to end in its own way.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(1);
  });
}

/** A TCP port on the loopback interface that was free a moment ago: the `wanted` one if it was. */
export const freePort = async (wanted = 0): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (wanted === 0) reject(error);
      else resolve(freePort());
    });
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Absolute path of the first of `names` that is an executable file on the PATH. */
export function onPath(...names: readonly string[]): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (folder !== '' && isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
