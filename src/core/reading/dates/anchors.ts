/** What relative dates are counted from: the source's own date, and the dates that the text has spoken of. */
import type { Span } from '../../text/span.ts';
import type { SourceDate } from '../types.ts';
import { parseEdtf, dayRange, rangeOf } from './edtf.ts';
import { Unit } from './units.ts';

/** Days that an anchor reaches over, and how fine it is. */
export interface Anchor {
  readonly basis: 'source-date' | 'text';
  /** EDTF. */
  readonly value: string;
  readonly first: number;
  readonly last: number;
  readonly grain: Unit;
  readonly span: Span | null;
  /** Paragraph that it stands in. */
  readonly paragraph: number;
  /** Whether it tells its year itself. */
  readonly explicit: boolean;
}

export function sourceAnchor(sourceDate: Pick<SourceDate, 'value' | 'evidence'> | null): Anchor | null {
  if (!sourceDate) return null;
  const day = sourceDate.value.split('T')[0] ?? '';
  const range = rangeOf(day);
  if (!range || !Number.isFinite(range.first) || !Number.isFinite(range.last)) return null;
  return {
    basis: 'source-date',
    value: sourceDate.value,
    ...range,
    grain: grainOf(day),
    span: sourceDate.evidence[0] ?? null,
    paragraph: -1,
    explicit: true,
  };
}

/** Size of what a value names. */
export function grainOf(value: string): Unit {
  const edtf = parseEdtf(value);
  if (edtf?.kind === 'week') return edtf.weekday === null ? Unit.week : Unit.day;
  if (edtf?.kind === 'date') {
    if (edtf.day !== null) return Unit.day;
    if (edtf.month === null)
      return edtf.year.endsWith('XX') ? Unit.century : edtf.year.endsWith('X') ? Unit.decade : Unit.year;
    return Number(edtf.month) <= 12 ? Unit.month : Unit.quarter;
  }
  const range = edtf && dayRange(edtf);
  if (!range) return Unit.year;
  const days = range.last - range.first + 1;
  return days === 1 ? Unit.day : days <= 7 ? Unit.week : days <= 31 ? Unit.month : Unit.year;
}

/** Farther back than this many paragraphs, "the next day" speaks of something else. */
const CONTEXT_REACH = 1;
/** Reports on a quarter compare with it over several short paragraphs. */
const REPORT_REACH = 4;
/** A source this many years younger than what it tells is a history: its bare months belong to the story. */
const HISTORY_YEARS = 3;
const DAYS_PER_YEAR = 365.25;

/** The dates spoken of so far. */
export class Context {
  #last: Anchor | null = null;
  /** Last quarter, half or season, and last month: what "a year earlier" is compared with. */
  #quarter: Anchor | null = null;
  #month: Anchor | null = null;
  #explicit: Anchor | null = null;

  /** `named`: by the calendar, not counted from another date. */
  note(anchor: Anchor, named: boolean): void {
    this.#last = anchor;
    if (named && anchor.grain === Unit.quarter) this.#quarter = anchor;
    if (named && anchor.grain === Unit.month) this.#month = anchor;
    if (anchor.explicit && anchor.grain <= Unit.month) this.#explicit = anchor;
  }

  last(paragraph: number): Anchor | null {
    return near(this.#last, paragraph, CONTEXT_REACH);
  }

  period(paragraph: number): Anchor | null {
    // A report on a quarter goes on about it, whatever happened "in January" meanwhile.
    return near(this.#quarter, paragraph, REPORT_REACH) ?? near(this.#month, paragraph, 0);
  }

  /** A date with its year in the same paragraph, where the paragraph tells a story that the source's date is no part of. */
  story(paragraph: number, source: Anchor | null): Anchor | null {
    const anchor = near(this.#explicit, paragraph, 0);
    if (!anchor || !source) return anchor;
    return (source.first - anchor.last) / DAYS_PER_YEAR >= HISTORY_YEARS ? anchor : null;
  }
}

const near = (anchor: Anchor | null, paragraph: number, reach: number): Anchor | null =>
  anchor && paragraph - anchor.paragraph <= reach ? anchor : null;
