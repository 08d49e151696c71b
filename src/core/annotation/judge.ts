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
  /** Quote and surroundings together; see `scoreOf`. */
  score: 0.65,
  /** A short quote stands in many places: more of it must be left, */
  shortQuote: 0.7,
  /** more of its surroundings, */
  shortContext: 0.4,
  /** and its words must not have drifted apart: of the span's words, so much must be the quote's. */
  shortDensity: 0.4,
  /** Without any surroundings to compare, the words themselves must be nearly whole. */
  quoteAlone: 0.85,
} as const;

/** The same words count as found for certain from this score on; below it the reader should have a look, as at changed words. */
const CERTAIN = 0.75;
/** For a short quote from this one on, and only if so much of its surroundings still touches it: a word or two. */
const SHORT_CERTAIN = 0.9;
const TOUCHED = 0.8;
/** A quote of less weight than this (three or four telling words) is short. */
const SHORT = 3.5;
/** A quote that weighs this much counts for as much by itself as all that a quote can count for is halfway to. */
const HALF_WEIGHT = 4;
/** Share of the quote itself in the score: from the first for a quote that tells nothing, to the sum of both for a very long one. */
const QUOTE_SHARE = 0.4;
const LONG_QUOTE_SHARE = 0.4;
/** Of a quote's words, so much must be left where the difference of the texts leads. */
const CARRIED_FLOOR = 0.4;
/**
 * Below the floors a place is still likely where surroundings and something of the quote are left, or nearly all the surroundings and
 * other words in its place. On real edits it was the right place whenever the words were still there; of deleted quotes one in twenty is shown one.
 */
const LIKELY = {
  context: 0.5,
  /** Of the quote, where its place holds about as many words as it had, */
  reworded: 0.2,
  /** and where it holds fewer, or is not known. */
  cut: 0.35,
  /** Of the surroundings, where nothing of the quote need be left. */
  replaced: 0.9,
} as const;
/** So many likely places are listed. */
export const MAX_LIKELY = 3;
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
  return { outcome: outcomeOf(best.fit, best.score, quoteWeight, position), span: best.span, score: best.score };
}

/**
 * Nothing passes the floors; but where the surroundings are still there and something of the words, or something in place of them, they were
 * probably reworded, and the reader is shown where. Ambiguous, with that place as a candidate, or orphaned.
 */
export function judgeLikely(fits: readonly Fit[], quoteWeight: number): Anchor {
  const likely = fits
    .filter(isLikely)
    .map((fit) => ({ span: fit.between ?? fit.span, score: scoreOf(fit, quoteWeight) }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const apart = likely.filter(({ span }, at) => likely.slice(0, at).every((better) => !meet(span, better.span)));
  return apart.length === 0 ? { outcome: 'orphaned' } : ambiguous(apart.slice(0, MAX_LIKELY));
}

function isLikely({ quote, context, between }: Fit): boolean {
  if (context === null) return false;
  if (quote >= (between === null ? LIKELY.cut : LIKELY.reworded)) return context >= LIKELY.context;
  return between !== null && context >= LIKELY.replaced;
}

/**
 * The outcome for a span that the difference of two versions has led to: what is found cannot be a copy elsewhere, so only the quote counts.
 * null where too little of it is left.
 */
export function judgeCarried(fit: Fit, quoteWeight: number, position: number): Anchor | null {
  if (fit.quote < CARRIED_FLOOR) return null;
  // Short words that are alone with each other in new surroundings may be a coincidence of the comparison.
  const vouched = quoteWeight >= SHORT || fit.context === null || fit.context >= FLOOR.shortContext;
  const score = vouched ? fit.quote : scoreOf(fit, quoteWeight);
  return { outcome: outcomeOf(fit, score, quoteWeight, position), span: fit.span, score };
}

/** 0 to 1. The more a quote tells, the more it counts against its surroundings; see `QUOTE_SHARE`. */
function scoreOf(fit: Fit, quoteWeight: number): number {
  if (fit.context === null) return fit.quote;
  const share = QUOTE_SHARE + (LONG_QUOTE_SHARE * quoteWeight) / (quoteWeight + HALF_WEIGHT);
  return fit.quote * share + fit.context * (1 - share);
}

function passes(fit: Fit, score: number, quoteWeight: number): boolean {
  if (fit.quote < FLOOR.quote || score < FLOOR.score) return false;
  if (fit.context === null) return quoteWeight >= SHORT && fit.quote >= FLOOR.quoteAlone;
  if (quoteWeight >= SHORT) return true;
  return fit.quote >= FLOOR.shortQuote && fit.context >= FLOOR.shortContext && fit.density >= FLOOR.shortDensity;
}

function outcomeOf(
  fit: Fit,
  score: number,
  quoteWeight: number,
  position: number | null,
): 'exact' | 'moved' | 'approximate' {
  const certain = quoteWeight >= SHORT ? score >= CERTAIN : score >= SHORT_CERTAIN && fit.attachment >= TOUCHED;
  if (!fit.sameWords || !certain) return 'approximate';
  return fit.span.start === position ? 'exact' : 'moved';
}

const ambiguous = (candidates: readonly Candidate[]): Anchor => ({
  outcome: 'ambiguous',
  candidates: candidates.slice(0, MAX_LISTED).map(({ span, score }) => ({ span, score })),
});

const meet = (a: Candidate['span'], b: Candidate['span']): boolean => a.start < b.end && b.start < a.end;
