/**
 * What a date expression says before anybody knows when it was written. Grammars of languages produce meanings;
 * `resolve.ts` turns them into EDTF. Nothing here belongs to a language.
 */
import type { Span } from '../../text/span.ts';
import type { DateExpression, DateKind } from '../types.ts';
import type { Unit } from './units.ts';

/** −1: the nearest one before the anchor; +1: after it; 0: the words do not tell. */
export type Direction = -1 | 0 | 1;

/** What an offset is counted from: the source's own date, or the date that the text spoke of last. */
export type Base = 'source' | 'context';

export type Phase = DateExpression['modifier'];

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night' | 'noon' | 'midnight';

/** Calendar fields, as far as they are told. */
export interface Fields {
  /** Astronomical; a decade and a century are given by their first year and `yearGrain`. */
  readonly year?: number;
  readonly yearGrain?: 10 | 100;
  /** 1 to 12. */
  readonly month?: number;
  /** The month is so many from the source's own: "the 3d ult." −1, "inst." 0, "prox." +1. */
  readonly monthOffset?: number;
  /** Of the month. */
  readonly day?: number;
  /** ISO, 1 is Monday. */
  readonly weekday?: number;
  /** EDTF sub-year grouping: 21 to 24 seasons, 33 to 36 quarters, 40 and 41 halves. */
  readonly grouping?: number;
  /** A day that is computed from the year ("Easter Monday"). */
  readonly holiday?: Holiday;
  /** "of last year" −1, "this year's" 0, "next year" +1; the year is the base's. */
  readonly yearOffset?: number;
  /** "of that year" counts from the text's last date. */
  readonly yearBase?: Base;
  /** "last Tuesday" −1, "this March" 0, "next Friday" +1. */
  readonly relation?: Direction;
  /** "10:30", with "Z" or an offset where told. */
  readonly time?: string;
  readonly dayPart?: DayPart;
}

/** A fixed day, the nth weekday of a month (−1 the last), or days from Easter Sunday; `plus` counts days on from there. */
export type Holiday =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number };

export type Meaning =
  | { readonly kind: 'fields'; readonly fields: Fields }
  /** So many units from the base; the answer is as large as the unit: "two years ago" is a year. */
  | {
      readonly kind: 'offset';
      readonly base: Base;
      readonly amount: number;
      readonly unit: Unit;
      readonly dayPart?: DayPart;
      /** "10 a.m. yesterday". */
      readonly time?: string;
      /** "a year ago" in a text about quarters is the same quarter of the year before. */
      readonly alike?: boolean;
    }
  | { readonly kind: 'range'; readonly from: Fields; readonly to: Fields }
  /** The week that holds a day. */
  | { readonly kind: 'week-of'; readonly fields: Fields }
  /** Where the order of day and month is not told: 4/3/2026. */
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number }
  /** Known without any anchor: durations ("P2D"), sets ("XXXX-WXX-1", "P1D"). */
  | { readonly kind: 'constant'; readonly value: string | null }
  /** Last date spoken of ("at the time", "that day"). */
  | { readonly kind: 'anaphor'; readonly unit: Unit | null }
  | { readonly kind: 'vague'; readonly time: 'past' | 'present' | 'future' };

/** A date expression as found, to be resolved. */
export interface DateCandidate extends Span {
  readonly kind: DateKind;
  readonly meaning: Meaning;
  readonly modifier: Phase;
  /** Id of the rule that found it. */
  readonly rule: string;
  /** Of the clause it stands in. */
  readonly direction: Direction;
  /** Number of the paragraph, counted from 0. */
  readonly paragraph: number;
}
