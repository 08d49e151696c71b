import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Storage } from '../session/index.ts';
import { flushFolder, writeWhole } from './atomic.ts';

/** Values as files below a folder, each put in place by a rename; the folder is made when it is first needed. */
export function nodeStorage(folder: string): Storage {
  const root = folder.startsWith('file:') ? fileURLToPath(folder) : folder;
  const at = (key: string): string => path.join(root, ...key.split('/'));
  let count = 0;
  return {
    keys: async (prefix) => {
      const files = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      const keys = files
        .filter((file) => file.isFile() && !file.name.endsWith(UNFINISHED))
        .map((file) => path.relative(root, path.join(file.parentPath, file.name)).replaceAll(path.sep, '/'));
      return keys.filter((key) => key.startsWith(prefix));
    },
    get: async (key) => {
      try {
        return await readFile(at(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    put: async (key, value) => {
      const file = at(key);
      await mkdir(path.dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}-${count++}${UNFINISHED}`;
      await writeWhole(temporary, value);
      await rename(temporary, file);
      await flushFolder(path.dirname(file));
    },
    delete: (key) => rm(at(key), { force: true }),
  };
}

const UNFINISHED = '.unfinished';
