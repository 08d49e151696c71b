/**
 * The name in a phrase. Mentions should be bare names, but other readers, and people who select by hand, give more:
 * "the Arden plant in Port Meridian", "attorney Ada Okafor, 41".
 */
import { countryOf } from './countries.ts';
import { foldLetters } from './fold.ts';
import type { Span } from '../../text/span.ts';
import type { MentionType } from '../../reading/types.ts';

/** Words that may stand between the capitalised words of one name. */
const inner = new Set(
  '- – of the and & de la le du des del della di da van von der den ter y e bin ibn al el for on'.split(' '),
);

/** Words that a headline or a sentence's beginning writes with a capital, and that begin no name. */
const outer = new Set(
  'in at near on off from to of by the a an his her their our its this that with across around inside outside'.split(
    ' ',
  ),
);

/**
 * Of a person the longest run of capitalised words; of a place the first, as what follows tells where it is, with a
 * direction before it ("eastern Arden"); of anything else all but small words before the first.
 */
export function nameInPhrase(type: MentionType, phrase: string): Span {
  const runs = runsOf(phrase);
  const [first] = runs;
  if (first === undefined) return { start: 0, end: phrase.length };
  if (type === 'person') return runs.reduce((best, run) => (run.words > best.words ? run : best), first);
  if (type !== 'place' && type !== 'demonym') return { start: first.start, end: phrase.length };
  const direction = /(?:^|\s)(\p{L}+) $/u.exec(phrase.slice(0, first.start))?.[1] ?? '';
  return { start: first.start - (isDirection(direction) ? direction.length + 1 : 0), end: first.end };
}

/** A person's name without what stands in it in marks or brackets: "Ada (Bea) Lovelace", "Paul ‘The Pen’ Okafor". */
export const withoutByname = (phrase: string): string =>
  phrase.replace(/(^|\s)["“'‘(][^"”'’)]{1,40}["”'’)](?=\s|$)/gu, '$1');

/** What stands so in a person's name, without its marks. */
export const bynamesIn = (phrase: string): string[] =>
  [...phrase.matchAll(/(?:^|\s)["“'‘(]([^"”'’)]{1,40})["”'’)](?=\s|$)/gu)].map(([, byname = '']) => byname);

/** Whether the words so far are a country in the genitive. */
const isCountry = (words: string): boolean =>
  /['’]s$/u.test(words) && countryOf(foldLetters(words.slice(0, -2))) !== undefined;

const isDirection = (word: string): boolean => /^(?:north|south|east|west|central|upper|lower)/u.test(word);

interface Run extends Span {
  readonly words: number;
}

function runsOf(phrase: string): Run[] {
  const runs: Run[] = [];
  /** Whether the next capitalised word goes on with the last run: only small words of names since, and no mark. */
  let joined = false;
  let lastEnd = 0;
  for (const match of phrase.matchAll(/[^\s,;()"“”]+/gu)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    if (/[,;()"“”]/u.test(phrase.slice(lastEnd, start))) joined = false;
    lastEnd = end;
    const lower = word.toLowerCase();
    const last = runs.at(-1);
    if (!startsName(word) || (outer.has(lower) && !joined)) {
      joined &&= inner.has(lower);
    } else if (joined && last !== undefined && isCountry(phrase.slice(last.start, last.end))) {
      // "Bolivia's Port Arden" is not Bolivia's name.
      runs[runs.length - 1] = { start, end, words: 1 };
    } else if (joined && last !== undefined) {
      runs[runs.length - 1] = { start: last.start, end, words: last.words + 1 };
    } else {
      runs.push({ start, end, words: 1 });
      joined = true;
    }
  }
  return runs;
}

/** A capital, a digit before letters ("3M"), an apostrophe before a capital ("’Ndrangheta"), or the Arabic article. */
const startsName = (word: string): boolean =>
  /\p{L}/u.test(word) && (/^['’‘`]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word) || /^al-\p{Lu}/u.test(word));
