/** Replaces a file so that whoever looks, and whatever dies, finds the old one or the new one whole. */
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds after which another process's temporary file is taken for what a crash has left. */
const STALE = 60_000;
const TEMPORARY = /^\..*\.\d+-\d+\.apparatus-tmp$/;
let count = 0;

/**
 * Writes beside the file, flushes, and renames over it. A link stays a link; the file's mode stays. A file without any
 * permission to write is not replaced: that the folder would allow it is not what its owner meant.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await modeOf(target);
  if (mode !== null && (mode & 0o222) === 0)
    throw Object.assign(new Error(`EROFS: read-only file, ${file}`), { code: 'EROFS' });
  const folder = path.dirname(target);
  await removeStale(folder);
  const temporary = path.join(folder, `.${path.basename(target)}.${process.pid}-${count++}.apparatus-tmp`);
  try {
    await writeWhole(temporary, bytes, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Writes and flushes a file that nobody else knows of yet. */
export async function writeWhole(file: string, bytes: Uint8Array, mode: number | null = null): Promise<void> {
  const handle = await open(file, 'wx', mode ?? 0o666);
  try {
    if (mode !== null) await handle.chmod(mode);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename last; not every system lets a folder be flushed, and none of those needs it. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows.
  }
}

async function modeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mode & 0o7777;
  } catch {
    return null;
  }
}

const cleaned = new Set<string>();

/** Once for each folder: what an earlier process did not get to rename. */
async function removeStale(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const file = path.join(folder, name);
    const age = Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? Infinity);
    if (age > STALE) await rm(file, { force: true });
  }
}
