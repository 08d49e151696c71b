/** The names of a corpus under every key by which they may meet. A change touches only the keys of the names that change. */
import { MultiMap } from './multiMap.ts';
import { isSlip, slipReason, slipTextOf } from './misspelling.ts';
import { NameNode } from './nameNode.ts';
import { leastLinked, type NameForm, type Offer, type SpellingKey } from './names/nameForm.ts';
import { slipHashes } from './names/slips.ts';

/** A short form that more names offer than this is anybody's. */
const mostOfferers = 64;
/** More spellings under one key are a list of something else. */
const mostSpellings = 32;
/** Texts that share a deletion with more others are too common to be told apart by one slip. */
const mostSlips = 128;

export interface Offered {
  readonly by: NameNode;
  readonly offer: Offer;
}

export class NameIndex {
  readonly #nodes = new Map<string, NameNode>();
  readonly #offerers = new MultiMap<string, NameNode>();
  readonly #askers = new MultiMap<string, NameNode>();
  readonly #spellings = new MultiMap<string, NameNode>();
  /** Whole names, by what they become when a letter is left out. */
  readonly #slips = new MultiMap<number, NameNode>();
  /** Full names of persons, by the same of their surnames. */
  readonly #surnameSlips = new MultiMap<number, NameNode>();

  /** Names under keys that have become too common to mean anything, or are so no longer. */
  #crowded = new Set<NameNode>();

  takeCrowded(): ReadonlySet<NameNode> {
    const crowded = this.#crowded;
    this.#crowded = new Set();
    return crowded;
  }

  get(key: string): NameNode | undefined {
    return this.#nodes.get(key);
  }

  add(key: string, form: NameForm): NameNode {
    const node = new NameNode(key, form);
    this.#nodes.set(key, node);
    for (const ask of form.asks) this.#askers.add(ask, node);
    for (const { key: spelling } of form.spellings) this.#enter(this.#spellings, spelling, node, mostSpellings);
    for (const hash of slipKeys(form)) this.#enter(this.#slips, hash, node, mostSlips);
    for (const hash of surnameSlipKeys(form)) this.#enter(this.#surnameSlips, hash, node, mostSlips);
    this.addOffers(node);
    return node;
  }

  remove(node: NameNode): void {
    const { form } = node;
    this.#nodes.delete(node.key);
    for (const ask of form.asks) this.#askers.remove(ask, node);
    for (const { key: spelling } of form.spellings) this.#leave(this.#spellings, spelling, node, mostSpellings);
    for (const hash of slipKeys(form)) this.#leave(this.#slips, hash, node, mostSlips);
    for (const hash of surnameSlipKeys(form)) this.#leave(this.#surnameSlips, hash, node, mostSlips);
    this.removeOffers(node);
  }

  #enter<K>(map: MultiMap<K, NameNode>, key: K, node: NameNode, most: number): void {
    map.add(key, node);
    if (map.count(key) === most + 1) for (const member of map.get(key)) this.#crowded.add(member);
  }

  #leave<K>(map: MultiMap<K, NameNode>, key: K, node: NameNode, most: number): void {
    if (map.count(key) === most + 1) for (const member of map.get(key)) this.#crowded.add(member);
    map.remove(key, node);
  }

  /** To be called before and after what a node offers changes. */
  removeOffers(node: NameNode): void {
    for (const offer of node.offers) this.#offerers.remove(offer.key, node);
  }

  addOffers(node: NameNode): void {
    for (const offer of node.offers) this.#offerers.add(offer.key, node);
  }

  /** Names that offer themselves for the short form `node`; null when they are too many to choose from. */
  offersFor(node: NameNode): Offered[] | null {
    const found: Offered[] = [];
    for (const ask of node.form.asks) {
      if (this.#offerers.count(ask) > mostOfferers) return null;
      for (const by of this.#offerers.get(ask)) {
        if (by.form.rank <= node.form.rank) continue;
        const offer = by.offers.findLast(({ key }) => key === ask);
        if (offer !== undefined && offer.withinText !== true && offer.confidence >= leastLinked)
          found.push({ by, offer });
      }
    }
    return found;
  }

  /** Short forms that `node` offers itself for, those included that are a slip away. */
  *askersOf(node: NameNode): Generator<NameNode, void, undefined> {
    for (const { key } of node.offers) yield* this.#askers.get(key);
    for (const hash of surnameSlipKeys(node.form)) {
      if (this.#slips.count(hash) <= mostSlips) yield* this.#slips.get(hash);
    }
  }

  /** Names that share a spelling with `node`, with the key that they share. */
  *spellingsOf(node: NameNode): Generator<readonly [NameNode, SpellingKey], void, undefined> {
    for (const spelling of node.form.spellings) {
      if (this.#spellings.count(spelling.key) > mostSpellings) continue;
      for (const other of this.#spellings.get(spelling.key)) if (other !== node) yield [other, spelling];
    }
  }

  /** Names of the same class that are one slip from `node`, established or not. */
  slipNeighbours(node: NameNode): Set<NameNode> {
    const found = new Set<NameNode>();
    const { nameClass, words } = node.form;
    for (const hash of slipKeys(node.form)) {
      if (this.#slips.count(hash) > mostSlips) continue;
      for (const other of this.#slips.get(hash)) {
        if (
          other !== node &&
          other.form.nameClass === nameClass &&
          isSlip(words, other.form.words, nameClass === 'person')
        ) {
          found.add(other);
        }
      }
    }
    return found;
  }

  /** The best known name that `node` seems to be in another spelling. */
  establishedFor(node: NameNode): NameNode | null {
    let best: NameNode | null = null;
    for (const other of this.slipNeighbours(node)) {
      if (slipReason(node, other) !== null && (best === null || isBetter(other, best))) best = other;
    }
    return best;
  }

  /** Full names whose surname is one slip from the lone surname `node`. */
  nearSurnames(node: NameNode): NameNode[] {
    const { nameClass, words } = node.form;
    const [surname] = words;
    if (nameClass !== 'person' || words.length !== 1 || surname === undefined) return [];
    const found = new Set<NameNode>();
    for (const hash of slipKeys(node.form)) {
      if (this.#surnameSlips.count(hash) > mostSlips) continue;
      for (const other of this.#surnameSlips.get(hash)) {
        if (isSlip([surname], [other.form.words.at(-1) ?? ''], false)) found.add(other);
      }
    }
    return [...found];
  }
}

const isBetter = (a: NameNode, b: NameNode): boolean =>
  a.seen.mentions !== b.seen.mentions ? a.seen.mentions > b.seen.mentions : a.key < b.key;

function slipKeys(form: NameForm): Set<number> {
  const text = slipTextOf(form);
  return text === null ? new Set() : slipHashes(text, form.nameClass);
}

/** In the space of whole names, so that lone surnames meet the surnames of full ones. */
function surnameSlipKeys(form: NameForm): Set<number> {
  const surname = form.words.at(-1) ?? '';
  if (form.nameClass !== 'person' || form.words.length < 2 || surname.length < 5) return new Set();
  return slipHashes(surname, form.nameClass);
}
