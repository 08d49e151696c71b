/** Findings in the groups of a tree. Knows nothing of the editor. */
import type { Finding, Severity, Side, Uri } from '../../core/index.ts';
import type { Dismissal, Session } from '../../session/index.ts';

export type Grouping = 'rule' | 'sources';

export interface CodeNode {
  readonly kind: 'code';
  readonly code: string;
  readonly findings: readonly FindingNode[];
}

/** Findings between two sources; one source holds those within it, none those of more sources than are paired. */
export interface SourcesNode {
  readonly kind: 'sources';
  readonly uris: readonly Uri[];
  readonly findings: readonly FindingNode[];
}

export interface FindingNode {
  readonly kind: 'finding';
  readonly session: Session;
  readonly finding: Finding;
  /** Of the group that it stands in: between three sources it stands in one for each pair. */
  readonly group?: string;
}

export interface SideNode {
  readonly kind: 'side';
  readonly finding: Finding;
  readonly side: Side;
}

/** What was dismissed, behind all findings. */
export interface DismissedNode {
  readonly kind: 'dismissed';
  readonly dismissals: readonly DismissalNode[];
}

export interface DismissalNode {
  readonly kind: 'dismissal';
  readonly session: Session;
  readonly dismissal: Dismissal;
}

export type GroupNode = CodeNode | SourcesNode;
export type FindingsNode = GroupNode | FindingNode | SideNode | DismissedNode | DismissalNode;

/** Gravest first. */
const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  ORDER.indexOf(severity) <= ORDER.indexOf(least);

/** The gravest severity in a group. */
export const gravest = ({ findings }: Pick<GroupNode, 'findings'>): Severity =>
  ORDER.find((severity) => findings.some(({ finding }) => finding.severity === severity)) ?? 'hint';

/** Sources of a finding that stands under each pair of them; of five there are ten pairs already, and more would bury the others. */
export const MOST_PAIRED = 5;

/**
 * Groups with the gravest findings first, of equal ones the larger. Inside, the gravest first, else as they come. By rule each finding stands
 * once; by sources under each pair of its sources, up to `MOST_PAIRED`.
 */
export function groups(findings: readonly FindingNode[], grouping: Grouping): readonly GroupNode[] {
  const byKey = new Map<string, FindingNode[]>();
  for (const node of findings) {
    for (const key of grouping === 'rule' ? [node.finding.code] : pairsOf(node.finding)) {
      const group = byKey.get(key);
      if (group) group.push({ ...node, group: key });
      else byKey.set(key, [{ ...node, group: key }]);
    }
  }
  return [...byKey.entries()]
    .map(([key, group]) => ({ key, group: groupOf(grouping, key, group) }))
    .sort((a, b) => weight(a.group) - weight(b.group) || size(b.group) - size(a.group) || (a.key < b.key ? -1 : 1))
    .map(({ group }) => group);
}

function groupOf(grouping: Grouping, key: string, group: readonly FindingNode[]): GroupNode {
  const findings = [...group].sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity));
  return grouping === 'rule'
    ? { kind: 'code', code: key, findings }
    : { kind: 'sources', uris: key.split(' ').filter(Boolean), findings };
}

/** In order. */
export const sourcesOf = ({ sides }: Finding): readonly Uri[] => [...new Set(sides.map(({ uri }) => uri))].sort();

/** Each pair of a finding's sources as one text; URIs have no blanks. */
function pairsOf(finding: Finding): readonly string[] {
  const sources = sourcesOf(finding);
  if (sources.length === 1) return sources;
  if (sources.length > MOST_PAIRED) return [''];
  return sources.flatMap((a, at) => sources.slice(at + 1).map((b) => `${a} ${b}`));
}

const weight = (group: GroupNode): number => ORDER.indexOf(gravest(group));
const size = ({ findings }: GroupNode): number => findings.length;
