/** Whole sentences, words within a sentence, or a mere term in marks. */
import type { Quotation } from '../types.ts';
import type { Words } from '../words.ts';
import { CONFIDENCE, type Attribution } from './attribute.ts';
import type { Quoted } from './bounds.ts';
import { WordClass } from './lexicon.ts';

/** More words than this are no term, unless they are a title's. */
const LONGEST_TERM = 4;
/** Below this, nothing but the sentence's subject speaks for the attribution. */
const SURE_ATTRIBUTION = 0.5;

export function kindOf(words: Words, quote: Quoted, attribution: Attribution): Quotation['kind'] {
  const { text } = words.tokens;
  const content = text.slice(quote.span.start, quote.span.end).trim();
  const ends = /[.!?…]["'”’]?$/u.test(content);
  const begins = /^[^\p{L}\p{N}]{0,4}[\p{Lu}\p{N}]/u.test(content);
  const count = wordCount(words, quote);
  const attributed = attribution.cue !== null && attribution.confidence > SURE_ATTRIBUTION;
  const adjacent = attributed && isAdjacent(words, quote, attribution);
  if (!ends && !adjacent && (isTitle(words, quote) || (!attributed && count <= LONGEST_TERM))) return 'term';
  if (begins && count > 1 && (ends || /[,—–-]$/u.test(content) || quote.span.runsOn || quote.span.close === null))
    return 'full';
  return begins && ends ? 'full' : 'partial';
}

function wordCount(words: Words, { first, last }: Quoted): number {
  let count = 0;
  for (let i = first; i <= last && count <= LONGEST_TERM; i += 1) if (words.isWord(i) && !words.isClitic(i)) count += 1;
  return count;
}

/** The cue touches the quotation: what stands in marks was said, title or not. */
function isAdjacent(words: Words, quote: Quoted, { cue, confidence }: Attribution): boolean {
  if (cue === null || words.is(cue.last, WordClass.characterizes)) return false;
  if (confidence >= CONFIDENCE.adjacent) return true;
  return cue.last < quote.first ? quote.first - cue.last <= 2 : cue.first - quote.last <= 2;
}

/** All words capitalised but the small ones: the title of a work, a programme, a group. */
function isTitle(words: Words, { first, last }: Quoted): boolean {
  const small =
    WordClass.preposition | WordClass.conjunction | WordClass.determiner | WordClass.auxiliary | WordClass.pronoun;
  let capitals = 0;
  for (let i = first; i <= last; i += 1) {
    if (!words.isWord(i) || words.isClitic(i)) continue;
    if (words.isCapital(i)) capitals += 1;
    else if (!words.is(i, small)) return false;
  }
  return capitals > 0;
}
