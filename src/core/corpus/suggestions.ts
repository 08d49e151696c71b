/**
 * Pairs of entities that may be one, for the reader to decide: what resolution has seen and found too thin or too
 * ambiguous. Made when somebody asks, not with every snapshot; an index that is kept from one call to the next makes
 * the next as cheap as what has changed.
 */
import { byCodeUnits } from '../text/order.ts';
import type { Authority } from './authority/index.ts';
import { nameRefOf, nameRules } from './authority/rules.ts';
import { likelyGender } from './names/givenGenders.ts';
import { gendersAgree, type Gender, type NameForm } from './names/nameForm.ts';
import { SuggestionIndex, type Pair, type WrittenName } from './suggestionIndex.ts';
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
/** Each shared companion raises the confidence by this share of what is missing, up to `mostCompany` of them. */
const companyWeight = 0.08;
const mostCompany = 5;
/** Sources of an entity that are looked at for company. */
const mostSources = 20;
/** Mentions of a person that are looked at for titles. */
const mostTitled = 50;

/** `index` only saves time: it must be given snapshots of one corpus. */
export function suggestions(
  snapshot: Snapshot,
  authority: Authority,
  index: SuggestionIndex = new SuggestionIndex(),
): Suggestion[] {
  return suggestionList(snapshot, authority, index).suggestions;
}

/** The same, with what does not fit into the list, so that a view can say so. */
export interface SuggestionList {
  readonly suggestions: Suggestion[];
  /** How many more there are, less sure than those of the list. */
  readonly left: number;
}

export function suggestionList(
  snapshot: Snapshot,
  authority: Authority,
  index: SuggestionIndex = new SuggestionIndex(),
): SuggestionList {
  index.update(snapshot);
  return new Search(snapshot, authority).run(index);
}

class Search {
  readonly #snapshot: Snapshot;
  readonly #apart: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #pairs = new Map<string, Pair>();
  readonly #said = new Map<EntityId, Gender>();
  readonly #neighbours = new Map<EntityId, ReadonlySet<EntityId>>();

  constructor(snapshot: Snapshot, authority: Authority) {
    this.#snapshot = snapshot;
    const dismissed = { ...authority, different: [...authority.different, ...authority.dismissed] };
    this.#apart = nameRules(dismissed).apart;
  }

  run(index: SuggestionIndex): SuggestionList {
    for (const pair of index.pairs()) this.#add(pair);
    const listed = [...this.#pairs.values()]
      .sort(surestFirst)
      .slice(0, mostSuggestions)
      .map((pair) => this.#weigh(pair))
      .sort((a, b) => b.confidence - a.confidence || byCodeUnits(a.entities.join(' '), b.entities.join(' ')));
    return { suggestions: listed, left: this.#pairs.size - listed.length };
  }

  #add(pair: Pair): void {
    const [a, b] = [pair.from.entity, pair.to.entity];
    if (a.id === b.id || this.#keptApart(pair.from, pair.to)) return;
    if (!gendersAgree(this.#genderOf(a, pair.from.form), this.#genderOf(b, pair.to.form))) return;
    const id = a.id < b.id ? `${a.id}\u0000${b.id}` : `${b.id}\u0000${a.id}`;
    const known = this.#pairs.get(id);
    if (known === undefined || surestFirst(pair, known) < 0) this.#pairs.set(id, pair);
  }

  #keptApart(a: WrittenName, b: WrittenName): boolean {
    const refs = ({ entity, form }: WrittenName): string[] => [
      entity.id,
      form.key,
      ...(entity.decided === null ? [] : [entity.decided]),
      nameRefOf(entity.type, entity.name) ?? '',
    ];
    const others = new Set(refs(b));
    return refs(a).some((ref) => [...(this.#apart.get(ref) ?? [])].some((other) => others.has(other)));
  }

  /** What titles in front of a person's names say, else what a given name suggests; null where they differ. */
  #genderOf({ id, type }: Entity, form: NameForm): Gender {
    if (type !== 'person') return null;
    let said = this.#said.get(id);
    if (said === undefined) {
      const genders = new Set<Gender>();
      let looked = 0;
      for (const { uri, index } of this.#snapshot.mentionsOf(id)) {
        const role = this.#snapshot.source(uri)?.reading.mentions[index - 1]?.role;
        if (role?.holder === index && role.gender !== null) genders.add(role.gender);
        if ((looked += 1) >= mostTitled) break;
      }
      const [only = null] = genders;
      this.#said.set(id, (said = genders.size === 1 ? only : null));
    }
    return likelyGender(form, said ?? form.gender);
  }

  #weigh({ from, to, reason, confidence }: Pair): Suggestion {
    const mentions = (form: WrittenName): number => this.#snapshot.countsOf(form.entity.id).mentions;
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
    return shared.sort(byCodeUnits).slice(0, mostCompany);
  }

  /** Entities in sources of this one. */
  #near(id: EntityId): ReadonlySet<EntityId> {
    const known = this.#neighbours.get(id);
    if (known !== undefined) return known;
    const found = new Set<EntityId>();
    let last = '';
    let sources = 0;
    for (const { uri } of this.#snapshot.mentionsOf(id)) {
      if (uri === last) continue;
      last = uri;
      if ((sources += 1) > mostSources) break;
      for (const other of this.#snapshot.source(uri)?.entityOf ?? []) if (other !== null) found.add(other);
    }
    this.#neighbours.set(id, found);
    return found;
  }
}

/** Whatever the order in which pairs are found. */
const surestFirst = (a: Pair, b: Pair): number => b.confidence - a.confidence || byCodeUnits(orderOf(a), orderOf(b));

const orderOf = ({ from, to, reason }: Pair): string =>
  [from.entity.id, to.entity.id, reason, from.written, to.written].join('\u0000');
