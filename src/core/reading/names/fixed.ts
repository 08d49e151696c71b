/** Names that their place or a list settles, whatever the tagger says: the city of a dateline, the platforms on which people post. */
import type { Aside } from '../types.ts';
import { tokenAt } from '../../text/tokens.ts';
import { compareDrafts, coverage, type Draft } from './draft.ts';
import { SentenceFlag, type NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

const fixedConfidence = 0.95;

/** Adds names that the tagger missed although the words around or a list make them plain. */
export function addPlain(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const { words } = document;
  const covered = coverage(document, drafts);
  const found = [...drafts];
  for (let at = 0; at < words.length; at += 1) {
    if (covered[at] !== 0) continue;
    const length = institutionAt(document, at, language);
    if (length > 0 && covered[at + length - 1] === 0) {
      found.push({ first: at, end: at + length, type: 'organization', confidence: plainConfidence });
      at += length - 1;
    } else if (isTitled(document, at)) {
      found.push({ first: at, end: at + 1, type: 'person', confidence: plainConfidence });
    }
  }
  return found.sort(compareDrafts);
}

const plainConfidence = 0.75;

/** Longest institution of the list, in tokens ("House of Representatives"). */
const longestInstitution = 3;

function institutionAt(document: NameDocument, at: number, language: NameLanguage): number {
  const { words, sentenceEnd, runFirst, runLast, tokens } = document;
  const { caps } = words[at] as Word;
  if (caps < Caps.title || caps > Caps.mixed) return 0;
  const limit = Math.min(at + longestInstitution, sentenceEnd[at] as number);
  for (let end = limit; end > at; end -= 1) {
    const name = tokens.text.slice(tokens.starts[at], tokens.ends[end - 1]);
    if (!language.institutions.has(name)) continue;
    // Part of a longer name, but for a sentence's first article: not this one.
    const before = (runFirst[at] as number) < at && !((words[at - 1] as Word).classes & WordClass.function);
    if (!before && (runLast[end - 1] as number) === end - 1) return end - at;
  }
  return 0;
}

/** "Marshal Vane": an unlisted capital word alone behind a title. */
function isTitled(document: NameDocument, at: number): boolean {
  const { words, runLast, sentenceFirst, flags } = document;
  const title = words[at - 1];
  const word = words[at] as Word;
  if (
    title === undefined ||
    sentenceFirst[at] !== sentenceFirst[at - 1] ||
    (flags[at] as number) & SentenceFlag.headline
  )
    return false;
  if (!(title.classes & WordClass.title) || title.caps !== Caps.title || word.caps !== Caps.title || runLast[at] !== at)
    return false;
  return (word.classes & noSurname) === 0;
}

const noSurname =
  WordClass.title |
  WordClass.function |
  WordClass.calendar |
  WordClass.country |
  WordClass.demonym |
  WordClass.organizationWord |
  WordClass.placeWord |
  listBit('common');

/** Adds the settled names; drafts that they overlap give way. */
export function addFixed(
  document: NameDocument,
  drafts: readonly Draft[],
  language: NameLanguage,
  asides: readonly Aside[],
): Draft[] {
  const fixed = [
    ...datelinePlaces(document, asides),
    ...platformsOf(document, language),
    ...listedPlaces(document, language),
  ].sort(compareDrafts);
  if (fixed.length === 0) return [...drafts];
  const taken = new Uint8Array(document.words.length);
  for (const { first, end } of fixed) taken.fill(1, first, end);
  const free = drafts.filter(({ first, end }) => taken.indexOf(1, first) === -1 || taken.indexOf(1, first) >= end);
  return [...free, ...fixed].sort(compareDrafts);
}

/** The first name in a dateline is where it was written. */
function datelinePlaces(document: NameDocument, asides: readonly Aside[]): Draft[] {
  const { tokens, words, runLast } = document;
  const found: Draft[] = [];
  for (const aside of asides) {
    if (aside.kind !== 'dateline') continue;
    const first = tokenAt(tokens, aside.start);
    const word = words[first];
    if (word === undefined || word.caps < Caps.title || word.caps > Caps.mixed || word.classes & WordClass.calendar)
      continue;
    let end = Math.min((runLast[first] as number) + 1, tokenAt(tokens, aside.end - 1) + 1);
    while (end > first && (words[end - 1] as Word).classes & WordClass.calendar) end -= 1;
    if (end > first) found.push({ first, end, type: 'place', confidence: fixedConfidence });
  }
  return found;
}

function platformsOf(document: NameDocument, language: NameLanguage): Draft[] {
  const found: Draft[] = [];
  for (let at = 0; at < document.words.length; at += 1) {
    const length = platformAt(document, at, language);
    if (length > 0) found.push({ first: at, end: at + length, type: 'organization', confidence: fixedConfidence });
  }
  return found;
}

function platformAt(document: NameDocument, at: number, language: NameLanguage): number {
  const { words } = document;
  const { text, caps } = words[at] as Word;
  if (caps < Caps.title || caps > Caps.mixed) return 0;
  if (language.platforms.has(text) && document.runFirst[at] === document.runLast[at]) return 1;
  if (language.shortPlatforms.has(text)) {
    const before = words[at - 1];
    const after = words[at + 1];
    const part = after !== undefined && (after.text === '-' || (after.caps >= Caps.title && after.caps <= Caps.number));
    return before !== undefined && language.postingPrepositions.has(before.lower) && !part ? 1 : 0;
  }
  const next = words[at + 1];
  return next !== undefined && language.platforms.has(`${text} ${next.text}`) ? 2 : 0;
}

const listConfidence = 0.85;

/** "the town of Vane", "the provinces of Vane, Los Altos, and El Mar": every name in such a list is a place. */
function listedPlaces(document: NameDocument, language: NameLanguage): Draft[] {
  const { words, sentenceEnd } = document;
  const found: Draft[] = [];
  for (let at = 0; at + 2 < words.length; at += 1) {
    if (words[at + 1]?.lower !== 'of') continue;
    const { lower, caps } = words[at] as Word;
    const limit = sentenceEnd[at] as number;
    if (caps === Caps.lower && language.placeSingulars.has(lower)) {
      const end = nameEnd(document, at + 2, limit, language);
      if (end > at + 2) found.push({ first: at + 2, end, type: 'place', confidence: listConfidence });
    }
    if (!language.placePlurals.has(lower)) continue;
    const list: Draft[] = [];
    for (let from = at + 2; from < limit;) {
      const end = nameEnd(document, from, limit, language);
      if (end === from) break;
      list.push({ first: from, end, type: 'place', confidence: listConfidence });
      from = end;
      while (from < limit && (words[from]?.text === ',' || words[from]?.lower === 'and' || words[from]?.lower === 'or'))
        from += 1;
      if (from === end) break;
    }
    // One name alone may be anything: "the cities of Roman Gaul".
    if (list.length > 1) found.push(...list);
  }
  return found;
}

/** End of the capitalised name that begins at `from`, small links within it included ("Vane de los Altos"). */
function nameEnd(document: NameDocument, from: number, limit: number, language: NameLanguage): number {
  const { words } = document;
  const capital = (at: number) =>
    at < limit && (words[at] as Word).caps >= Caps.title && (words[at] as Word).caps <= Caps.mixed;
  if (!capital(from)) return from;
  let end = from + 1;
  for (;;) {
    if (capital(end)) end += 1;
    else if (language.nameParticles.has(words[end]?.lower ?? '') && capital(end + 1)) end += 2;
    else if (
      language.nameParticles.has(words[end]?.lower ?? '') &&
      language.nameParticles.has(words[end + 1]?.lower ?? '') &&
      capital(end + 2)
    )
      end += 3;
    else return end;
  }
}
