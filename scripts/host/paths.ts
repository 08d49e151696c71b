import { mkdtempSync, cpSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Absolute path of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Downloaded hosts and browsers live here, keyed by version, so that a second run starts at once. Ignored by git. */
export const cacheDir = path.join(root, '.vscode-test');

/** Screenshots and logs of a run. Ignored by git. */
export const artefactsDir = path.join(root, 'artefacts');

/** A new folder under the system's temporary folder; whoever makes it removes it. */
export const temporaryFolder = (purpose: string): string =>
  realpathSync(mkdtempSync(path.join(tmpdir(), `apparatus-${purpose}-`)));

/** A copy of `seeds/`, to work in: tests never touch the sample sources themselves. Returns the copy's path. */
export function copySeeds(parent: string): string {
  const copy = path.join(parent, 'seeds');
  cpSync(path.join(root, 'seeds'), copy, { recursive: true });
  return copy;
}
