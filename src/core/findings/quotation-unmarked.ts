import { passagesOf, type Passage } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Quotation, Reading } from '../reading/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
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
  const quotation = marked.reading.quotations.find((each) => isCertain(each) && contains(each.outer, marked.span));
  if (!quotation?.speaker || isGivenAsSpeech(bare.reading, bare.span)) return;
  const { start, end } = quotation.speaker;
  yield finding(quotationUnmarked, snapshot, {
    sides: [
      side({ uri: bare.uri, ...bare.span }, message('quotation-unmarked-here', fileName(bare.uri))),
      side({ uri: marked.uri, ...marked.span }, message('quotation-unmarked-there', fileName(marked.uri))),
    ],
    message: message(
      'quotation-unmarked',
      fileName(marked.uri),
      wordsAt(snapshot, { uri: marked.uri, start, end }),
      fileName(bare.uri),
    ),
    confidence: 0.8,
  });
}

/** A speaker and both marks: where a mark was lost, what seems quoted may be prose. */
const isCertain = ({ kind, open, close, speaker }: Quotation): boolean =>
  kind !== 'term' && open !== null && close !== null && speaker !== null;

/** Set in marks (or beside a stray one), led in by a colon, or reported as somebody's statement. */
function isGivenAsSpeech({ text, quotations, statements }: Reading, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - BESIDE), span.start);
  const after = text.slice(span.end, span.end + BESIDE);
  return (
    MARK_OR_COLON.test(before) ||
    MARK_OR_COLON.test(after) ||
    quotations.some(({ outer }) => overlaps(outer, span)) ||
    statements.some((statement) => overlaps(statement, span))
  );
}

/** Code units beside a passage in which a mark belongs to it. */
const BESIDE = 4;
const MARK_OR_COLON = /["“”„«»:]|''|``/;
