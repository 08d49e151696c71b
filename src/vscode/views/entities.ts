import {
  DataTransferItem,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type CancellationToken,
  type DataTransfer,
  type TreeDragAndDropController,
} from 'vscode';
import { fold, type NameType } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import { makeOne } from '../commands/decisions/entities.ts';
import type { EntityItem } from '../commands/decisions/target.ts';
import { COMMANDS } from '../commands/names.ts';
import { mentions, sources, typeNames } from '../texts/sentences.ts';
import { ENTITY_ICONS } from './icons.ts';
import { Tree } from './tree.ts';

interface TypeNode {
  readonly kind: 'type';
  readonly type: NameType;
  readonly entities: readonly EntityNode[];
}

interface EntityNode extends EntityItem {
  readonly counts: { readonly mentions: number; readonly sources: number };
}

export type EntitiesNode = TypeNode | EntityNode;

const TYPES = Object.keys(ENTITY_ICONS) as readonly NameType[];

/** Entities by type, those with the most mentions first; only those with a name that has the words of the filter, where there is one. */
export class EntitiesTree extends Tree<EntitiesNode> {
  #filter = '';

  /** '' shows everything. */
  get filter(): string {
    return this.#filter;
  }

  set filter(words: string) {
    this.#filter = words.trim();
    this.refresh();
  }

  override getChildren(node?: EntitiesNode): EntitiesNode[] {
    if (node?.kind === 'entity') return [];
    return node ? [...node.entities] : this.#types();
  }

  override getTreeItem(node: EntitiesNode): TreeItem {
    return node.kind === 'type' ? typeItem(node, this.#filter !== '') : entityItem(node);
  }

  #types(): TypeNode[] {
    const all = this.sessions.all().flatMap((session) => this.#entitiesOf(session));
    return TYPES.map((type): TypeNode => {
      const entities = all.filter(({ entity }) => entity.type === type);
      return { kind: 'type', type, entities: entities.sort((a, b) => b.counts.mentions - a.counts.mentions) };
    }).filter(({ entities }) => entities.length > 0);
  }

  #entitiesOf(session: Session): EntityNode[] {
    const { corpus } = session.snapshot();
    const wanted = fold(this.#filter);
    return corpus
      .entities()
      .filter(({ name, aliases }) => [name, ...aliases].some((form) => fold(form).includes(wanted)))
      .map((entity) => ({ kind: 'entity', session, entity, counts: corpus.countsOf(entity.id) }));
  }
}

function typeItem({ type, entities }: TypeNode, isFiltered: boolean): TreeItem {
  const isOpen = type === 'person' || isFiltered;
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(typeNames(type), state);
  // Folded and unfolded groups of a filter are others than those of the whole.
  item.id = `type ${type}${isFiltered ? ' filtered' : ''}`;
  item.description = String(entities.length);
  item.contextValue = 'type';
  return item;
}

function entityItem({ session, entity, counts }: EntityNode): TreeItem {
  const item = new TreeItem(entity.name, TreeItemCollapsibleState.None);
  item.id = `entity ${session.folder} ${entity.id}`;
  item.description = `${counts.mentions} · ${sources(counts.sources)}`;
  item.iconPath = new ThemeIcon(ENTITY_ICONS[entity.type]);
  item.contextValue = entity.same.length > 0 ? 'entity linked' : 'entity';
  item.tooltip = [entity.name, ...entity.aliases, ...entity.same].join('\n');
  item.accessibilityInformation = { label: `${entity.name}, ${mentions(counts.mentions)}, ${sources(counts.sources)}` };
  item.command = {
    command: COMMANDS.showDossier,
    title: l10n.t('Open the dossier'),
    // The tree keeps the focus, so that its keys go on working.
    arguments: [session.folder, entity.id, true],
  };
  return item;
}

const DRAGGED = 'application/vnd.code.tree.apparatus.entities';

/** Entities dropped on another are the same as that one. */
export const mergeByDrop: TreeDragAndDropController<EntitiesNode> = {
  dragMimeTypes: [DRAGGED],
  dropMimeTypes: [DRAGGED],

  handleDrag(nodes, data: DataTransfer) {
    const dragged = nodes.filter((node) => node.kind === 'entity');
    if (dragged.length > 0) data.set(DRAGGED, new DataTransferItem(dragged));
  },

  async handleDrop(target, data: DataTransfer, token: CancellationToken) {
    if (target?.kind !== 'entity' || token.isCancellationRequested) return;
    const dragged = (data.get(DRAGGED)?.value ?? []) as readonly EntityNode[];
    const others = dragged.filter(
      ({ session, entity }) => session === target.session && entity.id !== target.entity.id,
    );
    const { corpus } = target.session.snapshot();
    const [first, ...rest] = [target, ...others].flatMap(({ entity }) => corpus.entity(entity.id) ?? []);
    if (first && rest.length > 0) await makeOne(target.session, [first, ...rest]);
  },
};
