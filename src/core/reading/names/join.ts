/** Joins a country's name with the institution that it is part of: "US" and "Southern Command" are one name. */
import { compareDrafts, type Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

export function joinDrafts(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const joined: Draft[] = [];
  for (const draft of [...drafts].sort(compareDrafts)) {
    const last = joined.at(-1);
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
  return joined;
}

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
