/**
 * Pairs of entities that may be one, for the reader to decide: what resolution has seen and found too thin or too
 * ambiguous. Looks at all entities, so it is made when somebody asks, not with every snapshot.
 */
import type { Authority } from './authority/index.ts';
import { nameRefOf, nameRules } from './authority/rules.ts';
import { isSlip, slipTextOf } from './misspelling.ts';
import { FormMemo } from './names/form.ts';
import type { NameForm } from './names/nameForm.ts';
import { slipHashes } from './names/slips.ts';
import type { Entity, EntityId, LinkReason, Snapshot } from './types.ts';

export interface Suggestion {
  /** The entity with more mentions first. */
  readonly entities: readonly [EntityId, EntityId];
  /** Names that have led to it, one of each entity. */
  readonly names: readonly [string, string];
  readonly reason: LinkReason;
  /** Names of others that stand in sources of both, at most a few. */
  readonly company: readonly EntityId[];
  /** 0 to 1; suggestions are in falling order of it. */
  readonly confidence: number;
}

/** Longer lists are not worked through; what is left out comes up when the first ones are decided. */
const mostSuggestions = 500;
/** Names that share one key with more entities say nothing of any of them. */
const mostSharing = 16;
/** What resolution did not join is less sure than what it did. */
const doubt = 0.6;
const slipConfidence = 0.5;
/** Each shared companion raises the confidence by this share of what is missing, up to `mostCompany` of them. */
const companyWeight = 0.08;
const mostCompany = 5;
/** Sources of an entity that are looked at for company. */
const mostSources = 20;

export function suggestions(snapshot: Snapshot, authority: Authority): Suggestion[] {
  return new Search(snapshot, authority).run();
}

/** A written form of an entity. */
interface Form {
  readonly entity: Entity;
  readonly written: string;
  readonly form: NameForm;
}

interface Pair {
  readonly from: Form;
  readonly to: Form;
  readonly reason: LinkReason;
  readonly confidence: number;
}

class Search {
  readonly #snapshot: Snapshot;
  readonly #memo = new FormMemo();
  readonly #apart: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #pairs = new Map<string, Pair>();

  constructor(snapshot: Snapshot, authority: Authority) {
    this.#snapshot = snapshot;
    const dismissed = { ...authority, different: [...authority.different, ...authority.dismissed] };
    this.#apart = nameRules(dismissed).apart;
  }

  run(): Suggestion[] {
    const forms = this.#snapshot.entities().flatMap((entity) => this.#formsOf(entity));
    this.#byOffers(forms);
    this.#bySpelling(forms);
    this.#bySlips(forms);
    return [...this.#pairs.values()]
      .sort((a, b) => b.confidence - a.confidence || compare(a.from.entity.id, b.from.entity.id))
      .slice(0, mostSuggestions)
      .map((pair) => this.#weigh(pair))
      .sort((a, b) => b.confidence - a.confidence || compare(a.entities.join(' '), b.entities.join(' ')));
  }

  /** Full names, and the short one of an entity that has no other. */
  #formsOf(entity: Entity): Form[] {
    return [entity.name, ...entity.aliases].flatMap((written, at) => {
      const form = this.#memo.formOf(entity.type, written);
      if (form === null || (at > 0 && form.words.length < 2)) return [];
      return [{ entity, written, form }];
    });
  }

  /** Short names that more than one longer name offers itself for. */
  #byOffers(forms: readonly Form[]): void {
    const offers = new Map<
      string,
      { readonly form: Form; readonly confidence: number; readonly reason: LinkReason }[]
    >();
    for (const form of forms) {
      for (const { key, reason, confidence } of form.form.offers) push(offers, key, { form, confidence, reason });
    }
    for (const from of forms) {
      if (from.written !== from.entity.name) continue;
      for (const ask of from.form.asks) {
        const found = offers.get(ask) ?? [];
        if (found.length > mostSharing) continue;
        for (const { form, confidence, reason } of found) {
          this.#add({ from, to: form, reason, confidence: (doubt * confidence) / Math.sqrt(found.length) });
        }
      }
    }
  }

  #bySpelling(forms: readonly Form[]): void {
    const spelt = new Map<string, Form[]>();
    for (const form of forms) for (const { key } of form.form.spellings) push(spelt, key, form);
    for (const from of forms) {
      for (const { key, reason, confidence } of from.form.spellings) {
        const found = spelt.get(key) ?? [];
        if (found.length > mostSharing) continue;
        for (const to of found) this.#add({ from, to, reason, confidence: doubt * confidence });
      }
    }
  }

  #bySlips(forms: readonly Form[]): void {
    const slips = new Map<number, Form[]>();
    for (const form of forms) {
      const text = slipTextOf(form.form);
      if (text !== null) for (const hash of slipHashes(text, form.form.nameClass)) push(slips, hash, form);
    }
    for (const found of slips.values()) {
      if (found.length < 2 || found.length > mostSharing) continue;
      for (const from of found) {
        for (const to of found) {
          if (isSlip(from.form.words, to.form.words, from.form.nameClass === 'person')) {
            this.#add({ from, to, reason: 'misspelling', confidence: slipConfidence });
          }
        }
      }
    }
  }

  #add(pair: Pair): void {
    const [a, b] = [pair.from.entity, pair.to.entity];
    if (a.id === b.id || this.#keptApart(pair.from, pair.to)) return;
    const id = a.id < b.id ? `${a.id}\u0000${b.id}` : `${b.id}\u0000${a.id}`;
    const known = this.#pairs.get(id);
    if (known === undefined || known.confidence < pair.confidence) this.#pairs.set(id, pair);
  }

  #keptApart(a: Form, b: Form): boolean {
    const refs = ({ entity, form }: Form): string[] => [
      entity.id,
      form.key,
      ...(entity.decided === null ? [] : [entity.decided]),
      nameRefOf(entity.type, entity.name) ?? '',
    ];
    const others = new Set(refs(b));
    return refs(a).some((ref) => [...(this.#apart.get(ref) ?? [])].some((other) => others.has(other)));
  }

  #weigh({ from, to, reason, confidence }: Pair): Suggestion {
    const mentions = (form: Form): number => this.#snapshot.countsOf(form.entity.id).mentions;
    const [fewer, more] = mentions(from) > mentions(to) ? [to, from] : [from, to];
    const company = this.#company(more.entity.id, fewer.entity.id);
    return {
      entities: [more.entity.id, fewer.entity.id],
      names: [more.written, fewer.written],
      reason,
      company,
      confidence: 1 - (1 - confidence) * (1 - companyWeight) ** company.length,
    };
  }

  #company(a: EntityId, b: EntityId): EntityId[] {
    const near = this.#near(a);
    const shared = [...this.#near(b)].filter((id) => near.has(id) && id !== a && id !== b);
    return shared.sort(compare).slice(0, mostCompany);
  }

  /** Entities in sources of this one. */
  #near(id: EntityId): Set<EntityId> {
    const found = new Set<EntityId>();
    let last = '';
    let sources = 0;
    for (const { uri } of this.#snapshot.mentionsOf(id)) {
      if (uri === last) continue;
      last = uri;
      if ((sources += 1) > mostSources) break;
      for (const other of this.#snapshot.source(uri)?.entityOf ?? []) if (other !== null) found.add(other);
    }
    return found;
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
