import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Finding, Severity, Side } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { fileName, findings as countOfFindings, sentence } from '../texts/sentences.ts';
import { Tree } from './tree.ts';

interface CodeNode {
  readonly kind: 'code';
  readonly code: string;
  readonly findings: readonly FindingNode[];
}

interface FindingNode {
  readonly kind: 'finding';
  readonly session: Session;
  readonly finding: Finding;
}

interface SideNode {
  readonly kind: 'side';
  readonly side: Side;
}

type Node = CodeNode | FindingNode | SideNode;

/** Gravest first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Findings by rule, the gravest first; beneath each its places. */
export class FindingsTree extends Tree<Node> {
  override getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return this.#codes();
      case 'code':
        return [...node.findings];
      case 'finding':
        return node.finding.sides.length > 1 ? node.finding.sides.map((side) => ({ kind: 'side', side })) : [];
      case 'side':
        return [];
    }
  }

  override getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'code':
        return codeItem(node);
      case 'finding':
        return findingItem(node);
      case 'side':
        return sideItem(node.side);
    }
  }

  #codes(): CodeNode[] {
    const all = this.sessions
      .all()
      .flatMap((session) =>
        session.allFindings().map((finding): FindingNode => ({ kind: 'finding', session, finding })),
      );
    return [...byCode(all)]
      .map(([code, findings]): CodeNode => ({ kind: 'code', code, findings }))
      .sort((a, b) => gravity(a) - gravity(b) || (a.code < b.code ? -1 : 1));
  }
}

function byCode(all: readonly FindingNode[]): ReadonlyMap<string, readonly FindingNode[]> {
  const groups = new Map<string, FindingNode[]>();
  for (const node of all) {
    const group = groups.get(node.finding.code);
    if (group) group.push(node);
    else groups.set(node.finding.code, [node]);
  }
  return groups;
}

const gravity = ({ findings }: CodeNode): number =>
  Math.min(...findings.map(({ finding }) => SEVERITIES.indexOf(finding.severity)));

function codeItem(node: CodeNode): TreeItem {
  const grave = SEVERITIES[gravity(node)] ?? 'hint';
  const state = grave === 'hint' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(node.code, state);
  item.id = `code ${node.code}`;
  item.description = String(node.findings.length);
  item.accessibilityInformation = { label: `${node.code}, ${countOfFindings(node.findings.length)}` };
  item.iconPath = severityIcon(grave);
  item.contextValue = 'code';
  return item;
}

function findingItem({ finding }: FindingNode): TreeItem {
  const [first] = finding.sides;
  const state = finding.sides.length > 1 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(sentence(finding.message), state);
  item.id = `finding ${finding.fingerprint}`;
  item.description = fileName(first.uri);
  item.tooltip = sentence(finding.message);
  item.contextValue = 'finding';
  item.command = open(first);
  return item;
}

function sideItem(side: Side): TreeItem {
  const item = new TreeItem(sentence(side.label), TreeItemCollapsibleState.None);
  item.description = fileName(side.uri);
  item.iconPath = new ThemeIcon('arrow-right');
  item.command = open(side);
  return item;
}

const open = ({ uri, start, end }: Side) => ({
  command: COMMANDS.goTo,
  title: l10n.t('Go to this place'),
  arguments: [uri, start, end],
});

function severityIcon(severity: Severity): ThemeIcon {
  switch (severity) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
    case 'hint':
      return new ThemeIcon('lightbulb');
  }
}
