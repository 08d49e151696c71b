import { l10n, window } from 'vscode';
import { provenance } from '../../core/index.ts';
import { linesOfDocument, toOffset } from '../convert.ts';
import { provenanceUri } from '../documents/address.ts';
import type { Sessions } from '../sessions.ts';
import { activeSource } from './context.ts';

/** Opens the page about where the statement at the cursor comes from. */
export async function showProvenance(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  const snapshot = await source?.session.settled(source.key);
  if (!source || !snapshot) return tellNone();
  const offset = toOffset(linesOfDocument(source.editor.document), source.editor.selection.active);
  const statement = provenance(snapshot.corpus, source.key, offset)?.statement;
  const text = snapshot.corpus.source(source.key)?.reading.text;
  if (!statement || text === undefined) return tellNone();
  const words = text.slice(statement.start, statement.end);
  const uri = provenanceUri({ folder: source.session.folder, source: source.key, start: statement.start, words });
  await window.showTextDocument(uri);
}

function tellNone(): void {
  void window.showInformationMessage(l10n.t('Put the cursor in a sentence of a source first.'));
}
