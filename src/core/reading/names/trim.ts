/** Brings drafts to the boundaries we want: the longest proper name without article, title, possessive or stray mark. */
import type { Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

/** Trims every draft in place and returns those of which something is left. */
export function trimDrafts(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  return drafts.filter((draft) => trim(document, draft, language));
}

function trim(document: NameDocument, draft: Draft, language: NameLanguage): boolean {
  const word = (at: number) => document.words[at] as Word;
  const strayMark = (at: number) =>
    word(at).caps === Caps.mark || word(at).text.startsWith("'") || word(at).text.startsWith('’');
  while (draft.first < draft.end && (strayMark(draft.first) || isLowerLink(word(draft.first), draft, language)))
    draft.first += 1;
  while (draft.first < draft.end && (strayMark(draft.end - 1) || isTrailing(word(draft.end - 1), language)))
    draft.end -= 1;
  if (draft.end - draft.first > 1 && isArticle(word(draft.first))) draft.first += 1;
  if (draft.type === 'person') {
    stripTitles(document, draft, language);
    cutOrigin(document, draft);
  } else cutRanks(document, draft, language);
  if (draft.first >= draft.end) return false;
  return !isNoName(document, draft, language);
}

const isArticle = (word: Word): boolean => word.lower === 'the' || word.lower === 'a' || word.lower === 'an';

/** A small word in front is part of a person's name only ("von Ahlen"). */
const isLowerLink = (word: Word, draft: Draft, language: NameLanguage): boolean =>
  word.caps === Caps.lower &&
  language.nameLinks.has(word.lower) &&
  !(draft.type === 'person' && language.nameParticles.has(word.lower));

const isTrailing = (word: Word, language: NameLanguage): boolean =>
  word.caps === Caps.lower && language.nameLinks.has(word.lower);

/** "General", "Prime Minister", "US Secretary of State" before a name belong to the role, not to the name. */
function stripTitles(document: NameDocument, draft: Draft, language: NameLanguage): void {
  const word = (at: number) => document.words[at] as Word;
  const last = draft.end - 1;
  let first = draft.first;
  let titled = false;
  for (let at = first; at < last;) {
    if (language.personTitles.has(word(at).lower)) {
      titled = true;
      at += 1;
    } else if (
      word(at).classes & (WordClass.country | WordClass.demonym) &&
      language.personTitles.has(word(at + 1).lower)
    ) {
      at += 1;
    } else if (titled && word(at).lower === 'of') {
      at += 1;
      while (
        at < last &&
        word(at).classes & (listBit('common') | WordClass.function) &&
        !(word(at).classes & listBit('firstName'))
      )
        at += 1;
    } else {
      break;
    }
    first = at;
  }
  if (first <= last && word(first).caps !== Caps.lower) draft.first = first;
  draft.first = behindOffice(document, draft, language);
  // A title behind the name begins another one: "Meridian Police Chief Vane" read too short.
  const surname = listBit('surname') | listBit('firstName');
  while (
    draft.end - draft.first > 1 &&
    language.personTitles.has(word(draft.end - 1).lower) &&
    !(word(draft.end - 1).classes & surname)
  )
    draft.end -= 1;
}

/** "Meridian Police Chief Ada Vane": the name begins behind a body and an office, where a given name says so. */
function behindOffice(document: NameDocument, { first, end }: Draft, language: NameLanguage): number {
  const isGiven = (at: number) => ((document.words[at] as Word).classes & listBit('firstName')) !== 0;
  for (let at = first; at + 2 < end && !isGiven(at); at += 1)
    if (at > first && isGiven(at + 1) && language.personTitles.has((document.words[at] as Word).lower)) return at + 1;
  return first;
}

/** "Meridian Marines Lt. Ada Vane": an abbreviated title behind a body or a place belongs to the person that follows. */
function cutRanks(document: NameDocument, draft: Draft, language: NameLanguage): void {
  const isTitle = ({ lower }: Word) => lower.endsWith('.') && language.personTitles.has(lower);
  while (draft.end - draft.first > 1 && isTitle(document.words[draft.end - 1] as Word)) draft.end -= 1;
}

/** "Ada Vane of Port Meridian" is a person and a place; "Catherine of Vane" is one name. */
function cutOrigin(document: NameDocument, draft: Draft): void {
  for (let at = draft.first + 2; at < draft.end; at += 1)
    if ((document.words[at] as Word).lower === 'of') draft.end = at;
}

/** Single words that are capitalised for other reasons than being a name. */
function isNoName(document: NameDocument, { first, end, type }: Draft, language: NameLanguage): boolean {
  let calendar = true;
  for (let at = first; at < end; at += 1) {
    const { classes, caps } = document.words[at] as Word;
    if (!(classes & WordClass.calendar) && caps !== Caps.number && caps !== Caps.mark) calendar = false;
  }
  if (calendar && !(type === 'person' && end - first === 1 && isGivenMonth(document.words[first] as Word))) return true;
  if (end - first > 1) return false;
  const word = document.words[first] as Word;
  if (word.classes & WordClass.function && word.caps !== Caps.upper) return true;
  return (
    type === 'person' &&
    language.personTitles.has(word.lower) &&
    !(word.classes & (listBit('surname') | listBit('firstName')))
  );
}

/** April, May, June and August are given names, too. */
const isGivenMonth = (word: Word): boolean => (word.classes & listBit('firstName')) !== 0;
