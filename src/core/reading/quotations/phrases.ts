/** Noun phrases without a parser: who may be the subject of a verb of saying, read from the words around it. */
import { WordClass } from './lexicon.ts';
import { VERBAL, type Words } from '../words.ts';

/** A noun phrase by its tokens, ends included. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** The noun that the phrase is about: "spokesman" in "a spokesman for the ministry". */
  readonly head: number;
}

/** Longer phrases are lists or whole clauses; the bound keeps every search linear. */
const LONGEST_PHRASE = 16;
/** How far a subject may stand from its verb, appositions included. */
const LONGEST_APPOSITION = 40;

/** The phrase that begins at token `first` and ends before `end`; null when no noun phrase stands there. */
export function phraseStarting(words: Words, first: number, end: number): Phrase | null {
  const limit = Math.min(end, first + LONGEST_PHRASE);
  if (words.is(first, WordClass.pronoun)) return { first, last: first, head: first };
  let last = first - 1;
  let head = -1;
  let afterPreposition = false;
  for (let i = first; i < limit; i += 1) {
    const name = nameEnd(words, i, limit);
    if (name >= 0) {
      if (!afterPreposition) head = name;
      last = name;
      i = name;
      if (words.isClitic(i + 1)) last = i += 1;
      else if (words.isName(i, 'person') ? !qualifiesHolder(words, i + 1) : !namesNoun(words, i + 1, limit)) break;
      continue;
    }
    if (isInner(words, i)) {
      last = i;
      if (!afterPreposition && words.isWord(i) && !words.is(i, WordClass.determiner) && !words.isClitic(i)) head = i;
    } else if (
      head >= 0 &&
      isLink(words, i) &&
      i + 1 < limit &&
      (isInner(words, i + 1) || words.mentionAt(i + 1) >= 0)
    ) {
      afterPreposition = true;
      last = i;
    } else break;
  }
  return head < 0 ? null : (nameInApposition(words, { first, last, head }, end) ?? { first, last, head });
}

/** "the union's secretary, Dr. Ada Lovelace, …": who holds the role, where the name stands between commas behind it. */
function nameInApposition(words: Words, phrase: Phrase, end: number): Phrase | null {
  const { last, head } = phrase;
  const describes = isHuman(words, head) || (words.is(phrase.first, WordClass.determiner) && words.mentionAt(head) < 0);
  if (!describes || words.lexicon.looksPlural(words.word(head)) || words.word(last + 1) !== ',') return null;
  let first = last + 2;
  while (first - last < NOUN_REACH && words.mentionAt(first) < 0 && words.isWord(first) && words.isCapital(first))
    first += 1;
  if (first >= end || !words.isName(first, 'person') || words.quotationAt(first) >= 0) return null;
  const name = nameEnd(words, first, end);
  return words.isPunctuation(name + 1) || name + 1 >= end ? { first, last: name, head: name } : null;
}

/** The phrase that ends with token `last` and begins at or after `start`. */
export function phraseEnding(words: Words, last: number, start: number): Phrase | null {
  if (words.is(last, WordClass.pronoun)) return { first: last, last, head: last };
  const limit = Math.max(start, last - LONGEST_PHRASE);
  let first = last + 1;
  for (let i = last; i >= limit; i -= 1) {
    const nameStart = nameBegin(words, i, limit);
    if (nameStart >= 0) {
      first = i = nameStart;
      continue;
    }
    if (isInner(words, i)) {
      first = i;
      if (words.is(i, WordClass.determiner) && !isLink(words, i - 1)) break;
    } else if (first <= last && (isLink(words, i) || isAndOfNames(words, i)) && i > limit && isInner(words, i - 1))
      first = i;
    else break;
  }
  while (first < last && !beginsPhrase(words, first)) first += 1;
  return first > last || !words.isWord(last) ? null : { first, last, head: headOf(words, first, last) };
}

/**
 * The subject of the verb at `verb`, not before token `start`: the phrase in front of it, behind adverbs, auxiliaries,
 * brackets and appositions ("Ada Lovelace, a mathematician, has also said").
 */
export function subjectBefore(words: Words, verb: number, start: number): Phrase | null {
  let i = skipBack(words, verb - 1, start);
  if (i < start) return null;
  if (words.word(i) === ')') {
    i = matchingBracket(words, i, start) - 1;
    if (i < start) return null;
  }
  if (words.is(i, WordClass.relative)) {
    const before = words.word(i - 1) === ',' ? i - 2 : i - 1;
    return before < start ? null : phraseEnding(words, before, start);
  }
  if (words.word(i) === ',' || isDash(words, i)) return beforeApposition(words, i, start);
  if (words.is(i, WordClass.conjunction)) return mainSubject(words, start, i);
  const phrase = speaking(words, phraseEnding(words, i, start));
  if (phrase === null || !isObject(words, phrase)) return phrase;
  const main = mainSubject(words, start, verb);
  return main !== null && isStrong(words, main) ? main : phrase;
}

/** "The post on Monday to the board said": what a preposition governs is no subject. */
const isObject = (words: Words, { first }: Phrase): boolean =>
  words.is(first - 1, WordClass.preposition) && words.mentionAt(first - 1) < 0;

/** The first phrase of the clause that begins at `start`, behind introductions ("In a statement on Monday, …"). */
export function mainSubject(words: Words, start: number, end: number): Phrase | null {
  let i = start;
  for (let introductions = 0; introductions < 3 && i < end; introductions += 1) {
    while (
      i < end &&
      !words.is(i, WordClass.pronoun) &&
      words.is(i, WordClass.adverb | WordClass.conjunction) &&
      !words.is(i, WordClass.determiner)
    )
      i += 1;
    const introduces =
      words.is(i, WordClass.preposition | WordClass.saying | WordClass.conjunction) ||
      isParticiple(words, i) ||
      words.is(i, WordClass.calendar);
    if (!introduces) break;
    const comma = nextComma(words, i, end);
    if (comma < 0) break;
    i = comma + 1;
  }
  while (i < end && words.word(i) === ',') i += 1;
  return i < end ? speaking(words, phraseStarting(words, i, end)) : null;
}

/** Only what can speak: a pronoun, a name, a human being, a body, a document. */
export function speaking(words: Words, phrase: Phrase | null): Phrase | null {
  if (phrase === null) return null;
  const { head } = phrase;
  const speaks = WordClass.pronoun | WordClass.human | WordClass.body | WordClass.document | WordClass.relative;
  if (words.is(head, speaks) || words.mentionAt(head) >= 0) return phrase;
  if (words.is(head, WordClass.calendar)) return null;
  // "Ada Lovelace's rep": somebody of hers, whatever the noun.
  const possessed = head > phrase.first && words.isClitic(head - 1) && words.isCapital(head - 2);
  return possessed ||
    words.isCapital(head) ||
    words.is(phrase.first, WordClass.determiner) ||
    words.lexicon.looksPlural(words.word(head))
    ? phrase
    : null;
}

/** Whether the phrase names or describes somebody who can speak, beyond being a noun phrase. */
export function isStrong(words: Words, { first, head }: Phrase): boolean {
  if (words.is(head, WordClass.pronoun | WordClass.human | WordClass.body | WordClass.document)) return true;
  // A capital behind an article is a name, even one that the name reader has missed.
  return words.isName(head, 'speaker') || (head > first && words.isCapital(head) && words.mentionAt(head) < 0);
}

/** The subject in front of an apposition that ends with the comma or dash at `mark`. */
function beforeApposition(words: Words, mark: number, start: number): Phrase | null {
  let nearest: Phrase | null = null;
  let end = mark;
  const limit = Math.max(start, mark - LONGEST_APPOSITION);
  for (let i = mark - 1; i >= limit - 1; i -= 1) {
    const atBoundary = i < limit || words.word(i) === ',' || isDash(words, i);
    if (!atBoundary || (i >= limit && words.quotationAt(i) >= 0)) continue;
    const phrase = end - 1 > i ? endingChunk(words, i + 1, end) : null;
    if (phrase !== null) {
      if (words.is(phrase.head, WordClass.pronoun) || words.isName(phrase.head, 'speaker')) return phrase;
      nearest ??= phrase;
    }
    end = i;
  }
  return nearest;
}

/** The phrase that ends the chunk `[first, end)`, unless the chunk is itself an apposition, a participle or a place. */
function endingChunk(words: Words, first: number, end: number): Phrase | null {
  if (words.is(first, WordClass.relative | WordClass.preposition | WordClass.saying) || isParticiple(words, first)) {
    // "In Rome Ada Lovelace, …" still ends in a name.
    if (!words.isName(end - 1, 'person') || words.is(first, WordClass.relative)) return null;
  }
  const last = words.word(end - 1) === ')' ? matchingBracket(words, end - 1, first) - 1 : end - 1;
  if (last < first) return null;
  const phrase = speaking(words, phraseEnding(words, last, first));
  if (phrase === null) return null;
  const type = words.mentions[words.mentionAt(phrase.head)]?.type;
  return type === 'place' || type === 'demonym' ? null : phrase;
}

/** Last token of the name that begins at or covers `token`, or -1. */
function nameEnd(words: Words, token: number, limit: number): number {
  const mention = words.mentionAt(token);
  if (mention < 0) return -1;
  let last = token;
  while (last + 1 < limit && words.mentionAt(last + 1) === mention) last += 1;
  return last;
}

function nameBegin(words: Words, token: number, limit: number): number {
  const mention = words.mentionAt(token);
  if (mention < 0) return -1;
  let first = token;
  while (first - 1 >= limit && words.mentionAt(first - 1) === mention) first -= 1;
  return first;
}

/** Behind a name: a noun for who speaks, of which the name is a part ("Pentagon press secretary"), or another phrase bound to it. */
function namesNoun(words: Words, token: number, limit: number): boolean {
  if (words.isPunctuation(token) || isLink(words, token)) return true;
  for (let i = token; i < Math.min(limit, token + NOUN_REACH); i += 1) {
    if (words.is(i, WordClass.human | WordClass.body | WordClass.document) || words.mentionAt(i) >= 0) return true;
    if (!isInner(words, i) || words.is(i, WordClass.characterizes | WordClass.determiner)) return false;
  }
  return false;
}

/** How many words may stand between a name and the noun that it qualifies, or between a comma and a name. */
const NOUN_REACH = 4;

/** "Harriers boss Ada Lovelace": what stands in front of a role and its holder is no person, whatever the name reader says. */
const qualifiesHolder = (words: Words, token: number): boolean =>
  isHuman(words, token) && words.isName(token + 1, 'person') && !words.isCapital(token);

/** May stand inside a noun phrase. */
function isInner(words: Words, token: number): boolean {
  if (words.quotationAt(token) >= 0) return false;
  if (words.isClitic(token)) return words.word(token).endsWith('s');
  if (words.isPunctuation(token))
    return (
      words.word(token) === '&' || (words.isGlued(token) && (words.word(token) === '-' || words.word(token) === '/'))
    );
  if (words.is(token, WordClass.determiner | WordClass.numeral)) return true;
  if (words.is(token, WordClass.preposition | WordClass.conjunction | WordClass.relative | WordClass.pronoun))
    return false;
  if (words.is(token, WordClass.human | WordClass.body | WordClass.document)) return true;
  if (words.is(token, VERBAL)) return words.isCapital(token) && words.isCapital(token + 1);
  if (words.is(token, WordClass.adverb)) return words.isCapital(token);
  return !isPastBehindName(words, token);
}

/** "Okafor unveiled": what looks like a past tense behind a capital is the verb. */
const isPastBehindName = (words: Words, token: number): boolean =>
  words.lexicon.looksPast(words.word(token)) && !words.isCapital(token) && words.isCapital(token - 1);

/** A preposition that binds two nouns, or a document and its author. */
const isLink = (words: Words, token: number): boolean =>
  words.is(token, WordClass.link) ||
  (words.word(token) === words.lexicon.by && words.is(token - 1, WordClass.document));

const isAndOfNames = (words: Words, token: number): boolean =>
  words.word(token) === words.lexicon.and && words.mentionAt(token - 1) >= 0 && words.mentionAt(token + 1) >= 0;

/** Introductions ("On Monday") and joints are no part of the phrase behind them. */
function beginsPhrase(words: Words, token: number): boolean {
  if (words.mentionAt(token) >= 0) return true;
  if (words.is(token, WordClass.determiner | WordClass.human)) return true;
  return (
    !words.is(token, WordClass.preposition | WordClass.conjunction | WordClass.adverb | WordClass.calendar) &&
    !words.isPunctuation(token) &&
    !words.isClitic(token)
  );
}

function headOf(words: Words, first: number, last: number): number {
  let head = last;
  for (let i = last; i > first; i -= 1) if (isLink(words, i) && words.mentionAt(i) < 0) head = i - 1;
  if (words.isName(last, 'person') && !words.is(first, WordClass.determiner) && !isHuman(words, head)) return last;
  while (head > first && words.isClitic(head)) head -= 1;
  return head;
}

const isHuman = (words: Words, token: number): boolean =>
  words.is(token, WordClass.human) && words.mentionAt(token) < 0;

function skipBack(words: Words, from: number, start: number): number {
  let i = from;
  for (; i >= start; i -= 1) {
    if (words.mentionAt(i) >= 0) break;
    if (words.is(i, WordClass.auxiliary | WordClass.adverb) && !words.is(i, WordClass.human)) continue;
    if (words.is(i, WordClass.calendar) && !words.is(i - 1, WordClass.determiner)) continue;
    if (words.is(i, WordClass.link) && words.is(i + 1, WordClass.calendar)) continue;
    break;
  }
  return i;
}

function matchingBracket(words: Words, close: number, start: number): number {
  for (let i = close - 1; i >= Math.max(start, close - LONGEST_APPOSITION); i -= 1) if (words.word(i) === '(') return i;
  return close;
}

function nextComma(words: Words, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + LONGEST_APPOSITION); i += 1)
    if (words.word(i) === ',' && words.quotationAt(i) < 0) return i;
  return -1;
}

export const isDash = (words: Words, token: number): boolean =>
  DASHES.has(words.word(token)) || (words.word(token) === '-' && !words.isGlued(token));
const DASHES = new Set(['—', '–', '--', '―', '---']);

const isParticiple = (words: Words, token: number): boolean =>
  words.lexicon.looksParticiple(words.word(token)) && words.mentionAt(token) < 0 && !words.is(token, WordClass.human);
