/** Quotations with their speakers, cues and channels. */
import type { SourceText } from '../source-text.ts';
import type { Mention, Quotation } from '../types.ts';
import { attribute, type Attribution, type Quoted } from './attribute.ts';
import type { QuoteLexicon } from './lexicon.ts';
import type { MarkedSpan, Marks } from './marks.ts';
import { Words } from '../words.ts';

export function readQuotations(
  source: SourceText,
  lexicon: QuoteLexicon,
  marks: Marks,
  mentions: readonly Mention[],
): Quotation[] {
  const outermost = marks.spans.filter((span) => span.within === null);
  const words = new Words(
    source,
    lexicon,
    mentions,
    outermost.map((span) => span.outer),
  );
  const quoted = locate(words, source, outermost);
  const attributions = attribute(words, quoted);
  const numbers = new Map(outermost.map((span, i) => [span, i]));
  return marks.spans.map((span) => {
    const i = numbers.get(span);
    const a = i === undefined ? undefined : attributions[i];
    return {
      start: span.start,
      end: span.end,
      outer: span.outer,
      open: span.open,
      close: span.close,
      kind: 'full',
      continues: a?.shares == null ? null : marks.spans.indexOf(outermost[a.shares]!),
      within: span.within,
      speaker: a?.phrase
        ? { ...words.span(a.phrase.first, a.phrase.last), kind: 'name', mention: null, confidence: a.confidence }
        : null,
      cue: a?.cue ? words.span(a.cue.first, a.cue.last) : null,
      channel: null,
    } as Quotation;
  });
}

function locate(words: Words, source: SourceText, spans: readonly MarkedSpan[]): Quoted[] {
  let index = 0;
  return spans.map((span) => {
    while (index + 1 < source.paragraphs.length && source.paragraphs[index + 1]!.start <= span.start) index += 1;
    const paragraph = source.paragraphs[index]!;
    return {
      span,
      ...words.range(span.outer),
      paragraph: { index, start: words.tokenAt(paragraph.start), end: words.tokenAt(paragraph.end) },
    };
  });
}
export type { Attribution };
