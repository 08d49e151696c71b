/** Places of several sources that are compared with one another, followed from each to the next: one matter, one finding. */
import type { Place } from '../corpus/types.ts';
import { comparePlaces } from './finding.ts';

export interface Component<R extends Place> {
  /** By source and position. */
  readonly members: readonly R[];
  /** Those that were compared, each pair once or from both ends. */
  readonly pairs: readonly (readonly [R, R])[];
}

/** Members that are followed; a component beyond that is what the whole folder is about. */
const MOST_FOLLOWED = 40;

/**
 * Everything that comparisons lead to from `start`: the same from each member. Of a component with more members than
 * `MOST_FOLLOWED`, what surrounds its first member, which is found from wherever one starts as long as the sources tell
 * one thing: the members of each `wording` are compared through the first that has it, so that the cost stays bounded.
 */
export function componentOf<R extends Place>(
  start: R,
  compared: (member: R) => readonly R[],
  wording: (member: R) => string,
): Component<R> {
  const whole = follow([start], compared, true);
  if (whole.members.length <= MOST_FOLLOWED) return whole;
  const first = firstAround(start, compared);
  const told = new Map<string, R>();
  for (const each of [first, ...compared(first)].sort(comparePlaces)) {
    if (!told.has(wording(each))) told.set(wording(each), each);
  }
  return follow([...told.values()].slice(0, MOST_FOLLOWED), compared, false);
}

const keyOf = ({ uri, start, end }: Place): string => `${uri} ${start} ${end}`;

/** From the given members to those they are compared with, and with `onward` from these to theirs, until there are too many. */
function follow<R extends Place>(from: readonly R[], compared: (member: R) => readonly R[], onward: boolean) {
  const members = new Map(from.map((member) => [keyOf(member), member]));
  const pairs: [R, R][] = [];
  // a map is walked in the order of insertion, also over what is added meanwhile
  for (const member of onward ? members.values() : from) {
    for (const other of compared(member)) {
      const key = keyOf(other);
      if (!members.has(key)) members.set(key, other);
      pairs.push([member, members.get(key)!]);
    }
    if (onward && members.size > MOST_FOLLOWED) break;
  }
  return { members: [...members.values()].sort(comparePlaces), pairs };
}

/** Down from a member to the first one it is compared with, until none comes before. */
function firstAround<R extends Place>(start: R, compared: (member: R) => readonly R[]): R {
  let first = start;
  for (let steps = 0; steps < MOST_FOLLOWED; steps++) {
    const [before] = [first, ...compared(first)].sort(comparePlaces);
    if (before === undefined || comparePlaces(before, first) >= 0) break;
    first = before;
  }
  return first;
}
