/** The names of a corpus' entities under the keys by which two of them may be one. Follows from snapshot to snapshot at the cost of what changed. */
import { isSlip, slipTextOf } from './misspelling.ts';
import { MultiMap } from './multiMap.ts';
import { FormMemo } from './names/form.ts';
import type { NameForm, Offer } from './names/nameForm.ts';
import { slipHashes } from './names/slips.ts';
import type { Entity, LinkReason, Snapshot } from './types.ts';

/** A written form of an entity. */
export interface WrittenName {
  readonly entity: Entity;
  readonly written: string;
  readonly form: NameForm;
}

/** Two names that may be one, in the direction in which the evidence reads. */
export interface Pair {
  readonly from: WrittenName;
  readonly to: WrittenName;
  readonly reason: LinkReason;
  readonly confidence: number;
}

/** Names that share one key with more entities say nothing of any of them. */
const mostSharing = 16;
/** What resolution did not join is less sure than what it did. */
const doubt = 0.6;
const slipConfidence = 0.5;

export class SuggestionIndex {
  readonly #memo = new FormMemo();
  readonly #names = new Map<Entity, readonly WrittenName[]>();
  readonly #offers = new MultiMap<string, WrittenName>();
  readonly #asks = new MultiMap<string, WrittenName>();
  readonly #spellings = new SharedKeys<string>();
  readonly #slips = new SharedKeys<number>();

  /**
   * Takes in what is new in a snapshot, at most so many entities, and lets go what it has no longer. Whether it has
   * taken in all: the first time there is much to do, and an editor does it in slices.
   */
  update(snapshot: Snapshot, most = Infinity): boolean {
    const present = new Set(snapshot.entities());
    for (const [entity, names] of this.#names) {
      if (present.has(entity)) continue;
      for (const name of names) this.#enter(name, 'remove');
      this.#names.delete(entity);
    }
    let taken = 0;
    for (const entity of present) {
      if (this.#names.has(entity)) continue;
      if ((taken += 1) > most) return false;
      const names = this.#namesOf(entity);
      for (const name of names) this.#enter(name, 'add');
      this.#names.set(entity, names);
    }
    return true;
  }

  /** Pairs of names that share a key, those of one entity included; a pair may come more than once. */
  *pairs(): Generator<Pair, void, undefined> {
    yield* this.#byOffers();
    yield* this.#bySpelling();
    yield* this.#bySlips();
  }

  /** Full names, and the short one of an entity that has no other. */
  #namesOf(entity: Entity): WrittenName[] {
    return [entity.name, ...entity.aliases].flatMap((written, at) => {
      const form = this.#memo.formOf(entity.type, written);
      return form === null || (at > 0 && form.words.length < 2) ? [] : [{ entity, written, form }];
    });
  }

  #enter(name: WrittenName, change: 'add' | 'remove'): void {
    const { form, written, entity } = name;
    for (const { key } of form.offers) this.#offers[change](key, name);
    if (written === entity.name) for (const ask of form.asks) this.#asks[change](ask, name);
    for (const { key } of form.spellings) this.#spellings[change](key, name);
    const text = slipTextOf(form);
    if (text !== null) for (const hash of slipHashes(text, form.nameClass)) this.#slips[change](hash, name);
  }

  /** Short names that longer names offer themselves for. */
  *#byOffers(): Generator<Pair, void, undefined> {
    for (const key of this.#asks.keys()) {
      const count = this.#offers.count(key);
      if (count === 0 || count > mostSharing) continue;
      for (const from of this.#asks.get(key)) {
        for (const to of this.#offers.get(key)) {
          const { reason, confidence } = to.form.offers.find((offer) => offer.key === key) as Offer;
          yield { from, to, reason, confidence: (doubt * confidence) / Math.sqrt(count) };
        }
      }
    }
  }

  *#bySpelling(): Generator<Pair, void, undefined> {
    for (const [key, found] of this.#spellings.groups()) {
      for (const [from, to] of bothWays(found)) {
        const spelling = from.form.spellings.find((one) => one.key === key);
        if (spelling !== undefined)
          yield { from, to, reason: spelling.reason, confidence: doubt * spelling.confidence };
      }
    }
  }

  *#bySlips(): Generator<Pair, void, undefined> {
    for (const [, found] of this.#slips.groups()) {
      for (const [from, to] of bothWays(found)) {
        if (isSlip(from.form.words, to.form.words, from.form.nameClass === 'person'))
          yield { from, to, reason: 'misspelling', confidence: slipConfidence };
      }
    }
  }
}

function* bothWays(names: readonly WrittenName[]): Generator<readonly [WrittenName, WrittenName], void, undefined> {
  for (const from of names) for (const to of names) if (from.entity !== to.entity) yield [from, to];
}

/** Names under keys; the keys that several have are at hand, as nearly all are one name's only. */
class SharedKeys<K> {
  readonly #names = new MultiMap<K, WrittenName>();
  readonly #shared = new Set<K>();

  add(key: K, name: WrittenName): void {
    this.#names.add(key, name);
    this.#note(key);
  }

  remove(key: K, name: WrittenName): void {
    this.#names.remove(key, name);
    this.#note(key);
  }

  #note(key: K): void {
    const count = this.#names.count(key);
    if (count > 1 && count <= mostSharing) this.#shared.add(key);
    else this.#shared.delete(key);
  }

  /** Keys that some names share, but not too many, with the names. */
  *groups(): Generator<readonly [K, readonly WrittenName[]], void, undefined> {
    for (const key of this.#shared) yield [key, [...this.#names.get(key)]];
  }
}
