import type { Authority, DecidedId, Edit, Finding, Message, SourceFacts, Span, Uri } from '../core/index.ts';
import type { Disposable, Signal } from './signal.ts';
import type {
  Decision,
  Dismissal,
  Foreseen,
  NoteContent,
  NoteId,
  OperationLabel,
  SessionChange,
  SessionSnapshot,
  Status,
} from './types.ts';

/**
 * One workspace folder: its sources, their readings, and the reader's notes. Made by `openSession`, which returns at
 * once; the first readings follow and are announced by `onDidChange`.
 *
 * Queries are synchronous and cheap. Operations change the snapshot at once, and their promise resolves when the
 * journal has them, so that nothing is lost from then on; sidecars are written a little later. An operation rejects
 * with an `OperationError` and has then changed nothing.
 */
export interface Session extends Documents, Notes, Disposable {
  /** URI without a slash at its end. */
  readonly folder: Uri;
  /** Resolves when everything that was there at the start has been read, journal recovery included. */
  readonly ready: Promise<void>;

  snapshot(): SessionSnapshot;
  status(): Status;
  /** Called after each change, several changes at once where they come together. */
  onDidChange(listener: (change: SessionChange) => void): Disposable;

  /** Whether this URI is a source of the session now. */
  isSource(uri: Uri): boolean;
  /** The current text of a source: of its open buffer, else of its file; LF line ends, no BOM. */
  text(source: Uri): string | undefined;
  /**
   * The first snapshot whose reading of `source` is of the text as it is now; does not wait for the pause after typing.
   * undefined if the source goes away. Rejects with `Aborted` when the signal is raised.
   */
  settled(source: Uri, signal?: Signal): Promise<SessionSnapshot | undefined>;

  /** Findings with a side in `source`, with the severities of settings and authority file, without those dismissed. */
  findings(source: Uri): readonly Finding[];
  /**
   * The same as they were when the source was last looked through, which goes on in the background after each change: costs nothing, for
   * displays. `SessionChange.findings` tells of them.
   */
  knownFindings(source: Uri): readonly Finding[];
  /** The same of all sources, each once, by place of the first side; gathered once after each change of them. */
  allKnownFindings(): readonly Finding[];
  /** Findings of all the sources, each once, by place of the first side. */
  allFindings(): readonly Finding[];

  /** Files appeared, changed or vanished outside. Events about other files are ignored. */
  filesChanged(events: readonly FileEvent[]): void;
  /** Files or folders were moved: their sidecars follow, unless they were moved as well. */
  filesRenamed(moves: readonly { readonly from: Uri; readonly to: Uri }[]): Promise<void>;
  settingsChanged(): void;

  /** Lays the reading of what waits aside, until `resume`. A source that is opened, asked for or changed is read all the same. */
  stop(): void;
  resume(): void;

  /** Writes everything that waits, now. Resolves when that is done or has failed with a problem in `status()`. */
  flush(): Promise<void>;
  /** Stops all work; what was not saved is in the journal. Call `flush` before to save it. */
  dispose(): void;
}

/** Open editor buffers. They win over the file until they are closed. */
export interface Documents {
  /** `text` with LF line ends, as for all the offsets that follow. */
  documentOpened(uri: Uri, text: string): void;
  /** Edits of one change, all in coordinates before it, not overlapping, in any order. Cheap: moves the notes' spans; reading comes after a pause. */
  documentChanged(uri: Uri, edits: readonly Edit[]): void;
  documentSaved(uri: Uri): void;
  documentClosed(uri: Uri): void;
}

/** What the reader does. Every operation can be undone. */
export interface Notes {
  /** null annotates the source as a whole. */
  annotate(source: Uri, span: Span | null, content: NoteContent): Promise<NoteId>;
  /** The same content on many spans, undone as one. */
  annotateAll(
    targets: readonly { readonly source: Uri; readonly span: Span }[],
    content: NoteContent,
  ): Promise<readonly NoteId[]>;
  /**
   * Puts tags (without "#") on many spans, as one operation: on words that bear nothing but tags the tags are added, others get a note
   * of their own. Returns how many notes were made or changed; where all words have all the tags, nothing is done.
   */
  tagAll(targets: readonly { readonly source: Uri; readonly span: Span }[], tags: readonly string[]): Promise<number>;
  edit(id: NoteId, content: NoteContent): Promise<void>;
  /** Returns the reply's id; `edit` and `remove` take it too. */
  reply(id: NoteId, body: string): Promise<NoteId>;
  resolve(id: NoteId, resolved: boolean): Promise<void>;
  /** With its replies. */
  remove(id: NoteId): Promise<void>;
  /** Sets a note on new words: re-attaches an orphan, accepts a place that was found approximately. */
  attach(id: NoteId, span: Span): Promise<void>;
  /**
   * Sets a note back on the words that it was about before it was last attached, or before its selectors last followed an edit. Where these
   * words stand now, if anywhere, is looked for anew. False, and nothing is done, where no such change is remembered.
   */
  revertPlace(id: NoteId): Promise<boolean>;
  /** Whether `revertPlace` would do anything. */
  canRevertPlace(id: NoteId): boolean;
  /** What would become of the notes of a source if its text were this one. Changes nothing. */
  foresee(source: Uri, text: string): Promise<readonly Foreseen[]>;
  facts(source: Uri): SourceFacts;
  /** Replaces all of them; empty or missing ones are cleared. */
  setFacts(source: Uri, facts: SourceFacts): Promise<void>;
  dismissFinding(finding: Finding, reason: string): Promise<void>;
  /** One note about all sides of a finding, in the sidecar of the first: its targets are the sides, and it names the finding. */
  annotateFinding(finding: Finding, content: NoteContent): Promise<NoteId>;
  dismissed(): readonly Dismissal[];
  /** Brings a dismissed finding back. */
  restoreFinding(dismissal: NoteId): Promise<void>;

  /** The folder's decisions about entities, and its other settings of `apparatus.json`. */
  authority(): Authority;
  /**
   * Changes them with a function of core (`decideSame`, `decideName`, …), and with them what single mentions name; all of it is one
   * operation. `newId` gives a fresh `urn:uuid:…`; nothing happens if nothing changes.
   */
  decide(
    label: OperationLabel,
    change: (authority: Authority, newId: () => DecidedId) => Authority | Decision,
  ): Promise<void>;

  /**
   * Renames a tag in all notes and in the codebook; where the new name is in use, the two become one. One operation; returns how many
   * notes were changed.
   */
  renameTag(from: string, to: string): Promise<number>;

  /** What `undo` and `redo` would do; null when there is nothing. */
  undoable(): OperationLabel | null;
  redoable(): OperationLabel | null;
  /** Returns what was undone. What changed elsewhere in the meantime is left alone, and a problem says so. */
  undo(): Promise<OperationLabel | null>;
  redo(): Promise<OperationLabel | null>;

  /** `both` keeps theirs under the id and mine as a new note. */
  settle(conflict: NoteId, choice: 'mine' | 'theirs' | 'both'): Promise<void>;
}

export interface FileEvent {
  readonly uri: Uri;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Why an operation was refused. */
export class OperationError extends Error {
  /** An `operation-*` code of `messages.ts`, with its arguments. */
  readonly reason: Message;

  constructor(reason: Message) {
    super(`${reason.code}: ${reason.args.join(', ')}`);
    this.name = 'OperationError';
    this.reason = reason;
  }
}
