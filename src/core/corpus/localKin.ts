/** Whom a text presents as somebody's relative: "his sister, Ada Okafor,", "Ada Okafor, the mayor's wife,". Relatives share a surname. */
import type { Mention, Reading, RoleFacts } from '../reading/types.ts';
import { kinArticles, kinPossessives, kinWords } from './names/lore.ts';

/** Words of an apposition that are looked at ("the late prime minister's younger brother"). */
const mostWords = 6;
/** In UTF-16 code units; so many words are seldom longer. */
const reach = 60;

/** Whether the mention at `index` of `reading.mentions`, a person's, is presented as a relative. */
export function isRelative({ mentions, text }: Reading, index: number): boolean {
  const mention = mentions[index];
  if (mention?.type !== 'person') return false;
  const start = titleStart(mentions, index, mention);
  return (
    isKinBefore(text.slice(Math.max(0, start - reach), start)) ||
    isKinAfter(text.slice(mention.end, mention.end + reach))
  );
}

/** Where the title in front of a name begins; the name itself where it has none. */
function titleStart(mentions: readonly Mention[], index: number, { start }: Mention): number {
  const before = mentions[index - 1];
  return before?.role?.holder === index && before.end < start && start - before.end <= 2 ? before.start : start;
}

/** "…, the mayor's husband," and "his son" right before a name. */
function isKinBefore(before: string): boolean {
  const phrase = /(?:^|[.;:!?)\n])([^.;:!?)\n]*?),? $/u.exec(before)?.[1] ?? '';
  const words = wordsIn(phrase).slice(-mostWords);
  const at = words.length - 1;
  return kinWords.has(words[at] ?? '') && [1, 2].some((back) => isPossessive(words[at - back]));
}

/** ", his sister," and ", the mayor's wife," right behind one; ", and his wife" and ", who met his wife" tell of another. */
function isKinAfter(after: string): boolean {
  const phrase = /^, ([^,.;:!?)\n]*)/u.exec(after)?.[1] ?? '';
  const words = wordsIn(phrase).slice(0, mostWords);
  const kin = words.findIndex((word) => kinWords.has(word));
  const whose = [kin - 1, kin - 2].find((at) => isPossessive(words[at]));
  if (whose === undefined) return false;
  return whose === 0 || (!kinPossessives.has(words[whose] ?? '') && (whose === 1 || kinArticles.has(words[0] ?? '')));
}

const wordsIn = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[\s“”"]+/u)
    .filter((word) => word !== '');

const isPossessive = (word: string | undefined): boolean =>
  word !== undefined && (kinPossessives.has(word) || /[’']s?$/u.test(word));

/** Courtesy titles beside a name that has a rank: "Col. Ada Okafor" is not "Mr. Okafor, the rebel leader". */
function hasOtherStanding({ mentions }: Reading, index: number, longer: readonly number[]): boolean {
  const own = rolesOf(mentions, [index]);
  const others = rolesOf(mentions, longer);
  const offices = own.flatMap(({ office }) => office ?? []);
  return (
    offices.length > 0 &&
    own.every(({ rank }) => rank === null) &&
    own.some(({ gender, office }) => gender !== null && office === null) &&
    others.some(({ rank }) => rank !== null) &&
    !others.some(({ office }) => office !== null && offices.includes(office))
  );
}

const rolesOf = (mentions: readonly Mention[], holders: readonly number[]): RoleFacts[] =>
  mentions.flatMap(({ role }) =>
    role !== undefined && role.holder !== null && holders.includes(role.holder) ? [role] : [],
  );

/**
 * Of the mentions of a surname alone, those that the text lets mean the one full name with it: all, unless it tells the
 * two apart. Who is presented as a relative is nobody whom the text has named before; and from where the surname means
 * somebody else on, it may mean either.
 */
export function mayMean(reading: Reading, surname: readonly number[], longer: readonly number[]): readonly number[] {
  const first = Math.min(...longer);
  const presented = isRelative(reading, first);
  if (presented && surname.some((mention) => mention < first)) return [];
  const others = surname.filter(
    (mention) =>
      (!presented && mention > first && isRelative(reading, mention)) || hasOtherStanding(reading, mention, longer),
  );
  const other = Math.min(...others);
  return surname.filter((mention) => mention < other);
}
