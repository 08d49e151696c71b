import { commands, l10n, Uri, ViewColumn, window, workspace, type CommentThread } from 'vscode';
import { decode, LineIndex } from '../../../core/index.ts';
import type { Foreseen, Note, Session } from '../../../session/index.ts';
import { likeliestSpan, needsLook } from '../../comments/note.ts';
import type { Threads } from '../../comments/threads.ts';
import { linesOfDocument, toKey, toSpan, toUri } from '../../convert.ts';
import { PageWriter } from '../../documents/page.ts';
import type { Papers } from '../../documents/papers.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';
import { outcomes, placementName } from '../../texts/placements.ts';
import { activeSource, selectedRange } from '../context.ts';
import { decided } from '../decisions/tell.ts';
import { COMMANDS } from '../names.ts';
import { noteAtCursor } from '../noteAtCursor.ts';
import type { NoteItem } from '../notes.ts';
import { sourceOf } from './describe.ts';

/** The note that was gone to last, so that the next call goes on behind it. */
let visited: string | null = null;

/** Goes to the next note whose place is not certain, through all sources and around. */
export async function goToUnsure(sessions: Sessions): Promise<void> {
  const unsure = unsureNotes(sessions);
  const at = unsure.findIndex(({ note }) => note.id === visited);
  const next = unsure[at + 1] ?? unsure[0];
  if (!next) return void window.showInformationMessage(l10n.t('Every note has its place.'));
  visited = next.note.id;
  await commands.executeCommand(COMMANDS.showNote, next);
  window.setStatusBarMessage(
    l10n.t('{0} of {1}: {2}', unsure.indexOf(next) + 1, unsure.length, placementName(next.note.placement)),
    TOLD,
  );
}

/** Milliseconds of a word in the status bar. */
const TOLD = 8000;

const unsureNotes = (sessions: Sessions): { session: Session; note: Note }[] =>
  sessions.all().flatMap((session) => {
    const snapshot = session.snapshot();
    return snapshot.annotated().flatMap((source) =>
      snapshot
        .notes(source)
        .filter(needsLook)
        .map((note) => ({ session, note })),
    );
  });

/** Takes the place where a note was found, or its likeliest one, for the right one, and goes on to the next. */
export async function acceptPlace(sessions: Sessions, threads: Threads, given?: unknown): Promise<void> {
  const found = itemOf(sessions, threads, given);
  const note = found?.session.snapshot().note(found.note.id);
  const span = note && likeliestSpan(note);
  if (!found || !note || !span) {
    void window.showInformationMessage(l10n.t('There is no place to accept. Select the words, then attach the note.'));
    return;
  }
  await inWalk(sessions, note.id, () => found.session.attach(note.id, span));
  decided(l10n.t('The note stands here now'));
  if (unsureNotes(sessions).length > 0) await goToUnsure(sessions);
}

/** Sets a note that lost its place on the words that are selected now; in the walk, where none is given, goes on to the next. */
export async function attachNote(sessions: Sessions, threads: Threads, given?: unknown): Promise<void> {
  const found = itemOf(sessions, threads, given);
  const source = activeSource(sessions);
  const range = source && selectedRange(source.editor);
  const note = found?.session.snapshot().note(found.note.id);
  if (!found || !source || !range || note?.source !== source.key) {
    void window.showInformationMessage(l10n.t('Select the words in the note’s own source, then attach it again.'));
    return;
  }
  const span = toSpan(linesOfDocument(source.editor.document), range);
  await inWalk(sessions, note.id, () => found.session.attach(note.id, span));
  decided(l10n.t('The note stands here now'));
  if (given === undefined && unsureNotes(sessions).length > 0) await goToUnsure(sessions);
}

/** The walk goes on with the note that comes after this one now. */
async function inWalk(sessions: Sessions, id: string, attach: () => Promise<void>): Promise<void> {
  const before = unsureNotes(sessions).map(({ note }) => note.id);
  await attach();
  visited = before[before.indexOf(id) - 1] ?? null;
}

/** Takes the last acceptance or attachment of a note back: it is about the words again that it was about before. */
export async function revertPlace(sessions: Sessions, threads: Threads, given?: unknown): Promise<void> {
  const found =
    itemOf(sessions, threads, given) ?? noteAtCursor(sessions, (session, { id }) => session.canRevertPlace(id));
  if (!found || !(await found.session.revertPlace(found.note.id)))
    return void window.showInformationMessage(l10n.t('There is no note here that was set on other words.'));
  decided(l10n.t('The note is about its earlier words again'));
  await commands.executeCommand(COMMANDS.showNote, found);
}

/** A note of a tree, a thread's, or the one that was gone to last. */
function itemOf(sessions: Sessions, threads: Threads, given: unknown): NoteItem | undefined {
  if (typeof given === 'object' && given !== null)
    return 'note' in given ? (given as NoteItem) : threads.noteOf(given as CommentThread);
  return unsureNotes(sessions).find(({ note }) => note.id === visited);
}

/** Shows what would happen to each note if the source were another text, before anything is replaced. */
export async function previewReplacement(
  sessions: Sessions,
  papers: Papers,
  which?: unknown,
  other?: unknown,
): Promise<void> {
  const found = sourceOf(sessions, which);
  if (!found) return void window.showInformationMessage(l10n.t('Open a source first.'));
  const file = other instanceof Uri ? other : await askFile(found.key);
  if (!file) return;
  const text = decode(await workspace.fs.readFile(file))?.text;
  if (text === undefined) return void window.showErrorMessage(l10n.t('{0} is no text.', fileName(toKey(file))));
  const notes = await found.session.foresee(found.key, text);
  const page = previewPage(
    fileName(found.key),
    fileName(toKey(file)),
    notes,
    found.session.text(found.key) ?? '',
    text,
  );
  const uri = papers.write(`${l10n.t('Preview')} ${fileName(found.key)}.md`, page);
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
}

async function askFile(source: string): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t('The new version of {0}', fileName(source)),
    openLabel: l10n.t('Preview'),
    defaultUri: Uri.joinPath(toUri(source), '..'),
  });
  return picked?.[0];
}

/** Those that need a look first, then the others in order of place. */
function previewPage(name: string, newName: string, notes: readonly Foreseen[], before: string, after: string): string {
  const page = new PageWriter().heading(1, l10n.t('If {0} were {1}', name, newName));
  page.words(
    notes.length === 0 ? l10n.t('The source has no notes about words.') : outcomes(notes.map((note) => note.after)),
  );
  page.line();
  const [old, now] = [new LineIndex(before), new LineIndex(after)];
  const isSure = ({ after: { outcome } }: Foreseen): boolean => outcome === 'exact' || outcome === 'moved';
  for (const note of [...notes.filter((each) => !isSure(each)), ...notes.filter(isSure)]) {
    page.heading(3, placementName(note.after));
    page.markdown('- ').words(l10n.t('now: “{0}”', note.quote));
    if ('span' in note.before) page.words(` · ${l10n.t('line {0}', old.at(note.before.span.start).line + 1)}`);
    page.line();
    const spans = 'span' in note.after ? [note.after] : note.after.outcome === 'ambiguous' ? note.after.candidates : [];
    for (const { span, score } of spans) {
      page.markdown('- ').words(l10n.t('then: “{0}”', after.slice(span.start, span.end)));
      page.words(` · ${l10n.t('line {0}', now.at(span.start).line + 1)} · ${Math.round(score * PERCENT)} %`).line();
    }
    if (note.body !== '') page.markdown(`- ${note.body.replace(/\s+/g, ' ')}`).line();
  }
  return page.page().text;
}

const PERCENT = 100;
