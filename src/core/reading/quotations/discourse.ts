/**
 * Whom a source expression stands for: names by themselves, pronouns and roles through what was said before.
 * Fed in document order, since the last speaker is the likeliest next one.
 */
import type { Mention } from '../types.ts';
import type { Words } from '../words.ts';
import { WordClass, type GenderGuess } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { sourceOf } from './speakers.ts';

/** An antecedent is looked for among this many persons before the pronoun, and this many tokens. */
const MOST_CANDIDATES = 16;
const FARTHEST = 260;
/** A document without an author is the last speaker's only so soon after. */
const RECENT = 80;

/** "the last night manager": so many words of a description at most. */
const LONGEST_DESCRIPTION = 4;

/** What speaks for a candidate, in the same unit: a point is worth about 50 tokens of distance. */
const WEIGHTS = {
  lastSpeaker: 1.5,
  subject: 1.5,
  sameSentence: 0.5,
  quoted: -3,
  oblique: -1,
  gender: 1,
  perToken: -0.02,
};

export class Discourse {
  readonly #words: Words;
  /** Persons with the token at which they begin, in document order. */
  readonly #persons: readonly { readonly index: number; readonly first: number }[];
  readonly #genders: ReadonlyMap<string, GenderGuess>;
  #lastSpeaker: { mention: number; at: number } | null = null;
  /** Who issued the last document, by its noun. */
  readonly #issuers = new Map<string, number>();

  constructor(words: Words) {
    this.#words = words;
    this.#persons = words.mentions.flatMap((mention, index) =>
      mention.type === 'person' ? [{ index, first: words.tokenAt(mention.start) }] : [],
    );
    this.#genders = gendersOf(words);
  }

  /** Index of the mention that `phrase` stands for, with how sure that is; and remembers it as the latest speaker. */
  resolve(phrase: Phrase): { mention: number | null; confidence: number } {
    const found = this.#find(phrase);
    if (found.mention !== null) {
      this.#lastSpeaker = { mention: found.mention, at: phrase.head };
      if (this.#words.is(phrase.head, WordClass.document))
        this.#issuers.set(this.#words.word(phrase.head), found.mention);
    }
    return found;
  }

  #find(phrase: Phrase): { mention: number | null; confidence: number } {
    const words = this.#words;
    const { head } = phrase;
    const own = words.mentionAt(head);
    if (own >= 0) return { mention: own, confidence: 1 };
    if (words.is(head, WordClass.document)) return { mention: this.#issuer(phrase), confidence: 0.7 };
    const { kind } = sourceOf(words, phrase);
    if (kind === 'pronoun') return this.#ofPronoun(head);
    if (kind === 'role') return this.#ofRole(phrase);
    if (kind === 'office') return { mention: this.#body(phrase), confidence: 0.8 };
    return { mention: null, confidence: 0.5 };
  }

  #ofPronoun(head: number): { mention: number | null; confidence: number } {
    const facts = this.#words.lexicon.pronouns.get(this.#words.word(head));
    if (facts === undefined || facts.number === 'plural' || facts.gender === null)
      return { mention: null, confidence: 0.5 };
    if (facts.gender === 'other') return { mention: this.#lastOf('organization', head), confidence: 0.5 };
    return { mention: this.#person(head, facts.gender), confidence: 0.75 };
  }

  /** "the mayor": who was called so; else, if definite and one person, who spoke or acted last. */
  #ofRole(phrase: Phrase): { mention: number | null; confidence: number } {
    const words = this.#words;
    const noun = words.word(phrase.head);
    const named = this.#holderOf(noun, phrase.first);
    if (named !== null) return { mention: named, confidence: 0.8 };
    const definite = words.lexicon.definite.has(words.word(phrase.first));
    const single = !words.lexicon.looksPlural(noun);
    // "The Prime Minister": a capital makes it an office, not a description of somebody named before.
    const describes = words.lexicon.descriptions.has(noun) && !words.isCapital(phrase.head);
    if (!definite || !single || phrase.last !== phrase.head || !describes) return { mention: null, confidence: 0.6 };
    return { mention: this.#person(phrase.first, words.lexicon.genderedNouns.get(noun) ?? null), confidence: 0.6 };
  }

  /** The last person whose role has this noun as its office. */
  #holderOf(noun: string, before: number): number | null {
    const { mentions, tokens } = this.#words;
    const offset = tokens.starts[before]!;
    let tries = MOST_CANDIDATES * 2;
    for (let i = lastBefore(mentions, offset); i >= 0 && tries > 0; i -= 1) {
      const role = mentions[i]!.role;
      if (role === undefined) continue;
      tries -= 1;
      if (role.office === noun && role.holder !== null) return role.holder;
    }
    return null;
  }

  /** "a statement by the ministry": who is named behind or right before; "the statement": who issued the last one, or spoke last. */
  #issuer(phrase: Phrase): number | null {
    const words = this.#words;
    const { first, last, head } = phrase;
    for (let i = head + 1; i < last; i += 1) {
      if (words.word(i) !== words.lexicon.by && !words.is(i, WordClass.link)) continue;
      const name = words.is(i + 1, WordClass.determiner) ? i + 2 : i + 1;
      return words.isName(name, 'speaker') ? words.mentionAt(name) : null;
    }
    const before = words.isClitic(head - 1) ? head - 2 : head - 1;
    if (before >= first && words.isName(before, 'speaker')) return words.mentionAt(before);
    if (last !== head || !words.lexicon.definite.has(words.word(first))) return null;
    const issuer = this.#issuers.get(words.word(head));
    if (issuer !== undefined) return issuer;
    const recent = this.#lastSpeaker !== null && head - this.#lastSpeaker.at < RECENT;
    return recent && words.lexicon.channels.has(words.word(head)) ? this.#lastSpeaker!.mention : null;
  }

  /** "the ministry": the last organization whose name ends so. */
  #body(phrase: Phrase): number | null {
    const words = this.#words;
    if (!words.lexicon.definite.has(words.word(phrase.first)) || phrase.last !== phrase.head) return null;
    const noun = words.word(phrase.head);
    let tries = MOST_CANDIDATES * 2;
    for (
      let i = lastBefore(words.mentions, words.tokens.starts[phrase.first]!);
      i >= 0 && tries > 0;
      i -= 1, tries -= 1
    ) {
      const mention = words.mentions[i]!;
      if (mention.type === 'organization' && words.word(words.range(mention).last) === noun) return i;
    }
    return null;
  }

  #lastOf(type: Mention['type'], before: number): number | null {
    const last = this.#lastSpeaker;
    if (last !== null && before - last.at < FARTHEST && this.#words.mentions[last.mention]!.type === type)
      return last.mention;
    const { mentions, tokens } = this.#words;
    let tries = MOST_CANDIDATES;
    for (let i = lastBefore(mentions, tokens.starts[before]!); i >= 0 && tries > 0; i -= 1, tries -= 1)
      if (mentions[i]!.type === type) return i;
    return null;
  }

  /** The likeliest person before token `at`. */
  #person(at: number, gender: GenderGuess | null): number | null {
    let best: { mention: number; score: number } | null = null;
    const persons = this.#persons;
    let i = persons.length - 1;
    let low = 0;
    while (low <= i) {
      const middle = (low + i) >> 1;
      if (persons[middle]!.first < at) low = middle + 1;
      else i = middle - 1;
    }
    for (let tries = 0; i >= 0 && tries < MOST_CANDIDATES; i -= 1, tries += 1) {
      const { index, first } = persons[i]!;
      if (at - first > FARTHEST && best !== null) break;
      const score = this.#score(index, first, at, gender);
      if (score !== null && (best === null || score > best.score)) best = { mention: index, score };
    }
    if (
      best === null ||
      this.#describedSince(this.#words.range(this.#words.mentions[best.mention]!).last + 1, at, gender)
    )
      return null;
    return best.mention;
  }

  /**
   * Whether somebody without a name acts between tokens `from` and `at` ("The landlord was there. She …"): a pronoun does
   * not reach over them to a name.
   */
  #describedSince(from: number, at: number, gender: GenderGuess | null): boolean {
    const words = this.#words;
    if (!words.is(at, WordClass.pronoun)) return false;
    for (let i = at - 1; i >= Math.max(from, at - FARTHEST); i -= 1) {
      const noun = words.word(i);
      if (!words.is(i, WordClass.human) || words.mentionAt(i) >= 0 || words.quotationAt(i) >= 0) continue;
      if (words.lexicon.looksPlural(noun) || words.is(i + 1, WordClass.human) || words.mentionAt(i + 1) >= 0) continue;
      const first = this.#describedFrom(i);
      if (first < 0 || this.#ofRole({ first, last: i, head: i }).mention !== null) continue;
      const told = words.lexicon.genderedNouns.get(noun) ?? null;
      if (gender === null || told === null || told === gender) return true;
    }
    return false;
  }

  /** First token of "the night manager" where it begins a sentence and so acts in it; -1 for other nouns. */
  #describedFrom(head: number): number {
    const words = this.#words;
    for (let i = head - 1; i >= head - LONGEST_DESCRIPTION && i >= 0 && words.isWord(i); i -= 1) {
      if (!words.is(i, WordClass.determiner)) continue;
      const opens = words.is(i, WordClass.paragraphStart) || words.word(i - 1) === '.';
      return opens ? i : -1;
    }
    return -1;
  }

  #score(mention: number, first: number, at: number, gender: GenderGuess | null): number | null {
    const words = this.#words;
    const known = this.#genders.get(nameKey(words, mention)) ?? null;
    if (gender !== null && known !== null && known !== gender) return null;
    let score = (at - first) * WEIGHTS.perToken;
    if (gender !== null && known === gender) score += WEIGHTS.gender;
    const last = this.#lastSpeaker;
    if (last !== null && nameKey(words, last.mention) === nameKey(words, mention)) score += WEIGHTS.lastSpeaker;
    if (words.quotationAt(first) >= 0) score += WEIGHTS.quoted;
    const { last: end } = words.range(words.mentions[mention]!);
    if (words.isClitic(end + 1) || words.is(this.#titleStart(first) - 1, WordClass.preposition))
      score += WEIGHTS.oblique;
    else if (this.#opensClause(first)) score += WEIGHTS.subject;
    return score;
  }

  #titleStart(first: number): number {
    const words = this.#words;
    let i = first;
    while (first - i < 6 && words.isWord(i - 1) && (words.isCapital(i - 1) || words.is(i - 1, WordClass.human))) i -= 1;
    return i;
  }

  /** A title or nothing between the name and the beginning of its sentence or clause. */
  #opensClause(first: number): boolean {
    const words = this.#words;
    for (let i = first - 1; i >= first - 6 && i >= 0; i -= 1) {
      if (words.isPunctuation(i) && words.word(i) !== '-') return true;
      if (words.is(i + 1, WordClass.paragraphStart) || words.is(i, WordClass.conjunction)) return true;
      if (!words.isCapital(i) && !words.is(i, WordClass.human | WordClass.determiner | WordClass.adverb)) return false;
    }
    return first === 0;
  }
}

/** Persons' genders by their last name: from titles that carry one, else from first names. */
function gendersOf(words: Words): Map<string, GenderGuess> {
  const genders = new Map<string, GenderGuess>();
  for (const [index, mention] of words.mentions.entries()) {
    if (mention.type !== 'person') continue;
    const { first, last } = words.range(mention);
    const guess = first < last ? words.lexicon.firstNames(words.word(first)) : null;
    const key = nameKey(words, index);
    if (guess !== null && !genders.has(key)) genders.set(key, guess);
  }
  for (const { role } of words.mentions)
    if (role !== undefined && role.holder !== null && role.gender !== null)
      genders.set(nameKey(words, role.holder), role.gender);
  return genders;
}

/** The last word of a name, in lower case: what persons are called after their first mention. */
const nameKey = (words: Words, mention: number): string => words.word(words.range(words.mentions[mention]!).last);

/** Index of the last mention that begins before `offset`. */
function lastBefore(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
