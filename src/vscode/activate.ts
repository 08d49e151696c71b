import { Uri, workspace, type ExtensionContext } from 'vscode';
import { hashHex } from '../core/index.ts';
import { openSession, type Digest, type Files, type Ports, type Session, type Storage } from '../session/index.ts';
import { AuthorPrompt } from './comments/authorPrompt.ts';
import { registerCompletions } from './comments/completions.ts';
import { Decorations } from './comments/decorations.ts';
import { OtherSides } from './comments/otherSides.ts';
import { Threads } from './comments/threads.ts';
import { registerAnnotatingCommands } from './commands/annotating/register.ts';
import { registerDecisionCommands } from './commands/decisions/register.ts';
import { registerFindingCommands } from './commands/findings/register.ts';
import { registerNoteCommands } from './commands/notes.ts';
import { registerReadingCommands } from './commands/reading.ts';
import { toKey } from './convert.ts';
import { registerDocuments } from './documents/provider.ts';
import { clock, createLog, ids, readerWith } from './ports/common.ts';
import { GitName } from './ports/gitName.ts';
import { settingsFor } from './ports/settings.ts';
import { onlyFile } from './ports/workspaceFiles.ts';
import { Diagnostics } from './providers/diagnostics.ts';
import { Problems } from './providers/problems.ts';
import { registerProviders } from './providers/providers.ts';
import { Sessions, type Root } from './sessions.ts';
import { StatusItems } from './views/status.ts';
import { registerViews } from './views/views.ts';

/** What differs between the hosts. */
export interface Host {
  files(folder: Uri): Files;
  storage(home: Uri): Storage;
  readonly digest: Digest;
}

/** Puts everything together. Returns at once; sources are read after it. */
export function activate(context: ExtensionContext, host: Host): Sessions {
  const log = createLog();
  const gitName = new GitName();
  void gitName.learn();
  const open = (root: Root): Session => openSession({ folder: toKey(root.folder), ports: portsFor(root) });
  const reader = readerWith(async () =>
    workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/data/names.bin')),
  );
  const portsFor = (root: Root): Ports => ({
    files: root.only ? onlyFile(host.files(root.folder), toKey(root.only)) : host.files(root.folder),
    storage: host.storage(Uri.joinPath(context.globalStorageUri, 'sessions', hashHex(toKey(root.only ?? root.folder)))),
    digest: host.digest,
    settings: settingsFor(root, gitName),
    reader,
    clock,
    ids,
    log,
  });
  const sessions = new Sessions(open);
  const otherSides = new OtherSides(sessions);
  const threads = new Threads(sessions, otherSides);
  const views = registerViews(sessions, context.workspaceState);
  context.subscriptions.push(
    log,
    registerProviders(sessions),
    registerDocuments(sessions, context.extensionUri),
    new Diagnostics(sessions),
    new Problems(sessions),
    otherSides,
    threads,
    gitName,
    new AuthorPrompt(sessions, context.globalState),
    new Decorations(sessions, otherSides),
    views,
    new StatusItems(sessions),
    registerNoteCommands(sessions, threads),
    registerAnnotatingCommands(sessions, threads),
    registerReadingCommands(sessions),
    registerDecisionCommands(sessions, views),
    registerFindingCommands(sessions, views.findings),
    registerCompletions(sessions),
  );
  sessions.start();
  return sessions;
}
