/** Bodies that are named by an origin or a leader and a common noun: "Ruritanian armed forces", "Vane administration". */
import { compareDrafts, type Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, type Word } from './words.ts';

const bodyConfidence = 0.85;

/** Adds the bodies; the origin or person within keeps its own mention. */
export function addBodies(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const found = [...drafts];
  for (const [index, { first, end, type }] of drafts.entries()) {
    const length = bodyLength(document, first, end, type, language);
    if (length === 0 || isAttribute(document, end + length, language)) continue;
    found.push({ first, end: end + length, type: 'organization', confidence: bodyConfidence });
    if (type === 'place') found[index] = { ...(drafts[index] as Draft), type: 'demonym' };
  }
  return found.sort(compareDrafts);
}

/** Tokens of the common noun that makes a body of the name `[first, end)`, or 0. */
function bodyLength(
  document: NameDocument,
  first: number,
  end: number,
  type: Draft['type'],
  language: NameLanguage,
): number {
  const limit = document.sentenceEnd[first] as number;
  const head = end < limit ? (document.words[end] as Word).lower : '';
  const isState = type === 'demonym' || (type === 'place' && isCountry(document, first, end, language));
  if (type === 'person') return language.leaderBodies.has(head) ? 1 : 0;
  if (!isState) return 0;
  const pair = end + 1 < limit ? `${head} ${(document.words[end + 1] as Word).lower}` : '';
  if (language.stateBodies.has(pair)) return 2;
  return language.stateBodies.has(head) ? 1 : 0;
}

/** Whether the common noun before `at` only describes what follows: "the Kenyan military base". */
function isAttribute(document: NameDocument, at: number, language: NameLanguage): boolean {
  if (at >= (document.sentenceEnd[at - 1] as number)) return false;
  const { caps, classes, lower } = document.words[at] as Word;
  if (caps !== Caps.lower || classes & (WordClass.function | WordClass.saying) || language.nameLinks.has(lower))
    return false;
  return !language.predicateVerbs.has(lower) && !/^['’]|(?:ed|ing|ly)$/u.test(lower);
}

function isCountry(document: NameDocument, first: number, end: number, language: NameLanguage): boolean {
  if (end - first === 1) return ((document.words[first] as Word).classes & WordClass.country) !== 0;
  const { starts, ends, text } = document.tokens;
  return language.places.has(text.slice(starts[first], ends[end - 1]));
}
