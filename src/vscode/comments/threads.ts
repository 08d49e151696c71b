import {
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  CommentThreadState,
  Disposable,
  l10n,
  type MarkdownString,
  Position,
  Range,
  workspace,
  type Comment,
  type CommentController,
  type CommentThread,
  type TextDocument,
} from 'vscode';
import { LineIndex } from '../../core/index.ts';
import type { Note, NoteId, Reply, Session } from '../../session/index.ts';
import { linesOfDocument, toKey, toRange, toUri, type Lines } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { heldName } from '../texts/held.ts';
import { shorten } from '../texts/markdown.ts';
import { noteMarkdownString, noteText } from '../texts/noteText.ts';
import { isAcceptable, isRemark, isResolved, needsLook, placed, tagsBesideBody, writtenAt } from './note.ts';

/** A comment in a thread: the note itself, or a reply to it. */
export interface NoteComment extends Comment {
  readonly id: NoteId;
  readonly note: NoteId;
  readonly session: Session;
  /** The Markdown as the sidecar has it. */
  readonly markdown: string;
}

/** Code units of old words in a thread's title. */
const QUOTE_LENGTH = 80;

/**
 * Notes as comment threads. VS Code moves no thread with the text, so the session's placements are what we show; and a
 * thread's comments are set only when they differ, as setting them takes the focus from whoever types there.
 */
export class Threads {
  readonly #controller: CommentController;
  readonly #sessions: Sessions;
  readonly #threads = new Map<NoteId, { thread: CommentThread; note: Note; session: Session }>();
  /** Whether notes may be written in a document, as VS Code was told. */
  readonly #answered = new Map<string, boolean>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#controller = comments.createCommentController('apparatus', l10n.t('Apparatus'));
    this.#controller.options = {
      prompt: l10n.t('Reply…'),
      placeHolder: l10n.t('Write here. Markdown and #tags are understood.'),
    };
    this.#offerRanges();
    this.#subscription = Disposable.from(
      sessions.onDidChange(({ session, change }) => {
        for (const source of change.notes) this.#refresh(session, source);
        if (this.#isAskedAgain(session, change.sources)) this.#offerRanges();
      }),
      sessions.onDidChangeList(() => this.#forgetClosed()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#controller.dispose();
  }

  /** The note that a thread shows; undefined for one that is only being written. */
  noteOf(thread: CommentThread): { readonly note: Note; readonly session: Session } | undefined {
    for (const entry of this.#threads.values()) if (entry.thread === thread) return entry;
    return undefined;
  }

  /** Opens the thread of a note in its editor. */
  reveal(id: NoteId): void {
    const entry = this.#threads.get(id);
    if (entry) entry.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  }

  /**
   * Puts the note's own thread in the place of the one in which it was written: VS Code lists only threads that had
   * comments from the beginning.
   */
  replace(written: CommentThread, session: Session, id: NoteId): void {
    written.dispose();
    this.#refresh(session, toKey(written.uri));
    this.reveal(id);
  }

  /** Puts a comment into its box for editing, or back. */
  edit(comment: NoteComment, mode: CommentMode): void {
    const entry = this.#threads.get(comment.note);
    if (!entry) return;
    entry.thread.comments = entry.thread.comments.map((each) => {
      const one = each as NoteComment;
      return one.id === comment.id ? inMode(one, mode) : one;
    });
  }

  /** VS Code asks once for each document, and again when it is given a provider. */
  #offerRanges(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => {
        const found = this.#sessions.source(document.uri);
        this.#answered.set(toKey(document.uri), found !== undefined);
        return found && { ranges: [wholeDocument(document)], enableFileComments: true };
      },
    };
  }

  /** Whether one of these has become a source, or is none any more, since VS Code asked where notes may be written. */
  #isAskedAgain(session: Session, sources: ReadonlySet<string>): boolean {
    return [...sources].some((key) => {
      const answered = this.#answered.get(key);
      return answered !== undefined && answered !== session.isSource(key);
    });
  }

  #refresh(session: Session, source: string): void {
    const wanted = new Map(
      session
        .snapshot()
        .notes(source)
        .filter(isShown)
        .map((note) => [note.id, note]),
    );
    for (const [id, entry] of this.#threads) {
      if (entry.note.source !== source || wanted.has(id)) continue;
      entry.thread.dispose();
      this.#threads.delete(id);
    }
    if (wanted.size === 0) return;
    const lines = currentLines(session, source);
    for (const note of wanted.values()) this.#show(session, note, lines);
  }

  #show(session: Session, note: Note, lines: Lines | undefined): void {
    const range = rangeOf(note, lines);
    const entry = this.#threads.get(note.id);
    // VS Code does not make a thread of some words into one of the whole file, nor the other way round.
    const isOther = entry && (entry.thread.range === undefined) !== (range === undefined);
    if (isOther) entry.thread.dispose();
    if (!entry || isOther) return this.#create(session, note, range);
    const { thread } = entry;
    if (range && !thread.range?.isEqual(range)) thread.range = range;
    if (entry.note === note) return;
    const isTyping = thread.comments.some(({ mode }) => mode === CommentMode.Editing);
    if (!isTyping && !sameComments(entry.note, note)) thread.comments = commentsOf(note, session);
    dress(thread, note);
    this.#threads.set(note.id, { thread, note, session });
  }

  /** Without a range it is a thread about the whole file; the declared type of that parameter leaves this out. */
  #create(session: Session, note: Note, range: Range | undefined): void {
    const thread = this.#controller.createCommentThread(toUri(note.source), range as Range, commentsOf(note, session));
    dress(thread, note);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    this.#threads.set(note.id, { thread, note, session });
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const [id, { thread, session }] of this.#threads) {
      if (open.has(session)) continue;
      thread.dispose();
      this.#threads.delete(id);
    }
  }
}

/** Mere highlights are seen in the text. */
export const isShown = (note: Note): boolean =>
  isRemark(note) && (note.body !== '' || note.tags.length > 0 || note.replies.length > 0);

/** Lines of the text that the session's placements are in. */
function currentLines(session: Session, source: string): Lines | undefined {
  const open = workspace.textDocuments.find(({ uri }) => toKey(uri) === source);
  if (open) return linesOfDocument(open);
  const text = session.text(source);
  return text === undefined ? undefined : new LineIndex(text);
}

function rangeOf(note: Note, lines: Lines | undefined): Range | undefined {
  const span = placed(note);
  return span && lines ? toRange(lines, span) : undefined;
}

const wholeDocument = (document: TextDocument): Range =>
  new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

function dress(thread: CommentThread, note: Note): void {
  thread.label = title(note);
  thread.canReply = true;
  thread.state = isResolved(note) ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  thread.contextValue = `${isResolved(note) ? 'resolved' : 'open'}${needsLook(note) ? ' lost' : ''}${isAcceptable(note) ? ' found' : ''}`;
}

function title(note: Note): string {
  const quote = `“${shorten(note.quote, QUOTE_LENGTH)}”`;
  switch (note.placement.outcome) {
    case 'whole':
      return l10n.t('About the whole source');
    case 'approximate':
      return l10n.t('Was about {0}', quote);
    case 'ambiguous':
      return l10n.t('Could be at several places: {0}', quote);
    case 'orphaned':
      return l10n.t('No longer in the text: {0}', quote);
    case 'unknown':
      return l10n.t('The source is not there: {0}', quote);
    default:
      return quote;
  }
}

const commentsOf = (note: Note, session: Session): NoteComment[] => [
  toComment(note.id, note.id, note, session, labelOf(note)),
  ...note.replies.map((reply) => toComment(reply.id, note.id, reply, session, '')),
];

/** What stands beside its author. */
const labelOf = (note: Note): string =>
  [heldName(note), ...tagsBesideBody(note)].filter((part) => part !== '').join(' · ');

function toComment(id: NoteId, note: NoteId, said: Note | Reply, session: Session, label: string): NoteComment {
  const when = writtenAt(said);
  return {
    id,
    note,
    session,
    markdown: said.body,
    body: shown(session, said.body),
    mode: CommentMode.Preview,
    author: { name: said.creator ?? l10n.t('Note') },
    contextValue: id === note ? 'note' : 'reply',
    ...(label === '' ? {} : { label }),
    ...(when ? { timestamp: new Date(when) } : {}),
  };
}

const inMode = (one: NoteComment, mode: CommentMode): NoteComment => ({
  ...one,
  mode,
  body: mode === CommentMode.Editing ? one.markdown : shown(one.session, one.markdown),
});

const shown = (session: Session, markdown: string): MarkdownString => noteMarkdownString(noteText(session, markdown));

const sameComments = (a: Note, b: Note): boolean => JSON.stringify(said(a)) === JSON.stringify(said(b));

const said = (note: Note): unknown => [note.body, note.tags, note.creator, writtenAt(note), note.held, note.replies];
