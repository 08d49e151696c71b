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
  window,
  workspace,
  type Comment,
  type CommentController,
  type CommentThread,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { LineIndex, type Span } from '../../core/index.ts';
import type { Note, NoteId, Reply, Session } from '../../session/index.ts';
import { linesOfDocument, toKey, toRange, toUri, type Lines } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { heldName } from '../texts/held.ts';
import { shorten } from '../texts/markdown.ts';
import { fileName } from '../texts/sentences.ts';
import { noteMarkdownString, noteText } from '../texts/noteText.ts';
import { isCrowded, seen } from './crowd.ts';
import { isRemark, isResolved, placeContext, placed, tagsBesideBody, writtenAt } from './note.ts';
import type { OtherSide, OtherSides } from './otherSides.ts';

/** A comment in a thread: the note itself, or a reply to it. */
export interface NoteComment extends Comment {
  readonly id: NoteId;
  readonly note: NoteId;
  readonly session: Session;
  /** The Markdown as the sidecar has it. */
  readonly markdown: string;
}

interface Entry {
  readonly thread: CommentThread;
  readonly note: Note;
  readonly session: Session;
  /** Set where it is not the note's own place. */
  readonly side: OtherSide | null;
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
  readonly #otherSides: OtherSides;
  /** By the note's id; at its other sides by their keys. */
  readonly #threads = new Map<string, Entry>();
  /** Whether notes may be written in a document, as VS Code was told. */
  readonly #answered = new Map<string, boolean>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions, otherSides: OtherSides) {
    this.#sessions = sessions;
    this.#otherSides = otherSides;
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
      otherSides.onDidChange(({ session, source }) => this.#refreshOtherSides(session, source)),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#scrolled(editor))),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
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
  reveal(session: Session, id: NoteId): void {
    const note = session.snapshot().note(id);
    if (note && isShown(note) && !this.#threads.has(id))
      this.#show(session, note, null, rangeOf(placed(note), currentLines(session, note.source)));
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
    this.reveal(session, id);
  }

  /** Puts a comment into its box for editing, or back. */
  edit(comment: NoteComment, mode: CommentMode): void {
    for (const { thread, note } of this.#threads.values()) {
      if (note.id !== comment.note) continue;
      thread.comments = thread.comments.map((each) => {
        const one = each as NoteComment;
        return one.id === comment.id ? inMode(one, mode) : one;
      });
    }
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
    const notes = session.snapshot().notes(source).filter(isShown);
    this.#keep(
      (entry) => entry.side === null && entry.note.source === source,
      notes.map(({ id }) => id),
    );
    if (notes.length === 0) return;
    const lines = currentLines(session, source);
    const isMade = isCrowded(this.#sessions) ? seen(source, lines) : () => true;
    for (const note of notes)
      if (this.#threads.has(note.id) || isMade(note)) this.#show(session, note, null, rangeOf(placed(note), lines));
  }

  /** What has come into view gets its threads, where not all have them. */
  #scrolled({ document }: TextEditor): void {
    const found = this.#sessions.source(document.uri);
    if (!found || !isCrowded(this.#sessions)) return;
    const { session, key } = found;
    const lines = linesOfDocument(document);
    const isMade = seen(key, lines);
    for (const note of session.snapshot().notes(key))
      if (isShown(note) && !this.#threads.has(note.id) && isMade(note))
        this.#show(session, note, null, rangeOf(placed(note), lines));
  }

  /** The threads of notes that are kept elsewhere and are about words of this source too. */
  #refreshOtherSides(session: Session, source: string): void {
    const sides = this.#otherSides.in(session, source).filter(({ note, span }) => isShown(note) && span !== null);
    this.#keep(
      (entry) => entry.side?.source === source,
      sides.map(({ key }) => key),
    );
    if (sides.length === 0) return;
    const lines = currentLines(session, source);
    for (const side of sides) this.#show(session, side.note, side, rangeOf(side.span, lines));
  }

  /** Of some threads only those with these keys. */
  #keep(isMeant: (entry: Entry) => boolean, keys: readonly string[]): void {
    const wanted = new Set(keys);
    for (const [key, entry] of this.#threads) {
      if (wanted.has(key) || !isMeant(entry)) continue;
      entry.thread.dispose();
      this.#threads.delete(key);
    }
  }

  #show(session: Session, note: Note, side: OtherSide | null, range: Range | undefined): void {
    const key = side?.key ?? note.id;
    const entry = this.#threads.get(key);
    // VS Code does not make a thread of some words into one of the whole file, nor the other way round.
    const isOther = entry && (entry.thread.range === undefined) !== (range === undefined);
    if (isOther) entry.thread.dispose();
    if (!entry || isOther) return this.#create(session, note, side, range);
    const { thread } = entry;
    if (range && !thread.range?.isEqual(range)) thread.range = range;
    if (entry.note === note) return;
    const isTyping = thread.comments.some(({ mode }) => mode === CommentMode.Editing);
    if (!isTyping && !sameComments(entry.note, note)) thread.comments = commentsOf(note, session);
    dress(thread, note, side, session);
    this.#threads.set(key, { thread, note, session, side });
  }

  /** Without a range it is a thread about the whole file; the declared type of that parameter leaves this out. */
  #create(session: Session, note: Note, side: OtherSide | null, range: Range | undefined): void {
    const uri = toUri(side?.source ?? note.source);
    const thread = this.#controller.createCommentThread(uri, range as Range, commentsOf(note, session));
    dress(thread, note, side, session);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    this.#threads.set(side?.key ?? note.id, { thread, note, session, side });
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

const rangeOf = (span: Span | null, lines: Lines | undefined): Range | undefined =>
  span && lines ? toRange(lines, span) : undefined;

const wholeDocument = (document: TextDocument): Range =>
  new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

function dress(thread: CommentThread, note: Note, side: OtherSide | null, session: Session): void {
  thread.label = side ? titleAt(side) : title(note);
  thread.canReply = true;
  thread.state = isResolved(note) ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  // A place is looked after where the note is kept.
  const place = side ? '' : placeContext(session, note);
  thread.contextValue = `${isResolved(note) ? 'resolved' : 'open'}${place}`;
}

/** The words here, and where the note is kept. */
const titleAt = ({ note, quote }: OtherSide): string =>
  l10n.t('“{0}”, with {1}', shorten(quote, QUOTE_LENGTH), fileName(note.source));

function title(note: Note): string {
  const quote = `“${shorten(note.quote, QUOTE_LENGTH)}”`;
  switch (note.placement.outcome) {
    case 'whole':
      return l10n.t('About the whole source');
    case 'approximate':
      return l10n.t('Was about {0}', quote);
    case 'ambiguous':
      return note.placement.candidates.length === 1
        ? l10n.t('Probably reworded: {0}', quote)
        : l10n.t('Could be at several places: {0}', quote);
    case 'orphaned':
      return l10n.t('No longer in the text: {0}', quote);
    case 'unknown':
      if (note.placement.reason === 'elsewhere') return l10n.t('About another resource');
      if (note.placement.reason === 'unreadable') return l10n.t('Where it stands cannot be read');
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
