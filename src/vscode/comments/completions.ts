import {
  CompletionItem,
  CompletionItemKind,
  languages,
  Range,
  window,
  type CompletionItemProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Entity } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';
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

/** One item per name, so that an entity is found by any of them; what is written is its canonical name, as a link where it has an IRI. */
function entityItems(session: Session, range: Range): CompletionItem[] {
  const { corpus } = session.snapshot();
  return corpus.entities().flatMap((entity) => {
    const count = corpus.countsOf(entity.id).mentions;
    return [entity.name, ...entity.aliases].map((form) => {
      const item = new CompletionItem(
        { label: form, description: typeName(entity.type) },
        CompletionItemKind.Reference,
      );
      item.detail = form === entity.name ? mentions(count) : `${entity.name} · ${mentions(count)}`;
      item.filterText = `@${form}`;
      item.insertText = inMarkdown(entity);
      item.range = range;
      // VS Code sorts what matches equally well by this text.
      item.sortText = String(MOST_MENTIONS - count).padStart(9, '0');
      return item;
    });
  });
}

const MOST_MENTIONS = 999_999_999;

function inMarkdown({ name, same: [iri] }: Entity): string {
  const text = name.replace(/[\\[\]*_`<]/g, '\\$&');
  return iri === undefined ? text : `[${text}](${iri.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Tags of the authority file, and those that notes have. */
function tagItems(session: Session, range: Range): CompletionItem[] {
  const counts = new Map<string, number>();
  const snapshot = session.snapshot();
  for (const source of snapshot.annotated()) {
    for (const { tags } of snapshot.notes(source)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const defined = new Map(definedTags(session));
  return [...new Set([...defined.keys(), ...counts.keys()])].map((tag) => {
    const item = new CompletionItem(`#${tag}`, CompletionItemKind.Keyword);
    const count = counts.get(tag) ?? 0;
    item.detail = defined.get(tag) || countOfNotes(count);
    item.range = range;
    item.sortText = String(MOST_MENTIONS - count).padStart(9, '0');
    return item;
  });
}

/** Names without "#", and definitions. */
function definedTags(session: Session): [string, string][] {
  const { tags } = session.authority().other;
  return (Array.isArray(tags) ? (tags as readonly unknown[]) : []).flatMap((tag): [string, string][] => {
    const { name, definition } = (tag ?? {}) as { name?: unknown; definition?: unknown };
    if (typeof name !== 'string') return [];
    return [[name.replace(/^#/, ''), typeof definition === 'string' ? definition : '']];
  });
}
