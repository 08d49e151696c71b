import {
  placeInOther,
  utteranceOf,
  sameUtterance,
  type QuotationRef,
  type SameUtterance,
} from '../corpus/utterances.ts';
import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import type { Span } from '../text/span.ts';
import { asSides, comparePlaces, fileName, finding, inWords, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** With more places than this that differ, two quotations are called reworded rather than compared word by word. */
const MOST_VARIANTS = 3;

/** One utterance, with different words or another spelling inside the marks. Sides of one source are not held against each other. */
export const quotationVariant: Rule = {
  code: 'quotation-variant',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const seen = new Set<string>();
    for (const index of snapshot.source(uri)?.reading.quotations.keys() ?? []) {
      if (!sameUtterance(snapshot, uri, index).some(({ ref, variants }) => variants.length > 0 && ref.uri !== uri))
        continue;
      const { base, others } = utteranceOf(snapshot, uri, index);
      const key = `${base.uri} ${base.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const each of variantsOf(snapshot, base, others)) if (each.sides.some((at) => at.uri === uri)) yield each;
    }
  },
};

/** One finding for each place with other words, one for all that is only spelt otherwise, one for each source that differs all over. */
function* variantsOf(snapshot: Snapshot, base: QuotationRef, others: readonly SameUtterance[]): Iterable<Finding> {
  const elsewhere = others.filter(({ ref, collated }) => collated && ref.uri !== base.uri);
  const reworded = elsewhere.filter(
    ({ variants }) => variants.filter(({ spelling }) => !spelling).length > MOST_VARIANTS,
  );
  for (const other of reworded) yield rewording(snapshot, base, other);
  const entries = apparatus(
    snapshot,
    base,
    elsewhere.filter((other) => !reworded.includes(other)),
  );
  for (const { spelling, sides } of entries) {
    if (!spelling) yield variantFinding(snapshot, 'quotation-variant', [sides]);
  }
  const spellings = entries.flatMap(({ spelling, sides }) => (spelling ? [sides] : []));
  if (spellings.length > 0) yield variantFinding(snapshot, 'quotation-variant-spelling', spellings);
}

/** What each source reads at one place of an utterance. */
interface Entry {
  readonly spelling: boolean;
  readonly sides: readonly Side[];
}

/** Every place at which one of the others differs from the base, with all sources that print it. */
function apparatus(snapshot: Snapshot, base: QuotationRef, others: readonly SameUtterance[]): Entry[] {
  const byPlace = new Map<string, { span: Span; spelling: boolean; readings: Place[] }>();
  for (const { ref, variants } of others) {
    for (const { here, there, spelling } of variants) {
      const key = `${here.start} ${here.end}`;
      const place = byPlace.get(key) ?? { span: here, spelling, readings: [] };
      byPlace.set(key, { ...place, spelling: place.spelling && spelling });
      place.readings.push({ uri: ref.uri, ...there });
    }
  }
  return [...byPlace.values()].map(({ span, spelling, readings }) => {
    const told = new Set(readings.map(({ uri }) => uri));
    const agreeing = others.flatMap(({ ref }) =>
      told.has(ref.uri) ? [] : (placeInOther(snapshot, base, span, ref) ?? []),
    );
    const places = [{ uri: base.uri, ...span }, ...readings, ...agreeing].sort(comparePlaces);
    return { spelling, sides: places.map((place) => readingSide(snapshot, place)) };
  });
}

function variantFinding(snapshot: Snapshot, code: string, entries: readonly (readonly Side[])[]): Finding {
  return finding(quotationVariant, snapshot, {
    sides: asSides(entries.flat()),
    message: message(code, entries.map(readingsInWords).join('; ')),
    confidence: 0.9,
  });
}

/** "“storeys” (a.txt), “floors” (b.txt, c.txt)": sources that read the same together. */
function readingsInWords(sides: readonly Side[]): string {
  const byReading = new Map<string, Set<string>>();
  for (const { uri, label } of sides) {
    const words = String(label.args[1]);
    byReading.set(words, (byReading.get(words) ?? new Set()).add(fileName(uri)));
  }
  return inWords(byReading);
}

const readingSide = (snapshot: Snapshot, place: Place): Side =>
  side(place, message('quotation-variant-reads', fileName(place.uri), wordsAt(snapshot, place)));

function rewording(snapshot: Snapshot, base: QuotationRef, { ref, variants }: SameUtterance): Finding {
  const [first, second] = [base, ref].sort(comparePlaces) as [QuotationRef, QuotationRef];
  return finding(quotationVariant, snapshot, {
    sides: [readingSide(snapshot, first), readingSide(snapshot, second)],
    message: message(
      'quotation-variant-rewritten',
      variants.length,
      fileName(first.uri),
      fileName(second.uri),
      wordsAt(snapshot, base),
    ),
    confidence: 0.7,
  });
}
