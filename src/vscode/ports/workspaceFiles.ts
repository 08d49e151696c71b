import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { FileError, type FileErrorCode, type Files, type FileStat, type Storage } from '../../session/index.ts';
import { toKey, toUri } from '../convert.ts';

/** Files through VS Code, wherever they are. It promises nothing about a write that is cut short. */
export const workspaceFiles: Files = {
  guarantee: 'plain',
  async list(folder, { include, exclude }) {
    const pattern = new RelativePattern(toUri(folder), oneOf(include));
    return (await workspace.findFiles(pattern, oneOf(exclude))).map(toKey);
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
const oneOf = (globs: readonly string[]): string =>
  globs.length === 1 ? (globs[0] as string) : `{${globs.join(',')}}`;

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
