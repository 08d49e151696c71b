/** How words reached the public, where it is told: "in a statement", "wrote on X", "told a news conference". */
import type { Quotation } from '../types.ts';
import type { Words } from '../words.ts';
import { WordClass } from './lexicon.ts';
import type { Phrase } from './phrases.ts';

/** The channel stands this near to the cue. */
const REACH_AFTER = 14;
const REACH_BEFORE = 12;
/** "in a May 2019 letter": a preposition stands this near to the channel's noun. */
const PREPOSITION_REACH = 6;

/** The channel told beside the cue of tokens `cue`, whose subject is `phrase`; null when none is told. */
export function channelOf(
  words: Words,
  cue: { readonly first: number; readonly last: number } | null,
  phrase: Phrase,
): Quotation['channel'] {
  const own = words.lexicon.channels.get(words.word(phrase.head));
  if (own !== undefined && words.is(phrase.head, WordClass.document))
    return { kind: own, span: words.span(phrase.head, phrase.head) };
  if (cue === null) return null;
  const byVerb = words.lexicon.channels.get(words.word(cue.first));
  if (byVerb !== undefined && !words.is(cue.first, WordClass.document))
    return { kind: byVerb, span: words.span(cue.first, cue.first) };
  return (
    around(words, cue.last + 1, cue.last + REACH_AFTER, 1) ?? around(words, cue.first - 1, cue.first - REACH_BEFORE, -1)
  );
}

function around(words: Words, from: number, to: number, step: 1 | -1): Quotation['channel'] {
  for (let i = from; i !== to && i >= 0 && i < words.length; i += step) {
    if (words.quotationAt(i) >= 0 || words.word(i) === '.' || (step < 0 && words.is(i + 1, WordClass.paragraphStart)))
      return null;
    const kind = words.lexicon.channels.get(words.word(i));
    if (kind !== undefined && words.mentionAt(i) < 0 && behindPreposition(words, i))
      return { kind, span: words.span(i, i) };
    if (words.lexicon.platforms.has(words.word(i)) && words.isCapital(i) && words.is(i - 1, WordClass.preposition))
      return { kind: 'post', span: words.span(i, i) };
  }
  return null;
}

function behindPreposition(words: Words, token: number): boolean {
  for (let i = token - 1; i >= token - PREPOSITION_REACH && i >= 0; i -= 1) {
    if (words.is(i, WordClass.preposition)) return true;
    if (words.isPunctuation(i) && words.word(i) !== '-') return false;
  }
  return false;
}
