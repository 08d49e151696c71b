/** What the session gives to its adapters, as plain immutable data. */
import type {
  Anchor,
  Annotation,
  Authority,
  DecidedId,
  Decoded,
  Finding,
  Iri,
  LineColumn,
  Message,
  Motivation,
  Severity,
  Snapshot,
  Span,
  Uri,
} from '../core/index.ts';

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
export type NoteId = Iri;

/** An annotation as a reader sees it: where it stands in the current text, and what it says. */
export interface Note {
  readonly id: NoteId;
  readonly source: Uri;
  readonly placement: Placement;
  /** The words it was written about; "" for a note about the whole source. */
  readonly quote: string;
  /** Further targets in this source, in order of the file; missing where there are none. */
  readonly more?: readonly FurtherPlace[];
  /** Markdown; empty for a mere highlight. */
  readonly body: string;
  /** Without "#", in order of writing. */
  readonly tags: readonly string[];
  /** Name, nickname or IRI; null where the file does not say. */
  readonly creator: string | null;
  /** Oldest first. */
  readonly replies: readonly Reply[];
  /** Set where the sidecar cannot take the note, or one of its replies, as it stands here; missing where it has it, or will in a moment. */
  readonly held?: Held;
  /** Everything else: motivation, status, dates, targets, entity and link bodies. */
  readonly annotation: Annotation;
}

/** Another place in the same source that a note is about. */
export interface FurtherPlace {
  readonly placement: Placement;
  readonly quote: string;
}

/** Where a note is kept that its sidecar cannot take. */
export interface Held {
  /** `journal`: it outlives the window, and is written once the file can be. `memory`: the journal has refused it too, and closing the window loses it. */
  readonly by: 'journal' | 'memory';
  /** What keeps it from the sidecar, and what can be done: a `sidecar-*` code of `messages.ts`. */
  readonly reason: Message;
}

export interface Reply {
  readonly id: NoteId;
  readonly body: string;
  readonly creator: string | null;
  readonly annotation: Annotation;
}

/** Where a note stands in the current text (open buffer, else file). */
export type Placement =
  | Anchor
  /** About the source as a whole. */
  | { readonly outcome: 'whole' }
  /**
   * Without `reason`: the source is not there to look in. `elsewhere`: it is about another resource. `unreadable`: where it stands is said
   * in a way that is not understood.
   */
  | { readonly outcome: 'unknown'; readonly reason?: 'elsewhere' | 'unreadable' };

/** What would become of a note if its source were replaced by another text. */
export interface Foreseen {
  readonly id: NoteId;
  readonly annotation: Annotation;
  /** The words it was written about. */
  readonly quote: string;
  /** Markdown; empty for a mere highlight. */
  readonly body: string;
  /** In the text as it is. */
  readonly before: Placement;
  /** In the other text, of which its offsets are. */
  readonly after: Placement;
}

/** What a listener is told: look at the new snapshot, and at these parts of it. */
export interface SessionChange {
  readonly snapshot: SessionSnapshot;
  /** Sources that were read anew, came or went. Others may have changed with them through what they share: findings, entities. */
  readonly sources: ReadonlySet<Uri>;
  /** Sources whose notes or their places changed. */
  readonly notes: ReadonlySet<Uri>;
  /** Sources whose `knownFindings` changed. */
  readonly findings: ReadonlySet<Uri>;
  /** Whether `Session.status()` changed: progress, problems, files taken and passed over. */
  readonly status: boolean;
}

/** The state of things for a status bar item and its page. */
export interface Status {
  /** Work under way, or null when everything is read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Files that wait because reading was stopped. */
  readonly stopped: number;
  /** Every file that was looked at, in code-unit order of URIs. */
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  /** Operations that are in the journal and not yet in a sidecar. */
  readonly unsaved: number;
}

/** One file, whether it was taken as a source, and why. */
export interface FileReport {
  readonly uri: Uri;
  readonly taken: boolean;
  /** Why it was taken or passed over: `file-*` codes of `messages.ts`. */
  readonly reason: Message;
  /** Of the file's bytes, in lower-case hexadecimal; null where it was passed over. */
  readonly sha256: string | null;
  /** How it was decoded; null where it was not. */
  readonly encoding: Pick<Decoded, 'encoding' | 'by' | 'replaced'> | null;
}

/** Something the user must know, with what can be done about it in the message. */
export interface Problem {
  /** The file it is about. */
  readonly uri: Uri;
  readonly severity: Severity;
  readonly message: Message;
  /** Where in that file, if that is known. */
  readonly position?: LineColumn;
}

/** One annotation that was changed here and elsewhere in ways that cannot be joined. It stays open until it is settled. */
export interface Conflict {
  readonly id: NoteId;
  readonly source: Uri;
  /** null where that side deleted it. */
  readonly mine: Note | null;
  readonly theirs: Note | null;
}

/** What a note says. For `edit`, a missing key keeps what is there. */
export interface NoteContent {
  /** `commenting` unless there is no body: then `tagging` with tags, else `highlighting`. */
  readonly motivation?: Motivation | Iri;
  /** Markdown; each `#tag` in it becomes a tag. */
  readonly body?: string;
  /** Without "#"; besides those in the body. */
  readonly tags?: readonly string[];
  /** What the span names (motivation `identifying`). */
  readonly entity?: Iri;
  /** The other end of a link (motivation `linking`). */
  readonly link?: { readonly source: Uri; readonly span: Span | null };
}

/** What a decision changes: the authority file, and what single mentions name. */
export interface Decision {
  readonly authority: Authority;
  readonly mentions: readonly MentionDecided[];
}

/** What the words at a place name from now on. It takes the place of an earlier decision about the same mention. */
export interface MentionDecided {
  readonly source: Uri;
  readonly span: Span;
  /** An entity of the authority file; null: the words name nothing. */
  readonly entity: DecidedId | null;
  /** Without "#", besides those that are there. */
  readonly tags?: readonly string[];
}

/** A finding that the reader has answered. */
export interface Dismissal {
  readonly id: NoteId;
  /** In whose sidecar it stands. */
  readonly source: Uri;
  readonly fingerprint: string;
  readonly code: string;
  readonly reason: string;
  /** The finding as it stands now; null when it is not found any more. */
  readonly finding: Finding | null;
  /**
   * `holds`: the finding is still there. `changed`: the words that it was about are not, at one side at least, so that it is answered no
   * longer. `not-found`: the words are all there, and the finding is not: it has another side now, or its reason went away.
   */
  readonly state: 'holds' | 'changed' | 'not-found';
  /** The words at its sides when it was dismissed, each once, the first side first. */
  readonly quotes: readonly string[];
}

/** An operation as undo and redo name it: `operation-*` codes of `messages.ts`. */
export type OperationLabel = Message;
