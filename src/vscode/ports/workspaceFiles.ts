import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { FileError, globs, type FileErrorCode, type Files, type FileStat, type Storage } from '../../session/index.ts';
import { toKey, toUri } from '../convert.ts';

/** Files through VS Code, wherever they are. It promises nothing about a write that is cut short. */
export const workspaceFiles: Files = {
  guarantee: 'plain',
  async list(folder, { include, exclude }) {
    const root = toUri(folder);
    if (!SEARCHED.has(root.scheme)) return listed(root, exclude);
    return (await workspace.findFiles(new RelativePattern(root, oneOf(include)), oneOf(exclude))).map(toKey);
  },
  stat: (uri) =>
    told(uri, async (): Promise<FileStat> => {
      const { type, size } = await workspace.fs.stat(toUri(uri));
      if (type & FileType.File) return { kind: 'file', size };
      return { kind: type & FileType.Directory ? 'folder' : 'other', size };
    }).catch(nullWhenMissing),
  read: (uri, limit) =>
    told(uri, async () => {
      const bytes = await workspace.fs.readFile(toUri(uri));
      return limit === undefined ? bytes : bytes.subarray(0, limit);
    }),
  write: (uri, bytes) => told(uri, async () => workspace.fs.writeFile(toUri(uri), bytes)),
  delete: (uri) => told(uri, async () => workspace.fs.delete(toUri(uri))).catch(doneWhenMissing),
};

/**
 * File systems that VS Code can search for certain. For one that has no search `findFiles` never answers: it waits for a provider that
 * may yet come, and there is no way to ask.
 */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Files of a folder that may not be searchable. Links are not followed: they may lead in a circle. */
async function listed(root: Uri, exclude: readonly string[]): Promise<string[]> {
  // What would leave out any file of a folder, whatever its name, leaves out the folder.
  const isClosed = globs(exclude.filter((pattern) => pattern.endsWith('/**')));
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const uri = folder === '' ? root : Uri.joinPath(root, folder);
    const entries = await told(toKey(uri), async () => workspace.fs.readDirectory(uri)).catch(() => []);
    for (const [name, type] of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (type === FileType.Directory && !isClosed(`${path}/x`)) folders.push(path);
      else if (type === FileType.File) found.push(toKey(Uri.joinPath(root, path)));
    }
  }
  return found;
}

/** The same, for a corpus that is one file. */
export const onlyFile = (files: Files, uri: string): Files => ({ ...files, list: async () => [uri] });

/** A private place of the extension. */
export function workspaceStorage(home: Uri): Storage {
  const at = (key: string): Uri => Uri.joinPath(home, ...key.split('/'));
  return {
    async keys(prefix) {
      return (await filesBeneath(home, '')).filter((key) => key.startsWith(prefix));
    },
    get: (key) => told(key, async () => workspace.fs.readFile(at(key))).catch(nullWhenMissing),
    put: (key, value) => told(key, async () => workspace.fs.writeFile(at(key), value)),
    delete: (key) => told(key, async () => workspace.fs.delete(at(key))).catch(doneWhenMissing),
  };
}

async function filesBeneath(folder: Uri, prefix: string): Promise<string[]> {
  const entries =
    (await told(toKey(folder), async () => workspace.fs.readDirectory(folder)).catch(nullWhenMissing)) ?? [];
  const found = entries.map(async ([name, type]) =>
    type === FileType.Directory ? filesBeneath(Uri.joinPath(folder, name), `${prefix}${name}/`) : [`${prefix}${name}`],
  );
  return (await Promise.all(found)).flat();
}

/** Several globs as one; none at all matches nothing. */
const oneOf = (patterns: readonly string[]): string =>
  patterns.length === 1 ? (patterns[0] as string) : `{${patterns.join(',')}}`;

/** Runs a file operation, and tells its failure in the session's words. */
async function told<T>(uri: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw new FileError(codeOf(error), uri, error instanceof Error ? error.message : String(error));
  }
}

/** VS Code has no codes for a read-only or a full disk: their errors carry Node's code in the message. */
function codeOf(error: unknown): FileErrorCode {
  if (!(error instanceof Error)) return 'unavailable';
  if (/EROFS|read-?only/i.test(error.message)) return 'read-only';
  if (/ENOSPC|EDQUOT|QuotaExceeded/i.test(error.message)) return 'no-space';
  if (!(error instanceof FileSystemError)) return 'unavailable';
  switch (error.code) {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return 'not-found';
    case 'NoPermissions':
      return 'no-permission';
    case 'FileIsADirectory':
      return 'is-folder';
    default:
      return 'unavailable';
  }
}

const isMissing = (error: unknown): boolean => error instanceof FileError && error.code === 'not-found';

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

function doneWhenMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
