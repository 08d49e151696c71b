/**
 * Finds annotated spans again in a text that may have changed. Where the old text is known, what the two have in common leads there; else
 * cheap ways come first: the same place, then the same words in the same surroundings, then what resembles them.
 */
import { CodePoints } from '../text/codePoints.ts';
import type { Span } from '../text/span.ts';
import { Carrier } from './carry.ts';
import { surroundings } from './describe.ts';
import { fitOf, type Fit } from './fit.ts';
import { judge, judgeCarried, judgeLikely, MAX_LIKELY, MAX_LISTED } from './judge.ts';
import { makePattern, wordsIn, type Pattern } from './pattern.ts';
import { findFits, findWhole } from './search.ts';
import { positionIn, quoteIn, type Position } from './selectors.ts';
import { TextIndex } from './textIndex.ts';
import type { Anchor, Anchorer, AnchorOptions, Selector, TextQuoteSelector } from './types.ts';

/** Quote and surroundings of at least so many code units that stand in a text once are taken to be the ones that were meant. */
const TELLING_LENGTH = 64;
/** Taking words that resemble each other for the same must find so much more of a quote to be believed. */
const LOOSE_GAIN = 0.05;
/** A passage counts as moved when so much of it is new in the text, and so much of the quote is left. */
const MOVED_NEWNESS = 0.8;
const MOVED_QUOTE = 0.8;

/** Where the span that the selectors describe stands in the text. */
export const anchor = (text: string, selectors: readonly Selector[], options: AnchorOptions = {}): Anchor =>
  anchorer(text, options).anchor(selectors);

/** Anchors many annotations in one text; what it has to know of the text is prepared when it is first needed. */
export const anchorer = (text: string, options: AnchorOptions = {}): Anchorer => new TextAnchorer(text, options);

/** What is looked for; `position` is the code unit where it once began, if that is known. */
interface Wanted {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
  readonly position: number | null;
}

class TextAnchorer implements Anchorer {
  readonly #text: string;
  readonly #oldText: string | null;
  #index: TextIndex | null = null;
  #carrier: Carrier | null = null;
  #points: CodePoints | null = null;
  #oldPoints: CodePoints | null = null;

  constructor(text: string, { oldText }: AnchorOptions) {
    this.#text = text;
    this.#oldText = oldText ?? null;
  }

  anchor(selectors: readonly Selector[]): Anchor {
    const [quote, position] = [quoteIn(selectors), positionIn(selectors)];
    const old = this.#inOldText(quote, position);
    if (old !== null) return this.#carry(old);
    this.#points ??= new CodePoints(this.#text);
    if (quote === undefined || quote.exact === '')
      return position ? this.#unchecked(position) : { outcome: 'orphaned' };
    const wanted = {
      prefix: quote.prefix ?? '',
      exact: quote.exact,
      suffix: quote.suffix ?? '',
      position: position === undefined ? null : this.#points.toUnits(position.start),
    };
    return this.#inPlace(wanted) ?? this.#search(wanted);
  }

  /** The span in the old text, where that is known and has the quote at the position. */
  #inOldText(quote: TextQuoteSelector | undefined, position: Position | undefined): Span | null {
    if (this.#oldText === null || position === undefined) return null;
    this.#oldPoints ??= new CodePoints(this.#oldText);
    const span = unitsOf(position, this.#oldPoints, this.#oldText);
    const words = this.#oldText.slice(span.start, span.end);
    if (words === '') return null;
    return quote === undefined || quote.exact === words ? span : null;
  }

  /** A position alone cannot be checked against anything: it is where the reader should have a look. */
  #unchecked(position: Position): Anchor {
    this.#points ??= new CodePoints(this.#text);
    const span = unitsOf(position, this.#points, this.#text);
    if (this.#text.slice(span.start, span.end).trim() === '') return { outcome: 'orphaned' };
    return { outcome: 'ambiguous', candidates: [{ span, score: 0 }] };
  }

  /** The very same quote and surroundings where they stood; null where there is more to find out. */
  #inPlace({ prefix, exact, suffix, position }: Wanted): Anchor | null {
    if (position === null || !isTelling(prefix, exact, suffix)) return null;
    if (!this.#text.startsWith(prefix + exact + suffix, position - prefix.length)) return null;
    return { outcome: 'exact', span: { start: position, end: position + exact.length }, score: 1 };
  }

  #search({ prefix, exact, suffix, position }: Wanted): Anchor {
    this.#index ??= new TextIndex(this.#text);
    const pattern = makePattern(this.#index, prefix, exact, suffix);
    const telling = isTelling(prefix, exact, suffix);
    const whole = telling ? findWhole(this.#index, pattern.words.ids, MAX_LISTED) : [];
    const fits = whole.length > 0 ? wholeFits(this.#index, pattern, whole) : this.#fits(this.#index, pattern, position);
    const found = orLikely(judge(fits, pattern.quoteWeight, position), fits, pattern);
    return found.outcome === 'orphaned' && (prefix + suffix).trim() === '' ? bareQuote(this.#index, pattern) : found;
  }

  #carry(span: Span): Anchor {
    const oldText = this.#oldText as string;
    if (oldText === this.#text) return { outcome: 'exact', span, score: 1 };
    this.#index ??= new TextIndex(this.#text);
    this.#carrier ??= new Carrier(oldText, this.#index);
    const around = surroundings(oldText, span);
    const [prefix, suffix] = [oldText.slice(around.start, span.start), oldText.slice(span.end, around.end)];
    const pattern = makePattern(this.#index, prefix, oldText.slice(span.start, span.end), suffix);
    const strict = this.#carrier.carry(pattern, span);
    const loose = strict?.sameWords === true ? null : this.#carrier.carryLoosely(pattern, span);
    const fit = (loose?.quote ?? 0) >= (strict?.quote ?? 0) + LOOSE_GAIN ? loose : strict;
    const carried = fit === null ? null : judgeCarried(fit, pattern.quoteWeight, span.start);
    if (carried !== null) return carried;
    const carrier = this.#carrier;
    const moved = this.#fits(this.#index, pattern, null).filter(
      (place) => place.quote >= MOVED_QUOTE && carrier.newness(place) >= MOVED_NEWNESS,
    );
    const left = [loose, strict].filter((place) => place !== null);
    return orLikely(judge(moved, pattern.quoteWeight, null), left, pattern);
  }

  #fits(index: TextIndex, pattern: Pattern, position: number | null): Fit[] {
    const word = position === null ? null : wordsIn(index.words, { start: position, end: position + 1 }).start;
    return findFits(index, pattern, word);
  }
}

const orLikely = (found: Anchor, fits: readonly Fit[], { quoteWeight }: Pattern): Anchor =>
  found.outcome === 'orphaned' ? judgeLikely(fits, quoteWeight) : found;

/** Words that nothing vouches for, and that are there all the same: where they are few, the reader is shown which. */
function bareQuote(index: TextIndex, pattern: Pattern): Anchor {
  const places = pattern.words.count === 0 ? [] : findWhole(index, pattern.words.ids, MAX_LIKELY + 1);
  if (places.length === 0 || places.length > MAX_LIKELY) return { outcome: 'orphaned' };
  const candidates = wholeFits(index, pattern, places).map(({ span, quote }) => ({ span, score: quote }));
  return { outcome: 'ambiguous', candidates };
}

/** In code units. */
const unitsOf = ({ start, end }: Position, points: CodePoints, text: string): Span => ({
  start: points.toUnits(start),
  end: end === Infinity ? text.length : points.toUnits(end),
});

const isTelling = (prefix: string, exact: string, suffix: string): boolean =>
  prefix.length + exact.length + suffix.length >= TELLING_LENGTH && prefix.length + suffix.length >= TELLING_LENGTH / 2;

/** Fits of a pattern that stands word for word at these places. */
const wholeFits = (index: TextIndex, pattern: Pattern, places: readonly number[]): Fit[] =>
  places.flatMap((place) => {
    const partner = Int32Array.from(pattern.words.ids, (_, i) => place + i);
    return fitOf(index, pattern, partner) ?? [];
  });
