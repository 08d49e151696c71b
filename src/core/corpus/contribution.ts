/** What one source says under one name, and whether it says something else than before. */
import type { NameType } from '../reading/types.ts';
import type { HeldOffice } from './heldOffices.ts';
import type { Gender, NameForm, Offer } from './names/nameForm.ts';
import type { Link } from './types.ts';

/** What a source says under one name. Plain counts, so that a corpus can add and take away. */
export interface Contribution {
  readonly form: NameForm;
  readonly gender: Gender;
  readonly mentions: number;
  readonly types: ReadonlyMap<NameType, number>;
  readonly written: ReadonlyMap<string, number>;
  readonly links: readonly Link[];
  /** Short forms that the text itself explains ("the Arden Relief Corps (ARC)"). */
  readonly declared: readonly Offer[];
  /** Present offices, one of each, in order of their keys. */
  readonly offices: readonly HeldOffice[];
  /**
   * Keys of other full names of the text that could be this one, in another spelling or in full, if the text did not
   * tell them apart.
   */
  readonly beside: readonly string[];
}

/** Whether two contributions under one name say the same. */
export const sameContribution = (a: Contribution, b: Contribution): boolean =>
  a.mentions === b.mentions &&
  a.gender === b.gender &&
  sameCounts(a.types, b.types) &&
  sameCounts(a.written, b.written) &&
  a.links.length === b.links.length &&
  a.links.every((link, at) => sameLink(link, b.links[at])) &&
  a.declared.length === b.declared.length &&
  a.declared.every((offer, at) => offer.key === b.declared[at]?.key) &&
  a.offices.length === b.offices.length &&
  a.offices.every((office, at) => office.key === b.offices[at]?.key) &&
  sameList(a.beside, b.beside);

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

function sameCounts<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, count] of a) if (b.get(key) !== count) return false;
  return true;
}

const sameLink = (a: Link, b: Link | undefined): boolean =>
  b !== undefined && a.from === b.from && a.to === b.to && a.reason === b.reason && a.confidence === b.confidence;
