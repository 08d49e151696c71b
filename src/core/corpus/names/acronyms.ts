/** Acronyms: how they are written, and which ones a name may have. */
import { ands, functionWords } from './generic.ts';
import { confidences, type Offer } from './nameForm.ts';

/** Written like an acronym: one word of two to eight letters, all capital but for a final "s", or for what stands for a small word ("MoD"). */
export const isAcronym = (written: string): boolean =>
  /^(?:\p{Lu}\.?\s?){2,8}s?(?:['’]s?)?$/u.test(written.trim()) ||
  /^\p{Lu}(?:[adfo]?\p{Lu}){1,4}$/u.test(written.trim());

/** British newspapers write acronyms that are spoken as words like other names ("Norcom"). */
export const mayBeAcronym = (word: string): boolean => word.length >= 4 && word.length <= 9;

/** Two letters are the initials of too many names, if the text does not explain them. */
const shortestAcronym = 3;

/** `heads` may come before the letters of the words, as a country's do: each makes acronyms of its own. */
export function acronymOffers(words: readonly string[], heads: Iterable<string> = ['']): Offer[] {
  const letters = (kept: readonly string[]): string => kept.map((word) => word.slice(0, 1)).join('');
  const content = words.filter((word) => !functionWords.has(word));
  // "and" is often kept where "of" and "the" are not.
  const withAnd = words.filter((word) => ands.has(word) || !functionWords.has(word));
  const tails = new Set([letters(words), letters(content), letters(withAnd)]);
  const found = new Set(syllabic(content));
  for (const head of heads) for (const tail of tails) found.add(head + tail);
  return [...found]
    .filter((acronym) => acronym.length >= shortestAcronym)
    .map((acronym) => ({ key: `acronym:${acronym}`, reason: 'acronym', confidence: confidences.acronym }));
}

/** Acronyms of the first syllables of two words, as armed forces and police make them ("NORCOM", Northern Command). */
function syllabic([first, second, more]: readonly string[]): string[] {
  if (first === undefined || second === undefined || more !== undefined) return [];
  return [3, 4, 5].flatMap((a) => [3, 4].map((b) => first.slice(0, a) + second.slice(0, b)));
}
