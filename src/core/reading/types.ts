/**
 * What one source says, as plain data. Every span counts UTF-16 code units of `Reading.text`;
 * indices into `mentions`, `dates`, … are positions in those arrays, which are in document order.
 */
import type { Span } from '../text/span.ts';

export type AsideKind = 'headline' | 'dateline' | 'header' | 'caption' | 'credit' | 'byline' | 'promotion';

/** Text in the file that is not the author's prose. */
export interface Aside extends Span {
  readonly kind: AsideKind;
  /** The agency, outlet or photographer that a credit, caption or byline names, as written. */
  readonly credited?: readonly Span[];
  /** Id of the rule that found it. */
  readonly rule: string;
}

export type NameType = 'person' | 'organization' | 'place' | 'demonym' | 'event' | 'work';
export type MentionType = NameType | 'role';

/** A span that names something. Mentions may nest ("Pentagon" in "Pentagon chief"), never cross. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** 0 to 1. */
  readonly confidence: number;
  /** Only on roles. */
  readonly role?: RoleFacts;
}

/** A title, rank or office, and who holds it. */
export interface RoleFacts {
  /** Index of the person mention that holds the role; null when nobody is named. */
  readonly holder: number | null;
  /** The office as a normalised head ("president", "spokesman", "head"); null for a mere rank. */
  readonly office: string | null;
  /** What the office is of, as written ("Northern Fleet"); null when not told. */
  readonly of: Span | null;
  /** Military rank, normalised ("lieutenant general"), with its NATO grade ("OF-8"); null when there is none. */
  readonly rank: { readonly name: string; readonly grade: string | null } | null;
  readonly tense: 'current' | 'former' | 'designate';
  /** Carried by the title itself ("Mr.", "Sister"). */
  readonly gender: 'female' | 'male' | null;
}

export type DateKind = 'date' | 'time' | 'duration' | 'set';

/** An expression with calendar content. */
export interface DateExpression extends Span {
  readonly kind: DateKind;
  /**
   * EDTF (ISO 8601-2:2019, level 1, and level 2 sub-year groupings) or an ISO 8601 duration; null when nothing is known.
   * Without an anchor it may be partial: "XXXX-03-06", "XXXX-WXX-2".
   */
  readonly value: string | null;
  /** Whether `value` names a definite day, week, month, year or interval. */
  readonly resolved: boolean;
  /** The weekday printed together with a day ("Tuesday, March 3"), 1 (Monday) to 7; absent where none is printed. */
  readonly weekday?: number;
  readonly modifier: 'start' | 'middle' | 'end' | 'approximate' | 'before' | 'after' | null;
  /** Id of the rule that gave the value, for the hover: "weekday-past", "month-day", … */
  readonly rule: string;
  readonly anchor: DateAnchor | null;
}

export interface DateAnchor {
  readonly basis: 'source-date' | 'text';
  /** EDTF. */
  readonly value: string;
  /** Where the anchor stands in the text; null for a date that the reader has set. */
  readonly span: Span | null;
}

/** The day (or less) on which the source was written. */
export interface SourceDate {
  /** EDTF. */
  readonly value: string;
  readonly basis: 'reader' | 'header' | 'dateline' | 'url' | 'caption' | 'explicit' | 'weekday-arithmetic';
  /** The words it rests on, best first; empty when the reader has set it. */
  readonly evidence: readonly Span[];
  /** 0 to 1; 1 when the reader has set it. */
  readonly confidence: number;
}

/** A number with what it counts, its unit and its hedge. */
export interface Figure extends Span {
  /** The number alone, within the span. */
  readonly number: Span;
  /** The number as printed, its multiplier applied ("4.83 million" is 4830000); null for open figures ("dozens"). */
  readonly value: number | null;
  /** What the statement allows, ends included unless marked open; ±Infinity where it is unbounded. */
  readonly interval: Interval;
  /** "percent", an ISO 4217 code, an SI-like unit, "year", "per 100000"; null for a bare count. */
  readonly unit: string | null;
  /** Head noun of what is counted, as written, and its lemma. */
  readonly counted: { readonly span: Span; readonly lemma: string } | null;
  readonly hedge: { readonly span: Span; readonly kind: HedgeKind } | null;
}

export type HedgeKind = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'around' | 'nearly' | 'range' | 'open';

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type SpeakerKind = 'name' | 'pronoun' | 'role' | 'office' | 'anonymous';

/** Who is said to have spoken. */
export interface Speaker extends Span {
  readonly kind: SpeakerKind;
  /** Index of the mention that the expression stands for, through pronoun, role or surname; null when it stays open. */
  readonly mention: number | null;
  /** For anonymous sources, how many: 1, a number, or null for an untold plural. */
  readonly count?: number | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export type Channel = 'post' | 'statement' | 'interview' | 'briefing' | 'letter' | 'broadcast' | 'report';

export interface Quotation extends Span {
  /** The span with its marks; equal to the quotation itself where it is set off without marks. */
  readonly outer: Span;
  /** The marks as printed; null where they are missing. */
  readonly open: string | null;
  readonly close: string | null;
  /** `full`: whole sentences; `partial`: words within the author's sentence; `term`: a name or a term in marks; `block`: set off without marks. */
  readonly kind: 'full' | 'partial' | 'term' | 'block';
  /** Index of the quotation that this one continues ("…," she said. "…"), or null. */
  readonly continues: number | null;
  /** Index of the quotation that encloses this one, or null. */
  readonly within: number | null;
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  readonly channel: { readonly kind: Channel; readonly span: Span } | null;
}

/** What somebody is reported to have said, without marks. */
export interface Statement extends Span {
  readonly speaker: Speaker;
  readonly cue: Span;
}

export interface MarkProblem extends Span {
  readonly kind: 'unclosed' | 'unopened' | 'mismatched' | 'mixed-styles';
  /** The other marks it is compared with ("mixed-styles"), else empty. */
  readonly others: readonly Span[];
}

export interface LanguageGuess {
  /** BCP 47, "und" when the text is too short to tell. */
  readonly tag: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether there is a reader for it; without one, only tokens, lines and marks are read. */
  readonly supported: boolean;
}

export interface Reading {
  readonly text: string;
  readonly language: LanguageGuess;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly asides: readonly Aside[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateExpression[];
  readonly sourceDate: SourceDate | null;
  readonly figures: readonly Figure[];
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
  /** Unnamed people whom somebody else is said to cite ("the paper, citing two officials"). */
  readonly cited: readonly Speaker[];
  readonly markProblems: readonly MarkProblem[];
}
