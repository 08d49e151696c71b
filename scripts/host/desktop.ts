/** Desktop VS Code: named by VSCODE_PATH, installed, or downloaded by `@vscode/test-electron`. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheDir } from './paths.ts';
import { isExecutable, onPath } from './process.ts';

/** Where releases are listed. Asked first and briefly, as the download itself retries for minutes where there is no way out. */
const releases = 'https://update.code.visualstudio.com/api/releases/stable';
const releasesTimeout = 4000;

export type Desktop = { readonly executable: string; readonly origin: string } | { readonly missing: string };

/** The desktop program to run, or why there is none. Never takes more than a few seconds to say no. */
export async function findDesktop(): Promise<Desktop> {
  const named = process.env['VSCODE_PATH'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`VSCODE_PATH names ${named}, which is not a program`);
    return { executable: programBehind(named) ?? named, origin: 'VSCODE_PATH' };
  }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { missing: 'there is no display' };
  }
  const command = onPath('code', 'code-insiders', 'codium');
  const installed = command === undefined ? undefined : programBehind(command);
  if (installed !== undefined) return { executable: installed, origin: `${command} on the PATH` };
  try {
    if (!isDownloaded()) {
      const answer = await fetch(releases, { signal: AbortSignal.timeout(releasesTimeout) });
      await answer.body?.cancel();
      if (!answer.ok) return { missing: `${releases} answered ${answer.status}` };
    }
    const executable = await downloadAndUnzipVSCode({ cachePath: cacheDir });
    return { executable, origin: 'downloaded by @vscode/test-electron' };
  } catch (error) {
    return { missing: `it could not be downloaded (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** Whether an earlier run has brought one, which will do without the network. */
const isDownloaded = (): boolean =>
  existsSync(cacheDir) && readdirSync(cacheDir).some((name) => name.startsWith('vscode-'));

/**
 * The program behind the `code` command. The command is a script beside the program, which hands over to it and ends;
 * tests need the program itself, whose output and exit code are theirs.
 */
function programBehind(command: string): string | undefined {
  const bin = path.dirname(realpathSync(command));
  if (path.basename(bin) !== 'bin') return undefined;
  const candidates =
    process.platform === 'darwin'
      ? ['../../../MacOS/Electron', '../../../MacOS/Code', '../../../MacOS/VSCodium']
      : process.platform === 'win32'
        ? ['../Code.exe', '../Code - Insiders.exe', '../VSCodium.exe']
        : ['../code', '../code-insiders', '../codium'];
  return candidates.map((candidate) => path.resolve(bin, candidate)).find(isExecutable);
}

/** Arguments that make a desktop run independent of the user's own settings and extensions. */
export const isolated = (dataDir: string): readonly string[] => [
  `--user-data-dir=${path.join(dataDir, 'user')}`,
  `--extensions-dir=${path.join(dataDir, 'extensions')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-updates',
  '--disable-workspace-trust',
  '--disable-telemetry',
  '--skip-welcome',
  '--skip-release-notes',
];
