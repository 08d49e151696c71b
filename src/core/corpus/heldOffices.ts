/** Offices that sources say somebody holds: evidence that two like names are one, or that they are two. */
import type { Reading } from '../reading/types.ts';
import type { FormMemo } from './names/form.ts';
import { exclusiveOffices } from './names/lore.ts';
import type { NameForm } from './names/nameForm.ts';

export interface HeldOffice {
  /** Office, body and year: two with one key say the same. */
  readonly key: string;
  /** Normalised head ("president"). */
  readonly office: string;
  /** What it is of; null when not told. */
  readonly of: NameForm | null;
  /** Of the source; null when nothing dates it. Sources of one folder tell of one time, until their dates say otherwise. */
  readonly year: string | null;
}

/** Present offices by the index of their holder's mention. */
export function officesHeld({ mentions, text, sourceDate }: Reading, memo: FormMemo): Map<number, HeldOffice[]> {
  const held = new Map<number, HeldOffice[]>();
  const year = /^\d{4}/u.exec(sourceDate?.value ?? '')?.[0] ?? null;
  for (const { role } of mentions) {
    if (role === undefined || role.holder === null || role.office === null || role.tense !== 'current') continue;
    const of = role.of === null ? null : memo.formOf('organization', text.slice(role.of.start, role.of.end));
    const office = { key: `${role.office}|${of?.key ?? ''}|${year ?? ''}`, office: role.office, of, year };
    held.set(role.holder, [...(held.get(role.holder) ?? []), office]);
  }
  return held;
}

/** Whether nobody holds both at once: the mayor of one town is not the mayor of another. */
export function officesClash(a: Iterable<HeldOffice>, b: readonly HeldOffice[]): boolean {
  if (b.length === 0) return false;
  let clash = false;
  for (const one of a) {
    for (const other of b) {
      if (one.office !== other.office || one.of === null || other.of === null || !sameTime(one, other)) continue;
      // Who holds one office in both may well hold another besides.
      if (areRelated(one.of, other.of)) return false;
      clash ||= exclusiveOffices.has(one.office);
    }
  }
  return clash;
}

/** Whether both may be the same office. */
export const isSameOffice = (a: HeldOffice, b: HeldOffice): boolean =>
  a.office === b.office && sameTime(a, b) && (a.of === null || b.of === null || areRelated(a.of, b.of));

const sameTime = (a: HeldOffice, b: HeldOffice): boolean => a.year === null || b.year === null || a.year === b.year;

const areRelated = (a: NameForm, b: NameForm): boolean =>
  a.key === b.key || standsFor(a, b) || standsFor(b, a) || shareSpelling(a, b);

const standsFor = (short: NameForm, long: NameForm): boolean => long.offers.some(({ key }) => short.asks.includes(key));

const shareSpelling = (a: NameForm, b: NameForm): boolean =>
  a.spellings.some(({ key }) => b.spellings.some((other) => other.key === key));
