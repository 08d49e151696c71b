/** Sentences of two sources that tell the same thing in much the same words. */
import type { Reading } from '../reading/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { passagesOf } from './passages.ts';
import { contentOf, shared } from './shared/context.ts';
import type { Snapshot, Uri } from './types.ts';

export interface TwinSentences {
  readonly uri: Uri;
  readonly a: Span;
  readonly b: Span;
}

/** Share of the content words of the longer sentence that both have. */
const TWINS = 0.6;

/** Sentences of `uri` with their twins in other sources; twins share a passage, so only passages are looked into. */
export function* twinSentences(snapshot: Snapshot, uri: Uri): Iterable<TwinSentences> {
  const here = snapshot.source(uri)!.reading;
  for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
    const there = snapshot.reading(other)!;
    for (const passage of passages) {
      for (const a of sentencesIn(here, passage.a)) {
        for (const b of sentencesIn(there, passage.b)) if (areTwins(here, a, there, b)) yield { uri: other, a, b };
      }
    }
  }
}

const sentencesIn = ({ sentences }: Reading, span: Span): Span[] =>
  sentences.filter((sentence) => contains(span, sentence) || overlaps(span, sentence));

function areTwins(a: Reading, sentenceA: Span, b: Reading, sentenceB: Span): boolean {
  const [wordsA, wordsB] = [contentOf(a, sentenceA), contentOf(b, sentenceB)];
  return shared(wordsA, wordsB) >= TWINS * Math.max(wordsA.size, wordsB.size, 1);
}
