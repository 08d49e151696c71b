import { origins, wireCredits } from '../corpus/origins.ts';
import { passagesOf, type Passage } from '../corpus/passages.ts';
import { sentenceOf } from '../corpus/shared/context.ts';
import type { Place, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import type { Reading } from '../reading/types.ts';
import { align } from '../text/align.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { wordsOf, type Word } from '../text/words.ts';
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

/** Share of a statement's words that a passage must have for its other side to carry the statement. */
const CARRIED = 0.5;

function copies(snapshot: Snapshot, { uri: here, reading }: SourceState, sentence: Span): Place[] {
  const words = wordsOf(reading.text, sentence).length;
  return passagesOf(snapshot, here).flatMap(({ uri, passages }) => {
    const there = snapshot.source(uri)!.reading;
    return passages.flatMap((passage): Place[] => {
      if (!overlaps(passage.a, sentence)) return [];
      const found = counterparts(reading, there, passage, sentence);
      if (found.length < CARRIED * words) return [];
      const [first, last] = [sentenceOf(there, found[0]!), sentenceOf(there, found.at(-1)!)];
      return [{ uri, start: first.start, end: last.end }];
    });
  });
}

/** The words that stand on the other side of a passage for those of the sentence. */
function counterparts(here: Reading, there: Reading, { a, b }: Passage, sentence: Span): Word[] {
  const [left, right] = [wordsOf(here.text, a), wordsOf(there.text, b)];
  const keys = (words: readonly Word[]): string[] => words.map(({ key }) => key);
  return align(keys(left), keys(right)).flatMap(([i, j]) => (contains(sentence, left[i]!) ? [right[j]!] : []));
}

function quotations(snapshot: Snapshot, { uri, reading }: SourceState, sentence: Span): Place[] {
  return [...reading.quotations.entries()].flatMap(([index, quotation]) =>
    overlaps(quotation, sentence) ? sameUtterance(snapshot, uri, index).map(({ ref }) => ref) : [],
  );
}

function carrier(snapshot: Snapshot, place: Place): Carrier {
  const { reading } = snapshot.source(place.uri)!;
  const { text, quotations: quoted, statements, sourceDate } = reading;
  const cited = [...quoted, ...statements].flatMap((each) =>
    each.speaker && overlaps(each, place) ? [each.speaker] : [],
  );
  const words = (spans: readonly Span[]) => [
    ...new Set(spans.map(({ start, end }) => oneLine(text.slice(start, end)))),
  ];
  return {
    excerpt: excerpt(text, place, 0),
    date: sourceDate,
    cited: words(cited),
    credits: words(wireCredits(reading)),
  };
}
