/** Short forms of given names, and the names that they are short for. */
import { lores } from './lore.ts';

const fulls = new Map<string, string[]>();
const shorts = new Map<string, string[]>();

const enter = (map: Map<string, string[]>, key: string, value: string): void => {
  map.set(key, [...(map.get(key) ?? []), value]);
};

for (const { nicknames } of lores) {
  for (const { names, short } of nicknames) {
    const [head = ''] = names;
    for (const name of [...names, ...short]) enter(fulls, name, head);
    for (const name of names) for (const one of short) enter(shorts, name, one);
  }
}

/** The full names that a folded given name may stand for; none when no short form of it is known. "Jon" has two. */
export const fullNamesOf = (given: string): readonly string[] => fulls.get(given) ?? [];

/** Whether one folded given name is a short form of the other, and not another spelling of it. */
export const isShortForm = (a: string, b: string): boolean =>
  shorts.get(a)?.includes(b) === true || shorts.get(b)?.includes(a) === true;
