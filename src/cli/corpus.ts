import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadNameModel, formatMessage, type Message, type Uri } from '../core/index.ts';
import { fileUri, nodeClock, nodeDigest, nodeFiles, nodeIds } from '../node/index.ts';
import {
  DEFAULT_SETTINGS,
  FileError,
  inProcess,
  openSession,
  SESSION_MESSAGES,
  type Files,
  type Ports,
  type Problem,
  type Session,
  type Storage,
} from '../session/index.ts';
import { printable } from './display.ts';
import { homeOf } from './home.ts';
import type { Io } from './io.ts';

export interface CliCorpus {
  readonly session: Session;
  /** As the user would write it: beginning with the argument that led to it. */
  path(uri: Uri): string;
}

/** Reads all that the paths lead to, as one corpus, and names on `err` what was passed over and what is wrong. */
export async function openCorpus(paths: readonly string[], io: Io): Promise<CliCorpus> {
  const roots = new Map<Uri, string>();
  const places: string[] = [];
  for (const given of paths) {
    const absolute = path.resolve(io.cwd, given);
    // One file that is named by two ways is one source.
    const place = await realpath(absolute).catch(() => absolute);
    places.push(place);
    const uri = fileUri(place);
    if (!roots.has(uri)) roots.set(uri, given);
  }
  const model = await io.data('names.bin');
  if (!model) io.err('apparatus: trained names are missing from this build; few names will be found\n');
  const folder = fileUri(await homeOf(places, io.cwd));
  const session = openSession({ folder, roots: [...roots.keys()], ports: ports(model, io) });
  await session.ready;
  const display = (uri: Uri): string => displayPath(uri, roots, io.cwd);
  report(session, display, io);
  return { session, path: display };
}

function ports(model: Uint8Array | null, io: Io): Ports {
  return {
    files: readOnly(nodeFiles),
    storage: NOTHING,
    clock: nodeClock,
    ids: nodeIds,
    digest: nodeDigest,
    log: { write: (level, text) => level === 'error' && io.err(`apparatus: ${printable(text)}\n`) },
    settings: { current: () => DEFAULT_SETTINGS },
    reader: inProcess(model && loadNameModel(model)),
  };
}

/** The command line looks; it never writes. */
function readOnly(files: Files): Files {
  const refuse = (uri: Uri): Promise<never> => Promise.reject(new FileError('read-only', uri));
  return { ...files, write: refuse, delete: refuse };
}

const NOTHING: Storage = {
  keys: async () => [],
  get: async () => null,
  put: async () => {},
  delete: async () => {},
};

/** The longest root that leads there; of a folder `.` only what lies below it is said. An authority file may lie above them all. */
function displayPath(uri: Uri, roots: ReadonlyMap<Uri, string>, cwd: string): string {
  const below = [...roots].filter(([root]) => uri === root || uri.startsWith(`${root}/`));
  const [longest] = below.sort(([a], [b]) => b.length - a.length);
  if (!longest) return path.relative(cwd, fileURLToPath(uri)).replaceAll(path.sep, '/');
  const [root, given] = longest;
  const rest = uri
    .slice(root.length + 1)
    .split('/')
    .map(decodeURIComponent);
  return path.posix.join(given.replaceAll(path.sep, '/'), ...rest);
}

function report(session: Session, display: (uri: Uri) => string, io: Io): void {
  const { files, problems } = session.status();
  const line = (uri: Uri, text: string): void => io.err(`${printable(display(uri))}: ${printable(text)}\n`);
  for (const { uri, taken, reason, encoding } of files) {
    if (!taken) line(uri, sentence(reason));
    else if (encoding?.by === 'fallback') line(uri, sentence({ code: 'file-fallback', args: [encoding.encoding] }));
    else if (encoding && encoding.replaced > 0)
      line(uri, sentence({ code: 'file-malformed', args: [encoding.replaced] }));
  }
  for (const problem of problems) io.err(fileProblem(display(problem.uri), problem));
}

/** A line about a file beside the sources, as a compiler says it: editors' terminals make a link of the place. */
export function fileProblem(
  file: string,
  { message, severity, position }: Pick<Problem, 'message' | 'severity' | 'position'>,
): string {
  const at = position ? `:${position.line + 1}:${position.column + 1}` : '';
  return `${printable(file)}${at}: ${severity}: ${printable(sentence(message))} [${message.code}]\n`;
}

/** The English of what the session and the core say. */
export const sentence = (message: Message): string => formatMessage(message, (code) => SESSION_MESSAGES[code]);
