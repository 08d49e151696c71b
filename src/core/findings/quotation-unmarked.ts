import { passagesOf, type Passage } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Quotation, Reading } from '../reading/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { fileName, finding, message, side } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** Fewer quoted words than this may stand in anybody's prose. */
const FEWEST_WORDS = 8;

/** Words that one source quotes stand in another one as its own prose. */
export const quotationUnmarked: Rule = {
  code: 'quotation-unmarked',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const here = snapshot.source(uri)!.reading;
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const there = snapshot.source(other)!.reading;
      for (const passage of passages) {
        if (passage.words < FEWEST_WORDS) continue;
        yield* unmarked(
          snapshot,
          { uri, reading: here, span: passage.a },
          { uri: other, reading: there, span: passage.b },
        );
        yield* unmarked(
          snapshot,
          { uri: other, reading: there, span: passage.b },
          { uri, reading: here, span: passage.a },
        );
      }
    }
  },
};

interface Side {
  readonly uri: Uri;
  readonly reading: Reading;
  readonly span: Passage['a'];
}

function* unmarked(snapshot: Snapshot, bare: Side, marked: Side): Iterable<Finding> {
  const quotation = marked.reading.quotations.find(
    ({ outer, kind }) => kind !== 'term' && contains(outer, marked.span),
  );
  if (!quotation || isGivenAsSpeech(bare.reading, bare.span)) return;
  const speaker = speakerWords(marked.reading, quotation);
  yield finding(quotationUnmarked, snapshot, {
    sides: [
      side({ uri: bare.uri, ...bare.span }, message('quotation-unmarked-here', fileName(bare.uri))),
      side({ uri: marked.uri, ...marked.span }, message('quotation-unmarked-there', fileName(marked.uri))),
    ],
    message: speaker
      ? message('quotation-unmarked-speaker', fileName(marked.uri), speaker)
      : message('quotation-unmarked', fileName(marked.uri)),
    confidence: 0.8,
  });
}

/** Set in marks, or reported as somebody's statement, or told by a cue in the same sentence. */
function isGivenAsSpeech({ quotations, statements }: Reading, span: Span): boolean {
  return (
    quotations.some(({ outer }) => overlaps(outer, span)) || statements.some((statement) => overlaps(statement, span))
  );
}

function speakerWords({ text }: Reading, { speaker }: Quotation): string {
  return speaker ? text.slice(speaker.start, speaker.end).replaceAll('\n', ' ') : '';
}
