/** Who holds which office in one source, so that "the commander" of a body is somebody. */
import type { Mention, Reading } from '../reading/types.ts';
import type { FormMemo } from './names/form.ts';

export class Offices {
  readonly #reading: Reading;
  readonly #memo: FormMemo;
  /** Names of holders, by office and body. */
  readonly #holders = new Map<string, Set<string>>();

  /** `nameOf` tells under which name a mention, by its index, takes part. */
  constructor(reading: Reading, memo: FormMemo, nameOf: (mention: number) => string | null) {
    this.#reading = reading;
    this.#memo = memo;
    for (const mention of reading.mentions) {
      const holder = mention.role?.holder ?? null;
      const office = holder === null ? null : this.#officeOf(mention);
      const name = holder === null ? null : nameOf(holder);
      if (office === null || name === null) continue;
      this.#holders.set(office, (this.#holders.get(office) ?? new Set()).add(name));
    }
  }

  /** Who is meant by a role without a name: whom the text has named in that office of that body, if it is only one. */
  holderOf(role: Mention): string | null {
    const office = this.#officeOf(role);
    const holders = office === null ? undefined : this.#holders.get(office);
    const [only] = holders ?? [];
    return holders?.size === 1 ? (only ?? null) : null;
  }

  #officeOf({ role }: Mention): string | null {
    if (role === undefined || role.office === null || role.of === null || role.tense !== 'current') return null;
    const of = this.#memo.formOf('organization', this.#reading.text.slice(role.of.start, role.of.end));
    return of === null ? null : `${role.office} of ${of.key}`;
  }
}

/** Offices and ranks that titles give to mentions of their holders, by index. */
export function officesByHolder(mentions: readonly Mention[]): ReadonlyMap<number, ReadonlySet<string>> {
  const offices = new Map<number, Set<string>>();
  for (const { role } of mentions) {
    if (role === undefined || role.holder === null) continue;
    for (const title of [role.office, role.rank?.name]) {
      if (title != null) offices.set(role.holder, (offices.get(role.holder) ?? new Set()).add(title));
    }
  }
  return offices;
}
