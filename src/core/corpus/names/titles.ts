/** Words around a person's name that are not part of it. Folded. */
import { lores, titleWords } from './lore.ts';

const genders = new Map<string, 'female' | 'male' | null>([
  ...[...titleWords('neutral')].map((word) => [word, null] as const),
  ...[...titleWords('male')].map((word) => [word, 'male'] as const),
  ...[...titleWords('female')].map((word) => [word, 'female'] as const),
]);
const alsoNames = titleWords('alsoNames');
const beforeGivenNames = titleWords('beforeGivenNames');
const afterBodies = titleWords('afterBodies');
const suffixes = titleWords('suffixes');
const generations = new Map(lores.flatMap(({ titles }) => Object.entries(titles.generations)));

/** "Ada Okafor, Jr." without its comma, which else ends a name. */
export const withGeneration = (phrase: string): string =>
  phrase.replace(/, ?(\p{L}{2,6})(?!\p{L})/gu, (all, word: string) =>
    generations.has(word.toLowerCase()) ? ` ${word}` : all,
  );

export interface BareName {
  readonly words: readonly string[];
  /** What a title says; null where it says nothing. */
  readonly gender: 'female' | 'male' | null;
  /** "jr", "sr", "iii"; null where the name does not tell. */
  readonly generation: string | null;
}

/** Where the words before a name end with such a title; 0 where they do not. */
const afterBody = (words: readonly string[]): number =>
  words.slice(0, -1).findLastIndex((word, at) => at > 0 && afterBodies.has(word)) + 1;

/** Cuts titles before and letters after a name. A name that is nothing else stays as it is. */
export function withoutTitles(words: readonly string[]): BareName {
  let start = afterBody(words);
  let gender: 'female' | 'male' | null = null;
  while (start < words.length - 1) {
    const word = words[start] ?? '';
    const said = genders.get(word);
    if (said === undefined || (alsoNames.has(word) && words.length - start < 3)) break;
    gender ??= said;
    start += 1;
  }
  let end = words.length;
  let generation: string | null = null;
  for (; end > start + 1; end -= 1) {
    const said = generations.get(words[end - 1] ?? '');
    if (said === undefined && !suffixes.has(words[end - 1] ?? '')) break;
    generation ??= said ?? null;
  }
  return { words: words.slice(start, end), gender, generation };
}

/** Whether a title stands before surnames only: "Judge Ellis" is not Ellis Okafor. Folded words. */
export const isSurnameTitle = (title: readonly string[]): boolean =>
  title.length > 0 && !beforeGivenNames.has(title.at(-1) ?? '');
