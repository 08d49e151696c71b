import { commands, l10n, type Memento, type TreeItem, type TreeView } from 'vscode';
import { tally, type Severity, type Tally } from '../../core/index.ts';
import { SEVERITIES } from '../texts/severities.ts';
import { tallied } from '../texts/sentences.ts';
import {
  groups,
  isAtLeast,
  type DismissalNode,
  type FindingNode,
  type FindingsNode,
  type Grouping,
} from './findingGroups.ts';
import { findingsItem } from './findingItems.ts';
import { Tree } from './tree.ts';

/** What the reader has chosen to see. */
export interface Shown {
  readonly grouping: Grouping;
  /** The least severity that is shown. */
  readonly least: Severity;
}

/** Findings by rule or by the sources that they are between; beneath each its places; last of all what was dismissed. */
export class FindingsTree extends Tree<FindingsNode> {
  shown: Shown = { grouping: 'rule', least: 'hint' };
  /** Called when the tree is drawn, with what was found, and how much of it the filter keeps out. */
  drawn: (found: Tally, hidden: number) => void = () => {};

  override getChildren(node?: FindingsNode): FindingsNode[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'code':
      case 'sources':
        return [...node.findings];
      case 'finding': {
        const { finding } = node;
        return finding.sides.length > 1 ? finding.sides.map((side) => ({ kind: 'side', finding, side })) : [];
      }
      case 'dismissed':
        return [...node.dismissals];
      case 'side':
      case 'dismissal':
        return [];
    }
  }

  override getTreeItem(node: FindingsNode): TreeItem {
    return findingsItem(node);
  }

  #roots(): FindingsNode[] {
    const sessions = this.sessions.all();
    const all = sessions.flatMap((session) =>
      session.allKnownFindings().map((finding): FindingNode => ({ kind: 'finding', session, finding })),
    );
    const shown = all.filter(({ finding }) => isAtLeast(finding.severity, this.shown.least));
    const dismissals = sessions.flatMap((session) =>
      session.dismissed().map((dismissal): DismissalNode => ({ kind: 'dismissal', session, dismissal })),
    );
    this.drawn(tally(all.map(({ finding }) => finding)), all.length - shown.length);
    const found = groups(shown, this.shown.grouping);
    return dismissals.length === 0 ? [...found] : [...found, { kind: 'dismissed', dismissals }];
  }
}

/** Where the choice is kept: with the workspace, not with the sources. */
const MEMENTO = 'findings.shown';

/** The tree with its choices, which are remembered, and with what its title says. */
export class FindingsView {
  readonly #tree: FindingsTree;
  readonly #view: TreeView<FindingsNode>;
  readonly #memento: Memento;

  constructor(tree: FindingsTree, view: TreeView<FindingsNode>, memento: Memento) {
    this.#tree = tree;
    this.#view = view;
    this.#memento = memento;
    tree.shown = remembered(memento);
    tree.drawn = (found, hidden) => this.#tell(found, hidden);
    this.#setContext();
  }

  get shown(): Shown {
    return this.#tree.shown;
  }

  async set(change: Partial<Shown>): Promise<void> {
    this.#tree.shown = { ...this.#tree.shown, ...change };
    this.#setContext();
    this.#tree.refresh();
    await this.#memento.update(MEMENTO, this.#tree.shown);
  }

  #tell(found: Tally, hidden: number): void {
    this.#view.description = hidden > 0 ? l10n.t('{0}; {1} hidden', tallied(found), hidden) : tallied(found);
    void commands.executeCommand('setContext', 'apparatus.findingsHidden', hidden > 0);
  }

  #setContext(): void {
    void commands.executeCommand('setContext', 'apparatus.findingsGrouping', this.#tree.shown.grouping);
  }
}

function remembered(memento: Memento): Shown {
  const kept = memento.get<Partial<Shown>>(MEMENTO);
  return {
    grouping: kept?.grouping === 'sources' ? 'sources' : 'rule',
    least: SEVERITIES.find((severity) => severity === kept?.least) ?? 'hint',
  };
}
