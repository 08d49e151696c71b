import { commands, l10n, window } from 'vscode';
import type { Note } from '../../../session/index.ts';
import { isRemark, placed } from '../../comments/note.ts';
import { linesOfDocument, toOffset } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { activeSource } from '../context.ts';
import { COMMANDS } from '../names.ts';

/** Milliseconds of a word in the status bar. */
const TOLD = 3000;

/** Goes to the next or previous note of the active source, around its ends. */
export async function goToNote(sessions: Sessions, step: 1 | -1): Promise<void> {
  const source = activeSource(sessions);
  if (!source) return;
  const { editor, session, key } = source;
  const lines = linesOfDocument(editor.document);
  const at = toOffset(lines, editor.selection.start);
  const notes = session
    .snapshot()
    .notes(key)
    .filter((note) => isRemark(note) && placed(note));
  const startOf = (note: Note): number => placed(note)!.start;
  const next =
    step === 1
      ? (notes.find((note) => startOf(note) > at) ?? notes[0])
      : (notes.findLast((note) => startOf(note) < at) ?? notes.at(-1));
  if (!next) return void window.setStatusBarMessage(l10n.t('There is no note in this source yet'), TOLD);
  await commands.executeCommand(COMMANDS.showNote, { session, note: next });
}
