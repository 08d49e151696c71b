import { l10n, MarkdownString } from 'vscode';
import { withReferences } from '../../core/index.ts';
import { referredIn, type Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { commandTarget, withoutImages } from './markdown.ts';

/** The reader's own words for showing: what links to an entity leads to its dossier, and tells what it is called now. */
export const noteText = (session: Session, markdown: string): string =>
  withReferences(withoutImages(markdown), (words, id) => {
    const entity = session.snapshot().corpus.entity(referredIn(session.authority(), id) ?? id);
    if (!entity) return words;
    const title = l10n.t('Dossier of {0}', entity.name);
    return `[${words}](${commandTarget(COMMANDS.showDossier, [session.folder, entity.id], title)})`;
  });

/** Markdown that may open dossiers, and run nothing else. */
export function noteMarkdownString(markdown: string): MarkdownString {
  const string = new MarkdownString(markdown);
  string.isTrusted = { enabledCommands: [COMMANDS.showDossier] };
  return string;
}
