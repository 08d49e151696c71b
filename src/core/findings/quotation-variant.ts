import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import { sameUtterance, type QuotationRef, type SameUtterance, type WordVariant } from '../corpus/utterances.ts';
import type { Span } from '../text/span.ts';
import { comparePlaces, fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** With more places than this that differ, two quotations are called reworded rather than compared word by word. */
const MOST_VARIANTS = 3;

/** One utterance, with different words or another spelling inside the marks. Sides of one source are not held against each other. */
export const quotationVariant: Rule = {
  code: 'quotation-variant',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const seen = new Set<string>();
    for (const [index, quotation] of snapshot.source(uri)?.reading.quotations.entries() ?? []) {
      const here = { uri, start: quotation.start, end: quotation.end, index };
      const matches = sameUtterance(snapshot, uri, index);
      if (!matches.some((match) => match.relation === 'variant' && match.ref.uri !== uri)) continue;
      const base = longest([here, ...matches.flatMap(({ ref, relation }) => (relation === 'part' ? [] : [ref]))]);
      const key = `${base.uri} ${base.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const each of variantsFrom(snapshot, base)) if (each.sides.some((at) => at.uri === uri)) yield each;
    }
  },
};

/** The group is always looked at from its longest quotation, so that each side reports the same findings. */
function longest(refs: readonly QuotationRef[]): QuotationRef {
  return refs.reduce((best, ref) => {
    const longer = ref.end - ref.start - (best.end - best.start);
    return longer > 0 || (longer === 0 && comparePlaces(ref, best) < 0) ? ref : best;
  });
}

function* variantsFrom(snapshot: Snapshot, base: QuotationRef): Iterable<Finding> {
  const others = sameUtterance(snapshot, base.uri, base.index).filter(
    ({ ref, relation }) => relation === 'variant' && ref.uri !== base.uri,
  );
  const reworded = others.filter(({ variants }) => variants.length > MOST_VARIANTS);
  for (const other of reworded) yield rewording(snapshot, base, other);
  const byPlace = new Map<string, Reading[]>();
  for (const other of others) {
    if (reworded.includes(other)) continue;
    for (const variant of other.variants) {
      const { start, end } = variant.here.span;
      const readings = byPlace.get(`${start} ${end}`) ?? [];
      byPlace.set(`${start} ${end}`, [...readings, { ref: other.ref, variant }]);
    }
  }
  for (const readings of byPlace.values()) yield variantReadings(snapshot, base, readings);
}

interface Reading {
  readonly ref: QuotationRef;
  readonly variant: WordVariant;
}

function variantReadings(snapshot: Snapshot, base: QuotationRef, readings: readonly Reading[]): Finding {
  const { here } = readings[0]!.variant;
  const sides = [
    readingSide(snapshot, base.uri, here.span, here.lacking),
    ...readings.map(({ ref, variant }) => readingSide(snapshot, ref.uri, variant.there.span, variant.there.lacking)),
  ].sort(comparePlaces);
  const list = sides.map(({ uri, label }) => `${String(label.args[1] ?? '–')} (${fileName(uri)})`).join(', ');
  return finding(quotationVariant, snapshot, {
    sides: sides as [Side, ...Side[]],
    message: message('quotation-variant', list),
    confidence: 0.9,
  });
}

function readingSide(snapshot: Snapshot, uri: Uri, span: Span, lacking: boolean): Side {
  const place: Place = { uri, ...span };
  const label = lacking
    ? message('quotation-variant-lacks', fileName(uri))
    : message('quotation-variant-reads', fileName(uri), `“${wordsAt(snapshot, place)}”`);
  return side(place, label);
}

function rewording(snapshot: Snapshot, base: QuotationRef, { ref, variants }: SameUtterance): Finding {
  const [first, second] = [base, ref].sort(comparePlaces) as [QuotationRef, QuotationRef];
  const label = (place: Place) =>
    message('quotation-variant-reads', fileName(place.uri), `“${wordsAt(snapshot, place)}”`);
  return finding(quotationVariant, snapshot, {
    sides: [side(first, label(first)), side(second, label(second))],
    message: message('quotation-variant-rewritten', variants.length, fileName(first.uri), fileName(second.uri)),
    confidence: 0.7,
  });
}
