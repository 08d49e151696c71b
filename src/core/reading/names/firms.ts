/** Bodies that a tagger takes for persons: firms of two partners, companies known by their first word, teams and regiments. */
import { compareDrafts, draftKey, type Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

export function settleBodies(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const firms = joinFirms(document, drafts).filter((draft) => !isSeat(document, draft));
  const companies = companyKeys(document, firms, language);
  for (const draft of firms) {
    if (draft.type !== 'person') continue;
    const isCompany = draft.end - draft.first === 1 && companies.has(draftKey(document, draft.first, draft.end));
    if (isTeam(document, draft, language) || (isCompany && !isTitled(document, draft))) draft.type = 'organization';
  }
  return firms;
}

/** What a capital, an ampersand and a capital make is a firm, whatever each of the two is. */
function joinFirms(document: NameDocument, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  const taken = new Set<Draft>();
  for (const draft of [...drafts].sort(compareDrafts)) {
    const last = joined.at(-1);
    // The second partner is within the firm already.
    if (last !== undefined && taken.has(last) && draft.end <= last.end) continue;
    if (last !== undefined && draft.first === last.end + 1 && isFirm(document, last, draft)) {
      last.type = 'organization';
      last.end = draft.end;
      last.confidence = Math.max(last.confidence, draft.confidence);
      continue;
    }
    joined.push(draft);
    if (takePartners(document, draft)) taken.add(draft);
  }
  return joined;
}

const isAmpersand = (document: NameDocument, at: number): boolean => document.words[at]?.text === '&';

/** A full name and another person beside an ampersand are two people; two places are one place, or a title. */
function isFirm(document: NameDocument, a: Draft, b: Draft): boolean {
  if (!isAmpersand(document, a.end) || document.sentenceFirst[a.first] !== document.sentenceFirst[b.first])
    return false;
  const types = [a.type, b.type];
  if (types.some((type) => type === 'demonym' || type === 'other')) return false;
  if (types.every((type) => type === 'place')) return false;
  return !(types.every((type) => type === 'person') && (a.end - a.first > 1 || b.end - b.first > 1));
}

/** "Vane & Sons": only one of the partners has been read. */
function takePartners(document: NameDocument, draft: Draft): boolean {
  const { words, sentenceFirst } = document;
  if (draft.type !== 'person' && draft.type !== 'organization') return false;
  if (draft.end - draft.first > 1 && draft.type === 'person') return false;
  const { first, end } = draft;
  const isPartner = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || sentenceFirst[at] !== sentenceFirst[draft.first]) return false;
    return (
      word.caps >= Caps.title && word.caps <= Caps.mixed && !(word.classes & (WordClass.function | WordClass.calendar))
    );
  };
  if (isAmpersand(document, draft.end) && isPartner(draft.end + 1) && !isPartner(draft.end + 2)) {
    draft.end += 2;
    draft.type = 'organization';
  }
  if (isAmpersand(document, draft.first - 1) && isPartner(draft.first - 2) && !isPartner(draft.first - 3)) {
    draft.first -= 2;
    draft.type = 'organization';
  }
  return draft.first < first || draft.end > end;
}

/** Party and state behind a member's name, "D-N.M.", are no body. */
const isSeat = (document: NameDocument, { first, end }: Draft): boolean =>
  end - first === 1 && /^\p{Lu}-(?:\p{Lu}\.){1,3}$/u.test((document.words[first] as Word).text);

/** Words that a company of the text is known by: what stands before its legal form, if no person of the text bears it. */
function companyKeys(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): ReadonlySet<string> {
  const companies = new Set<string>();
  for (const { first, end, type } of drafts) {
    const last = end - 1;
    if (type === 'organization' && last - first === 1 && isLegalForm(document, last, language))
      companies.add(draftKey(document, first, last));
  }
  if (companies.size === 0) return companies;
  for (const { first, end, type } of drafts)
    if (type === 'person' && end - first > 1) companies.delete(draftKey(document, end - 1, end));
  return companies;
}

/** Whether the token at `at` is a company's legal form ("Plc", "Inc."). */
export const isLegalForm = (document: NameDocument, at: number, language: NameLanguage): boolean =>
  language.legalForms.has((document.words[at] as Word).lower.replace(/\.$/, ''));

function isTitled(document: NameDocument, { first }: Draft): boolean {
  const before = document.words[first - 1];
  return before !== undefined && (before.classes & WordClass.title) !== 0;
}

/** "Rovers", "Arden Rovers", but Ada Rovers; with a regiment's head, "Gordon Highlanders" too. */
function isTeam(document: NameDocument, { first, end }: Draft, language: NameLanguage): boolean {
  const { lower } = document.words[end - 1] as Word;
  if (language.regimentHeads.has(lower)) return true;
  const named = end - first > 1 && ((document.words[first] as Word).classes & listBit('firstName')) !== 0;
  return language.teamHeads.has(lower) && !named;
}
