import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileError, globs, type FileErrorCode, type Files, type FileStat } from '../session/index.ts';
import { replaceFile } from './atomic.ts';
import { encodeName } from './fileUri.ts';

/** Files of `file:` URIs. */
export const nodeFiles: Files = {
  guarantee: 'atomic',
  list: (folder, patterns) => told(folder, () => walk(folder, patterns)),
  stat: (uri) => told(uri, () => statOf(fileURLToPath(uri))),
  read: (uri, limit) =>
    told(uri, () => (limit === undefined ? readFile(fileURLToPath(uri)) : readHead(fileURLToPath(uri), limit))),
  write: (uri, bytes) => told(uri, () => replaceFile(fileURLToPath(uri), bytes)),
  delete: (uri) => told(uri, () => rm(fileURLToPath(uri), { force: true })),
};

async function walk(
  folder: string,
  { include, exclude }: { readonly include: readonly string[]; readonly exclude: readonly string[] },
): Promise<string[]> {
  const root = fileURLToPath(folder);
  const wanted = globs(include);
  const unwanted = globs(exclude);
  // What would leave out any file of a folder, whatever its name, leaves out the folder.
  const closed = globs(exclude.filter((pattern) => pattern.endsWith('/**')));
  const found: string[] = [];
  const folders = [''];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(path.join(root, next), next === '')) {
      const relative = next + entry.name;
      if (entry.isDirectory()) {
        if (!closed(`${relative}/x`)) folders.push(`${relative}/`);
      } else if (wanted(relative) && !unwanted(relative) && (await isFile(entry.isFile(), path.join(root, relative)))) {
        found.push(`${folder}/${relative.split('/').map(encodeName).join('/')}`);
      }
    }
  }
  return found;
}

/** A folder below the first that cannot be read has nothing to list; the first one's failure is the caller's. */
async function entriesOf(folder: string, isFirst: boolean): Promise<Awaited<ReturnType<typeof readEntries>>> {
  try {
    return await readEntries(folder);
  } catch (error) {
    if (isFirst) throw error;
    return [];
  }
}

const readEntries = (folder: string) => readdir(folder, { withFileTypes: true });

const isFile = async (isPlain: boolean, file: string): Promise<boolean> =>
  isPlain || ((await stat(file).catch(() => null))?.isFile() ?? false);

async function statOf(file: string): Promise<FileStat | null> {
  try {
    const found = await stat(file);
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size };
  } catch (error) {
    if (codeOf(error) === 'not-found') return null;
    throw error;
  }
}

async function readHead(file: string, limit: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function told<T>(uri: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw new FileError(codeOf(error), uri, error instanceof Error ? error.message : String(error));
  }
}

const CODES: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EISDIR: 'is-folder',
};

function codeOf(error: unknown): FileErrorCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code] ?? 'unavailable';
}
