/** Names of events and works, by the words that make them so. Only what is sure: a phrase needs its head and its capitals. */
import { compareDrafts, coverage, type Draft } from './draft.ts';
import { SentenceFlag, type NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, type Word } from './words.ts';

const patternConfidence = 0.8;
/** A longer run of capitals before a head is a headline. */
const longestName = 7;

/** Adds events and works, which swallow the drafts they enclose, and settles drafts of type `other`. */
export function addEventsAndWorks(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const found: Draft[] = [];
  for (let at = 0; at < document.words.length; at += 1) {
    const draft = eventAt(document, at, language) ?? headedAt(document, at, language);
    if (draft === null) continue;
    found.push(draft);
    at = Math.max(at, draft.end - 1);
  }
  found.push(...quotedWorks(document, language));
  const covered = coverage(document, found);
  const kept = drafts.filter((draft) => {
    for (let at = draft.first; at < draft.end; at += 1) if (covered[at] !== 0) return false;
    return true;
  });
  return [...kept, ...found].filter(({ type }) => type !== 'other').sort(compareDrafts);
}

const isCapital = (word: Word | undefined): boolean =>
  word !== undefined && word.caps >= Caps.title && word.caps <= Caps.mixed;

/** "Operation Silver Tide", "Battle of Port Meridian". */
function eventAt(document: NameDocument, at: number, language: NameLanguage): Draft | null {
  const { words, runLast } = document;
  const word = words[at] as Word;
  if (!isCapital(word) || (document.flags[at] as number) & SentenceFlag.headline) return null;
  if (language.eventPrefixes.has(word.lower)) {
    const last = Math.min(runLast[at] as number, at + longestName);
    return last > at ? event(at, last + 1) : null;
  }
  const type = language.eventsOf.has(word.lower) ? 'event' : language.worksOf.has(word.lower) ? 'work' : null;
  if (type !== null && words[at + 1]?.lower === 'of') {
    const start = words[at + 2]?.lower === 'the' ? at + 3 : at + 2;
    if (start < (document.sentenceEnd[at] as number) && isCapital(words[start]))
      return { ...event(at, Math.min(runLast[start] as number, start + longestName) + 1), type };
  }
  return null;
}

const event = (first: number, end: number): Draft => ({ first, end, type: 'event', confidence: patternConfidence });

/** A run of capitals that ends with a head: "Second Meridian War", "2019 Harbour Safety Report". */
function headedAt(document: NameDocument, at: number, language: NameLanguage): Draft | null {
  const { words, runFirst, runLast } = document;
  const first = runFirst[at] as number;
  const last = runLast[at] as number;
  if (
    first !== at ||
    last === first ||
    last - first >= longestName ||
    (document.flags[at] as number) & SentenceFlag.headline
  )
    return null;
  let head = last;
  // "World War II": a numeral may follow the head.
  if (/^(?:[IVX]+|One|Two|Three)$/u.test((words[head] as Word).text)) head -= 1;
  if (head <= first) return null;
  const { lower } = words[head] as Word;
  const type = language.eventHeads.has(lower) ? 'event' : language.workHeads.has(lower) ? 'work' : null;
  if (type === null) return null;
  let start = first;
  const initial =
    (document.flags[start] as number) & SentenceFlag.initial && (words[start] as Word).classes & WordClass.function;
  if (initial || (words[start] as Word).lower === 'the') start += 1;
  if (start >= head) return null;
  const year = words[start - 1];
  if (
    start > 0 &&
    year?.caps === Caps.number &&
    year.text.length === 4 &&
    document.sentenceFirst[start - 1] === document.sentenceFirst[start]
  )
    start -= 1;
  return { first: start, end: last + 1, type, confidence: patternConfidence };
}

/** A title in marks after the kind of work it is: the novel “The Glass Harbour”. */
function quotedWorks(document: NameDocument, language: NameLanguage): Draft[] {
  const { words, sentenceEnd } = document;
  const found: Draft[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const open = (words[at] as Word).text;
    if ((open !== '“' && open !== '"' && open !== '‘') || !language.workKinds.has((words[at - 1] as Word).lower))
      continue;
    const close = open === '“' ? '”' : open === '‘' ? '’' : '"';
    const limit = Math.min(sentenceEnd[at] as number, at + 1 + longestTitle);
    let end = at + 1;
    while (end < limit && (words[end] as Word).text !== close) end += 1;
    if (end >= limit || end === at + 1) continue;
    const last = /^[,.]$/u.test((words[end - 1] as Word).text) ? end - 1 : end;
    if (isTitle(words, at + 1, last))
      found.push({ first: at + 1, end: last, type: 'work', confidence: patternConfidence });
  }
  return found;
}

const longestTitle = 14;

/** Every word but small ones has a capital. */
function isTitle(words: readonly Word[], first: number, end: number): boolean {
  if (!isCapital(words[first]) && (words[first] as Word).caps !== Caps.number) return false;
  for (let at = first; at < end; at += 1) {
    const { caps, classes, lower } = words[at] as Word;
    if (caps === Caps.lower && !(classes & WordClass.function) && lower.length > 3) return false;
  }
  return true;
}
