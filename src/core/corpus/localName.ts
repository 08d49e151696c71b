/** A name as it stands in one source, while the source is being resolved. */
import { byCodeUnits } from '../text/order.ts';
import type { NameType } from '../reading/types.ts';
import type { Contribution } from './contribution.ts';
import type { HeldOffice } from './heldOffices.ts';
import type { Gender, NameForm, Offer } from './names/nameForm.ts';
import type { Link, LinkReason } from './types.ts';

/** A form as it stands in this source. */
export interface LocalName {
  readonly form: NameForm;
  /** What titles say, at any of its mentions. */
  gender: Gender;
  readonly mentions: number[];
  readonly written: Map<string, number>;
  readonly types: Map<NameType, number>;
  readonly links: Map<string, Link>;
  readonly declared: Map<string, Offer>;
  readonly offices: Map<string, HeldOffice>;
  /** Keys of longer names that the text tells apart from this one. */
  readonly beside: Set<string>;
  /** The name that a reader takes this one for; itself when it is the longest. */
  target: LocalName | null;
}

export const newName = (form: NameForm): LocalName => ({
  form,
  gender: form.gender,
  mentions: [],
  written: new Map(),
  types: new Map(),
  links: new Map(),
  declared: new Map(),
  offices: new Map(),
  beside: new Set(),
  target: null,
});

/** A mention that the reader has assigned takes part under the entity's id and answers to nothing else. */
export const decidedForm = (form: NameForm, entity: string): NameForm => ({
  ...form,
  key: entity,
  rank: 0,
  asks: [],
  offers: [],
  spellings: [],
});

/** The longest name that a shorter one stands for; itself where there is none. */
export const rootOf = <N extends { readonly target: N | null }>(name: N): N =>
  name.target === null ? name : rootOf(name.target);
export const keyOfName = (name: LocalName | null): string | null => (name === null ? null : rootOf(name).form.key);

export const contributionOf = (
  { form, gender, mentions, types, written, links, declared, offices, beside }: LocalName,
  alike: readonly string[],
): Contribution => ({
  form,
  gender,
  mentions: mentions.length,
  types,
  written,
  links: [...links.values()].sort((a, b) => byCodeUnits(linkId(a), linkId(b))),
  declared: [...declared.values()].sort((a, b) => byCodeUnits(a.key, b.key)),
  offices: [...offices.values()].sort((a, b) => byCodeUnits(a.key, b.key)),
  beside: beside.size === 0 ? alike : [...new Set([...alike, ...beside])].sort(byCodeUnits),
});

export const byRankThenKey = (a: LocalName, b: LocalName): number =>
  b.form.rank - a.form.rank || byCodeUnits(a.form.key, b.form.key);

const linkId = ({ from, to, reason }: Link): string => `${from}\u0000${to}\u0000${reason}`;

export function addLink(name: LocalName, from: string, to: string, reason: LinkReason, confidence: number): void {
  const link = { from, to, reason, confidence };
  if (from !== to) name.links.set(linkId(link), link);
}

export function increase<K>(counts: Map<K, number>, key: K, by = 1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [key, count] of counts) {
    if (count > most || (count === most && key < best)) [best, most] = [key, count];
  }
  return best;
}
