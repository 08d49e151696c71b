import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { AUTHORITY_NAME } from '../session/index.ts';

/**
 * The folder whose decisions hold for what is read: the nearest one, at or above all of it, that has an authority file, so that a folder is judged as in
 * the editor from wherever the command is given. Without one it is `cwd`. All paths are absolute.
 */
export async function homeOf(places: readonly string[], cwd: string): Promise<string> {
  const folders = await Promise.all(places.map(folderOf));
  const [first = cwd, ...others] = folders;
  let home = others.reduce(commonFolder, first);
  for (;;) {
    if (await exists(path.join(home, AUTHORITY_NAME))) return home;
    const above = path.dirname(home);
    if (above === home) return cwd;
    home = above;
  }
}

const folderOf = async (place: string): Promise<string> =>
  (await stat(place).catch(() => null))?.isDirectory() ? place : path.dirname(place);

function commonFolder(a: string, b: string): string {
  let common = a;
  while (common !== b && !b.startsWith(common.endsWith(path.sep) ? common : common + path.sep))
    common = path.dirname(common);
  return common;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
