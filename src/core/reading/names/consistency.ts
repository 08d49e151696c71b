/** One text mostly uses one string for one thing. This pass makes the types of repeated names agree and finds repeats that were missed. */
import { compareDrafts, coverage, draftKey, surnameStart, type Draft } from './draft.ts';
import type { NameDocument } from './document.ts';
import { SentenceFlag } from './document.ts';
import { isLegalForm } from './firms.ts';
import type { NameLanguage } from './language.ts';
import { Caps, WordClass, listBit, type Word } from './words.ts';

export function makeConsistent(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const agreed = agreeTypes(document, settleLonePlaces(document, drafts));
  return addRepeats(document, agreed, language);
}

/** A person less sure than this is a place if the list has it and nobody in the text bears the name. */
const surePerson = 0.7;

/** Texts introduce people by their full names; a lone "Hamilton" without one, and without a title, is rather the town. */
function settleLonePlaces(document: NameDocument, drafts: readonly Draft[]): readonly Draft[] {
  const surnames = new Set<string>();
  for (const { first, end, type } of drafts)
    if (type === 'person' && end - first > 1) surnames.add((document.words[end - 1] as Word).lower);
  for (const draft of drafts) {
    if (draft.type !== 'person' || draft.end - draft.first > 1 || draft.confidence >= surePerson) continue;
    const word = document.words[draft.first] as Word;
    const before = document.words[draft.first - 1];
    const titled = before !== undefined && (before.classes & WordClass.title) !== 0;
    if (word.classes & listBit('place') && !titled && !surnames.has(word.lower)) draft.type = 'place';
  }
  return drafts;
}

/** Share of the confidence behind one string that its winning type must have before the others yield. */
const winningShare = 0.6;

function agreeTypes(document: NameDocument, drafts: readonly Draft[]): Draft[] {
  const votes = new Map<string, Map<Draft['type'], number>>();
  const vote = (key: string, type: Draft['type'], weight: number) => {
    const byType = votes.get(key) ?? new Map<Draft['type'], number>();
    votes.set(key, byType);
    byType.set(type, (byType.get(type) ?? 0) + weight);
  };
  for (const { first, end, type, confidence } of drafts) {
    if (type === 'demonym') continue;
    vote(draftKey(document, first, end), type, confidence);
    // A full name vouches for its surname.
    if (type === 'person' && end - first > 1) vote(draftKey(document, end - 1, end), 'person', confidence);
  }
  for (const draft of drafts) {
    if (draft.type === 'demonym') continue;
    const byType = votes.get(draftKey(document, draft.first, draft.end));
    if (byType === undefined || byType.size < 2) continue;
    let total = 0;
    let best: Draft['type'] = draft.type;
    for (const [type, weight] of byType) {
      total += weight;
      if (weight > (byType.get(best) ?? 0)) best = type;
    }
    if ((byType.get(best) ?? 0) >= total * winningShare) draft.type = best;
  }
  return [...drafts];
}

interface KnownName {
  readonly words: readonly string[];
  readonly type: Draft['type'];
  readonly confidence: number;
}

/** A name less sure than this is not looked for elsewhere. */
const sureEnough = 0.6;
/** Repeats are a little less sure than what they repeat. */
const repeatFactor = 0.9;

function addRepeats(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): Draft[] {
  const known = new Map<string, KnownName[]>();
  for (const name of knownNames(document, drafts, language)) {
    const head = name.words[0] as string;
    known.set(head, [...(known.get(head) ?? []), name]);
  }
  for (const names of known.values()) names.sort((a, b) => b.words.length - a.words.length);
  const covered = coverage(document, drafts);
  const found = [...drafts];
  for (let at = 0; at < document.words.length; at += 1) {
    if (covered[at] !== 0) continue;
    for (const name of known.get((document.words[at] as Word).lower) ?? []) {
      if (!standsAt(document, name, at, covered, language)) continue;
      found.push({
        first: at,
        end: at + name.words.length,
        type: name.type,
        confidence: name.confidence * repeatFactor,
      });
      at += name.words.length - 1;
      break;
    }
  }
  return found.sort(compareDrafts);
}

function knownNames(document: NameDocument, drafts: readonly Draft[], language: NameLanguage): KnownName[] {
  const names = new Map<string, KnownName>();
  const add = (first: number, end: number, { type, confidence }: Draft) => {
    const key = draftKey(document, first, end);
    const old = names.get(key);
    if (old !== undefined && old.confidence >= confidence) return;
    names.set(key, { words: key.trimEnd().split(' '), type, confidence });
  };
  for (const draft of drafts) {
    if (draft.type === 'demonym' || draft.type === 'other' || draft.confidence < sureEnough) continue;
    add(draft.first, draft.end, draft);
    if (draft.type === 'person' && draft.end - draft.first > 1)
      add(surnameStart(document, draft, language.nameParticles), draft.end, draft);
  }
  // "Arden Plc" is "Arden" from then on, if nobody in the text is.
  for (const draft of drafts) {
    const { first, end, type, confidence } = draft;
    if (type !== 'organization' || end - first < 2 || confidence < sureEnough) continue;
    const last = end - 1;
    if (isLegalForm(document, last, language) && !names.has(draftKey(document, first, last))) add(first, last, draft);
  }
  return [...names.values()];
}

/** Whether the name stands at token `at`, in capitals, free, and not as part of a longer run. */
function standsAt(
  document: NameDocument,
  name: KnownName,
  at: number,
  covered: Int32Array,
  language: NameLanguage,
): boolean {
  const { words } = document;
  const length = name.words.length;
  if (at + length > (document.sentenceEnd[at] as number)) return false;
  for (let index = 0; index < length; index += 1) {
    const word = words[at + index] as Word;
    if (word.lower !== name.words[index] || covered[at + index] !== 0) return false;
    if (word.caps === Caps.lower && !language.nameLinks.has(word.lower)) return false;
  }
  if (length > 1) return true;
  const word = words[at] as Word;
  if (
    word.caps === Caps.lower ||
    word.caps === Caps.mark ||
    word.classes & (WordClass.function | WordClass.calendar | WordClass.title)
  )
    return false;
  const initial = ((document.flags[at] as number) & (SentenceFlag.initial | SentenceFlag.headline)) !== 0;
  if (initial && word.classes & listBit('common')) return false;
  const capital = (other: number) => {
    const neighbour = words[other];
    if (neighbour === undefined || document.sentenceFirst[other] !== document.sentenceFirst[at] || covered[other] !== 0)
      return false;
    return (
      neighbour.caps >= Caps.title &&
      neighbour.caps <= Caps.mixed &&
      !(neighbour.classes & (WordClass.function | WordClass.title))
    );
  };
  return ((document.flags[at] as number) & SentenceFlag.headline) !== 0 || (!capital(at - 1) && !capital(at + 1));
}
