import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isRemark, needsLook } from '../comments/note.ts';
import { toUri } from '../convert.ts';
import type { Session } from '../../session/index.ts';
import { notes as countOfNotes } from '../texts/sentences.ts';
import { noteItem, type NoteNode } from './noteItem.ts';
import { pageItem, paged, type PageNode } from './pages.ts';
import { Tree } from './tree.ts';

interface SourceNode {
  readonly kind: 'source';
  readonly session: Session;
  readonly uri: string;
}

/** Notes that lost their place, before all sources, so that none is overlooked. */
interface LostNode {
  readonly kind: 'lost';
  readonly notes: readonly NoteNode[];
}

type Node = SourceNode | LostNode | PageNode | NoteNode;

/** Sources with their dates and notes; above them the notes that need a look. */
export class SourcesTree extends Tree<Node> {
  override getChildren(node?: Node): Node[] {
    return [...this.#children(node)];
  }

  override getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'source':
        return sourceItem(node);
      case 'lost':
        return lostItem(node);
      case 'page':
        return pageItem(node);
      case 'note':
        return noteItem(node);
    }
  }

  #children(node?: Node): readonly Node[] {
    if (node?.kind === 'note') return [];
    if (node?.kind === 'page') return node.notes;
    if (node?.kind === 'lost') return paged(node.notes, 'lost');
    if (node) return paged(notesOf(node.session, node.uri), `source ${node.uri}`);
    const sources = this.sessions.all().flatMap((session) => sourcesOf(session));
    const lost = sources.flatMap(({ session, uri }) => notesOf(session, uri)).filter(({ note }) => needsLook(note));
    return lost.length === 0 ? sources : [{ kind: 'lost', notes: lost }, ...sources];
  }
}

/** The corpus, and sources whose file is gone while their notes are still there. */
function sourcesOf(session: Session): readonly SourceNode[] {
  const snapshot = session.snapshot();
  const uris = new Set([...snapshot.corpus.uris(), ...snapshot.annotated()]);
  return [...uris].sort().map((uri) => ({ kind: 'source', session, uri }));
}

const notesOf = (session: Session, uri: string): readonly NoteNode[] =>
  session
    .snapshot()
    .notes(uri)
    .filter(isRemark)
    .map((note) => ({ kind: 'note', session, note }));

function sourceItem({ session, uri }: SourceNode): TreeItem {
  const count = notesOf(session, uri).length;
  const source = session.snapshot().corpus.source(uri);
  const item = new TreeItem(toUri(uri), count > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = `source ${uri}`;
  item.iconPath = ThemeIcon.File;
  item.contextValue = 'source';
  const date = source ? (source.reading.sourceDate?.value ?? l10n.t('undated')) : l10n.t('not there');
  item.description = count > 0 ? `${date} · ${countOfNotes(count)}` : date;
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [toUri(uri)] };
  return item;
}

function lostItem({ notes }: LostNode): TreeItem {
  const item = new TreeItem(l10n.t('Needs a look'), TreeItemCollapsibleState.Expanded);
  item.id = 'lost';
  item.description = countOfNotes(notes.length);
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.tooltip = l10n.t(
    'Notes whose words changed. Select the right words in the source, then attach the note to them.',
  );
  return item;
}
