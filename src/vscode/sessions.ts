import {
  Disposable,
  EventEmitter,
  FileType,
  RelativePattern,
  Uri,
  workspace,
  type CancellationToken,
  type Event,
  type TextDocument,
} from 'vscode';
import { Aborted, type FileEvent, type Session, type SessionChange } from '../session/index.ts';
import { toKey, toSignal, toUri } from './convert.ts';
import { bufferEdits } from './edits.ts';
import { textOfDocument } from './lineFeeds.ts';
import { View } from './view.ts';

/** What one session is about: a workspace folder, or a single file outside all of them. */
export interface Root {
  readonly folder: Uri;
  /** The lone file, whose folder is then only where it lies. */
  readonly only: Uri | null;
}

export interface Changed {
  readonly session: Session;
  readonly change: SessionChange;
}

/**
 * The sessions of a window: one for each workspace folder, one for each open text file outside of them. Passes on what
 * happens to documents and files, and joins what the sessions report.
 */
export class Sessions {
  readonly #open: (root: Root) => Session;
  readonly #entries = new Map<string, { session: Session; root: Root; subscriptions: Disposable }>();
  readonly #changed = new EventEmitter<Changed>();
  readonly #listChanged = new EventEmitter<void>();
  readonly #subscriptions: Disposable[] = [this.#changed, this.#listChanged];

  /** Sources, notes or the status of a session changed. */
  readonly onDidChange: Event<Changed> = this.#changed.event;
  /** Sessions were opened or closed. */
  readonly onDidChangeList: Event<void> = this.#listChanged.event;

  constructor(open: (root: Root) => Session) {
    this.#open = open;
  }

  /** Opens what the window shows now and follows it from here on. */
  start(): void {
    for (const { uri } of workspace.workspaceFolders ?? []) this.#add({ folder: uri, only: null });
    for (const document of workspace.textDocuments) this.#documentOpened(document);
    this.#subscriptions.push(
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) void this.#remove(toKey(uri));
        for (const { uri } of added) this.#add({ folder: uri, only: null });
        for (const { session } of this.#entries.values()) session.settingsChanged();
      }),
      workspace.onDidOpenTextDocument((document) => this.#documentOpened(document)),
      workspace.onDidCloseTextDocument((document) => this.#documentClosed(document)),
      workspace.onDidSaveTextDocument((document) => this.#documentSaved(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.of(document.uri)?.documentChanged(toKey(document.uri), bufferEdits(document, contentChanges));
      }),
      workspace.onDidRenameFiles(async ({ files }) => {
        const moves = files.map(({ oldUri, newUri }) => ({ from: toKey(oldUri), to: toKey(newUri) }));
        await Promise.all(this.all().map((session) => session.filesRenamed(moves)));
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('apparatus')) return;
        for (const { session } of this.#entries.values()) session.settingsChanged();
      }),
    );
  }

  all(): readonly Session[] {
    return [...this.#entries.values()].map(({ session }) => session);
  }

  /** The session that a file belongs to; undefined for files of no folder that are not open, and for untitled ones. */
  of(uri: Uri): Session | undefined {
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    return this.#entries.get(toKey(folder ?? uri))?.session;
  }

  /** The session and the source's key, if the file is a source now. */
  source(uri: Uri): { readonly session: Session; readonly key: string } | undefined {
    const session = this.of(uri);
    const key = toKey(uri);
    return session?.isSource(key) ? { session, key } : undefined;
  }

  /** What is known of a document as it is now, read anew if need be; undefined if it is no source or the wait was cancelled. */
  async view(document: TextDocument, token: CancellationToken): Promise<View | undefined> {
    const session = this.of(document.uri);
    const key = toKey(document.uri);
    if (!session) return undefined;
    try {
      const snapshot = await session.settled(key, toSignal(token));
      const source = snapshot?.corpus.source(key);
      return snapshot && source && new View(session, snapshot, source);
    } catch (error) {
      if (error instanceof Aborted) return undefined;
      throw error;
    }
  }

  /** Closes all sessions and opens them again, as if the window had been. */
  async reload(): Promise<void> {
    const roots = [...this.#entries.values()].map(({ root }) => root);
    await Promise.all([...this.#entries.keys()].map((key) => this.#remove(key)));
    for (const root of roots) this.#add(root);
    for (const document of workspace.textDocuments) this.#documentOpened(document);
    await Promise.all(this.all().map((session) => session.ready));
  }

  /** Saves what waits and stops. */
  async close(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((key) => this.#remove(key)));
    Disposable.from(...this.#subscriptions).dispose();
  }

  #add(root: Root): void {
    const key = toKey(root.only ?? root.folder);
    if (this.#entries.has(key)) return;
    const session = this.#open(root);
    const heard = session.onDidChange((change) => this.#changed.fire({ session, change }));
    this.#entries.set(key, { session, root, subscriptions: Disposable.from(heard, watch(root, session)) });
    this.#listChanged.fire();
  }

  async #remove(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    entry.subscriptions.dispose();
    await entry.session.flush();
    entry.session.dispose();
    this.#listChanged.fire();
  }

  #documentOpened(document: TextDocument): void {
    if (!this.of(document.uri) && isLoneSource(document)) {
      this.#add({ folder: Uri.joinPath(document.uri, '..'), only: document.uri });
    }
    this.of(document.uri)?.documentOpened(toKey(document.uri), textOfDocument(document));
  }

  #documentSaved(document: TextDocument): void {
    const session = this.of(document.uri);
    // What the session had decoded better than the editor is gone from the file now.
    if (document.getText().includes('\ufffd')) session?.documentOpened(toKey(document.uri), textOfDocument(document));
    session?.documentSaved(toKey(document.uri));
  }

  #documentClosed(document: TextDocument): void {
    const key = toKey(document.uri);
    this.of(document.uri)?.documentClosed(key);
    if (this.#entries.get(key)?.root.only) void this.#remove(key);
  }
}

/** Plain text on a file system that can be written: not the old side of a diff, no output, nothing virtual. */
const isLoneSource = (document: TextDocument): boolean =>
  document.languageId === 'plaintext' &&
  workspace.getWorkspaceFolder(document.uri) === undefined &&
  workspace.fs.isWritableFileSystem(document.uri.scheme) === true;

function watch({ folder, only }: Root, session: Session): Disposable {
  const pattern = only ? `${escapeGlob(only.path.slice(only.path.lastIndexOf('/') + 1))}*` : '**/*';
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, pattern));
  const tell = (kind: FileEvent['kind']) => (uri: Uri) => session.filesChanged([{ uri: toKey(uri), kind }]);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(tell('created')),
    watcher.onDidChange(tell('changed')),
    watcher.onDidDelete(tell('deleted')),
  );
}

/** A name as a glob that matches only itself. */
export const escapeGlob = (name: string): string => name.replace(/[*?[\]{}]/g, '[$&]');

/** Whether there is such a file. */
export async function exists(key: string): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(toUri(key))).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
