import { passagesOf, type Passage } from '../corpus/passages.ts';
import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import type { Finding } from '../findings/types.ts';
import { contains, type Span } from '../text/span.ts';
import type { Comparison, ComparisonSide } from './types.ts';

/** Whether a finding is about words that two sources share. */
export const isComparable = ({ code, sides }: Finding): boolean =>
  (code.startsWith('passage-') || code.startsWith('quotation-')) && sides.some(({ uri }) => uri !== sides[0].uri);

/**
 * What a finding about shared words holds against each other: its first source and each of the others. Empty for findings
 * about other things, and for those within one source.
 */
export function comparisons(snapshot: Snapshot, { code, sides }: Finding): readonly Comparison[] {
  const [first] = sides;
  const others = [...new Set(sides.map(({ uri }) => uri))].filter((uri) => uri !== first.uri);
  if (code.startsWith('passage-')) {
    const isProse = ({ quoted }: Passage): boolean => !quoted;
    return others.flatMap((uri) =>
      comparison(first.uri, uri, passagesBetween(snapshot, first.uri, uri).filter(isProse)),
    );
  }
  if (!code.startsWith('quotation-')) return [];
  const left = { uri: first.uri, spans: [whole(snapshot, first)] };
  return others.flatMap((uri) => {
    const right = {
      uri,
      spans: [
        whole(
          snapshot,
          sides.find((side) => side.uri === uri)!,
        ),
      ],
    };
    // sources that print the same have nothing to show beside each other
    return wordsOfSide(snapshot, left) === wordsOfSide(snapshot, right) ? [] : [{ left, right }];
  });
}

const wordsOfSide = (snapshot: Snapshot, { uri, spans }: ComparisonSide): string | undefined =>
  snapshot.source(uri)?.reading.text.slice(spans[0]!.start, spans[0]!.end);

/** Where other sources have the passage or the quotation at `offset`, one comparison for each of them, in order of source. */
export function comparisonsAt(snapshot: Snapshot, uri: Uri, offset: number): readonly Comparison[] {
  const here = { start: offset, end: offset };
  const found = new Map<Uri, Comparison>();
  for (const shared of passagesOf(snapshot, uri)) {
    const at = comparison(
      uri,
      shared.uri,
      shared.passages.filter(({ a }) => contains(a, here)),
    );
    for (const each of at) found.set(shared.uri, each);
  }
  for (const [index, { outer }] of snapshot.source(uri)?.reading.quotations.entries() ?? []) {
    if (!contains(outer, here)) continue;
    for (const { ref } of sameUtterance(snapshot, uri, index)) {
      if (ref.uri === uri || found.has(ref.uri)) continue;
      found.set(ref.uri, { left: { uri, spans: [outer] }, right: { uri: ref.uri, spans: [whole(snapshot, ref)] } });
    }
  }
  return [...found.values()].sort((x, y) => (x.right.uri < y.right.uri ? -1 : 1));
}

const passagesBetween = (snapshot: Snapshot, a: Uri, b: Uri): readonly Passage[] =>
  passagesOf(snapshot, a).find(({ uri }) => uri === b)?.passages ?? [];

const comparison = (left: Uri, right: Uri, passages: readonly Passage[]): Comparison[] =>
  passages.length === 0
    ? []
    : [
        {
          left: { uri: left, spans: passages.map(({ a }) => a) },
          right: { uri: right, spans: passages.map(({ b }) => b) },
        },
      ];

/** The quotation with its marks that a place is of; the place itself where the words stand as prose. */
function whole(snapshot: Snapshot, { uri, start, end }: Place): Span {
  const quotation = snapshot.source(uri)?.reading.quotations.find(({ outer }) => contains(outer, { start, end }));
  return quotation?.outer ?? { start, end };
}
