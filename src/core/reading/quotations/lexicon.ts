/** What the reader of quotations must know of a language. Words are lower case. */
import type { Channel } from '../types.ts';

/** What a word may be, as bits: a word can be several things ("post", "that"). */
export const WordClass = {
  /** Finite verb of saying ("said", "tweeted"). */
  says: 1,
  /** Participle of saying ("saying", "calling"). */
  saying: 2,
  /** Verb that takes quoted words as a part of the author's sentence ("called", "criticized"). */
  characterizes: 4,
  /** Base form, a cue after an auxiliary ("will say") or "to". */
  baseForm: 8,
  auxiliary: 16,
  adverb: 32,
  determiner: 64,
  preposition: 128,
  /** Begins a clause or joins two ("and", "that", "while"). */
  conjunction: 256,
  relative: 512,
  pronoun: 1024,
  /** Noun for a human being in a role ("spokesman", "mayor", "officials"). */
  human: 2048,
  /** Noun for a body that can speak ("ministry", "company", "campaign"). */
  body: 4096,
  /** Noun for something that carries words ("statement", "post", "report"). */
  document: 8192,
  /** Day, month, "week", …: time that stands between subject and verb. */
  calendar: 16384,
  /** Says little of who it is ("official", "source", "people"): anonymous where no name is told. */
  faceless: 32768,
  /** Word for a number ("three", "several", "dozens"). */
  numeral: 65536,
  /** Other common verb: ends a noun phrase. */
  otherVerb: 131072,
  /** Set by position: the first token of a paragraph. */
  paragraphStart: 262144,
  /** Preposition that binds two nouns ("head of", "spokesman for"). */
  link: 524288,
} as const;

export type GenderGuess = 'female' | 'male';

export interface PronounFacts {
  readonly gender: 'female' | 'male' | 'other' | null;
  readonly number: 'singular' | 'plural';
}

export interface QuoteLexicon {
  readonly classes: ReadonlyMap<string, number>;
  /** Classes of a word that the map does not hold, by its ending. */
  classify(word: string): number;
  /** Whether a word has the shape of a past tense, a present participle, a plural noun, whatever list holds it. */
  looksPast(word: string): boolean;
  looksParticiple(word: string): boolean;
  looksPlural(word: string): boolean;
  readonly pronouns: ReadonlyMap<string, PronounFacts>;
  /** Words that introduce a source without a verb, as sequences ("according to", "in the words of"). */
  readonly sourcePrepositions: readonly (readonly string[])[];
  /** Words that begin a sentence about who spoke right before ("with these words"). */
  readonly backReferences: readonly (readonly string[])[];
  /** Sequences that ask for or grant anonymity ("condition of anonymity"). */
  readonly anonymity: readonly (readonly string[])[];
  /** Verbs whose object is a source: "citing", "quotes". */
  readonly citing: ReadonlySet<string>;
  readonly numerals: ReadonlyMap<string, number>;
  /** Nouns and verbs that tell how words reached the public. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** Platforms, as they are written after "on": "X", "Instagram". */
  readonly platforms: ReadonlySet<string>;
  /** "office", "camp": the holder's staff speaks, not the holder. */
  readonly offices: ReadonlySet<string>;
  readonly and: string;
  /** Binds a document and its author ("a statement by"). */
  readonly by: string;
  /** Auxiliaries of the passive. */
  readonly passive: ReadonlySet<string>;
  /** "to" before an infinitive. */
  readonly infinitive: string;
  /** Determiners that point back ("the", "this"). */
  readonly definite: ReadonlySet<string>;
  /** Nouns that stand for a person named before ("the 51-year-old founder"), where no role says whom. */
  readonly descriptions: ReadonlySet<string>;
  /** "that" between a verb of saying and its clause. */
  readonly complementizer: string;
  /** Verbs of saying that take a clause without it. */
  readonly clauseVerbs: ReadonlySet<string>;
  /** Gender that a first name tells, in lower case; null where it tells none. */
  firstNames(name: string): GenderGuess | null;
  /** Nouns of persons that carry a gender ("spokeswoman", "son"). */
  readonly genderedNouns: ReadonlyMap<string, GenderGuess>;
}
