import type { EntityId, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { wordsOfQuotation } from '../corpus/shared/utteranceKeys.ts';
import { sameUtterance, type QuotationRef } from '../corpus/utterances.ts';
import type { Quotation } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** One or two words are a term that anybody may use. */
const FEWEST_WORDS = 3;
/** The whole must be so many times longer, or nothing was cut out of it. */
const LONGER = 2;

/**
 * A headline or a sentence without speaker cuts words out of a longer quotation and says them of somebody whom the
 * quotation, up to these words, does not name.
 */
export const quotationExcerpt: Rule = {
  code: 'quotation-excerpt',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const source = snapshot.source(uri)!;
    for (const index of source.reading.quotations.keys()) {
      yield* excerpts(snapshot, source, index);
      for (const { ref } of sameUtterance(snapshot, uri, index)) {
        if (ref.uri !== uri) yield* excerpts(snapshot, snapshot.source(ref.uri)!, ref.index, uri);
      }
    }
  },
};

/** Findings about the excerpt at `index`; with `about`, only if that source has the whole. */
function* excerpts(snapshot: Snapshot, source: SourceState, index: number, about?: Uri): Iterable<Finding> {
  const { reading, uri } = source;
  const quotation = reading.quotations[index]!;
  const words = wordsOfQuotation(reading, quotation).length;
  if (words < FEWEST_WORDS || !standsAlone(source, quotation)) return;
  const wholes = sameUtterance(snapshot, uri, index).filter(({ ref, relation }) => {
    const other = snapshot.source(ref.uri)!.reading;
    const whole = other.quotations[ref.index]!;
    return relation !== 'variant' && whole.speaker && wordsOfQuotation(other, whole).length >= LONGER * words;
  });
  if (wholes.length === 0 || (about !== undefined && !wholes.some(({ ref }) => ref.uri === about))) return;
  const subjects = entitiesIn(source, { start: sentenceOf(source, quotation).start, end: quotation.start });
  if (subjects.size === 0 || wholes.some(({ ref }) => namesAll(snapshot, ref, subjects))) return;
  const sides = wholes.map(({ ref }) =>
    side(ref, message('quotation-excerpt-whole', fileName(ref.uri), wordsAt(snapshot, ref))),
  );
  yield finding(quotationExcerpt, snapshot, {
    sides: [side({ uri, ...quotation.outer }, message('quotation-excerpt-here')), ...sides],
    message: message('quotation-excerpt', wordsAt(snapshot, { uri, ...quotation }), wordsAt(snapshot, wholes[0]!.ref)),
    confidence: 0.7,
  });
}

/** In a headline, or in a sentence that names no speaker for the words. */
const standsAlone = ({ reading }: SourceState, quotation: Quotation): boolean =>
  quotation.speaker === null || reading.asides.some((aside) => aside.kind === 'headline' && contains(aside, quotation));

function sentenceOf({ reading }: SourceState, span: Span): Span {
  return reading.sentences.find((sentence) => contains(sentence, span)) ?? span;
}

function entitiesIn({ reading, entityOf }: SourceState, span: Span): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>();
  for (const [index, mention] of reading.mentions.entries()) {
    const id = entityOf[index];
    if (id != null && contains(span, mention)) ids.add(id);
  }
  return ids;
}

/** Whether the whole quotation names everybody whom the excerpt is said of, or they speak it themselves. */
function namesAll(snapshot: Snapshot, ref: QuotationRef, subjects: ReadonlySet<EntityId>): boolean {
  const source = snapshot.source(ref.uri)!;
  const { speaker } = source.reading.quotations[ref.index]!;
  const spoke = speaker?.mention == null ? null : source.entityOf[speaker.mention];
  const named = new Set([...entitiesIn(source, ref), spoke]);
  return [...subjects].every((id) => named.has(id));
}
