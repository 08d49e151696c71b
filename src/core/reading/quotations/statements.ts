/** Reported speech without marks: "Ada Lovelace said that …", "…, the ministry said.", "according to officials, …". */
import type { Sentence } from '../../text/sentences.ts';
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

/** Statements of the sentences, in document order. Tokens of `isAside` are left out. */
export function findStatements(
  words: Words,
  sentences: readonly Sentence[],
  isAside: (sentence: Sentence) => boolean,
): Reported[] {
  const found: Reported[] = [];
  for (const sentence of sentences) {
    if (words.quotationAt(sentence.firstToken) >= 0 && words.quotationAt(sentence.endToken - 1) >= 0) continue;
    if (isAside(sentence)) continue;
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
  let i = verb + 1;
  while (
    i < end &&
    (words.is(i, WordClass.calendar) || (words.word(i) === 'on' && words.is(i + 1, WordClass.calendar)))
  )
    i += 1;
  const opens = WordClass.pronoun | WordClass.determiner | WordClass.human | WordClass.body;
  return words.is(i, opens) || words.mentionAt(i) >= 0 ? i : -1;
}

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
  let clause = phrase.last + 1;
  while (clause < end && words.word(clause) !== ',') clause += 1;
  return end - clause > SHORTEST_CLAUSE ? { first: clause + 1, last: end - 1, phrase, cue } : null;
}

function withoutStop(words: Words, first: number, end: number): number {
  let i = end;
  while (i > first && words.isPunctuation(i - 1) && words.quotationAt(i - 1) < 0) i -= 1;
  return i;
}
