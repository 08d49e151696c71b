/**
 * Who is said to have spoken a quotation, as an expression in the text: by cue patterns in both orders,
 * across sentences, and for words quoted inside the author's own sentence.
 */
import { WordClass } from './lexicon.ts';
import { endsWithStop, isStop, sentenceEnd, sentenceStart, startsLower, type Quoted } from './bounds.ts';
import {
  isDash,
  isStrong,
  mainSubject,
  phraseEnding,
  phraseStarting,
  speaking,
  subjectBefore,
  type Phrase,
} from './phrases.ts';
import type { Words } from '../words.ts';

export interface Attribution {
  readonly phrase: Phrase | null;
  /** First and last token of the verb or preposition that says so; null where nothing does. */
  readonly cue: { readonly first: number; readonly last: number } | null;
  /** 0 to 1: how often the pattern is right. */
  readonly confidence: number;
  /** The quotation whose attribution this one shares. */
  readonly shares: number | null;
}

/** Shares of right speakers by pattern, as measured on news text; only their order matters to callers. */
export const CONFIDENCE = {
  adjacent: 0.95,
  before: 0.85,
  colon: 0.8,
  gap: 0.65,
  continued: 0.8,
  nextParagraph: 0.65,
  subject: 0.4,
};

/** How far a cue may stand from its quotation, in tokens. */
const REACH = 45;

/** Finds the attribution of each of `quoted` (outermost spans in document order). */
export function attribute(words: Words, quoted: readonly Quoted[]): Attribution[] {
  const found: Attribution[] = [];
  for (const [index, quote] of quoted.entries()) found.push(new Attributor(words, quoted, found, index, quote).find());
  return overParagraphs(quoted, found);
}

/** One quotation over several paragraphs has one speaker, whichever of its paragraphs tells it. */
function overParagraphs(quoted: readonly Quoted[], found: Attribution[]): Attribution[] {
  for (let i = found.length - 1; i > 0; i -= 1) {
    const before = found[i - 1]!;
    if (!quoted[i - 1]!.span.runsOn) continue;
    if (before.phrase === null) found[i - 1] = { ...found[i]!, shares: before.shares };
    found[i] = { ...found[i]!, shares: i - 1 };
  }
  return found;
}

class Attributor {
  readonly #words: Words;
  readonly #quoted: readonly Quoted[];
  readonly #earlier: readonly Attribution[];
  readonly #index: number;
  readonly #quote: Quoted;
  /** Tokens of the sentence around the quotation, other quotations included: `[start, end)`. */
  readonly #start: number;
  readonly #end: number;

  constructor(words: Words, quoted: readonly Quoted[], earlier: readonly Attribution[], index: number, quote: Quoted) {
    this.#words = words;
    this.#quoted = quoted;
    this.#earlier = earlier;
    this.#index = index;
    this.#quote = quote;
    this.#start = sentenceStart(words, quoted, quote);
    this.#end = sentenceEnd(words, quoted, quote);
  }

  find(): Attribution {
    const opensSentence = this.#start >= this.#quote.first;
    return (
      this.#signature() ??
      this.#label() ??
      (opensSentence ? this.#adjacentAfter() : null) ??
      this.#before() ??
      this.#adjacentAfter() ??
      (opensSentence ? (this.#fromBackReference() ?? this.#continued()) : null) ??
      this.#after() ??
      this.#behindColon() ??
      (opensSentence ? this.#fromParagraphBefore() : null) ??
      this.#subject() ?? { phrase: null, cue: null, confidence: 0, shares: null }
    );
  }

  /** "…," said Ada Lovelace. "…," she wrote. "…," according to the ministry. */
  #adjacentAfter(): Attribution | null {
    const words = this.#words;
    let i = this.#quote.last + 1;
    if (endsWithStop(words, this.#quote) && !startsLower(words, i)) return null;
    while (i < this.#end && (words.word(i) === ',' || isDash(words, i))) i += 1;
    while (i < this.#end && words.is(i, WordClass.adverb) && words.is(i + 1, WordClass.says)) i += 1;
    if (i >= this.#end) return null;
    const preposition = this.#sourcePreposition(i);
    if (preposition !== null) return preposition;
    if (this.#speaks(i)) {
      let after = i + 1;
      while (after < this.#end && words.is(after, WordClass.adverb | WordClass.calendar) && words.mentionAt(after) < 0)
        after += 1;
      const phrase = speaking(words, phraseStarting(words, after, this.#end));
      if (phrase !== null) return { phrase, cue: { first: i, last: i }, confidence: CONFIDENCE.adjacent, shares: null };
      // "…," Ada Lovelace, of Port Meridian, began, "…": the subject stands further left.
      const before = this.#start < this.#quote.first ? this.#mainSubject() : null;
      if (before !== null)
        return { phrase: before, cue: { first: i, last: i }, confidence: CONFIDENCE.before, shares: null };
    }
    const phrase = speaking(words, phraseStarting(words, i, this.#end));
    if (phrase === null) return null;
    const verb = this.#verbOf(phrase);
    return verb < 0
      ? null
      : { phrase, cue: { first: verb, last: verb }, confidence: CONFIDENCE.adjacent, shares: null };
  }

  /** A verb of saying, or one of manner in front of a name ("beamed Ada Lovelace"). */
  #speaks(token: number): boolean {
    const words = this.#words;
    if (words.mentionAt(token) >= 0) return false;
    return (
      words.is(token, WordClass.says) ||
      (words.lexicon.looksPast(words.word(token)) && words.isName(token + 1, 'person'))
    );
  }

  /** The verb of saying whose subject `phrase` is, behind adverbs, brackets and appositions; -1 when there is none. */
  #verbOf(phrase: Phrase): number {
    const words = this.#words;
    const limit = Math.min(this.#end, phrase.last + REACH);
    let inApposition = false;
    for (let i = phrase.last + 1; i < limit; i += 1) {
      if (words.quotationAt(i) >= 0) return -1;
      if (words.is(i, WordClass.says) && words.mentionAt(i) < 0 && !this.#followsRelative(i)) return i;
      if (words.is(i, WordClass.baseForm) && words.is(i - 1, WordClass.auxiliary)) return i;
      if (words.word(i) === ',' || words.word(i) === '(' || isDash(words, i) || words.is(i, WordClass.relative))
        inApposition = true;
      else if (
        !inApposition &&
        !words.is(
          i,
          WordClass.adverb | WordClass.auxiliary | WordClass.preposition | WordClass.calendar | WordClass.determiner,
        ) &&
        words.mentionAt(i) < 0 &&
        words.is(i, WordClass.otherVerb | WordClass.conjunction)
      )
        return -1;
    }
    return -1;
  }

  #followsRelative(verb: number): boolean {
    const words = this.#words;
    let i = verb - 1;
    while (words.is(i, WordClass.adverb | WordClass.auxiliary)) i -= 1;
    return words.is(i, WordClass.relative);
  }

  /** Ada Lovelace said: "…". The ministry called it a "…". According to the report, "…". */
  #before(): Attribution | null {
    const words = this.#words;
    let best: { at: number; score: number } | null = null;
    const stop = Math.max(this.#start, this.#quote.first - REACH);
    for (let i = this.#quote.first - 1; i >= stop; i -= 1) {
      const other = words.quotationAt(i);
      if (other >= 0) {
        // "called it “one” and “two”": nothing new was said between the two.
        if (best === null && other === this.#index - 1) return this.#shared(other, CONFIDENCE.before);
        break;
      }
      const score = this.#cueScore(i);
      if (score > 0 && (best === null || score > best.score)) best = { at: i, score };
    }
    if (best === null) return null;
    const sameCue = this.#earlierWithCue(best.at);
    if (sameCue !== null) return this.#shared(sameCue, CONFIDENCE.adjacent);
    const preposition = this.#sourcePreposition(best.at);
    if (preposition !== null) return preposition;
    const phrase = this.#subjectOf(best.at);
    const cue = { first: best.at, last: best.at };
    return phrase === null ? null : { phrase, cue, confidence: CONFIDENCE.before, shares: null };
  }

  /** "…," she said, "…": the quotation in this sentence that the cue at `token` has already given a speaker. */
  #earlierWithCue(token: number): number | null {
    const before = this.#earlier[this.#index - 1];
    return before?.cue != null && before.cue.first <= token && token <= before.cue.last ? this.#index - 1 : null;
  }

  /** How likely the word at `token`, in front of the quotation, is its cue; 0 for none. */
  #cueScore(token: number): number {
    const words = this.#words;
    if (words.mentionAt(token) >= 0 || words.is(token - 1, WordClass.determiner)) return 0;
    const distance = this.#quote.first - token;
    const near = 1 / (8 + distance);
    if (this.#isSourcePreposition(token)) return 2 * near;
    if (words.is(token, WordClass.says | WordClass.saying))
      return (this.#followsRelative(token) && distance > 3 ? 0.5 : 1.3) * near;
    const auxiliary =
      words.is(token - 1, WordClass.auxiliary) ||
      words.is(token - 2, WordClass.auxiliary) ||
      words.word(token - 1) === words.lexicon.infinitive;
    if (words.is(token, WordClass.baseForm) && auxiliary) return near;
    if (words.is(token, WordClass.characterizes)) return this.#isPassive(token) ? 0.1 * near : 0.9 * near;
    return 0;
  }

  #isPassive(token: number): boolean {
    for (let i = token - 1; i >= token - 3 && i >= 0; i -= 1) {
      if (this.#words.lexicon.passive.has(this.#words.word(i))) return true;
      if (!this.#words.is(i, WordClass.adverb)) return false;
    }
    return false;
  }

  #subjectOf(verb: number): Phrase | null {
    const words = this.#words;
    const participle = words.is(verb, WordClass.saying) && !words.is(verb - 1, WordClass.auxiliary);
    const infinitive = words.word(verb - 1) === words.lexicon.infinitive;
    const joined = participle || infinitive || words.is(verb - 1, WordClass.conjunction);
    const before = subjectBefore(words, verb, this.#start);
    if (participle && before !== null && before.last === verb - 1 && isStrong(words, before)) return before;
    const opening = participle && verb === this.#start ? (this.#earlier[this.#index - 1]?.phrase ?? null) : null;
    const main = opening ?? (joined ? (this.#subjectOfSentence() ?? this.#mainSubject()) : this.#mainSubject());
    const [first, second] = joined ? [main, before] : [before, main];
    if (first !== null && isStrong(words, first)) return first;
    return second !== null && isStrong(words, second) ? second : (first ?? second);
  }

  /** "…," she said, adding that it was "…": who spoke the quotation before in the same sentence. */
  #subjectOfSentence(): Phrase | null {
    const before = this.#earlier[this.#index - 1];
    return before?.cue != null && before.cue.first >= this.#start ? before.phrase : null;
  }

  #mainSubject(): Phrase | null {
    return mainSubject(this.#words, this.#start, this.#quote.first);
  }

  /** The "…" policy has failed, Ada Lovelace said (or: said Ada Lovelace). */
  #after(): Attribution | null {
    const words = this.#words;
    const limit = Math.min(this.#end, this.#quote.last + REACH);
    for (let i = this.#quote.last + 1; i < limit; i += 1) {
      if (words.quotationAt(i) >= 0) continue;
      const preposition = this.#sourcePreposition(i);
      if (preposition !== null) return { ...preposition, confidence: CONFIDENCE.gap };
      if (!words.is(i, WordClass.says) || words.mentionAt(i) >= 0) continue;
      const behind = words.word(i - 1) === ',' ? phraseStarting(words, i + 1, this.#end) : null;
      const phrase =
        behind !== null && isStrong(words, behind) ? behind : subjectBefore(words, i, this.#quote.last + 1);
      if (phrase !== null) return { phrase, cue: { first: i, last: i }, confidence: CONFIDENCE.gap, shares: null };
    }
    return null;
  }

  /** The paragraph or sentence before ends with a colon: it introduces this one. */
  #behindColon(): Attribution | null {
    const words = this.#words;
    const colon = this.#quote.first - 1;
    if (words.word(colon) !== ':') return null;
    const start = this.#introductionStart(colon);
    for (let i = colon - 1; i >= start; i -= 1) {
      if (!words.is(i, WordClass.says | WordClass.saying | WordClass.characterizes)) continue;
      const phrase = subjectBefore(words, i, start) ?? mainSubject(words, start, i);
      if (phrase !== null) return { phrase, cue: { first: i, last: i }, confidence: CONFIDENCE.colon, shares: null };
    }
    const last = phraseEnding(words, colon - 1, start);
    const main = mainSubject(words, start, colon);
    // "Ada Lovelace was unhappy with the referee: …": behind another subject a name is an object.
    const isSubject = last !== null && words.isName(last.head, 'speaker') && !(main !== null && isStrong(words, main));
    const phrase = isSubject ? last : main;
    return phrase && { phrase, cue: { first: colon, last: colon }, confidence: CONFIDENCE.subject, shares: null };
  }

  /** First token of the sentence that the colon ends; neither an earlier quotation nor another paragraph is a part of it. */
  #introductionStart(colon: number): number {
    const words = this.#words;
    let start = colon;
    while (start > 0 && colon - start < REACH && !words.is(start, WordClass.paragraphStart)) {
      if (isStop(words, start - 1) || words.quotationAt(start - 1) >= 0) break;
      start -= 1;
    }
    return start;
  }

  /** Ada Lovelace: "…" */
  #label(): Attribution | null {
    const words = this.#words;
    const colon = this.#quote.first - 1;
    if (words.word(colon) !== ':' || colon <= this.#start) return null;
    const phrase = phraseEnding(words, colon - 1, this.#start);
    if (phrase === null || !words.isName(phrase.head, 'speaker')) return null;
    const alone = phrase.first === this.#start || isDash(words, phrase.first - 1);
    return alone ? { phrase, cue: { first: colon, last: colon }, confidence: CONFIDENCE.colon, shares: null } : null;
  }

  /** "…" — Ada Lovelace */
  #signature(): Attribution | null {
    const words = this.#words;
    const dash = this.#quote.last + 1;
    if (!isDash(words, dash)) return null;
    const phrase = phraseStarting(words, dash + 1, dash + 8);
    return phrase && words.mentionAt(phrase.head) >= 0
      ? { phrase, cue: { first: dash, last: dash }, confidence: CONFIDENCE.colon, shares: null }
      : null;
  }

  /** "…," she said. "…": a whole sentence in marks after another in the same paragraph. */
  #continued(): Attribution | null {
    const before = this.#quoted[this.#index - 1];
    if (before === undefined) return null;
    if (before.span.runsOn) return { ...this.#earlier[this.#index - 1]!, shares: this.#index - 1 };
    return before.paragraph.index === this.#quote.paragraph.index
      ? this.#shared(this.#index - 1, CONFIDENCE.continued)
      : null;
  }

  /** "…" With those words, Ada Lovelace left. */
  #fromBackReference(): Attribution | null {
    const words = this.#words;
    const { last, paragraph } = this.#quote;
    const reference = words.lexicon.backReferences.find((sequence) => words.matches(last + 1, sequence));
    if (reference === undefined) return null;
    const phrase = mainSubject(words, last + 1, Math.min(paragraph.end, last + REACH));
    const cue = { first: last + 1, last: last + reference.length };
    return phrase && isStrong(words, phrase) ? { phrase, cue, confidence: CONFIDENCE.gap, shares: null } : null;
  }

  /** A paragraph that is nothing but a quotation goes on with the speaker of the paragraph before. */
  #fromParagraphBefore(): Attribution | null {
    const { paragraph, first } = this.#quote;
    const before = this.#quoted[this.#index - 1];
    if (before === undefined || first !== paragraph.start || before.paragraph.index !== paragraph.index - 1)
      return null;
    return this.#shared(this.#index - 1, CONFIDENCE.nextParagraph);
  }

  /** Who acts in the sentence, where no verb of saying is. */
  #subject(): Attribution | null {
    const phrase = this.#start < this.#quote.first ? this.#mainSubject() : null;
    return phrase !== null && isStrong(this.#words, phrase)
      ? { phrase, cue: null, confidence: CONFIDENCE.subject, shares: null }
      : null;
  }

  #shared(index: number, confidence: number): Attribution | null {
    const other = this.#earlier[index];
    if (other === undefined || (other.phrase === null && other.shares === null)) return null;
    return { ...other, confidence: Math.min(confidence, other.confidence), shares: index };
  }

  #isSourcePreposition(token: number): boolean {
    return this.#words.lexicon.sourcePrepositions.some((sequence) => this.#words.matches(token, sequence));
  }

  #sourcePreposition(token: number): Attribution | null {
    const words = this.#words;
    const sequence = words.lexicon.sourcePrepositions.find((candidate) => words.matches(token, candidate));
    if (sequence === undefined) return null;
    const phrase = phraseStarting(words, token + sequence.length, Math.min(this.#quote.paragraph.end, token + REACH));
    return (
      phrase && {
        phrase,
        cue: { first: token, last: token + sequence.length - 1 },
        confidence: CONFIDENCE.before,
        shares: null,
      }
    );
  }
}
