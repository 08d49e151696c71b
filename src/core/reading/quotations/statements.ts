/** Reported speech without marks: "Ada Lovelace said that …", "…, the ministry said.", "according to officials, …". */
import type { Sentence } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from '../words.ts';
import { WordClass } from './lexicon.ts';
import { isStrong, phraseStarting, subjectBefore, type Phrase } from './phrases.ts';

/** A statement by tokens, ends included. */
export interface Reported {
  readonly first: number;
  readonly last: number;
  readonly phrase: Phrase;
  readonly cue: { readonly first: number; readonly last: number };
}

/** Behind the cue: "on Tuesday", "in a statement", "the reporter": so many tokens before the clause or the stop. */
const LONGEST_TAIL = 12;
/** Fewer tokens than this say nothing worth listing. */
const SHORTEST_CLAUSE = 4;

/** Statements of the sentences, in document order. Those in asides are left out. */
export function findStatements(
  words: Words,
  sentences: readonly Sentence[],
  asideAt: (span: Span) => Span | null,
): Reported[] {
  const found: Reported[] = [];
  for (const sentence of sentences) {
    if (words.quotationAt(sentence.firstToken) >= 0 && words.quotationAt(sentence.endToken - 1) >= 0) continue;
    if (asideAt(sentence) !== null) continue;
    const statement = inSentence(words, sentence);
    if (statement !== null) found.push(statement);
  }
  return found;
}

function inSentence(words: Words, { firstToken, endToken }: Sentence): Reported | null {
  const end = withoutStop(words, firstToken, endToken);
  for (let i = firstToken; i < end; i += 1) {
    if (words.quotationAt(i) >= 0 || words.mentionAt(i) >= 0) continue;
    const preposition = words.lexicon.sourcePrepositions.find((sequence) => words.matches(i, sequence));
    if (preposition !== undefined) return byPreposition(words, firstToken, end, i, preposition.length);
    if (!words.is(i, WordClass.says) || words.is(i - 1, WordClass.determiner)) continue;
    const statement = clauseAfter(words, firstToken, end, i) ?? clauseBefore(words, firstToken, end, i);
    if (statement !== null) return statement;
  }
  return null;
}

/** SUBJECT said [on Tuesday] [that] CLAUSE */
function clauseAfter(words: Words, first: number, end: number, verb: number): Reported | null {
  const phrase = subjectBefore(words, verb, first);
  if (phrase === null || !isStrong(words, phrase)) return null;
  const clause = clauseStart(words, verb, end);
  if (clause < 0 || end - clause < SHORTEST_CLAUSE || words.quotationAt(clause) >= 0) return null;
  return { first: clause, last: end - 1, phrase, cue: { first: verb, last: verb } };
}

/** First token of the clause that depends on the verb; -1 when none does. */
function clauseStart(words: Words, verb: number, end: number): number {
  const { complementizer, clauseVerbs } = words.lexicon;
  for (let i = verb + 1; i < Math.min(end, verb + LONGEST_TAIL); i += 1) {
    if (words.word(i) === complementizer) return i + 1;
    if (words.is(i, WordClass.otherVerb | WordClass.says | WordClass.auxiliary) || words.isPunctuation(i)) break;
  }
  if (!clauseVerbs.has(words.word(verb))) return -1;
  const start = behindCircumstances(words, verb + 1, end);
  const opens = WordClass.pronoun | WordClass.determiner | WordClass.human | WordClass.body;
  if (!words.is(start, opens) && words.mentionAt(start) < 0) return -1;
  for (let i = start + 1; i < end; i += 1) if (isVerb(words, i)) return start;
  return -1;
}

/** A clause has a verb: "declared a curfew" is no statement. */
const FINITE = WordClass.auxiliary | WordClass.otherVerb | WordClass.says | WordClass.characterizes;

const isVerb = (words: Words, token: number): boolean =>
  words.quotationAt(token) < 0 &&
  words.mentionAt(token) < 0 &&
  (words.is(token, FINITE) || words.lexicon.looksPast(words.word(token)));

/** First token behind "on Tuesday", "in an online post". */
function behindCircumstances(words: Words, from: number, end: number): number {
  let i = from;
  for (;;) {
    if (i < end && words.is(i, WordClass.calendar)) i += 1;
    else if (words.is(i, WordClass.preposition) && words.is(i + 1, WordClass.calendar)) i += 2;
    else if (words.is(i, WordClass.preposition)) {
      const channel = channelNoun(words, i + 1, end);
      if (channel < 0) return i;
      i = channel + 1;
    } else return i;
  }
}

function channelNoun(words: Words, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + CHANNEL_REACH); i += 1) {
    if (words.lexicon.channels.has(words.word(i)) && !words.lexicon.channels.has(words.word(i + 1))) return i;
    if (words.lexicon.platforms.has(words.word(i)) && !words.lexicon.channels.has(words.word(i + 1))) return i;
    if (words.isPunctuation(i)) return -1;
  }
  return -1;
}

/** "in a rare televised interview" */
const CHANNEL_REACH = 6;

/** CLAUSE, SUBJECT said [in a statement]. */
function clauseBefore(words: Words, first: number, end: number, verb: number): Reported | null {
  if (!words.lexicon.clauseVerbs.has(words.word(verb)) || end - verb > LONGEST_TAIL) return null;
  const phrase =
    words.word(verb - 1) === ',' ? phraseStarting(words, verb + 1, end) : subjectBefore(words, verb, first);
  if (phrase === null || !isStrong(words, phrase)) return null;
  const comma = words.word(verb - 1) === ',' ? verb - 1 : phrase.first - 1;
  if (
    words.word(comma) !== ',' ||
    words.quotationAt(comma) >= 0 ||
    words.quotationAt(comma - 1) >= 0 ||
    comma - first < SHORTEST_CLAUSE
  )
    return null;
  return { first, last: comma - 1, phrase, cue: { first: verb, last: verb } };
}

/** According to SOURCE, CLAUSE. / CLAUSE, according to SOURCE. */
function byPreposition(words: Words, first: number, end: number, at: number, width: number): Reported | null {
  const phrase = phraseStarting(words, at + width, end);
  if (phrase === null) return null;
  const cue = { first: at, last: at + width - 1 };
  if (at - first > SHORTEST_CLAUSE) {
    const last = words.word(at - 1) === ',' ? at - 2 : at - 1;
    return { first, last, phrase, cue };
  }
  let clause = nextComma(words, phrase.last + 1, end);
  if (words.is(clause + 1, WordClass.relative)) clause = nextComma(words, clause + 1, end);
  return end - clause > SHORTEST_CLAUSE ? { first: clause + 1, last: end - 1, phrase, cue } : null;
}

function nextComma(words: Words, from: number, end: number): number {
  let i = from;
  while (i < end && words.word(i) !== ',') i += 1;
  return i;
}

function withoutStop(words: Words, first: number, end: number): number {
  let i = end;
  while (i > first && words.isPunctuation(i - 1) && words.quotationAt(i - 1) < 0) i -= 1;
  return i;
}
