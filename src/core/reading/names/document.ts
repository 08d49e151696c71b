/** One text prepared for the tagger: its words, which of them can be part of a name, and what the text tells elsewhere about each. */
import type { Sentence } from '../../text/sentences.ts';
import { TokenKind, type Tokens } from '../../text/tokens.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word, type WordBook } from './words.ts';

export interface NameDocument {
  readonly tokens: Tokens;
  /** By token. In sentences all in capitals, words stand as a headline would print them. */
  readonly words: readonly Word[];
  /** Bits of `SentenceFlag` by token. */
  readonly flags: Uint8Array;
  /** First and last token of the run of capitalised words around each token; the token itself when it is in none. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** First token and end token of the sentence of each token. */
  readonly sentenceFirst: Int32Array;
  readonly sentenceEnd: Int32Array;
  /** Pairs of first token and end token: the stretches in which a name can stand. All other tokens are outside names. */
  readonly stretches: readonly number[];
  /** Bits of `ContextBit` by `Word.low`: how the word is used anywhere in the text. */
  readonly contexts: ReadonlyMap<number, number>;
}

export const SentenceFlag = { initial: 1, headline: 2, capitals: 4, short: 8 } as const;

export const ContextBit = {
  afterTitle: 1 << 0,
  afterFirstName: 1 << 1,
  beforeCapital: 1 << 2,
  afterCapital: 1 << 3,
  afterPlacePreposition: 1 << 4,
  beforePossessive: 1 << 5,
  beforeCommaCapital: 1 << 6,
  besideSaying: 1 << 7,
  afterThe: 1 << 8,
  lowerElsewhere: 1 << 9,
  capitalInside: 1 << 10,
  endsRun: 1 << 11,
  beginsRun: 1 << 12,
  beforeOrganizationWord: 1 << 13,
  afterOrganizationWord: 1 << 14,
  beforePlaceWord: 1 << 15,
  allCapitals: 1 << 16,
  bracketed: 1 << 17,
  alone: 1 << 18,
  afterOrigin: 1 << 19,
} as const;
export const contextBits = 20;

export function prepareDocument(
  tokens: Tokens,
  sentences: readonly Sentence[],
  book: WordBook,
  language: NameLanguage,
): NameDocument {
  const count = tokens.length;
  const words = new Array<Word>(count);
  const flags = new Uint8Array(count);
  const sentenceFirst = new Int32Array(count);
  const sentenceEnd = new Int32Array(count);
  const { text, starts, ends } = tokens;
  for (const sentence of sentences) {
    for (let at = sentence.firstToken; at < sentence.endToken; at += 1) {
      words[at] = book.get(text.slice(starts[at], ends[at]));
      sentenceFirst[at] = sentence.firstToken;
      sentenceEnd[at] = sentence.endToken;
    }
    const style = styleOf(words, sentence);
    if (style & SentenceFlag.capitals) recase(words, sentence, book);
    flags.fill(style, sentence.firstToken, sentence.endToken);
    markInitial(words, flags, sentence);
  }
  const runs = findRuns(tokens, words, sentenceFirst);
  return {
    tokens,
    words,
    flags,
    ...runs,
    sentenceFirst,
    sentenceEnd,
    stretches: findStretches(tokens, words, sentenceFirst, language),
    contexts: collectContexts(words, flags, runs.runFirst, runs.runLast, sentenceFirst, sentenceEnd),
  };
}

/** Fewer words than this make no headline, as "Yes, Minister Okafor" is none. */
const fewestHeadlineWords = 4;
/** Share of content words in capitals from which a sentence is set like a headline. */
const headlineShare = 0.85;

function styleOf(words: readonly Word[], { firstToken, endToken }: Sentence): number {
  let content = 0;
  let capital = 0;
  let upper = 0;
  let cased = 0;
  for (let at = firstToken; at < endToken; at += 1) {
    const { caps, lower, classes } = words[at] as Word;
    if (caps > Caps.mixed) continue;
    cased += 1;
    if (caps === Caps.upper || (caps === Caps.title && lower.length === 1)) upper += 1;
    if (classes & WordClass.function) continue;
    content += 1;
    if (caps !== Caps.lower) capital += 1;
  }
  let style = cased <= fewestHeadlineWords ? SentenceFlag.short : 0;
  const stopped = (words[endToken - 1] as Word).text === '.';
  if (!stopped && content >= fewestHeadlineWords && capital >= content * headlineShare) style |= SentenceFlag.headline;
  if (cased >= fewestHeadlineWords && upper >= cased * headlineShare)
    style |= SentenceFlag.headline | SentenceFlag.capitals;
  return style;
}

/** Acronyms are seldom longer, and words seldom shorter. */
const longestAcronym = 3;

function recase(words: Word[], { firstToken, endToken }: Sentence, book: WordBook): void {
  for (let at = firstToken; at < endToken; at += 1) {
    const word = words[at] as Word;
    if (word.caps !== Caps.upper || word.text.includes('.')) continue;
    if (
      word.classes & WordClass.country ||
      (word.text.length <= longestAcronym && !(word.classes & (WordClass.function | listBit('common'))))
    )
      continue;
    const small = (word.classes & WordClass.function) !== 0 && at > firstToken;
    words[at] = book.get(small ? word.lower : titleCase(word.lower));
  }
}

/** Capital at the beginning and after hyphens and apostrophes that part a name ("O'Brien"). */
function titleCase(lower: string): string {
  let cased = '';
  let up = true;
  for (const character of lower) {
    cased += up ? character.toUpperCase() : character;
    up = character === '-' || (character === "'" && cased.length === 2);
  }
  return cased;
}

/** The first word, and the word after opening marks, is capitalised whatever it is. */
function markInitial(words: readonly Word[], flags: Uint8Array, { firstToken, endToken }: Sentence): void {
  for (let at = firstToken; at < endToken; at += 1) {
    flags[at] = (flags[at] as number) | SentenceFlag.initial;
    if ((words[at] as Word).caps !== Caps.mark) break;
  }
  for (let at = firstToken + 1; at < endToken; at += 1) {
    const { text } = words[at - 1] as Word;
    if (text === '“' || text === ':' || text === '"' || text === '‘')
      flags[at] = (flags[at] as number) | SentenceFlag.initial;
  }
}

const isCapital = (word: Word): boolean => word.caps >= Caps.title && word.caps <= Caps.mixed;

function findRuns(tokens: Tokens, words: readonly Word[], sentenceFirst: Int32Array) {
  const runFirst = new Int32Array(tokens.length);
  const runLast = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length;) {
    let end = at + 1;
    if (isCapital(words[at] as Word)) {
      while (end < tokens.length && sentenceFirst[end] === sentenceFirst[at] && isCapital(words[end] as Word)) end += 1;
    }
    runFirst.fill(at, at, end);
    runLast.fill(end - 1, at, end);
    at = end;
  }
  return { runFirst, runLast };
}

/** At most so many words without a capital lie between two parts of a name ("Bank of the West"). */
const longestLink = 3;

function findStretches(
  tokens: Tokens,
  words: readonly Word[],
  sentenceFirst: Int32Array,
  language: NameLanguage,
): number[] {
  const stretches: number[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    if (first >= 0) stretches.push(first, last + 1);
    first = -1;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (!canBeginName(tokens, words, at)) continue;
    const joined = first >= 0 && sentenceFirst[at] === sentenceFirst[first] && linksOnly(words, last + 1, at, language);
    if (joined) {
      last = at;
      continue;
    }
    close();
    first = last = at;
    while (first > (sentenceFirst[at] as number) && language.nameParticles.has((words[first - 1] as Word).lower))
      first -= 1;
  }
  close();
  return stretches;
}

function canBeginName(tokens: Tokens, words: readonly Word[], at: number): boolean {
  const kind = tokens.kinds[at];
  if (kind !== TokenKind.word && kind !== TokenKind.alphanumeric && kind !== TokenKind.number) return false;
  const word = words[at] as Word;
  if (isCapital(word) || word.caps === Caps.letter) return true;
  if (word.caps === Caps.lower) return isListedName(word);
  // Numbers only beside a capital: "3rd Infantry Division", "Apollo 11".
  if (word.caps !== Caps.number && kind !== TokenKind.alphanumeric) return false;
  return (at > 0 && isCapital(words[at - 1] as Word)) || (at + 1 < tokens.length && isCapital(words[at + 1] as Word));
}

/** Names that careless writers leave small: listed, and no common word. */
const isListedName = (word: Word): boolean =>
  word.lower.length >= shortestListed && (word.classes & listedNames) !== 0 && (word.classes & noNames) === 0;
/** Shorter ones are too often something else. */
const shortestListed = 4;
const listedNames = listBit('place') | listBit('firstName');
const noNames =
  listBit('common') |
  WordClass.function |
  WordClass.calendar |
  WordClass.title |
  WordClass.organizationWord |
  WordClass.placeWord;

function linksOnly(words: readonly Word[], from: number, to: number, language: NameLanguage): boolean {
  if (to - from > longestLink) return false;
  for (let at = from; at < to; at += 1) {
    const word = words[at] as Word;
    if (
      word.caps === Caps.mark
        ? !linkMarks.has(word.text)
        : to - from > 1 && !language.nameLinks.has(word.lower) && word.caps !== Caps.number
    )
      return false;
  }
  return true;
}

const linkMarks: ReadonlySet<string> = new Set([
  "'",
  '’',
  '-',
  '–',
  '‑',
  '/',
  '&',
  ',',
  '.',
  '(',
  ')',
  '+',
  '"',
  '“',
  '”',
  '!',
  ':',
]);

/** What every occurrence of a word tells about it, joined: one text mostly uses a name in one way. */
function collectContexts(
  words: readonly Word[],
  flags: Uint8Array,
  runFirst: Int32Array,
  runLast: Int32Array,
  sentenceFirst: Int32Array,
  sentenceEnd: Int32Array,
): Map<number, number> {
  const contexts = new Map<number, number>();
  const firstName = listBit('firstName');
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (!isCapital(word) || word.classes & WordClass.function) continue;
    const before = at > (sentenceFirst[at] as number) ? words[at - 1] : undefined;
    const after = at + 1 < (sentenceEnd[at] as number) ? words[at + 1] : undefined;
    const flag = flags[at] as number;
    let bits = 0;
    if (before !== undefined) {
      const { classes } = before;
      const capital = isCapital(before);
      if (classes & WordClass.title) bits |= ContextBit.afterTitle;
      if (capital && classes & firstName) bits |= ContextBit.afterFirstName;
      if (capital) bits |= ContextBit.afterCapital;
      else if (classes & WordClass.placePreposition) bits |= ContextBit.afterPlacePreposition;
      if (classes & WordClass.saying) bits |= ContextBit.besideSaying;
      if (before.lower === 'the') bits |= ContextBit.afterThe;
      if (classes & WordClass.organizationWord) bits |= ContextBit.afterOrganizationWord;
      if (classes & (WordClass.demonym | WordClass.country)) bits |= ContextBit.afterOrigin;
      if (before.text === '(') bits |= ContextBit.bracketed;
    }
    if (after !== undefined) {
      const { classes } = after;
      if (isCapital(after)) {
        bits |= ContextBit.beforeCapital;
        if (classes & WordClass.organizationWord) bits |= ContextBit.beforeOrganizationWord;
        if (classes & WordClass.placeWord) bits |= ContextBit.beforePlaceWord;
      }
      if (after.text === "'s" || after.text === '’s') bits |= ContextBit.beforePossessive;
      if (classes & WordClass.saying) bits |= ContextBit.besideSaying;
      if (after.text === ',' && at + 2 < (sentenceEnd[at] as number) && isCapital(words[at + 2] as Word))
        bits |= ContextBit.beforeCommaCapital;
    }
    if (!(flag & (SentenceFlag.headline | SentenceFlag.initial))) bits |= ContextBit.capitalInside;
    const [first, last] = [runFirst[at] as number, runLast[at] as number];
    if (first === last) bits |= ContextBit.alone;
    else if (at === last) bits |= ContextBit.endsRun;
    else if (at === first) bits |= ContextBit.beginsRun;
    if (word.caps === Caps.upper) bits |= ContextBit.allCapitals;
    // A headline's capitals say nothing of a run.
    if (flag & SentenceFlag.headline) bits &= ~headlineBlind;
    contexts.set(word.low, (contexts.get(word.low) ?? 0) | bits);
  }
  for (const word of words) {
    if (word.caps !== Caps.lower) continue;
    const bits = contexts.get(word.low);
    if (bits !== undefined) contexts.set(word.low, bits | ContextBit.lowerElsewhere);
  }
  return contexts;
}

const headlineBlind =
  ContextBit.beforeCapital |
  ContextBit.afterCapital |
  ContextBit.endsRun |
  ContextBit.beginsRun |
  ContextBit.alone |
  ContextBit.afterFirstName |
  ContextBit.beforeOrganizationWord |
  ContextBit.beforePlaceWord;
