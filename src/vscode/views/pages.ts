import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { plainText, shorten } from '../texts/markdown.ts';
import type { NoteNode } from './noteItem.ts';

/** Some of very many notes, by their numbers in the order of the list. */
export interface PageNode {
  readonly kind: 'page';
  /** Tells it from the pages of other lists. */
  readonly id: string;
  /** Of its first note, from 0. */
  readonly from: number;
  readonly notes: readonly NoteNode[];
}

/** Notes in one list: VS Code makes every row of an unfolded one, and nobody looks through more. */
const PAGE = 200;

/** The notes, or where there are more than one looks through, pages of them, which are made when they are unfolded. `id` is the list's own. */
export function paged(notes: readonly NoteNode[], id: string): readonly (NoteNode | PageNode)[] {
  if (notes.length <= PAGE) return notes;
  return Array.from({ length: Math.ceil(notes.length / PAGE) }, (_, at): PageNode => {
    const from = at * PAGE;
    return { kind: 'page', id: `${id} page ${at}`, from, notes: notes.slice(from, from + PAGE) };
  });
}

export function pageItem({ id, from, notes }: PageNode): TreeItem {
  const item = new TreeItem(l10n.t('{0} to {1}', from + 1, from + notes.length), TreeItemCollapsibleState.Collapsed);
  item.id = id;
  const first = notes[0]!.note;
  const words = shorten(first.quote || plainText(first.body), WORDS_LENGTH);
  item.description = words === '' ? '' : l10n.t('from “{0}”', words);
  item.contextValue = 'page';
  return item;
}

/** Code units of the words that a page begins with. */
const WORDS_LENGTH = 40;
