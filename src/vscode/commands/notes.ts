import {
  CommentMode,
  commands,
  Disposable,
  env,
  l10n,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
  type CommentReply,
  type CommentThread,
  type Range,
} from 'vscode';
import type { NoteId, OperationLabel, Session } from '../../session/index.ts';
import type { NoteComment, Threads } from '../comments/threads.ts';
import { isResolved, likeliestSpan } from '../comments/note.ts';
import { linesOfDocument, toKey, toRange, toSpan, toUri } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { plainText, shorten } from '../texts/markdown.ts';
import { sentence } from '../texts/sentences.ts';
import { activeSource, register, selectedRange } from './context.ts';
import { COMMANDS } from './names.ts';
import { noteAtCursor } from './noteAtCursor.ts';

/** A note in one of our trees. */
export interface NoteItem {
  readonly session: Session;
  readonly note: { readonly id: NoteId };
}

/** Milliseconds that a short word in the status bar stays. */
const STATUS_TIME = 4000;

/** Writing notes: what the keys, the context menu and the comment threads do. */
export const registerNoteCommands = (sessions: Sessions, threads: Threads): Disposable =>
  Disposable.from(
    register(COMMANDS.annotate, () => annotate(sessions)),
    register(COMMANDS.highlight, () => highlight(sessions)),
    register(COMMANDS.annotateSource, () => annotateSource(sessions)),
    register(COMMANDS.createNote, (reply: CommentReply) => create(sessions, threads, reply)),
    register(COMMANDS.replyToNote, (reply?: CommentReply | string) =>
      typeof reply === 'object' ? answer(threads, reply) : replyHere(sessions, reply),
    ),
    register(COMMANDS.editNote, (comment: NoteComment) => threads.edit(comment, CommentMode.Editing)),
    register(COMMANDS.cancelEdit, (comment: NoteComment) => threads.edit(comment, CommentMode.Preview)),
    register(COMMANDS.saveNote, (comment: NoteComment) => save(threads, comment)),
    register(COMMANDS.deleteComment, (comment: NoteComment) => comment.session.remove(comment.id)),
    register(COMMANDS.deleteNote, (item: NoteItem | CommentThread) =>
      withNote(threads, item, (session, id) => session.remove(id)),
    ),
    register(COMMANDS.resolveNote, (item?: NoteItem | CommentThread) =>
      item ? withNote(threads, item, (session, id) => session.resolve(id, true)) : resolveHere(sessions),
    ),
    register(COMMANDS.reopenNote, (item: NoteItem | CommentThread) =>
      withNote(threads, item, (session, id) => session.resolve(id, false)),
    ),
    register(COMMANDS.showNote, (item: NoteItem) => show(threads, item)),
    register(COMMANDS.undo, () => step(sessions, 'undo')),
    register(COMMANDS.redo, () => step(sessions, 'redo')),
  );

/**
 * Opens VS Code's own box for a new comment on the selection; what is sent comes back as `createNote`. The selection is
 * set rather than a range passed, of which VS Code takes the wrong column.
 */
async function annotate(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  const range = source && selectedRange(source.editor);
  if (!source || !range) return tellHowToSelect();
  source.editor.selection = new Selection(range.start, range.end);
  await commands.executeCommand('workbench.action.addComment');
}

async function annotateSource(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  if (!source) return tellHowToSelect();
  await commands.executeCommand('workbench.action.addComment', { fileComment: true });
}

async function highlight(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  if (!source) return tellHowToSelect();
  const lines = linesOfDocument(source.editor.document);
  const { document, selections } = source.editor;
  const ranges = selections
    .map((selection) => selectedRange({ document, selection }))
    .filter((range) => range !== undefined);
  if (ranges.length === 0) return tellHowToSelect();
  const targets = ranges.map((range) => ({ source: source.key, span: toSpan(lines, range) }));
  await source.session.annotateAll(targets, { motivation: 'highlighting' });
}

function tellHowToSelect(): void {
  void window.showInformationMessage(l10n.t('Select some words of a source first.'));
}

async function create(sessions: Sessions, threads: Threads, { thread, text }: CommentReply): Promise<void> {
  const session = sessions.of(thread.uri);
  if (!session || text.trim() === '') return;
  const document = await workspace.openTextDocument(thread.uri);
  const span = thread.range ? toSpan(linesOfDocument(document), wholeLines(document, thread.range)) : null;
  const id = await keeping(text, () =>
    session.annotate(toKey(thread.uri), span, { motivation: 'commenting', body: text }),
  );
  threads.replace(thread, session, id);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** The box is emptied when it is sent: words that are refused go to the clipboard. */
async function keeping<T>(text: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    await env.clipboard.writeText(text);
    void window.showWarningMessage(l10n.t('The note was not saved. Its text is on the clipboard.'));
    throw error;
  }
}

/** The gutter gives an empty range at the start of a line: the line is meant. */
const wholeLines = (document: { lineAt(line: number): { range: Range } }, range: Range): Range =>
  range.isEmpty ? document.lineAt(range.start.line).range : range;

async function answer(threads: Threads, { thread, text }: CommentReply): Promise<void> {
  const found = threads.noteOf(thread);
  if (found && text.trim() !== '') await keeping(text, () => found.session.reply(found.note.id, text));
}

/** The same by keyboard, to the note at the cursor; asks for the words unless they are given. */
async function replyHere(sessions: Sessions, given?: string): Promise<void> {
  const found = noteAtCursor(sessions, (_, note) => !isResolved(note));
  if (!found) return tellNoNote();
  const { session, note } = found;
  const title = l10n.t('Reply to “{0}”', shorten(plainText(note.body) || note.quote, TITLE_LENGTH));
  const body = given ?? (await window.showInputBox({ title, prompt: l10n.t('Markdown and #tags are understood.') }));
  if (body !== undefined && body.trim() !== '') await session.reply(note.id, body);
}

/** Resolves the note at the cursor; where all there are resolved, reopens one. */
async function resolveHere(sessions: Sessions): Promise<void> {
  const found = noteAtCursor(sessions, (_, note) => !isResolved(note));
  if (!found) return tellNoNote();
  const isOpen = !isResolved(found.note);
  await found.session.resolve(found.note.id, isOpen);
  window.setStatusBarMessage(isOpen ? l10n.t('Resolved') : l10n.t('Open again'), STATUS_TIME);
}

function tellNoNote(): void {
  void window.showInformationMessage(l10n.t('Put the cursor on a note in a source first.'));
}

/** Code units of a note in a title. */
const TITLE_LENGTH = 60;

async function save(threads: Threads, comment: NoteComment): Promise<void> {
  const body = typeof comment.body === 'string' ? comment.body : comment.body.value;
  threads.edit(comment, CommentMode.Preview);
  await keeping(body, () => comment.session.edit(comment.id, { body }));
}

async function withNote(
  threads: Threads,
  item: NoteItem | CommentThread,
  run: (session: Session, id: NoteId) => Promise<void>,
): Promise<void> {
  const found = 'note' in item ? item : threads.noteOf(item);
  if (found) await run(found.session, found.note.id);
}

/** Goes to the words of a note, or the place that is most like them, and opens its thread. */
async function show(threads: Threads, { session, note: { id } }: NoteItem): Promise<void> {
  const note = session.snapshot().note(id);
  if (!note) return;
  const editor = await window.showTextDocument(toUri(note.source));
  const span = likeliestSpan(note);
  if (span) {
    const range = toRange(linesOfDocument(editor.document), span);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
  threads.reveal(session, id);
}

/** Undoes in the session of the active editor; of all sessions where that shows no source. */
async function step(sessions: Sessions, direction: 'undo' | 'redo'): Promise<void> {
  const active = window.activeTextEditor && sessions.of(window.activeTextEditor.document.uri);
  const able = (session: Session): OperationLabel | null =>
    direction === 'undo' ? session.undoable() : session.redoable();
  const session = active && able(active) ? active : sessions.all().find((each) => able(each));
  const done = await (direction === 'undo' ? session?.undo() : session?.redo());
  if (!done) return void window.setStatusBarMessage(l10n.t('Apparatus: nothing left'), STATUS_TIME);
  const name = sentence(done);
  const told = direction === 'undo' ? l10n.t('Undone: {0}', name) : l10n.t('Done again: {0}', name);
  window.setStatusBarMessage(told, STATUS_TIME);
}
