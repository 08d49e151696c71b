import { passagesOf, sharedWords, turnedPassages, type Passage } from '../corpus/passages.ts';
import { sentenceOf } from '../corpus/shared/context.ts';
import { wordsOfQuotation } from '../corpus/shared/utteranceKeys.ts';
import { speakerId } from '../corpus/speakers.ts';
import type { EntityId, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import type { Quotation, Reading } from '../reading/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** Fewer quoted words than this may stand in anybody's prose. */
const FEWEST_WORDS = 8;
/** Of a quotation so large a share must stand there: a few facts in the same words are no quotation. */
const LEAST_SHARE = 0.5;

/** Words that one source quotes stand in another one as its own prose. */
export const quotationUnmarked: Rule = {
  code: 'quotation-unmarked',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    yield* unmarkedIn(snapshot, uri);
    for (const { uri: bare, passages } of passagesOf(snapshot, uri)) {
      if (markedIn(snapshot, bare, uri, turnedPassages(passages)).length === 0) continue;
      for (const found of unmarkedIn(snapshot, bare)) if (found.sides.some((at) => at.uri === uri)) yield found;
    }
  },
};

interface Marked {
  readonly uri: Uri;
  readonly span: Span;
  readonly quotation: Quotation;
}

/** Findings about words that stand bare in this source: one for each stretch, with every source that quotes it. */
function* unmarkedIn(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
  const stretches: { span: Span; marked: Marked[] }[] = [];
  for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
    for (const { bare, marked } of markedIn(snapshot, uri, other, passages)) {
      const known = stretches.find(({ span }) => overlaps(span, bare));
      if (known) known.marked.push(marked);
      else stretches.push({ span: bare, marked: [marked] });
    }
  }
  for (const { span, marked } of stretches) {
    const [first] = marked as [Marked];
    yield finding(quotationUnmarked, snapshot, {
      sides: [
        side({ uri, ...span }, message('quotation-unmarked-here', fileName(uri))),
        ...marked.map((each) =>
          side({ uri: each.uri, ...each.span }, message('quotation-unmarked-there', fileName(each.uri))),
        ),
      ],
      message: message(
        'quotation-unmarked',
        fileName(first.uri),
        speakerName(snapshot, first),
        fileName(uri),
        wordsAt(snapshot, { uri, ...span }),
      ),
      confidence: 0.8,
    });
  }
}

/** Of the passages of two sources those parts that stand bare in the first one (`a`) and are quoted in the other. */
function markedIn(
  snapshot: Snapshot,
  uri: Uri,
  other: Uri,
  passages: readonly Passage[],
): { bare: Span; marked: Marked }[] {
  const [here, there] = [snapshot.source(uri)!, snapshot.source(other)!];
  const quotations = there.reading.quotations.filter(isCertain);
  return passages.flatMap((passage) =>
    quotations.flatMap((quotation) => {
      const part = overlaps(quotation, passage.b) ? partOf(here.reading, there.reading, passage, quotation) : null;
      if (!part || isGivenAsSpeech(here.reading, part.a)) return [];
      if (part.words < LEAST_SHARE * wordsOfQuotation(there.reading, quotation).length) return [];
      if (namesSpeaker(here, part.a, speakerId(there, quotation))) return [];
      return [{ bare: part.a, marked: { uri: other, span: part.b, quotation } }];
    }),
  );
}

/** What of a passage stands in the quotation, with the words for it on the other side; null where that is little. */
function partOf(here: Reading, there: Reading, passage: Passage, quotation: Span): Part | null {
  const pairs = sharedWords(here, there, passage).filter(([, word]) => contains(quotation, word));
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length < FEWEST_WORDS) return null;
  const [a, b] = [0, 1].map((at) => ({ start: first[at]!.start, end: last[at]!.end })) as [Span, Span];
  return { a, b, words: pairs.length };
}

interface Part {
  readonly a: Span;
  readonly b: Span;
  /** Words that both have, in order. */
  readonly words: number;
}

/** The name of whoever spoke, where that is known; else the words of the source. */
function speakerName(snapshot: Snapshot, { uri, quotation }: Marked): string {
  const { start, end, mention } = quotation.speaker!;
  const id = mention === null ? null : snapshot.source(uri)!.entityOf[mention];
  return (id == null ? undefined : snapshot.entity(id)?.name) ?? wordsAt(snapshot, { uri, start, end });
}

/** A speaker and both marks: where a mark was lost, what seems quoted may be prose. */
const isCertain = ({ kind, open, close, speaker }: Quotation): boolean =>
  kind !== 'term' && open !== null && close !== null && speaker !== null;

/** The sentence around the words says whose they are ("Lovelace had called it …"). */
function namesSpeaker({ reading, entityOf }: SourceState, span: Span, speaker: EntityId | null): boolean {
  if (speaker === null) return false;
  const sentence = sentenceOf(reading, { start: span.start, end: span.start });
  return reading.mentions.some(
    (mention, at) => entityOf[at] === speaker && contains(sentence, mention) && !contains(span, mention),
  );
}

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
