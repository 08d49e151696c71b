import {
  commands,
  Disposable,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TreeView,
} from 'vscode';
import { fold } from '../../core/index.ts';
import type { Note } from '../../session/index.ts';
import { isRemark, isResolved, needsLook } from '../comments/note.ts';
import { register } from '../commands/context.ts';
import { pick } from '../commands/decisions/pick.ts';
import { COMMANDS } from '../commands/names.ts';
import { fileName } from '../texts/sentences.ts';
import { noteItem, type NoteNode } from './noteItem.ts';
import { pageItem, paged, type PageNode } from './pages.ts';
import { Tree } from './tree.ts';

/** What notes are gathered by. */
export type Grouping = 'source' | 'tag' | 'author' | 'state';

const GROUPINGS: readonly Grouping[] = ['source', 'tag', 'author', 'state'];

interface GroupNode {
  readonly kind: 'group';
  readonly name: string;
  /** Kept while it is there, so that VS Code knows what was unfolded. */
  readonly id: string;
  readonly icon: string;
  readonly notes: readonly NoteNode[];
}

export type AnnotationsNode = GroupNode | PageNode | NoteNode;

/** All notes, gathered by source, tag, author or state; only those that have all the words of the filter, where there is one. */
export class AnnotationsTree extends Tree<AnnotationsNode> {
  #grouping: Grouping = 'source';
  #filter = '';

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.refresh();
  }

  /** '' shows everything. */
  get filter(): string {
    return this.#filter;
  }

  set filter(words: string) {
    this.#filter = words.trim();
    this.refresh();
  }

  override getChildren(node?: AnnotationsNode): AnnotationsNode[] {
    switch (node?.kind) {
      case 'note':
        return [];
      case 'page':
        return [...node.notes];
      case 'group':
        return [...paged(node.notes, node.id)];
      default:
        return this.#groups();
    }
  }

  override getTreeItem(node: AnnotationsNode): TreeItem {
    if (node.kind === 'note') return noteItem(node, this.#grouping === 'source' ? '' : fileName(node.note.source));
    if (node.kind === 'page') return pageItem(node);
    const item = new TreeItem(node.name, TreeItemCollapsibleState.Expanded);
    item.id = node.id;
    item.description = String(node.notes.length);
    item.iconPath = new ThemeIcon(node.icon);
    item.contextValue = 'group';
    return item;
  }

  #idOf(name: string): string {
    return `${this.#grouping} ${name}${this.#filter === '' ? '' : ' filtered'}`;
  }

  #groups(): GroupNode[] {
    const groups = new Map<string, NoteNode[]>();
    const wanted = this.#filter === '' ? [] : fold(this.#filter).split(/\s+/);
    for (const session of this.sessions.all()) {
      const snapshot = session.snapshot();
      for (const source of snapshot.annotated()) {
        for (const note of snapshot.notes(source)) {
          if (!isRemark(note) || !hasAll(note, wanted)) continue;
          for (const name of groupsOf(note, this.#grouping)) {
            const group = groups.get(name);
            if (group) group.push({ kind: 'note', session, note });
            else groups.set(name, [{ kind: 'note', session, note }]);
          }
        }
      }
    }
    return [...groups]
      .map(([name, notes]): GroupNode => ({
        kind: 'group',
        name,
        id: this.#idOf(name),
        icon: ICONS[this.#grouping],
        notes,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

const ICONS: Readonly<Record<Grouping, string>> = {
  source: 'file',
  tag: 'tag',
  author: 'account',
  state: 'circle-outline',
};

/** Whether a note, what it is about and what was answered have all the words. */
function hasAll(note: Note, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = [note.body, note.quote, ...note.tags.map((tag) => `#${tag}`), ...note.replies.map(({ body }) => body)];
  const text = fold(said.join('\n'));
  return words.every((word) => text.includes(word));
}

function groupsOf(note: Note, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case 'source':
      return [fileName(note.source)];
    case 'tag':
      return note.tags.length > 0 ? note.tags.map((tag) => `#${tag}`) : [l10n.t('without a tag')];
    case 'author':
      return [note.creator ?? l10n.t('unknown')];
    case 'state':
      return [needsLook(note) ? l10n.t('needs a look') : isResolved(note) ? l10n.t('resolved') : l10n.t('open')];
  }
}

/** What the commands change about the tree. */
interface Shown {
  readonly tree: AnnotationsTree;
  readonly view: TreeView<AnnotationsNode>;
}

export const registerAnnotationsCommands = (shown: Shown): Disposable =>
  Disposable.from(
    register(COMMANDS.groupNotes, (grouping?: Grouping) => gather(shown, grouping)),
    register(COMMANDS.filterNotes, (words?: string) => filter(shown, words)),
    register(COMMANDS.clearNoteFilter, () => filter(shown, '')),
  );

async function gather({ tree }: Shown, given?: Grouping): Promise<void> {
  const choices = GROUPINGS.map((value) => ({ label: groupingName(value), value }));
  const grouping =
    given !== undefined && GROUPINGS.includes(given) ? given : await pick(l10n.t('Gather notes by'), choices);
  if (grouping) tree.grouping = grouping;
}

function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'source':
      return l10n.t('Source');
    case 'tag':
      return l10n.t('Tag');
    case 'author':
      return l10n.t('Author');
    case 'state':
      return l10n.t('State');
  }
}

/** Asks for the words that are looked for, unless they are given. */
async function filter({ tree, view }: Shown, given?: string): Promise<void> {
  const words =
    typeof given === 'string'
      ? given
      : await window.showInputBox({
          title: l10n.t('Show notes with…'),
          prompt: l10n.t('Words of the notes, their replies, their tags, or what they are about; empty shows all.'),
          value: tree.filter,
        });
  if (words === undefined) return;
  tree.filter = words;
  view.description = tree.filter === '' ? '' : `“${tree.filter}”`;
  await commands.executeCommand('setContext', 'apparatus.notesFiltered', tree.filter !== '');
}
