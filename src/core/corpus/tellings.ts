/** Where other sources tell the same: what somebody said, without marks or in their own words; equal counts; copied words. */
import { align } from '../text/align.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { wordsOf, type Word } from '../text/words.ts';
import type { Figure, Quotation, Reading, Statement } from '../reading/types.ts';
import { passagesOf, type Passage } from './passages.ts';
import { MOST_COMPARED } from './shared/comparisonKeys.ts';
import { contentOf, sentenceOf, shared } from './shared/context.ts';
import { keysOfFigure, kindOfFigure } from './shared/figureKeys.ts';
import { speakerId } from './speakers.ts';
import type { Place, Snapshot, Uri } from './types.ts';

/** Content words that both tellings must have, and their share of the shorter one's. */
const FEWEST_SHARED = 3;
const LEAST_SHARE = 0.5;
/** Share of the words that must stand on the other side of a passage. */
const CARRIED = 0.5;

export interface Retelling extends Place {
  /** Quoted there, or reported without marks. */
  readonly kind: 'quotation' | 'statement';
}

/**
 * What one speaker is quoted or reported to have said elsewhere that shares most of the words that carry meaning, in order of
 * source and place. Nothing when the speaker is not known, or is named in so many sources that they cannot all be gone through.
 */
export function retellings(snapshot: Snapshot, uri: Uri, said: Quotation | Statement): readonly Retelling[] {
  const source = snapshot.source(uri);
  const speaker = source ? speakerId(source, said) : null;
  if (!source || speaker === null || snapshot.countsOf(speaker).sources > MOST_COMPARED) return [];
  const here = contentOf(source.reading, said);
  const uris = new Set<Uri>();
  for (const mention of snapshot.mentionsOf(speaker)) uris.add(mention.uri);
  uris.delete(uri);
  return [...uris].sort().flatMap((other) => {
    const state = snapshot.source(other)!;
    const { quotations, statements } = state.reading;
    const tells = (each: Quotation | Statement): boolean => {
      if (speakerId(state, each) !== speaker) return false;
      const there = contentOf(state.reading, each);
      const common = shared(here, there);
      return common >= FEWEST_SHARED && common >= LEAST_SHARE * Math.min(here.size, there.size);
    };
    const found = [
      ...quotations.filter(tells).map((each) => retelling(other, each, 'quotation')),
      ...statements.filter(tells).map((each) => retelling(other, each, 'statement')),
    ];
    return found.sort((a, b) => a.start - b.start);
  });
}

const retelling = (uri: Uri, { start, end }: Span, kind: Retelling['kind']): Retelling => ({ uri, start, end, kind });

/** Places in other sources that print most words of a quotation outside of all marks. */
export function unmarkedTellings(snapshot: Snapshot, uri: Uri, { outer }: Quotation): readonly Place[] {
  return carriedBy(snapshot, uri, outer).filter(
    (place) => !snapshot.source(place.uri)!.reading.quotations.some((quotation) => overlaps(quotation.outer, place)),
  );
}

/** Places in other sources that share most words of `span`, as far as passages reach; several in one source are several. */
export function carriedBy(snapshot: Snapshot, uri: Uri, span: Span): readonly Place[] {
  const { reading } = snapshot.source(uri)!;
  const words = wordsOf(reading.text, span).length;
  return passagesOf(snapshot, uri).flatMap(({ uri: other, passages }) =>
    passages.flatMap((passage): Place[] => {
      if (!overlaps(passage.a, span)) return [];
      const found = counterparts(reading, snapshot.source(other)!.reading, passage, span);
      if (found.length === 0 || found.length < CARRIED * words) return [];
      return [{ uri: other, start: found[0]!.start, end: found.at(-1)!.end }];
    }),
  );
}

/** The words that stand on the other side of a passage for those of the span. */
function counterparts(here: Reading, there: Reading, { a, b }: Passage, span: Span): Word[] {
  const [left, right] = [wordsOf(here.text, a), wordsOf(there.text, b)];
  const keys = (words: readonly Word[]): string[] => words.map(({ key }) => key);
  return align(keys(left), keys(right)).flatMap(([i, j]) => (contains(span, left[i]!) ? [right[j]!] : []));
}

/** Content words beside equal numbers that make it one count; small counts of common things need one more. */
const FEWEST_BESIDE = 2;
const FEWEST_BESIDE_COUNT = 3;

/** The same number of the same things elsewhere, in a sentence that shares some words that carry meaning. */
export function equalFigures(snapshot: Snapshot, uri: Uri, figure: Figure): readonly Place[] {
  const { reading } = snapshot.source(uri)!;
  const kind = kindOfFigure(reading, figure);
  if (figure.value === null || kind === null) return [];
  const here = contentOf(reading, sentenceOf(reading, figure));
  const fewest = figure.unit === null ? FEWEST_BESIDE_COUNT : FEWEST_BESIDE;
  return snapshot.sourcesSharing(keysOfFigure(reading, figure), MOST_COMPARED).flatMap((other) => {
    if (other === uri) return [];
    const there = snapshot.source(other)!.reading;
    return there.figures
      .filter((each) => each.value === figure.value && kindOfFigure(there, each) === kind)
      .filter((each) => shared(here, contentOf(there, sentenceOf(there, each))) >= fewest)
      .map(({ start, end }) => ({ uri: other, start, end }));
  });
}
