/** The dates of one source: found, then the source's own date, then resolved against it. */
import type { Span } from '../../text/span.ts';
import type { Atoms } from '../atoms.ts';
import type { SourceText } from '../source-text.ts';
import type { Aside, DateExpression, SourceDate } from '../types.ts';
import { detectDates } from './detect.ts';
import type { DateGrammar } from './grammar.ts';
import { resolveDates } from './resolve.ts';
import { findSourceDate, readerSourceDate } from './source-date.ts';

export interface ReadDatesOptions {
  readonly grammar: DateGrammar;
  readonly asides: readonly Aside[];
  /** EDTF; a date that the reader has set wins over what the text suggests. */
  readonly readerDate?: string | undefined;
}

export interface SourceDates {
  readonly dates: DateExpression[];
  readonly sourceDate: SourceDate | null;
}

/** `atoms` are those of `source`. Dates are in document order and do not overlap. */
export function readDates(
  source: SourceText,
  atoms: Atoms,
  { grammar, asides, readerDate }: ReadDatesOptions,
): SourceDates {
  const candidates = detectDates(atoms, grammar);
  const set = readerDate === undefined ? null : readerSourceDate(readerDate);
  const sourceDate = set ?? findSourceDate(source, { asides, candidates, grammar });
  const apart = asides.filter(({ kind }) => kind !== 'headline');
  const isAside = memberOf(apart);
  return { dates: resolveDates(candidates, { sourceDate, isAside }), sourceDate };
}

/** Membership of spans that are asked for in document order. */
function memberOf(spans: readonly Span[]): (span: Span) => boolean {
  let at = 0;
  return (span) => {
    while (at < spans.length && (spans[at] as Span).end <= span.start) at += 1;
    return at < spans.length && (spans[at] as Span).start <= span.start;
  };
}
