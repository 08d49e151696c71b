import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Entity, NameType } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { mentions, sources, typeNames } from '../texts/sentences.ts';
import { Tree } from './tree.ts';

interface TypeNode {
  readonly kind: 'type';
  readonly type: NameType;
}

interface EntityNode {
  readonly kind: 'entity';
  readonly session: Session;
  readonly entity: Entity;
  readonly counts: { readonly mentions: number; readonly sources: number };
}

type Node = TypeNode | EntityNode;

const ICONS: Readonly<Record<NameType, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  demonym: 'globe',
  event: 'calendar',
  work: 'book',
};

const TYPES = Object.keys(ICONS) as readonly NameType[];

/** Entities by type, those with the most mentions first. */
export class EntitiesTree extends Tree<Node> {
  override getChildren(node?: Node): Node[] {
    if (node?.kind === 'entity') return [];
    if (node) return this.#entities(node.type);
    return TYPES.filter((type) => this.#entities(type).length > 0).map((type) => ({ kind: 'type', type }));
  }

  override getTreeItem(node: Node): TreeItem {
    return node.kind === 'type' ? typeItem(node.type, this.#entities(node.type).length) : entityItem(node);
  }

  #entities(wanted: NameType): EntityNode[] {
    return this.sessions
      .all()
      .flatMap((session) => {
        const { corpus } = session.snapshot();
        const found = corpus.entities().filter(({ type }) => type === wanted);
        return found.map((entity): EntityNode => ({
          kind: 'entity',
          session,
          entity,
          counts: corpus.countsOf(entity.id),
        }));
      })
      .sort((a, b) => b.counts.mentions - a.counts.mentions);
  }
}

function typeItem(type: NameType, count: number): TreeItem {
  const state = type === 'person' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(typeNames(type), state);
  item.id = `type ${type}`;
  item.description = String(count);
  return item;
}

function entityItem({ session, entity, counts }: EntityNode): TreeItem {
  const item = new TreeItem(entity.name, TreeItemCollapsibleState.None);
  item.id = `entity ${session.folder} ${entity.id}`;
  item.description = `${counts.mentions} · ${sources(counts.sources)}`;
  item.iconPath = new ThemeIcon(ICONS[entity.type]);
  item.contextValue = 'entity';
  item.tooltip = [entity.name, ...entity.aliases].join('\n');
  item.accessibilityInformation = { label: `${entity.name}, ${mentions(counts.mentions)}, ${sources(counts.sources)}` };
  item.command = {
    command: COMMANDS.showDossier,
    title: l10n.t('Open the dossier'),
    arguments: [session.folder, entity.id],
  };
  return item;
}
