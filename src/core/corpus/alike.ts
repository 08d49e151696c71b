/** Full names of one text that another text might take for one: it wrote both, so they are two people. */
import { rootOf } from './localName.ts';
import { isSlip } from './misspelling.ts';
import type { NameForm } from './names/nameForm.ts';

export interface FullName {
  readonly form: NameForm;
  /** The longer name that a reader takes this one for. */
  readonly target: FullName | null;
}

/** More bearers of one surname or first name are a list of people, and would be compared each with each. */
const mostBearers = 32;

/** Keys of the names that are like each, in order; names that are like none are left out. `areOne` tells two that are one all the same. */
export function alikeFullNames<N extends FullName>(
  names: readonly N[],
  areOne: (a: N, b: N) => boolean,
): Map<N, string[]> {
  const bearers = new Map<string, N[]>();
  for (const name of names) {
    const { nameClass, words } = name.form;
    if (nameClass !== 'person' || words.length < 2) continue;
    for (const key of [`first ${words[0] ?? ''}`, `last ${words.at(-1) ?? ''}`]) {
      const list = bearers.get(key);
      if (list === undefined) bearers.set(key, [name]);
      else list.push(name);
    }
  }
  const alike = new Map<N, string[]>();
  for (const group of bearers.values()) {
    if (group.length < 2 || group.length > mostBearers) continue;
    for (const name of group) {
      const others = group.filter(
        (other) =>
          other !== name &&
          rootOf<FullName>(other) !== rootOf<FullName>(name) &&
          areAlike(name, other) &&
          !areOne(name, other),
      );
      if (others.length === 0) continue;
      alike.set(name, [...new Set([...(alike.get(name) ?? []), ...others.map(({ form }) => form.key)])].sort());
    }
  }
  return alike;
}

function areAlike({ form: a }: FullName, { form: b }: FullName): boolean {
  const keys = new Set(a.spellings.map(({ key }) => key));
  return b.spellings.some(({ key }) => keys.has(key)) || isSlip(a.words, b.words, true);
}
