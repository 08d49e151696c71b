/** What kind of line a paragraph is by its shape: its length, its stop, its capitals. */
import type { Span } from '../../text/span.ts';
import type { AsideLexicon } from './lexicon.ts';

const SPACES = /\s+/;
/** Headlines of more words are sentences that lost their stop. */
const LONGEST_HEADLINE = 28;
const SHORTEST_HEADLINE = 3;
/** Prose has at least so many words and a stop. */
const SHORTEST_PROSE = 8;
/** With a question or exclamation mark, this share of the longer words must be capitalised. */
const TITLE_SHARE = 0.6;
const ENDS_WITH_STOP = /[.…][”"’')\]]{0,3}$/u;
const ENDS_WITH_ANY_STOP = /[.!?…:][”"’')\]]{0,3}$/u;
const OTHER_END = /[,;:—–-]$/u;

export const paragraphWords = (content: string): number => content.split(SPACES).length;

/** Whether the paragraph is a sentence or several; credits or datelines may stand around them. */
export function isProse(text: string, paragraph: Span): boolean {
  const content = text.slice(paragraph.start, paragraph.end);
  return paragraphWords(content) >= SHORTEST_PROSE && ENDS_WITH_ANY_STOP.test(content);
}

/** A first line without a full stop in front of prose. */
export function isHeadline(text: string, paragraph: Span, next: Span | null, lexicon: AsideLexicon): boolean {
  if (next === null) return false;
  const content = text.slice(paragraph.start, paragraph.end);
  if (content.length > LONGEST_HEADLINE * 12 || OTHER_END.test(content)) return false;
  const words = content.split(SPACES);
  if (words.length < SHORTEST_HEADLINE || words.length > LONGEST_HEADLINE) return false;
  if (!/^[\p{Lu}\p{N}\p{P}$€£]/u.test(content)) return false;
  if (ENDS_WITH_ANY_STOP.test(content) && titleShare(words, lexicon) < TITLE_SHARE) return false;
  if (ENDS_WITH_STOP.test(content)) return titleShare(words, lexicon) >= FULL_TITLE_SHARE && longerThan(next, content);
  return longerThan(next, content);
}

/** A line that ends with a full stop is a headline only when all but its small words are capitalised. */
const FULL_TITLE_SHARE = 0.85;

const longerThan = (next: Span, content: string): boolean => next.end - next.start > content.length * 0.6;

function titleShare(words: readonly string[], lexicon: AsideLexicon): number {
  let capital = 0;
  let all = 0;
  for (const word of words.slice(1)) {
    const letters = word.replace(/^\P{L}+/u, '');
    if (letters === '' || lexicon.titleSmallWords.has(letters.toLowerCase())) continue;
    all += 1;
    if (letters[0] !== letters[0]!.toLowerCase()) capital += 1;
  }
  return all === 0 ? 0 : capital / all;
}
