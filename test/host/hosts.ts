/** Runs a bundled test module in an extension host of desktop VS Code, or of VS Code's server. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { isolated } from '../../scripts/host/desktop.ts';
import { exitCode } from '../../scripts/host/process.ts';
import type { Server } from '../../scripts/host/server.ts';
import { decodeEvent, type TestEvent } from './protocol.ts';

export interface Job {
  readonly extensionPath: string;
  readonly testModule: string;
  readonly workspace: string;
  /** Which extension host a desktop is to use. For a server that is told in its settings. */
  readonly kind: 'node' | 'web';
  /** Called for each event, and for each other line of the host's console. */
  onEvent(event: TestEvent): void;
  onLine(line: string): void;
}

/** A run that takes longer than this hangs. */
const runTimeout = 5 * 60_000;

export async function runInDesktop(executable: string, dataDir: string, job: Job): Promise<void> {
  const child = spawn(
    executable,
    [
      job.workspace,
      ...isolated(dataDir),
      `--extensionDevelopmentPath=${job.extensionPath}`,
      `--extensionTestsPath=${job.testModule}`,
      ...(job.kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: runTimeout },
  );
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => hear(line, job));
  }
  await exitCode(child);
}

export async function runInServer(server: Server, browser: Browser, job: Job): Promise<void> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const ended = new Promise<void>((resolve, reject) => {
      const hung = setTimeout(() => reject(new Error(`The run did not end within ${runTimeout / 1000} s`)), runTimeout);
      const end = (): void => {
        clearTimeout(hung);
        resolve();
      };
      void page.exposeFunction('codeAutomationExit', end);
      void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
        hear(args.map(String).join(' '), job),
      );
    });
    await page.goto(
      server.address(job.workspace, [
        ['extensionDevelopmentPath', server.remote(job.extensionPath)],
        ['extensionTestsPath', server.remote(job.testModule)],
      ]),
    );
    await ended;
  } finally {
    await context.close();
  }
}

function hear(line: string, job: Job): void {
  const event = decodeEvent(line);
  if (event === undefined) job.onLine(line);
  else job.onEvent(event);
}
