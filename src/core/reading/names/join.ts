/** Joins what is one name: a country and its institution ("Kenyan" aside: "US" and "Coast Guard"), the parts of a person's name around a particle. */
import { compareDrafts, coverage, type Draft } from './draft.ts';
import { SentenceFlag, type NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

export function joinDrafts(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const joined: Draft[] = [];
  for (const draft of [...drafts].sort(compareDrafts)) {
    const last = joined.at(-1);
    if (
      draft.type === 'person' &&
      last?.type === 'person' &&
      particlesBetween(document, last.end, draft.first, language)
    ) {
      last.end = draft.end;
      last.confidence = Math.min(last.confidence, draft.confidence);
      continue;
    }
    if (draft.type === 'person') takeParticles(document, draft, last?.end ?? 0, language);
    if (draft.type === 'organization' && isInstitution(document, draft)) {
      if (last !== undefined && last.type === 'place' && last.end === draft.first && isCountry(document, last)) {
        last.type = 'organization';
        last.end = draft.end;
        last.confidence = Math.min(last.confidence, draft.confidence);
        continue;
      }
      const before = document.words[draft.first - 1];
      const free = last === undefined || last.end < draft.first;
      if (
        free &&
        before !== undefined &&
        language.adjectivalAcronyms.has(before.text) &&
        document.sentenceFirst[draft.first] === document.sentenceFirst[draft.first - 1]
      ) {
        draft.first -= 1;
      }
    }
    joined.push(draft);
  }
  return [...joined, ...commandAcronyms(document, joined, language)].sort(compareDrafts);
}

/** "van der Merwe" behind a verb or title: the particles in front are part of the name. */
function takeParticles(document: NameDocument, draft: Draft, from: number, language: NameLanguage): void {
  const limit = Math.max(from, document.sentenceFirst[draft.first] as number, draft.first - mostParticles);
  const isParticle = (at: number) => {
    const { lower, caps } = document.words[at] as Word;
    return caps === Caps.lower && language.nameParticles.has(lower);
  };
  while (draft.first > limit && isParticle(draft.first - 1)) draft.first -= 1;
}

/** Most particles in a row: "van der". */
const mostParticles = 2;

/** "Rahman ibn Khalid": nothing but particles between two parts of a person's name. */
function particlesBetween(document: NameDocument, from: number, to: number, language: NameLanguage): boolean {
  const second = document.words[to] as Word;
  // The tagger may have begun the second part with the particle.
  if (to === from) return second.caps === Caps.lower && language.nameParticles.has(second.lower);
  if (to < from || to - from > mostParticles) return false;
  for (let at = from; at < to; at += 1) {
    const { lower, caps } = document.words[at] as Word;
    if (caps !== Caps.lower || !language.nameParticles.has(lower)) return false;
  }
  return true;
}

/** Acronyms shorter than this after a country's are its own letters ("US PO"), or initials. */
const shortestAcronym = 4;
const acronymConfidence = 0.7;

/** "US CENTRANS": an unknown acronym behind a country's acronym is a body of that state. */
function commandAcronyms(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const { words, sentenceFirst } = document;
  const names = coverage(
    document,
    drafts.filter((draft) => !isSingleCountry(document, draft)),
  );
  const found: Draft[] = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [country, acronym] = [words[at] as Word, words[at + 1] as Word];
    if (
      !language.adjectivalAcronyms.has(country.text) ||
      acronym.caps !== Caps.upper ||
      acronym.text.length < shortestAcronym
    )
      continue;
    const plain =
      acronym.classes & (listBit('common') | WordClass.function) ||
      (document.flags[at] as number) & SentenceFlag.headline;
    if (plain || names[at] !== 0 || names[at + 1] !== 0 || sentenceFirst[at] !== sentenceFirst[at + 1]) continue;
    found.push({ first: at, end: at + 2, type: 'organization', confidence: acronymConfidence });
  }
  return found;
}

const isSingleCountry = (document: NameDocument, draft: Draft): boolean =>
  draft.type === 'place' && isCountry(document, draft);

const isCountry = (document: NameDocument, { first, end }: Draft): boolean =>
  end - first === 1 && ((document.words[first] as Word).classes & WordClass.country) !== 0;

/** Bodies of a state are called by common words ("Coast Guard"), companies mostly are not. */
function isInstitution(document: NameDocument, { first, end }: Draft): boolean {
  const plain = WordClass.organizationWord | WordClass.function | listBit('common');
  for (let at = first; at < end; at += 1) {
    const word = document.words[at] as Word;
    if (!(word.classes & plain) && word.caps !== Caps.upper) return false;
  }
  return true;
}
