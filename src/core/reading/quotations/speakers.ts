/** What kind of source a phrase names, and of how many people. */
import type { Speaker, SpeakerKind } from '../types.ts';
import type { Words } from '../words.ts';
import { WordClass } from './lexicon.ts';
import type { Phrase } from './phrases.ts';

export interface Source {
  readonly kind: SpeakerKind;
  /** For anonymous sources: how many, or null for an untold plural. */
  readonly count?: number | null;
}

/** Words behind a source that say why it has no name ("who spoke on condition of anonymity") come this soon. */
const ANONYMITY_REACH = 16;

export function sourceOf(words: Words, phrase: Phrase): Source {
  const { head } = phrase;
  if (words.is(head, WordClass.pronoun)) return { kind: 'pronoun' };
  if (words.mentionAt(head) >= 0) return { kind: 'name' };
  if (words.is(head, WordClass.human) && isAnonymous(words, phrase))
    return { kind: 'anonymous', count: countOf(words, phrase) };
  if (words.is(head, WordClass.human)) return { kind: 'role' };
  if (words.is(head, WordClass.body | WordClass.document) || words.lexicon.offices.has(words.word(head)))
    return { kind: 'office' };
  if (words.isCapital(head)) return { kind: 'name' };
  return { kind: 'role' };
}

/** The speaker of a phrase; `mention` is what it stands for. */
export function speakerOf(words: Words, phrase: Phrase, mention: number | null, confidence: number): Speaker {
  return { ...words.span(phrase.first, phrase.last), ...sourceOf(words, phrase), mention, confidence };
}

function isAnonymous(words: Words, phrase: Phrase): boolean {
  const { anonymity } = words.lexicon;
  for (let i = phrase.first; i < Math.min(words.length, phrase.last + ANONYMITY_REACH); i += 1) {
    if (i > phrase.last && (words.word(i) === '.' || words.quotationAt(i) >= 0)) break;
    if (anonymity.some((sequence) => words.matches(i, sequence))) return true;
  }
  return words.is(phrase.head, WordClass.faceless);
}

function countOf(words: Words, { first, head }: Phrase): number | null {
  const plural = words.word(head).endsWith('s') || words.word(head) === 'people';
  for (let i = first; i < head; i += 1) {
    const told = words.lexicon.numerals.get(words.word(i)) ?? Number(words.word(i));
    if (told > 0 && words.mentionAt(i) < 0 && (plural || told === 1)) return told;
  }
  return plural ? null : 1;
}
