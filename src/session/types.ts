/** What the session gives to its adapters, as plain immutable data. */
import type { Finding, Message, Severity, Snapshot, Span, Uri } from '../core/index.ts';

/** One state of everything. Keep it as long as you like; two of them share what did not change. */
export interface SessionSnapshot {
  /** Grows by at least one with every change of any part. */
  readonly version: number;
  readonly corpus: Snapshot;
  /** Notes of a source, in order of place, unplaced ones last. Empty for a source without. */
  notes(source: Uri): readonly Note[];
  /** In code-unit order; sources whose file is gone and whose notes are still there are among them. */
  annotated(): readonly Uri[];
  note(id: NoteId): Note | undefined;
}

/** IRI of an annotation. */
export type NoteId = string;

/** `commenting`, `highlighting`, `tagging`, `questioning`, `linking`, `identifying`, `describing`, `assessing`, or a foreign IRI. */
export type Motivation = string;

/** An annotation as a reader sees it: where it stands in the current text, and what it says. */
export interface Note {
  readonly id: NoteId;
  readonly source: Uri;
  readonly motivation: Motivation;
  /** Markdown; empty for a mere highlight. */
  readonly body: string;
  /** With their `#`, in order of writing. */
  readonly tags: readonly string[];
  readonly creator: string | null;
  /** ISO 8601 in UTC; null where the file does not say. */
  readonly created: string | null;
  readonly modified: string | null;
  readonly resolved: boolean;
  readonly replies: readonly Reply[];
  readonly placement: Placement;
  /** The words it was written about, "" for a note about the whole source. */
  readonly quote: string;
}

export interface Reply {
  readonly id: NoteId;
  readonly body: string;
  readonly creator: string | null;
  readonly created: string | null;
  readonly modified: string | null;
}

/** Where a note stands in the current text (open buffer, else file). */
export type Placement =
  /** About the source as a whole. */
  | { readonly outcome: 'whole' }
  /** `exact`: at its recorded offsets; `moved`: the same words elsewhere. */
  | { readonly outcome: 'exact' | 'moved'; readonly span: Span }
  | { readonly outcome: 'approximate'; readonly span: Span; readonly score: number }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly outcome: 'orphaned' }
  /** The source is not there to look in. */
  | { readonly outcome: 'unknown' };

/** What a listener is told: look at the new snapshot, and at these parts of it. */
export interface SessionChange {
  readonly snapshot: SessionSnapshot;
  /** Sources that were read anew, came or went. Others may have changed with them through what they share: findings, entities. */
  readonly sources: ReadonlySet<Uri>;
  /** Sources whose notes or their places changed. */
  readonly notes: ReadonlySet<Uri>;
  /** Whether `Session.status()` changed: progress, problems, files taken and passed over. */
  readonly status: boolean;
}

/** The state of things for a status bar item and its page. */
export interface Status {
  /** Work under way, or null when everything is read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Every file that was looked at, in code-unit order of URIs. */
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  /** Operations that are in the journal and not yet in a sidecar. */
  readonly unsaved: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** One file, whether it was taken as a source, and why. */
export interface FileReport {
  readonly uri: Uri;
  readonly taken: boolean;
  /** Why it was taken or passed over: `file-*` codes of `messages.ts`. */
  readonly reason: Message;
  /** How it was decoded; null where it was not. */
  readonly encoding: { readonly name: Encoding; readonly by: 'bom' | 'valid' | 'fallback' } | null;
}

/** Something the user must know, with what can be done about it in the message. */
export interface Problem {
  /** The file it is about. */
  readonly uri: Uri;
  readonly severity: Severity;
  readonly message: Message;
}

/** One annotation that was changed here and elsewhere in ways that cannot be joined. It stays open until it is settled. */
export interface Conflict {
  readonly id: NoteId;
  readonly source: Uri;
  /** null where that side deleted it. */
  readonly mine: Note | null;
  readonly theirs: Note | null;
}

/** What a new note says. Tags written as `#tag` in the body need not be repeated. */
export interface NoteContent {
  readonly motivation?: Motivation;
  readonly body?: string;
  readonly tags?: readonly string[];
}

/** The reader's own facts about a source. A missing key keeps, null clears. */
export interface SourceFacts {
  /** EDTF; wins over what the text suggests. */
  readonly date?: string | null;
  readonly outlet?: string | null;
  readonly wire?: string | null;
  readonly url?: string | null;
  readonly author?: string | null;
  readonly reliability?: string | null;
}

/** A finding that the reader has answered. */
export interface Dismissal {
  readonly id: NoteId;
  readonly fingerprint: string;
  readonly code: string;
  readonly reason: string;
  /** The finding as it stands now; null when it is not found any more. */
  readonly finding: Finding | null;
}

/** An operation as undo and redo name it: `operation-*` codes of `messages.ts`. */
export type OperationLabel = Message;

/** A replacement in a text, in the coordinates before it. `start` and `end` count UTF-16 code units with LF line ends. */
export interface BufferEdit extends Span {
  readonly text: string;
}
