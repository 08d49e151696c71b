/** A name as the whole corpus uses it: the sum of what its sources contribute. */
import type { NameType } from '../reading/types.ts';
import type { Contribution } from './contribution.ts';
import type { HeldOffice } from './heldOffices.ts';
import type { Knot } from './knot.ts';
import type { SlipReason } from './misspelling.ts';
import type { Gender, NameForm, Offer } from './names/nameForm.ts';
import { OrderedMap } from './orderedMap.ts';
import type { Link, Uri } from './types.ts';

export class NameNode {
  readonly key: string;
  readonly form: NameForm;
  /** Mentions by source. */
  sources: OrderedMap<number> = OrderedMap.empty();
  mentions = 0;
  readonly types = new Map<NameType, number>();
  readonly written = new Map<string, number>();
  readonly #links = new Map<string, { link: Link; count: number }>();
  readonly #declared = new Map<string, { offer: Offer; count: number }>();
  readonly #offices = new Map<string, { office: HeldOffice; count: number }>();
  readonly #beside = new Map<string, number>();
  readonly #genders = { female: 0, male: 0 };

  /** Where resolution has put it; set by the graph. */
  knot: Knot | null = null;
  /** The better known name that this one seems to be in another spelling, and how; set by the graph. */
  slipOf: NameNode | null = null;
  slipReason: SlipReason | null = null;
  /** The standing and the gender that the graph has last seen. */
  seen: Standing = { mentions: 0, sources: 0, established: false };
  seenGender: Gender = null;
  seenOffices = 0;
  /** Changes whenever the set of offices does. */
  officesVersion = 0;

  constructor(key: string, form: NameForm) {
    this.key = key;
    this.form = form;
  }

  add(uri: Uri, contribution: Contribution): void {
    this.sources = this.sources.set(uri, contribution.mentions);
    this.#count(contribution, 1);
  }

  remove(uri: Uri, contribution: Contribution): void {
    this.sources = this.sources.delete(uri);
    this.#count(contribution, -1);
  }

  /** How well established the name is, coarsely, so that one mention more seldom changes anything. */
  standing(): Standing {
    const sources = this.sources.size;
    const established = sources >= enoughSources || this.mentions >= enoughMentions;
    return { mentions: magnitude(this.mentions), sources: magnitude(sources), established };
  }

  /** What titles say; null where they say nothing, or both. */
  get gender(): Gender {
    const { female, male } = this.#genders;
    if (female > 0 && male > 0) return null;
    return female > 0 ? 'female' : male > 0 ? 'male' : null;
  }

  get links(): Link[] {
    return [...this.#links.values()].map(({ link }) => link);
  }

  /** The offers that its words make, and those that sources declare. */
  get offers(): readonly Offer[] {
    return this.#declared.size === 0
      ? this.form.offers
      : [...this.form.offers, ...[...this.#declared.values()].map(({ offer }) => offer)];
  }

  /** Present offices that sources give to bearers of the name. */
  get offices(): HeldOffice[] {
    return [...this.#offices.values()].map(({ office }) => office);
  }

  /** Those that every source gives. */
  get soleOffices(): HeldOffice[] {
    return [...this.#offices.values()].filter(({ count }) => count === this.sources.size).map(({ office }) => office);
  }

  /** Whether some source writes both, and of two persons. */
  standsBeside(other: NameNode): boolean {
    return this.#beside.has(other.key) || other.#beside.has(this.key);
  }

  #count(contribution: Contribution, sign: 1 | -1): void {
    this.mentions += sign * contribution.mentions;
    for (const [type, count] of contribution.types) bump(this.types, type, sign * count);
    for (const [form, count] of contribution.written) bump(this.written, form, sign * count);
    if (contribution.gender !== null) this.#genders[contribution.gender] += sign;
    for (const key of contribution.beside) bump(this.#beside, key, sign);
    for (const office of contribution.offices) {
      const known = this.#offices.get(office.key) ?? { office, count: 0 };
      known.count += sign;
      if (known.count === 0) this.#offices.delete(office.key);
      else this.#offices.set(office.key, known);
      if (known.count === 0 || (known.count === 1 && sign === 1)) this.officesVersion += 1;
    }
    for (const link of contribution.links) {
      const id = `${link.from}\u0000${link.to}\u0000${link.reason}\u0000${link.confidence}`;
      const known = this.#links.get(id) ?? { link, count: 0 };
      known.count += sign;
      if (known.count === 0) this.#links.delete(id);
      else this.#links.set(id, known);
    }
    for (const offer of contribution.declared) {
      const known = this.#declared.get(offer.key) ?? { offer, count: 0 };
      known.count += sign;
      if (known.count === 0) this.#declared.delete(offer.key);
      else this.#declared.set(offer.key, known);
    }
  }
}

/** A name that so many sources write, or that is so often written, is no slip. */
const enoughSources = 2;
const enoughMentions = 3;

/** Orders of magnitude, to base 2: 0 for none, 1 for one, 2 for two and three, 3 for four to seven, … */
export interface Standing {
  readonly mentions: number;
  readonly sources: number;
  readonly established: boolean;
}

export const sameStanding = (a: Standing, b: Standing): boolean =>
  a.mentions === b.mentions && a.sources === b.sources && a.established === b.established;

const magnitude = (count: number): number => (count === 0 ? 0 : 32 - Math.clz32(count));

function bump<K>(counts: Map<K, number>, key: K, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
