/**
 * "Ban Seo-yeon", "Chen Ming-te": where given names of two syllables have a hyphen and one capital, the tokens part at the
 * hyphen, as they do in "Paris-based". Gives such names their second syllable back.
 */
import { isGlued } from '../../text/tokens.ts';
import type { Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

/** A surname and the first syllable of a given name. */
const wordsBefore = 2;
/** Letters of the longest syllable in romanised Korean or Chinese ("Hyoung", "Chuang"). */
const longestSyllable = 6;
/** Revised Romanization, McCune–Reischauer, Wade–Giles and pinyin: initial, vowels, final. */
const syllable = /^[bcdfghjklmnpqrstwxyz]{0,3}[aeiouyü]{1,3}(?:ng|ck|[nmklprtwh])?$/u;

/** Grows drafts in place. */
export function addSyllables(document: NameDocument, drafts: readonly Draft[]): readonly Draft[] {
  for (const draft of drafts) {
    if (draft.end - draft.first !== wordsBefore || !isSyllableBehind(document, draft)) continue;
    if (draft.type !== 'person' && !mayBePerson(document, draft)) continue;
    draft.type = 'person';
    draft.end += 2;
  }
  return drafts;
}

function isSyllableBehind({ words, tokens, sentenceEnd }: NameDocument, { first, end }: Draft): boolean {
  if (end + 1 >= (sentenceEnd[first] as number)) return false;
  const [before, hyphen, after] = [words[end - 1], words[end], words[end + 1]] as [Word, Word, Word];
  if (!hyphens.has(hyphen.text) || !isGlued(tokens, end) || !isGlued(tokens, end + 1)) return false;
  const next = words[end + 2];
  if (next !== undefined && hyphens.has(next.text) && isGlued(tokens, end + 2)) return false;
  if (after.caps !== Caps.lower || !isSyllable(before) || !isSyllable(after)) return false;
  // "Ada York-run" is a compound; "Kim Jae-in" is none.
  return !isCommon(after) || (before.classes & (listBit('surname') | listBit('place'))) === 0;
}

const hyphens: ReadonlySet<string> = new Set(['-', '‐', '‑']);

const isSyllable = ({ lower }: Word): boolean => lower.length <= longestSyllable && syllable.test(lower);

const isCommon = ({ classes }: Word): boolean => (classes & (listBit('common') | WordClass.function)) !== 0;

/** What the tagger has cut it may have taken for something else. */
const mayBePerson = ({ words }: NameDocument, { first, type }: Draft): boolean =>
  (type === 'place' || type === 'other') && ((words[first] as Word).classes & listBit('surname')) !== 0;
