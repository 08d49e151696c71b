import { commands, Disposable, l10n, Selection, TextEditorRevealType, window, workspace, type Location } from 'vscode';
import { definition, LineIndex, references, type Place } from '../../core/index.ts';
import { sidecarOf } from '../../session/index.ts';
import { linesOfDocument, toLocation, toOffset, toPosition, toRange, toUri } from '../convert.ts';
import { dossierUri, statusUri } from '../documents/address.ts';
import { exists, type Sessions } from '../sessions.ts';
import { activeSource, register } from './context.ts';
import { COMMANDS } from './names.ts';
import { showProvenance } from './provenance.ts';

/** Going places: dossiers, mentions, provenances, the status and the files behind it all. */
export const registerReadingCommands = (sessions: Sessions): Disposable =>
  Disposable.from(
    register(COMMANDS.showDossier, (folder?: string, entity?: string, keepFocus?: boolean) =>
      showDossier(sessions, folder, entity, keepFocus),
    ),
    register(COMMANDS.showReferences, (uri?: string, offset?: number) => showReferences(sessions, uri, offset)),
    register(COMMANDS.goTo, (uri: string, start: number, end: number, keepFocus?: boolean) =>
      goTo(sessions, { uri, start, end }, keepFocus),
    ),
    register(COMMANDS.showProvenance, () => showProvenance(sessions)),
    register(COMMANDS.showStatus, () => window.showTextDocument(statusUri)),
    register(COMMANDS.openSidecar, () => openSidecar(sessions)),
    register(COMMANDS.stopReading, () => sessions.all().forEach((session) => session.stop())),
    register(COMMANDS.resumeReading, () => sessions.all().forEach((session) => session.resume())),
    register(COMMANDS.reopenAsDecoded, () => reopenAsDecoded()),
    register(COMMANDS.reload, () => sessions.reload()),
  );

async function showDossier(sessions: Sessions, folder?: string, entity?: string, keepFocus = false): Promise<void> {
  if (typeof folder === 'string' && typeof entity === 'string') {
    const session = sessions.all().find((each) => each.folder === folder);
    const name = session?.snapshot().corpus.entity(entity)?.name;
    if (session && name !== undefined)
      await window.showTextDocument(dossierUri(session, entity, name), { preserveFocus: keepFocus });
    return;
  }
  const source = activeSource(sessions);
  if (!source) return tellNoName();
  const offset = toOffset(linesOfDocument(source.editor.document), source.editor.selection.active);
  const found = definition(source.session.snapshot().corpus, source.key, offset);
  if (!found) return tellNoName();
  await window.showTextDocument(dossierUri(source.session, found.entity, found.name));
}

function tellNoName(): void {
  void window.showInformationMessage(l10n.t('Put the cursor on a name in a source first.'));
}

async function showReferences(sessions: Sessions, uri?: string, offset?: number): Promise<void> {
  const source = activeSource(sessions);
  const key = uri ?? source?.key;
  if (key === undefined) return tellNoName();
  const document = await workspace.openTextDocument(toUri(key));
  const lines = linesOfDocument(document);
  const at = offset ?? (source ? toOffset(lines, source.editor.selection.active) : 0);
  const session = sessions.of(document.uri);
  if (!session) return;
  const { corpus } = session.snapshot();
  const locations: Location[] = references(corpus, key, at).flatMap((place) => toLocation(corpus, place) ?? []);
  if (locations.length === 0) return tellNoName();
  const position = toPosition(lines.at(at));
  await commands.executeCommand('editor.action.showReferences', document.uri, position, locations);
}

/** Shows a span of a source, and where that makes sense of any file of ours. */
async function goTo(sessions: Sessions, { uri: key, start, end }: Place, keepFocus = false): Promise<void> {
  const uri = toUri(key);
  const reading = sessions.of(uri)?.snapshot().corpus.source(key)?.reading;
  const document = await workspace.openTextDocument(uri);
  const range = toRange(reading ? new LineIndex(reading.text) : linesOfDocument(document), { start, end });
  const editor = await window.showTextDocument(document, { preserveFocus: keepFocus });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows the active file in the encoding that it was read in. Nothing is written, and a buffer with edits is left alone. */
async function reopenAsDecoded(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || document.isDirty) {
    return void window.showInformationMessage(l10n.t('Save or revert the file first.'));
  }
  await workspace.openTextDocument(document.uri, { encoding: FALLBACK_ENCODING });
}

/** VS Code's name of windows-1252, in which everything is read that says nothing and is no UTF-8. */
const FALLBACK_ENCODING = 'windows1252';

async function openSidecar(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  if (!source) return void window.showInformationMessage(l10n.t('Open a source first.'));
  await source.session.flush();
  const sidecar = sidecarOf(source.key);
  if (!(await exists(sidecar))) return void window.showInformationMessage(l10n.t('This source has no notes yet.'));
  await window.showTextDocument(toUri(sidecar));
}
