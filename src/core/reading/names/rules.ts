/** Names without a trained model: few, but what is found is mostly right. Used until the weights have been loaded. */
import type { Draft } from './draft.ts';
import { SentenceFlag, type NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, type Word } from './words.ts';

/** Rules see less than the tagger; what they find says so. */
const ruleConfidence = 0.5;

export function readByRules(document: NameDocument, language: NameLanguage): Draft[] {
  const found: Draft[] = [];
  const { words, runFirst, runLast, flags } = document;
  for (let at = 0; at < words.length; at = (runLast[at] as number) + 1) {
    if (runFirst[at] !== at || !isCapital(words[at] as Word) || (flags[at] as number) & SentenceFlag.headline) continue;
    const draft = readRun(document, at, runLast[at] as number, language);
    if (draft !== null) found.push(draft);
  }
  return found;
}

const isCapital = (word: Word): boolean => word.caps >= Caps.title && word.caps <= Caps.mixed;

/** One run of capitalised words: a title makes a person, the last word an organization or place. */
function readRun(document: NameDocument, first: number, last: number, language: NameLanguage): Draft | null {
  const { words } = document;
  let start = first;
  while (start <= last && (words[start] as Word).classes & WordClass.function) start += 1;
  let name = start;
  while (name <= last && (words[name] as Word).classes & WordClass.title) name += 1;
  const draft = (type: Draft['type'], from: number): Draft => ({
    first: from,
    end: last + 1,
    type,
    confidence: ruleConfidence,
  });
  if (start > last) return null;
  const head = words[last] as Word;
  if (last > start && head.classes & WordClass.organizationWord) return draft('organization', start);
  if (last > start && head.classes & WordClass.placeWord) return draft('place', start);
  if (name > start && name <= last) return draft('person', name);
  const after = words[last + 1];
  if (
    last > start &&
    last - start < 3 &&
    after !== undefined &&
    after.classes & WordClass.saying &&
    !isListed(words, start, last, language)
  )
    return draft('person', start);
  return null;
}

function isListed(words: readonly Word[], first: number, last: number, language: NameLanguage): boolean {
  const text = words
    .slice(first, last + 1)
    .map((word) => word.text)
    .join(' ');
  return language.places.has(text) || language.demonyms.has(text);
}
