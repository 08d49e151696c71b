import type { AsideKind } from '../types.ts';

/** A whole paragraph that a phrase gives away. The pattern is tried on the paragraph's beginning only. */
export interface LinePattern {
  readonly rule: string;
  readonly kind: AsideKind;
  /** Anchored at the beginning; every repetition in it is bounded. Group `credited`, where there is one, is who is named. */
  readonly pattern: RegExp;
  /** More words than this are prose that happens to begin alike. */
  readonly longest: number;
}

/** What the reader of asides must know of a language. No pattern has an unbounded repetition. */
export interface AsideLexicon {
  readonly lines: readonly LinePattern[];
  /** "date 2026-01-31", "Published: …" at the beginning of a paragraph; prose may follow on the line. */
  readonly header: RegExp;
  /** A date and perhaps a time, and nothing else. */
  readonly bareDate: RegExp;
  /** A line of nothing but a place, an outlet or a desk and a whole date ("Port Meridian, June 4, 1911."). */
  readonly placedDate: RegExp;
  /** A whole date with its weekday and its clock, anywhere in a line. */
  readonly lineDate: RegExp;
  /** A whole part of a line beside its date: a clock, a label, the issue and its page. */
  readonly linePart: RegExp;
  /** A whole part that names an outlet, a place or a person. */
  readonly lineName: RegExp;
  /** A whole part that names the author; group `credited`. */
  readonly lineAuthor: RegExp;
  /** A whole part that may run into the date without a mark ("Last updated", "Posted by Ada Okafor on"). */
  readonly dateLabel: RegExp;
  /** The name of an event, whose day is not the source's ("The Siege of Strelsau, 3 May 1911"). */
  readonly eventTitle: RegExp;
  /** What may stand between place and dash in a dateline: a date, an agency in brackets. Sticky. */
  readonly datelineDate: RegExp;
  /** How a caption begins ("This handout photo", "FILE -"). */
  readonly captionStart: RegExp;
  /** Words that point into a picture ("(left)", "looks on", "pictured"). Global. */
  readonly captionPointer: RegExp;
  /** Those of them that nothing but a caption has: "(left)". */
  readonly sidePointer: RegExp;
  /** Verbs in the present that say what a picture shows ("patrol", "speaks"). */
  readonly pictureVerbs: ReadonlySet<string>;
  /** A day with its year, as captions give it. */
  readonly fullDate: RegExp;
  /** A photo's credit, from its first character to the paragraph's end. */
  readonly photoCredit: readonly RegExp[];
  /** The only words in lower case that a photo's credit holds. */
  readonly creditWords: ReadonlySet<string>;
  /** "to", "will": the verb behind them is no present tense. */
  readonly beforeBaseForms: ReadonlySet<string>;
  /** News agencies, in lower case. */
  readonly agencies: ReadonlySet<string>;
  /** Words that make a name an agency's or an outlet's, in lower case ("news", "agency"). */
  readonly agencyWords: ReadonlySet<string>;
  /** Small words that titles leave in lower case. */
  readonly titleSmallWords: ReadonlySet<string>;
}
