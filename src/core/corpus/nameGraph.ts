/**
 * All names of a corpus and how they hang together. Two steps, both of which look only at what shares an index key
 * with a change: names of equal standing are tied into knots (spellings, nicknames, misspellings, decisions); then
 * each knot of shorter names stands for the one longer name that offers itself for it, if there is just one.
 * The outcome is a function of the present names alone.
 */
import { changedKeys, noRules, type NameRules } from './decided.ts';
import { isSameOffice, officesClash, type HeldOffice } from './heldOffices.ts';
import { firstInOrder, knotOrder, sameKnot, sameTie, tieKnots, type Knot, type Tie } from './knot.ts';
import { KnotQueue } from './knotQueue.ts';
import { sameList, type Contribution } from './contribution.ts';
import { slipReason, surnameSlipReason } from './misspelling.ts';
import { MultiMap } from './multiMap.ts';
import { NameIndex } from './nameIndex.ts';
import { likelyGender } from './names/givenGenders.ts';
import { sameStanding, type NameNode } from './nameNode.ts';
import { gendersAgree, type NameForm, type Offer } from './names/nameForm.ts';
import type { Uri } from './types.ts';

/** One source's change under one name. */
export interface NameEdit {
  readonly key: string;
  readonly uri: Uri;
  readonly before: Contribution | undefined;
  readonly after: Contribution | undefined;
}

/** What an update has changed. */
export interface GraphChange {
  /** Roots of entities that are new, or that say something else than before. */
  readonly roots: ReadonlySet<Knot>;
  /** Names that no source has any more. */
  readonly gone: ReadonlySet<string>;
}

export class NameGraph {
  readonly index = new NameIndex();
  /** From an established name to its misspellings. */
  readonly #slips = new MultiMap<NameNode, NameNode>();
  #rules: NameRules = noRules;

  update(edits: readonly NameEdit[], rules: NameRules): GraphChange {
    const pass = new Pass(this.index, this.#slips, rules);
    const change = pass.run(edits, changedKeys(this.#rules, rules));
    this.#rules = rules;
    return change;
  }
}

/** A longer name so many binary orders of magnitude better established than all others is meant by the short form. */
const dominance = 3;
/** A body so many better established than the longer name that begins like it is not short for that. */
const ownStanding = 2;
/** One string read as two types is the reader's slip where one is so many rarer. */
const rareType = 2;

const confidences = { decision: 1, slip: 0.8, slippedSurname: 0.7, dominant: 0.85 } as const;

interface Candidate {
  readonly root: Knot;
  readonly tie: Tie;
  /** Binary orders of magnitude of the sources of the best established name that offers itself. */
  readonly standing: number;
}

/** One update. */
class Pass {
  readonly #index: NameIndex;
  readonly #slips: MultiMap<NameNode, NameNode>;
  readonly #rules: NameRules;
  readonly #queue = new KnotQueue();
  readonly #roots = new Set<Knot>();
  readonly #gone = new Set<string>();
  readonly #touched = new Set<NameNode>();
  /** Names about which something changed that others look at. */
  readonly #shaken = new Set<NameNode>();
  /** Names whose ties may have changed. */
  readonly #loose = new Set<NameNode>();
  readonly #fresh = new Set<Knot>();

  constructor(index: NameIndex, slips: MultiMap<NameNode, NameNode>, rules: NameRules) {
    this.#index = index;
    this.#slips = slips;
    this.#rules = rules;
  }

  run(edits: readonly NameEdit[], ruled: ReadonlySet<string>): GraphChange {
    for (const edit of edits) this.#count(edit);
    for (const key of ruled) this.#rule(key);
    for (const node of this.#index.takeCrowded()) this.#shaken.add(node);
    for (const node of this.#touched) this.#look(node);
    this.#findSlips();
    this.#retie();
    for (const node of this.#shaken) {
      if (node.knot !== null) this.#queue.add(node.knot);
      this.#wakeAskers(node);
    }
    for (let knot = this.#queue.take(); knot !== null; knot = this.#queue.take()) this.#settle(knot);
    for (const node of this.#touched) if (node.knot !== null) this.#roots.add(node.knot.root);
    const alive = [...this.#roots].filter((root) => root.root === root && root.nodes[0]?.knot === root);
    return { roots: new Set(alive), gone: this.#gone };
  }

  #count({ key, uri, before, after }: NameEdit): void {
    const form = (after ?? before)?.form;
    if (form === undefined) return;
    const node = this.#index.get(key) ?? this.#index.add(key, form);
    if (!sameList(before?.beside ?? [], after?.beside ?? [])) this.#shaken.add(node);
    const offersChange = (before?.declared.length ?? 0) + (after?.declared.length ?? 0) > 0;
    if (offersChange) {
      this.#wakeAskers(node);
      this.#index.removeOffers(node);
      this.#shaken.add(node);
    }
    if (before !== undefined) node.remove(uri, before);
    if (after !== undefined) node.add(uri, after);
    if (offersChange) this.#index.addOffers(node);
    this.#touched.add(node);
  }

  #rule(key: string): void {
    const entity = this.#rules.entities.get(key);
    const node =
      this.#index.get(key) ?? (entity === undefined ? undefined : this.#index.add(key, standIn(key, entity.type)));
    if (node === undefined) return;
    this.#touched.add(node);
    this.#shaken.add(node);
    this.#loose.add(node);
  }

  /** Takes note of what changed about a name, and takes names off that nothing holds. */
  #look(node: NameNode): void {
    if (node.mentions === 0 && !this.#rules.entities.has(node.key)) {
      this.#drop(node);
      return;
    }
    const standing = node.standing();
    if (!sameStanding(standing, node.seen) || node.seenGender !== node.gender) this.#shaken.add(node);
    const officesDiffer = node.seenOffices !== node.officesVersion;
    if (officesDiffer) this.#shaken.add(node);
    if ((node.seenGender !== node.gender || officesDiffer) && node.knot !== null) this.#refresh(node.knot);
    if (node.knot === null) this.#loose.add(node);
    node.seen = standing;
    node.seenGender = node.gender;
    node.seenOffices = node.officesVersion;
  }

  #drop(node: NameNode): void {
    this.#gone.add(node.key);
    this.#touched.delete(node);
    this.#shaken.add(node);
    this.#wakeAskers(node);
    this.#index.remove(node);
    if (node.slipOf !== null) this.#slips.remove(node.slipOf, node);
    for (const slip of [...this.#slips.get(node)]) this.#loose.add(slip);
    for (const mate of node.knot?.nodes ?? []) if (mate !== node) this.#loose.add(mate);
    if (node.knot !== null) this.#replace(node.knot);
    node.knot = null;
  }

  /** Has everything looked at again that looks at a knot or stands for it. */
  #refresh(knot: Knot): void {
    this.#fresh.add(knot);
    this.#queue.add(knot);
    for (const child of knot.children) this.#refresh(child);
  }

  #isAlive(node: NameNode): boolean {
    return this.#index.get(node.key) === node;
  }

  #findSlips(): void {
    const asked = new Set<NameNode>();
    for (const node of this.#shaken) {
      asked.add(node);
      for (const neighbour of this.#index.slipNeighbours(node)) asked.add(neighbour);
    }
    for (const node of asked) {
      const established = this.#isAlive(node) ? this.#index.establishedFor(node) : null;
      const reason = established === null ? null : slipReason(node, established);
      if (established === node.slipOf && reason === node.slipReason) continue;
      if (node.slipOf !== null) {
        this.#slips.remove(node.slipOf, node);
        this.#loose.add(node.slipOf);
      }
      if (established !== null) {
        this.#slips.add(established, node);
        this.#loose.add(established);
      }
      node.slipOf = established;
      node.slipReason = reason;
      this.#loose.add(node);
    }
  }

  /** Ties anew what hangs together with loose names. */
  #retie(): void {
    for (const node of this.#shaken) {
      for (const [mate] of this.#index.spellingsOf(node))
        if (mate.form.nameClass !== node.form.nameClass) this.#loose.add(mate);
      if (node.knot === null || node.knot.nodes.length > 1 || node.form.spellings.length > 0) this.#loose.add(node);
    }
    const region = new Set<NameNode>();
    const ties: Tie[] = [];
    const stack = [...this.#loose];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (region.has(node) || !this.#isAlive(node)) continue;
      region.add(node);
      if (node.knot !== null) stack.push(...node.knot.nodes);
      for (const tie of this.#tiesOf(node)) {
        stack.push(tie.from === node ? tie.to : tie.from);
        if (tie.from === node) ties.push(tie);
      }
    }
    for (const knot of tieKnots([...region], ties, this.#rules)) this.#put(knot);
  }

  /** All ties of a name; each is told from both of its ends, in the same direction. */
  *#tiesOf(node: NameNode): Generator<Tie, void, undefined> {
    const claim = this.#rules.claims.get(node.key);
    const entity = claim === undefined ? undefined : this.#index.get(claim);
    if (entity !== undefined) yield { from: node, to: entity, reason: 'decision', confidence: confidences.decision };
    for (const key of this.#rules.claimed.get(node.key) ?? []) {
      const name = this.#index.get(key);
      if (name !== undefined) yield { from: name, to: node, reason: 'decision', confidence: confidences.decision };
    }
    for (const from of [node, ...this.#slips.get(node)]) {
      const { slipOf: to, slipReason: reason } = from;
      if (to !== null && reason !== null) yield { from, to, reason, confidence: confidences.slip };
    }
    for (const [mate, { reason, confidence }] of this.#index.spellingsOf(node)) {
      if (mate.form.nameClass !== node.form.nameClass && !mayDifferInType(node, mate)) continue;
      const [from, to] = lessEstablishedFirst(node, mate);
      yield { from, to, reason, confidence };
    }
  }

  /** Puts a knot in place of what its names were tied into before; the same knot stays. */
  #put(knot: Knot): void {
    const [first] = knot.nodes;
    const old = first?.knot ?? null;
    if (old !== null && sameKnot(old, knot)) return;
    for (const node of knot.nodes) {
      if (node.knot !== null) this.#replace(node.knot);
      node.knot = knot;
    }
    this.#fresh.add(knot);
    this.#queue.add(knot);
  }

  #replace(old: Knot): void {
    this.#roots.add(old.root);
    old.parent?.children.delete(old);
    for (const child of old.children) this.#queue.add(child);
    old.parent = null;
  }

  #wakeAskers(node: NameNode): void {
    for (const asker of this.#index.askersOf(node)) if (asker.knot !== null) this.#queue.add(asker.knot);
  }

  /** Gives a knot its parent and root; what looks at it is looked at again if the root is another than before. */
  #settle(knot: Knot): void {
    if (knot.nodes[0]?.knot !== knot) return;
    const chosen = this.#choose(knot);
    const parent = chosen?.tie.to.knot ?? null;
    const root = parent?.root ?? knot;
    if (knot.parent !== parent) {
      knot.parent?.children.delete(knot);
      parent?.children.add(knot);
      knot.parent = parent;
    }
    if (!sameTie(knot.tie, chosen?.tie ?? null)) this.#roots.add(root);
    knot.tie = chosen?.tie ?? null;
    if (knot.root === root && !this.#fresh.has(knot)) return;
    this.#fresh.delete(knot);
    this.#roots.add(knot.root).add(root);
    knot.root = root;
    for (const node of knot.nodes) {
      for (const asker of this.#index.askersOf(node)) this.#wakeLater(knot, asker);
      for (const key of this.#rules.apart.get(node.key) ?? []) this.#wakeLater(knot, this.#index.get(key));
    }
  }

  #wakeLater(knot: Knot, node: NameNode | undefined): void {
    const other = node?.knot ?? null;
    if (other !== null && knotOrder(knot, other) < 0) this.#queue.add(other);
  }

  /** The longer name that a knot stands for, if one is meant beyond doubt. */
  #choose(knot: Knot): Candidate | null {
    const candidates = this.#candidates(knot);
    if (candidates === null) return null;
    const found = candidates.length > 0 ? candidates : this.#slippedSurname(knot);
    const [best, second] = found.toSorted((a, b) => b.standing - a.standing);
    if (best === undefined) return null;
    if (second === undefined) return best;
    const inOffice = found.filter(({ root }) => shareOffice(knot, root));
    if (inOffice.length === 1) return inOffice[0] ?? null;
    if (best.standing < second.standing + dominance) return null;
    return { ...best, tie: { ...best.tie, confidence: best.tie.confidence * confidences.dominant } };
  }

  #candidates(knot: Knot): Candidate[] | null {
    const byRoot = new Map<Knot, Candidate>();
    for (const node of knot.nodes) {
      const offered = this.#index.offersFor(node);
      if (offered === null) return null;
      for (const { by, offer } of offered) {
        if (!isShortFor(node, by, offer)) continue;
        this.#consider(byRoot, knot, { from: node, to: by, reason: offer.reason, confidence: offer.confidence });
      }
    }
    return [...byRoot.values()];
  }

  #slippedSurname(knot: Knot): Candidate[] {
    const byRoot = new Map<Knot, Candidate>();
    for (const node of knot.nodes) {
      for (const longer of this.#index.nearSurnames(node)) {
        const reason = surnameSlipReason(node, longer);
        if (reason === null) continue;
        this.#consider(byRoot, knot, { from: node, to: longer, reason, confidence: confidences.slippedSurname });
      }
    }
    return [...byRoot.values()];
  }

  #consider(byRoot: Map<Knot, Candidate>, knot: Knot, tie: Tie): void {
    const target = tie.to.knot;
    if (target === null || target.rank <= knot.rank) return;
    const { root } = target;
    if (this.#keptApart(knot, root) || areToldApart(knot, root)) return;
    if (!knot.nodes.every((a) => root.nodes.every((b) => gendersAgree(a.gender, likelyGender(b.form, b.gender)))))
      return;
    if (officesOf(root).length > 0 && officesClash(officesOf(knot), officesOf(root))) return;
    const standing = tie.to.seen.sources;
    const known = byRoot.get(root);
    const better =
      known === undefined ||
      tie.confidence > known.tie.confidence ||
      (tie.confidence === known.tie.confidence && firstInOrder(tie, known.tie));
    const best = better ? tie : known.tie;
    byRoot.set(root, { root, tie: best, standing: Math.max(standing, known?.standing ?? 0) });
  }

  /** Whether the reader keeps a name of this knot apart from one that `root` has already. */
  #keptApart(knot: Knot, root: Knot): boolean {
    for (const node of knot.nodes) {
      for (const key of this.#rules.apart.get(node.key) ?? []) {
        const other = this.#index.get(key)?.knot ?? null;
        if (other !== null && other.root === root && knotOrder(other, knot) < 0) return true;
      }
    }
    return false;
  }
}

/** Whether some source has the shorter name beside the longer one, of somebody else. */
const areToldApart = (knot: Knot, root: Knot): boolean =>
  knot.nodes.some((a) => a.form.words.length === 1 && root.nodes.some((b) => a.standsBeside(b)));

const officesOf = (knot: Knot): HeldOffice[] => knot.nodes.flatMap((node) => node.offices);

/** Whether every source that writes the shorter name gives it an office that the longer one holds. */
const shareOffice = (knot: Knot, root: Knot): boolean =>
  knot.nodes.every((node) => node.soleOffices.some((one) => officesOf(root).some((other) => isSameOffice(one, other))));

/** The form under which a decided entity takes part: it is met by decisions only. */
const standIn = (key: string, type: NameForm['nameClass'] | 'demonym'): NameForm => ({
  key,
  nameClass: type === 'demonym' ? 'place' : type,
  words: [],
  gender: null,
  rank: 0,
  asks: [],
  offers: [],
  spellings: [],
  country: null,
});

/** A body's short form is none where it is far better known than what it would be short for. */
const isShortFor = (short: NameNode, long: NameNode, offer: Offer): boolean =>
  offer.reason !== 'shorter-form' ||
  short.form.nameClass === 'person' ||
  short.form.nameClass === 'place' ||
  short.seen.sources < long.seen.sources + ownStanding;

/** Whether one string, read as two types, is one name: long strings are, unless a person is meant as often as not. */
function mayDifferInType(a: NameNode, b: NameNode): boolean {
  const person = a.form.nameClass === 'person' || b.form.nameClass === 'person';
  if (a.form.words.length > 1 && !person) return true;
  return (
    a.form.words.length === b.form.words.length &&
    !(person && a.form.words.length === 1) &&
    Math.abs(a.seen.mentions - b.seen.mentions) >= rareType
  );
}

function lessEstablishedFirst(a: NameNode, b: NameNode): [NameNode, NameNode] {
  if (a.seen.mentions !== b.seen.mentions) return a.seen.mentions < b.seen.mentions ? [a, b] : [b, a];
  return a.key > b.key ? [a, b] : [b, a];
}
