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
  if (words.mentionAt(head) >= 0 || isUnknownName(words, phrase)) return { kind: 'name' };
  if (words.is(head, WordClass.human) && isAnonymous(words, phrase))
    return { kind: 'anonymous', count: countOf(words, phrase) };
  if (words.is(head, WordClass.human)) return { kind: 'role' };
  if (words.is(head, WordClass.body | WordClass.document) || words.lexicon.offices.has(words.word(head)))
    return { kind: 'office' };
  if (words.isCapital(head)) return { kind: 'name' };
  return { kind: 'role' };
}

/** "Mr. King": two capitals without an article are a name, whatever the second means as a noun. */
const isUnknownName = (words: Words, { first, head }: Phrase): boolean =>
  head === first + 1 && words.isCapital(head) && words.isCapital(first) && !words.is(first, WordClass.determiner);

/** The speaker of a phrase; `mention` is what it stands for. An anonymous source's expression holds why it has no name. */
export function speakerOf(words: Words, phrase: Phrase, mention: number | null, confidence: number): Speaker {
  const source = sourceOf(words, phrase);
  const clause = words.is(phrase.last + 1, WordClass.relative) && source.kind === 'anonymous';
  const last = clause ? Math.max(phrase.last, anonymityEnd(words, phrase)) : phrase.last;
  return { ...words.span(phrase.first, last), ...source, mention, confidence };
}

function isAnonymous(words: Words, phrase: Phrase): boolean {
  return words.is(phrase.head, WordClass.faceless) || anonymityEnd(words, phrase) >= 0;
}

/** Last token of the words that ask for anonymity, in the phrase or soon behind it; -1 when there are none. */
function anonymityEnd(words: Words, phrase: Phrase): number {
  for (let i = phrase.first; i < Math.min(words.length, phrase.last + ANONYMITY_REACH); i += 1) {
    if (i > phrase.last && (words.word(i) === '.' || words.quotationAt(i) >= 0)) break;
    const found = words.lexicon.anonymity.find((sequence) => words.matches(i, sequence));
    if (found !== undefined) return i + found.length - 1;
  }
  return -1;
}

function countOf(words: Words, { first, head }: Phrase): number | null {
  const plural = words.lexicon.looksPlural(words.word(head));
  for (let i = first; i < head; i += 1) {
    const told = words.lexicon.numerals.get(words.word(i)) ?? Number(words.word(i));
    if (told > 0 && words.mentionAt(i) < 0 && (plural || told === 1)) return told;
  }
  return plural ? null : 1;
}
