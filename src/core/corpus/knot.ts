/** Names that are one name in several spellings, and what ties them. */
import { byCodeUnits } from '../text/order.ts';
import type { NameRules } from './decided.ts';
import { officesClash } from './heldOffices.ts';
import type { NameNode } from './nameNode.ts';
import { gendersAgree } from './names/nameForm.ts';
import { isGivenName } from './names/givenNames.ts';
import { fullNamesOf } from './names/nicknames.ts';
import { skeletonOf } from './names/fold.ts';
import { oneSlipApart } from './names/slips.ts';
import type { LinkReason } from './types.ts';

/** That two names are one, and why. */
export interface Tie {
  readonly from: NameNode;
  readonly to: NameNode;
  readonly reason: LinkReason;
  readonly confidence: number;
}

export class Knot {
  /** In order of their keys. */
  readonly nodes: readonly NameNode[];
  readonly ties: readonly Tie[];
  readonly rank: number;
  /** The longer name's knot that this one stands for, and by which offer; null when it stands for itself. */
  parent: Knot | null = null;
  tie: Tie | null = null;
  /** End of the chain of parents. */
  root: Knot = this;
  readonly children = new Set<Knot>();

  constructor(nodes: readonly NameNode[], ties: readonly Tie[]) {
    this.nodes = nodes;
    this.ties = ties;
    this.rank = Math.max(...nodes.map((node) => node.form.rank));
  }

  get key(): string {
    return this.nodes[0]?.key ?? '';
  }
}

/** The order in which knots find their parents: what precedes is settled. */
export const knotOrder = (a: Knot, b: Knot): number => b.rank - a.rank || byCodeUnits(a.key, b.key);

/** Which of two ties that are as sure comes first. */
export const firstInOrder = (a: Tie, b: Tie): boolean =>
  a.to.key < b.to.key || (a.to.key === b.to.key && a.from.key < b.from.key);

export const sameTie = (a: Tie | null, b: Tie | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.from === b.from &&
    a.to === b.to &&
    a.reason === b.reason &&
    a.confidence === b.confidence);

export const sameKnot = (a: Knot, b: Knot): boolean =>
  a.nodes.length === b.nodes.length &&
  a.nodes.every((node, at) => node === b.nodes[at] && node.knot === a) &&
  a.ties.length === b.ties.length &&
  a.ties.every((tie, at) => sameTie(tie, b.ties[at] ?? null));

/**
 * Ties names into knots, the surest ties first, and leaves out a tie that would bring together what must stay apart:
 * so a spelling between two persons' names never makes them one. Every tie of a node's must be given.
 */
export function tieKnots(nodes: readonly NameNode[], ties: readonly Tie[], rules: NameRules): Knot[] {
  const groups = new Map<NameNode, Group>(nodes.map((node) => [node, { nodes: [node], ties: [] }]));
  for (const tie of ties.toSorted(surestFirst)) {
    const from = groups.get(tie.from);
    const to = groups.get(tie.to);
    if (from === undefined || to === undefined || from === to) continue;
    if (some(from, to, (a, b) => rules.apart.get(a.key)?.has(b.key) === true)) continue;
    // Where the reader has decided, unlike names are one.
    const decided = tie.reason === 'decision' || [...from.ties, ...to.ties].some(({ reason }) => reason === 'decision');
    if (!decided && some(from, to, areTwoPeople)) continue;
    to.nodes.push(...from.nodes);
    to.ties.push(...from.ties, tie);
    for (const node of from.nodes) groups.set(node, to);
  }
  return [...new Set(groups.values())].map((group) => new Knot(group.nodes.sort(byKey), group.ties.sort(surestFirst)));
}

interface Group {
  readonly nodes: NameNode[];
  readonly ties: Tie[];
}

const byKey = (a: NameNode, b: NameNode): number => byCodeUnits(a.key, b.key);

const weight = ({ from, to }: Tie): number => from.seen.mentions + to.seen.mentions;

const surestFirst = (a: Tie, b: Tie): number =>
  b.confidence - a.confidence || weight(b) - weight(a) || byKey(a.from, b.from) || byKey(a.to, b.to);

const some = (one: Group, other: Group, test: (a: NameNode, b: NameNode) => boolean): boolean =>
  one.nodes.some((a) => other.nodes.some((b) => test(a, b)));

const areTwoPeople = (a: NameNode, b: NameNode): boolean =>
  a.form.nameClass === 'person' &&
  b.form.nameClass === 'person' &&
  (!gendersAgree(a.gender, b.gender) ||
    officesClash(a.offices, b.offices) ||
    !firstNamesAgree(a.form.words, b.form.words) ||
    (a.form.words[0] !== b.form.words[0] && a.standsBeside(b)));

/** Shorter first names one slip apart are two names ("Jan", "Jon"). In letters. */
const shortestSlippedName = 4;

function firstNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [first = ''] = a;
  const [second = ''] = b;
  if (a.length < 2 || b.length < 2 || first === second) return true;
  if (a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
  if (first.length === 1 || second.length === 1) return first[0] === second[0];
  const fulls = new Set([first, ...fullNamesOf(first)]);
  if ([second, ...fullNamesOf(second)].some((name) => fulls.has(name))) return true;
  if (skeletonOf(first) === skeletonOf(second)) return true;
  if (isGivenName(first) && isGivenName(second)) return false;
  return Math.min(first.length, second.length) >= shortestSlippedName && oneSlipApart(first, second);
}
