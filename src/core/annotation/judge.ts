/**
 * From fits to an outcome. A note on wrong words is worse than a note that has to be looked for, so every fit must pass floors, which are
 * stricter for short quotes, and stand out from the second best.
 */
import type { Fit } from './fit.ts';
import type { Anchor, Candidate } from './types.ts';

/**
 * Chosen on one half of the documents of real edits (Python's PEPs, German law; halves by a hash of the path), checked on the other.
 * `npm run eval` prints both halves.
 */
const FLOOR = {
  /** Of the quote's words, so much must be left. */
  quote: 0.5,
  /** Of quote, surroundings and density together. */
  score: 0.5,
  /** Surroundings of a short quote. */
  shortContext: 0.3,
  /** Of the words in the span, so much must come from a short quote: two words that have drifted apart are not the quote. */
  shortDensity: 0.3,
  /** Without any surroundings to compare, the words themselves must be nearly whole. */
  quoteAlone: 0.85,
} as const;

/** A quote of less weight than this (three or four telling words) is short. */
const SHORT = 3.5;
/** A quote that weighs this much counts for as much by itself as all that a quote can count for is halfway to. */
const HALF_WEIGHT = 4;
/** Share of the quote itself in the score: from the first for a quote that tells nothing, to the sum of both for a very long one. */
const QUOTE_SHARE = 0.4;
const LONG_QUOTE_SHARE = 0.4;
/** The second best must be worse by this much. */
const MARGIN = 0.06;
/** So many places of an ambiguous quote are listed. */
export const MAX_LISTED = 20;

/** `quoteWeight`: of the pattern that the fits are of. `position`: where the quote stood once (code units), or null. */
export function judge(fits: readonly Fit[], quoteWeight: number, position: number | null): Anchor {
  const scored = fits
    .map((fit) => ({ fit, span: fit.span, score: scoreOf(fit, quoteWeight) }))
    .filter(({ fit, score }) => passes(fit, score, quoteWeight))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const best = scored[0];
  if (best === undefined) return { outcome: 'orphaned' };
  const close = scored.filter(({ span, score }) => score > best.score - MARGIN && !meet(span, best.span));
  if (close.length > 0) return ambiguous([best, ...close]);
  return { outcome: outcomeOf(best.fit, position), span: best.span, score: best.score };
}

/** 0 to 1; see `QUOTE_SHARE`. Without surroundings, the quote's share in the score is all there is. */
export function scoreOf(fit: Fit, quoteWeight: number): number {
  const share = QUOTE_SHARE + (LONG_QUOTE_SHARE * quoteWeight) / (quoteWeight + HALF_WEIGHT);
  return fit.quote * share + (fit.context ?? 0) * (1 - share);
}

function passes(fit: Fit, score: number, quoteWeight: number): boolean {
  if (fit.quote < FLOOR.quote || score < FLOOR.score) return false;
  if (fit.context === null) return quoteWeight >= SHORT && fit.quote >= FLOOR.quoteAlone;
  return quoteWeight >= SHORT || (fit.context >= FLOOR.shortContext && fit.density >= FLOOR.shortDensity);
}

export const outcomeOf = (fit: Fit, position: number | null): 'exact' | 'moved' | 'approximate' =>
  !fit.sameWords ? 'approximate' : fit.span.start === position ? 'exact' : 'moved';

export const ambiguous = (candidates: readonly Candidate[]): Anchor => ({
  outcome: 'ambiguous',
  candidates: candidates.slice(0, MAX_LISTED).map(({ span, score }) => ({ span, score })),
});

const meet = (a: Candidate['span'], b: Candidate['span']): boolean => a.start < b.end && b.start < a.end;
