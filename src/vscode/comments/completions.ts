import {
  CompletionItem,
  CompletionItemKind,
  l10n,
  languages,
  Range,
  window,
  type CompletionItemProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { ids } from '../ports/common.ts';
import type { Sessions } from '../sessions.ts';
import { countedTags } from '../tags.ts';
import { mentions, notes as countOfNotes, typeName } from '../texts/sentences.ts';

/** Scheme of the boxes in which comments are written. */
const COMMENT = 'comment';

/** Completes entities behind `@` and tags behind `#`, where notes are written. */
export const registerCompletions = (sessions: Sessions): Disposable =>
  languages.registerCompletionItemProvider({ scheme: COMMENT }, completions(sessions), '@', '#');

const completions = (sessions: Sessions): CompletionItemProvider => ({
  provideCompletionItems(document, position) {
    if (!isOurs(document)) return undefined;
    // As far as a name may reach: marks, initials and several words.
    const written = document.getText(new Range(position.line, 0, position.line, position.character));
    const [started] = /(?<![\p{L}\p{N}@#])[@#](?:[\p{L}\p{N}][^@#\n]{0,60})?$/u.exec(written) ?? [];
    if (started === undefined) return undefined;
    const range = new Range(position.translate(0, -started.length), position);
    const session = sessionInView(sessions);
    if (!session) return undefined;
    return started.startsWith('@') ? entityItems(session, range) : tagItems(session, range);
  },
});

/** Other extensions have comment boxes too; VS Code puts the owner into the query. */
const isOurs = ({ uri }: TextDocument): boolean =>
  !uri.query.includes('extensionId') || uri.query.includes('apparatus');

/** The note is written beside the source that is open in front. */
function sessionInView(sessions: Sessions): Session | undefined {
  const front = [window.activeTextEditor, ...window.visibleTextEditors].flatMap((editor) =>
    editor ? (sessions.of(editor.document.uri) ?? []) : [],
  );
  return front[0] ?? sessions.all()[0];
}

/**
 * One item per name, so that an entity is found by any of them; what is written is its canonical name as a link to its id. An entity about which nothing
 * has been decided has none that lasts: it gets one when it is chosen.
 */
function entityItems(session: Session, range: Range): CompletionItem[] {
  const { corpus } = session.snapshot();
  return corpus.entities().flatMap((entity) => {
    const count = corpus.countsOf(entity.id).mentions;
    const id = entity.decided ?? ids.next();
    return [entity.name, ...entity.aliases].map((form) => {
      const item = new CompletionItem(
        { label: form, description: typeName(entity.type) },
        CompletionItemKind.Reference,
      );
      item.detail = form === entity.name ? mentions(count) : `${entity.name} · ${mentions(count)}`;
      item.filterText = `@${form}`;
      item.insertText = `[${entity.name.replace(/[\\[\]*_`<]/g, '\\$&')}](${id})`;
      item.range = range;
      if (entity.decided === null) {
        const title = l10n.t('Give the entity an id');
        item.command = { command: COMMANDS.keepEntity, title, arguments: [session.folder, entity.id, id] };
      }
      // VS Code sorts what matches equally well by this text.
      item.sortText = String(MOST_MENTIONS - count).padStart(9, '0');
      return item;
    });
  });
}

const MOST_MENTIONS = 999_999_999;

/** Tags of the codebook, and those that notes have. */
const tagItems = (session: Session, range: Range): CompletionItem[] =>
  countedTags(session).map(({ name, definition, count }) => {
    const item = new CompletionItem(`#${name}`, CompletionItemKind.Keyword);
    item.detail = definition || countOfNotes(count);
    item.range = range;
    item.sortText = String(MOST_MENTIONS - count).padStart(9, '0');
    return item;
  });
