/** Adjectives and nouns of origin, and the acronyms of countries that act as such. */
import { coverage, type Draft } from './draft.ts';
import { SentenceFlag, type NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

/** Adds demonyms where no name covers them, and retypes drafts that are nothing but one. */
export function addOrigins(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  for (const draft of drafts) {
    if (isListedPlace(document, draft, language)) draft.type = 'place';
    if (isOrigin(document, draft, language)) draft.type = 'demonym';
    else if (draft.type === 'place' && isAdjectival(document, draft, language)) draft.type = 'demonym';
  }
  const found = [...drafts];
  const covered = coverage(document, drafts);
  for (let at = 0; at < document.words.length; at += 1) {
    if (covered[at] !== 0) continue;
    const length = originAt(document, at, covered, language);
    if (length > 0) {
      found.push({ first: at, end: at + length, type: 'demonym', confidence: listConfidence });
      at += length - 1;
      continue;
    }
    const place = placeAt(document, at, covered, language);
    if (place > 1) {
      found.push({ first: at, end: at + place, type: 'place', confidence: listConfidence });
      at += place - 1;
      continue;
    }
    const word = document.words[at] as Word;
    if (!(word.classes & WordClass.country) || word.caps === Caps.lower) continue;
    // In a run of capitals a country may be part of another name; its acronym is an adjective ("US Secretary").
    if (isPartOfRun(document, at) && !language.adjectivalAcronyms.has(word.text)) continue;
    const draft: Draft = { first: at, end: at + 1, type: 'place', confidence: listConfidence };
    if (isAdjectival(document, draft, language)) draft.type = 'demonym';
    found.push(draft);
  }
  return found;
}

/** What stands in a list of the world's countries and peoples is hardly ever anything else. */
const listConfidence = 0.9;
/** A person called Roman or German keeps the type the tagger is this sure of. */
const surePerson = 0.7;

/** Whether a capitalised word other than a date's or a sentence's first stands beside token `at`. */
function isPartOfRun(document: NameDocument, at: number): boolean {
  const { words, sentenceFirst } = document;
  return [at - 1, at + 1].some((other) => {
    const word = words[other];
    if (word === undefined || sentenceFirst[other] !== sentenceFirst[at]) return false;
    // In a headline every neighbour has a capital; only an uncommon one can belong to the name.
    const headline = ((document.flags[at] as number) & SentenceFlag.headline) !== 0;
    const plain = WordClass.calendar | WordClass.function | (headline ? listBit('common') : 0);
    return word.caps >= Caps.title && word.caps <= Caps.mixed && !(word.classes & plain);
  });
}

function isOrigin(document: NameDocument, draft: Draft, language: NameLanguage): boolean {
  const { first, end, type, confidence } = draft;
  if (type === 'person' && confidence > surePerson) return false;
  let text = '';
  for (let at = first; at < end; at += 1) text += `${at > first ? ' ' : ''}${(document.words[at] as Word).text}`;
  return language.demonyms.has(text) && !(language.places.has(text) && type === 'place');
}

/** A listed country or region that was taken for something else; single words only for bodies, as people are called Jordan. */
function isListedPlace(document: NameDocument, { first, end, type }: Draft, language: NameLanguage): boolean {
  if (type === 'place' || type === 'demonym' || (end - first === 1 && type !== 'organization')) return false;
  const { starts, ends, text } = document.tokens;
  return language.places.has(text.slice(starts[first], ends[end - 1]));
}

/** Number of tokens of the demonym that begins at `at`, or 0. */
function originAt(document: NameDocument, at: number, covered: Int32Array, language: NameLanguage): number {
  const word = document.words[at] as Word;
  if (word.caps !== Caps.title && word.caps !== Caps.mixed) return 0;
  const next = covered[at + 1] === 0 ? document.words[at + 1] : undefined;
  if (next !== undefined && language.demonyms.has(`${word.text} ${next.text}`)) return 2;
  return word.classes & WordClass.demonym ? 1 : 0;
}

/** Longest name of a country or region that is looked for, in tokens ("Central African Republic"). */
const longestPlace = 3;

/** Number of tokens of the listed place of several words that begins at `at`, or 0. */
function placeAt(document: NameDocument, at: number, covered: Int32Array, language: NameLanguage): number {
  const { starts, ends, text } = document.tokens;
  if ((document.words[at] as Word).caps !== Caps.title) return 0;
  for (let end = Math.min(at + longestPlace, document.sentenceEnd[at] as number); end > at + 1; end -= 1) {
    if (covered.subarray(at, end).some((index) => index !== 0)) continue;
    if (language.places.has(text.slice(starts[at], ends[end - 1]))) return end - at;
  }
  return 0;
}

/** Whether a country's acronym stands before a noun: "US troops", "U.K.-led", "US President"; not "the US said". */
function isAdjectival(document: NameDocument, { first, end }: Draft, language: NameLanguage): boolean {
  const { words, tokens, sentenceEnd } = document;
  if (end - first !== 1 || !language.adjectivalAcronyms.has((words[first] as Word).text)) return false;
  if (end >= (sentenceEnd[first] as number)) return false;
  const next = words[end] as Word;
  // "US and Kenyan forces": the noun comes after the second adjective.
  if (next.lower === 'and' || next.lower === 'or') {
    const other = words[end + 1];
    return other !== undefined && end + 1 < (sentenceEnd[first] as number) && (other.classes & WordClass.demonym) !== 0;
  }
  if (next.text === '-') return tokens.starts[end] === tokens.ends[first];
  if (next.caps === Caps.mark || next.caps === Caps.number || /^['’]/u.test(next.text)) return false;
  if (next.classes & WordClass.calendar) return false;
  if (next.caps !== Caps.lower) return true;
  if (next.classes & (WordClass.function | WordClass.saying) || language.nameLinks.has(next.lower)) return false;
  if (language.predicateVerbs.has(next.lower)) return false;
  // An adverb goes before a verb: "the US quietly left".
  if (next.lower.endsWith('ly')) return false;
  return !next.lower.endsWith('ed') || language.descriptiveParticiples.has(next.lower);
}
