import { origins } from '../corpus/origins.ts';
import { passagesOf } from '../corpus/passages.ts';
import { sentenceOf } from '../corpus/shared/context.ts';
import type { Place, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import { overlaps, type Span } from '../text/span.ts';
import { excerpt, oneLine } from './excerpt.ts';
import type { Carrier, Provenance } from './types.ts';

/** Where the statement at `offset` stands, of how many origins, and who is cited for it; null outside all sentences. */
export function provenance(snapshot: Snapshot, uri: Uri, offset: number): Provenance | null {
  const source = snapshot.source(uri);
  if (!source) return null;
  const sentence = sentenceOf(source.reading, { start: offset, end: offset });
  if (sentence.end === sentence.start) return null;
  const places = [
    { uri, ...sentence },
    ...copies(snapshot, source, sentence),
    ...quotations(snapshot, source, sentence),
  ];
  const first = new Map<Uri, Place>();
  for (const place of places) if (!first.has(place.uri)) first.set(place.uri, place);
  const carriers = [...first.values()].map((place) => carrier(snapshot, place));
  return {
    statement: { uri, start: sentence.start, end: sentence.end },
    carriers: carriers.sort((a, b) => (a.excerpt.place.uri < b.excerpt.place.uri ? -1 : 1)),
    origins: origins(snapshot, first.keys()),
  };
}

function copies(snapshot: Snapshot, source: SourceState, sentence: Span): Place[] {
  return passagesOf(snapshot, source.uri).flatMap(({ uri, passages }) =>
    passages.filter(({ a }) => overlaps(a, sentence)).map(({ b }) => ({ uri, start: b.start, end: b.end })),
  );
}

function quotations(snapshot: Snapshot, { uri, reading }: SourceState, sentence: Span): Place[] {
  return [...reading.quotations.entries()].flatMap(([index, quotation]) =>
    overlaps(quotation, sentence) ? sameUtterance(snapshot, uri, index).map(({ ref }) => ref) : [],
  );
}

function carrier(snapshot: Snapshot, place: Place): Carrier {
  const { text, quotations: quoted, statements, asides, sourceDate } = snapshot.source(place.uri)!.reading;
  const cited = [...quoted, ...statements].flatMap((each) =>
    each.speaker && overlaps(each, place) ? [each.speaker] : [],
  );
  const credits = asides.flatMap(({ kind, credited }) =>
    kind === 'credit' || kind === 'dateline' ? (credited ?? []) : [],
  );
  const words = (spans: readonly Span[]) => [
    ...new Set(spans.map(({ start, end }) => oneLine(text.slice(start, end)))),
  ];
  return { excerpt: excerpt(text, place, 0), date: sourceDate, cited: words(cited), credits: words(credits) };
}
