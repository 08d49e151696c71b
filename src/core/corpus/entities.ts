/** What the corpus says of each entity, made from the names that stand for it. */
import { byCodeUnits } from '../text/order.ts';
import { noRules, type DecidedEntity, type NameRules } from './decided.ts';
import type { Knot } from './knot.ts';
import type { NameNode } from './nameNode.ts';
import { rankOfWord } from './names/nameForm.ts';
import { OrderedMap } from './orderedMap.ts';
import type { Entity, EntityId, Link, Uri } from './types.ts';
import type { NameType } from '../reading/types.ts';

export interface EntityRecord {
  readonly entity: Entity;
  /** Names that stand for the entity, with their mentions by source. */
  readonly parts: ReadonlyMap<string, OrderedMap<number>>;
  /** Mentions by source. */
  readonly sources: OrderedMap<number>;
  readonly mentions: number;
  readonly links: readonly Link[];
}

/** Immutable; versions share what did not change. */
export interface EntityTable {
  /** Entity of each name. */
  readonly ofName: OrderedMap<EntityId>;
  readonly records: OrderedMap<EntityRecord>;
  /** In order of name, then id: keys are both. */
  readonly byName: OrderedMap<Entity>;
  /** Ids, old and new, of the entities that the update looked at: all others are as they were. */
  readonly touched: ReadonlySet<EntityId>;
}

export const noEntities: EntityTable = {
  ofName: OrderedMap.empty(),
  records: OrderedMap.empty(),
  byName: OrderedMap.empty(),
  touched: new Set(),
};

/** The table after an update of the graph in which the sources at `uris` changed. */
export function updateEntities(
  table: EntityTable,
  change: { readonly roots: ReadonlySet<Knot>; readonly gone: ReadonlySet<string> },
  uris: readonly Uri[],
  rules: NameRules,
): EntityTable {
  let { ofName, records, byName } = table;
  const former = new Map<EntityId, EntityRecord>();
  const formerOf = (name: string): EntityRecord | undefined => {
    const id = table.ofName.get(name);
    const record = id === undefined ? undefined : (former.get(id) ?? table.records.get(id));
    if (record !== undefined) former.set(record.entity.id, record);
    return record;
  };
  for (const name of change.gone) {
    formerOf(name);
    ofName = ofName.delete(name);
  }
  const made: EntityRecord[] = [];
  for (const root of change.roots) {
    const nodes = nodesUnder(root);
    const formerOfNodes = nodes.map((node) => formerOf(node.key));
    const known = new Set(formerOfNodes.filter((record) => record !== undefined));
    const record = recordOf(root, nodes, [...known], uris, rules);
    if (record !== null) made.push(record);
    nodes.forEach((node, at) => {
      if (record === null) ofName = ofName.delete(node.key);
      else if (formerOfNodes[at]?.entity.id !== record.entity.id) ofName = ofName.set(node.key, record.entity.id);
    });
  }
  const ids = new Set(made.map(({ entity }) => entity.id));
  const names = new Set(made.map(({ entity }) => orderKey(entity)));
  for (const [id, { entity }] of former) {
    if (!ids.has(id)) records = records.delete(id);
    if (!names.has(orderKey(entity))) byName = byName.delete(orderKey(entity));
  }
  for (const record of made) {
    records = records.set(record.entity.id, record);
    byName = byName.set(orderKey(record.entity), record.entity);
  }
  return { ofName, records, byName, touched: new Set([...former.keys(), ...ids]) };
}

const orderKey = ({ name, id }: Entity): string => `${name}\u0000${id}`;

function nodesUnder(root: Knot): NameNode[] {
  const nodes: NameNode[] = [];
  const stack = [root];
  for (let knot = stack.pop(); knot !== undefined; knot = stack.pop()) {
    nodes.push(...knot.nodes);
    stack.push(...knot.children);
  }
  return nodes.sort((a, b) => byCodeUnits(a.key, b.key));
}

/** Null for a decided entity that no source mentions. */
function recordOf(
  root: Knot,
  nodes: readonly NameNode[],
  former: readonly EntityRecord[],
  uris: readonly Uri[],
  rules: NameRules,
): EntityRecord | null {
  let mentions = 0;
  for (const node of nodes) mentions += node.mentions;
  if (mentions === 0) return null;
  const entity = entityOf(root, nodes, rules);
  const same = former.find((record) => sameEntity(record.entity, entity));
  return {
    entity: same?.entity ?? entity,
    parts: new Map(nodes.map((node) => [node.key, node.sources])),
    sources: sumOfSources(nodes, former, uris),
    mentions,
    links: linksOf(nodes, root),
  };
}

/**
 * Mentions by source over all names. Starts from the former entity that is nearest and counts the difference, so that
 * an edit costs what it changes, whatever the size of the entity.
 */
function sumOfSources(
  nodes: readonly NameNode[],
  former: readonly EntityRecord[],
  uris: readonly Uri[],
): OrderedMap<number> {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return only.sources;
  const scratch = nodes.reduce((sum, node) => sum + node.sources.size, 0);
  let base: EntityRecord | null = null;
  let least = scratch;
  for (const record of former) {
    const cost = differenceCost(record, nodes, uris.length);
    if (cost < least) [base, least] = [record, cost];
  }
  const added = (sources: OrderedMap<number>, uri: Uri, by: number): OrderedMap<number> => {
    const count = (sources.get(uri) ?? 0) + by;
    return count === 0 ? sources.delete(uri) : sources.set(uri, count);
  };
  const current = new Map(nodes.map((node) => [node.key, node.sources]));
  let sum: OrderedMap<number> = base?.sources ?? OrderedMap.empty();
  for (const [key, part] of base?.parts ?? []) {
    const now = current.get(key);
    if (now === undefined) for (const [uri, count] of part.entries()) sum = added(sum, uri, -count);
    else if (now !== part) for (const uri of uris) sum = added(sum, uri, (now.get(uri) ?? 0) - (part.get(uri) ?? 0));
  }
  for (const [key, part] of current) {
    if (base?.parts.has(key) !== true) for (const [uri, count] of part.entries()) sum = added(sum, uri, count);
  }
  return sum;
}

function differenceCost(record: EntityRecord, nodes: readonly NameNode[], changed: number): number {
  let cost = 0;
  const keys = new Set<string>();
  for (const node of nodes) {
    keys.add(node.key);
    const part = record.parts.get(node.key);
    cost += part === undefined ? node.sources.size : part === node.sources ? 0 : changed;
  }
  for (const [key, part] of record.parts) if (!keys.has(key)) cost += part.size;
  return cost;
}

function entityOf(root: Knot, nodes: readonly NameNode[], rules: NameRules): Entity {
  const decided = decidedOf(root, nodes, rules);
  const counts = new Map<string, number>();
  for (const node of nodes) for (const [form, count] of node.written) counts.set(form, (counts.get(form) ?? 0) + count);
  const head = establishedName(root, nodes, rules);
  const name = decided?.name ?? head.name;
  const aliases = [...counts.keys()].filter((form) => form !== name);
  aliases.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || byCodeUnits(a, b));
  return {
    id: decided?.id ?? head.key,
    type: decided?.type ?? typeOf(nodes),
    name,
    aliases,
    same: decided?.same ?? [],
    decided: decided?.id ?? null,
  };
}

/** The reader's entity that is meant: the root's, before those of shorter names. */
function decidedOf(root: Knot, nodes: readonly NameNode[], rules: NameRules): DecidedEntity | null {
  if (rules === noRules) return null;
  for (const node of [...root.nodes, ...nodes]) {
    const entity = rules.entities.get(node.key);
    if (entity !== undefined) return entity;
  }
  return null;
}

/** A form with a smaller share of the mentions of the most frequent one is not established. */
const establishedShare = 0.1;

/** The fullest form among those that are well established, and the name that it is a form of. */
function establishedName(root: Knot, nodes: readonly NameNode[], rules: NameRules): { key: string; name: string } {
  const forms = [...root.nodes, ...nodes.filter((node) => !root.nodes.includes(node))]
    .filter((node) => !rules.entities.has(node.key) || node.mentions > 0)
    .flatMap((node) => ownForms(node));
  const alone = mentionsAlone(nodes);
  const full = forms.filter((form) => form.node.form.words.length > 1 || root.rank <= rankOfWord);
  const pool = full.length > 0 ? full : forms;
  const most = Math.max(...pool.map((form) => form.count));
  const established = pool.filter(
    (form) => form.count >= most * establishedShare && form.node.slipReason !== 'misspelling',
  );
  const support = ({ node }: WrittenForm): number =>
    Math.max(0, ...node.form.words.map((word) => alone.get(word) ?? 0));
  const [best] = (established.length > 0 ? established : pool).sort(
    (a, b) => b.node.form.rank - a.node.form.rank || support(b) - support(a) || fullestFirst(a, b),
  );
  return best === undefined ? { key: root.key, name: root.key } : { key: best.node.key, name: best.written };
}

/** How often a word stands for the entity alone: where two spellings are as frequent, the short form tells which is usual. */
function mentionsAlone(nodes: readonly NameNode[]): Map<string, number> {
  const alone = new Map<string, number>();
  for (const { form, mentions } of nodes) {
    const [word] = form.words;
    if (word !== undefined && form.words.length === 1) alone.set(word, (alone.get(word) ?? 0) + mentions);
  }
  return alone;
}

interface WrittenForm {
  readonly node: NameNode;
  readonly written: string;
  readonly count: number;
}

/** Forms that are the name itself, not shorter ones that stand for it. */
function ownForms(node: NameNode): WrittenForm[] {
  const standIns = new Set(node.links.map((link) => link.from));
  const all = [...node.written].map(([written, count]) => ({ node, written, count }));
  const own = all.filter(({ written }) => !standIns.has(written));
  return own.length > 0 ? own : all;
}

const shouts = (text: string): boolean => text === text.toUpperCase() && text.length > 5;

const fullestFirst = (a: WrittenForm, b: WrittenForm): number =>
  b.node.form.rank - a.node.form.rank ||
  Number(a.node.slipOf !== null) - Number(b.node.slipOf !== null) ||
  b.node.mentions - a.node.mentions ||
  Number(shouts(a.written)) - Number(shouts(b.written)) ||
  Number(a.written.startsWith('the ')) - Number(b.written.startsWith('the ')) ||
  b.count - a.count ||
  a.written.length - b.written.length ||
  byCodeUnits(a.written, b.written);

/** The type that most mentions have; a demonym tells of a place only where nothing else does. */
function typeOf(nodes: readonly NameNode[]): NameType {
  const counts = new Map<NameType, number>();
  for (const node of nodes) for (const [type, count] of node.types) counts.set(type, (counts.get(type) ?? 0) + count);
  const types = [...counts].filter(([type]) => type !== 'demonym' || counts.size === 1);
  types.sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]));
  return types[0]?.[0] ?? 'person';
}

function linksOf(nodes: readonly NameNode[], root: Knot): Link[] {
  const links = new Map<string, Link>();
  const add = (link: Link): void => {
    if (link.from === link.to) return;
    const id = `${link.from}\u0000${link.to}\u0000${link.reason}`;
    const known = links.get(id);
    if (known === undefined || known.confidence < link.confidence) links.set(id, link);
  };
  for (const node of nodes) node.links.forEach(add);
  const stack = [root];
  for (let knot = stack.pop(); knot !== undefined; knot = stack.pop()) {
    stack.push(...knot.children);
    for (const tie of [...knot.ties, ...(knot.tie === null ? [] : [knot.tie])]) {
      add({ from: display(tie.from), to: display(tie.to), reason: tie.reason, confidence: tie.confidence });
    }
  }
  return [...links.values()].sort(
    (a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to) || byCodeUnits(a.reason, b.reason),
  );
}

/** How a name is most often written. */
export function display(node: NameNode): string {
  const [best] = ownForms(node).sort((a, b) => b.count - a.count || byCodeUnits(a.written, b.written));
  return best?.written ?? node.form.words.join(' ');
}

const sameEntity = (a: Entity, b: Entity): boolean =>
  a.id === b.id &&
  a.type === b.type &&
  a.name === b.name &&
  a.decided === b.decided &&
  sameList(a.aliases, b.aliases) &&
  sameList(a.same, b.same);

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);
