/** A stretch of a text in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanLength = (span: Span): number => span.end - span.start;

/** Whether the spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies within `outer`; equal spans contain each other. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether a caret at `offset` touches the span: both of its ends count, as a caret stands between characters. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Document order; of spans with one start, the longer first, so that what encloses precedes what it encloses. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Shared code units over all code units of the two spans: 1 for equal spans, 0 for disjoint ones. */
export function overlapRatio(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
