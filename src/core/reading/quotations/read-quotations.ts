/** Quotations and reported statements with their speakers, cues and channels. */
import { overlaps, type Span } from '../../text/span.ts';
import type { SourceText } from '../source-text.ts';
import type { Aside, Mention, Quotation, Speaker, Statement } from '../types.ts';
import { Words } from '../words.ts';
import { attribute, CONFIDENCE, type Attribution } from './attribute.ts';
import type { Quoted } from './bounds.ts';
import { findBlocks, type Block } from './blocks.ts';
import { channelOf } from './channels.ts';
import { findCitations } from './citations.ts';
import { Discourse } from './discourse.ts';
import { kindOf } from './kinds.ts';
import type { MarkedSpan, Marks } from './marks.ts';
import type { Phrase } from './phrases.ts';
import { speakerOf } from './speakers.ts';
import { findStatements, type Reported } from './statements.ts';

export interface Quotations {
  readonly quotations: Quotation[];
  readonly statements: Statement[];
  readonly cited: Speaker[];
}

/** `mentions` are all of the source's, roles included. Quotations and statements are in document order. */
export function readQuotations(
  source: SourceText,
  base: Words,
  mentions: readonly Mention[],
  marks: Marks,
  asides: readonly Aside[],
): Quotations {
  const outermost = marks.spans.filter((span) => span.within === null);
  const words = new Words(
    base,
    base.lexicon,
    mentions,
    outermost.map((span) => span.outer),
  );
  const body = bodyOf(source, words, asides);
  const quoted = located(words, body.paragraphs, outermost);
  const attributions = attribute(words, quoted);
  const asideAt = memberOf(
    asides.filter(({ kind }) => kind !== 'headline' && kind !== 'dateline' && kind !== 'header'),
  );
  const reported = findStatements(words, body.sentences, asideAt);
  const blocks = findBlocks(words, body.paragraphs, asideAt);
  const speakers = resolved(words, [...attributions, ...reported, ...blocks]);
  return {
    quotations: withBlocks(words, marked(words, marks, quoted, attributions, speakers), blocks, speakers),
    statements: statementsOf(words, reported, attributions, speakers),
    cited: findCitations(words),
  };
}

type Told = Attribution | Reported | Block;

/** Speakers of all that is told, resolved in the order in which their expressions stand in the text. */
function resolved(words: Words, told: readonly Told[]): Map<Phrase, Speaker> {
  const discourse = new Discourse(words);
  const speakers = new Map<Phrase, Speaker>();
  const phrases = told.flatMap((item) =>
    item.phrase === null ? [] : [{ phrase: item.phrase, confidence: 'confidence' in item ? item.confidence : 1 }],
  );
  phrases.sort((a, b) => a.phrase.head - b.phrase.head);
  for (const { phrase, confidence } of phrases) {
    if (speakers.has(phrase)) continue;
    const { mention, confidence: sure } = discourse.resolve(phrase);
    speakers.set(phrase, speakerOf(words, phrase, mention, confidence * sure));
  }
  return speakers;
}

function marked(
  words: Words,
  { spans }: Marks,
  quoted: readonly Quoted[],
  attributions: readonly Attribution[],
  speakers: ReadonlyMap<Phrase, Speaker>,
): Quotation[] {
  const position = new Map<MarkedSpan, number>(spans.map((span, index) => [span, index]));
  const indexOf = new Map<MarkedSpan, number>(quoted.map(({ span }, index) => [span, index]));
  return spans.map((span): Quotation => {
    const plain = {
      start: span.start,
      end: span.end,
      outer: span.outer,
      open: span.open,
      close: span.close,
      within: span.within,
    };
    const index = indexOf.get(span);
    if (index === undefined) return { ...plain, kind: 'partial', continues: null, ...NOBODY };
    const attribution = attributions[index]!;
    const kind = kindOf(words, quoted[index]!, attribution);
    const { phrase, cue, shares } = attribution;
    const continues = shares === null ? null : position.get(quoted[shares]!.span)!;
    if (kind === 'term' || phrase === null)
      return { ...plain, kind, continues: kind === 'term' ? null : continues, ...NOBODY };
    return {
      ...plain,
      kind,
      continues,
      speaker: speakers.get(phrase)!,
      cue: cue && words.span(cue.first, cue.last),
      channel: channelOf(words, cue, phrase),
    };
  });
}

const NOBODY = { speaker: null, cue: null, channel: null } as const;

/** Adds what is set off without marks, and moves the indices of the others accordingly. */
function withBlocks(
  words: Words,
  quotations: Quotation[],
  blocks: readonly Block[],
  speakers: ReadonlyMap<Phrase, Speaker>,
): Quotation[] {
  if (blocks.length === 0) return quotations;
  const all = [
    ...quotations.map((quotation, index) => ({ quotation, index })),
    ...blocks.map(({ span, phrase, cue }) => {
      const facts = {
        speaker: speakers.get(phrase)!,
        cue: words.span(cue.first, cue.last),
        channel: channelOf(words, cue, phrase),
      };
      const quotation: Quotation = {
        start: span.start,
        end: span.end,
        outer: span,
        open: null,
        close: null,
        kind: 'block',
        continues: null,
        within: null,
        ...facts,
      };
      return { quotation, index: -1 };
    }),
  ].sort((a, b) => a.quotation.outer.start - b.quotation.outer.start || b.quotation.outer.end - a.quotation.outer.end);
  const moved = new Map(all.map(({ index }, place) => [index, place]));
  const follow = (index: number | null): number | null => (index === null ? null : moved.get(index)!);
  return all.map(({ quotation }) => ({
    ...quotation,
    continues: follow(quotation.continues),
    within: follow(quotation.within),
  }));
}

/** What a quotation of whole sentences says with the same cue is no statement beside it. */
function statementsOf(
  words: Words,
  reported: readonly Reported[],
  attributions: readonly Attribution[],
  speakers: ReadonlyMap<Phrase, Speaker>,
): Statement[] {
  const used = new Set(
    attributions.flatMap(({ cue, confidence }) =>
      cue === null || confidence < CONFIDENCE.adjacent ? [] : [cue.first],
    ),
  );
  return reported
    .filter(({ cue }) => !used.has(cue.first))
    .map(({ first, last, phrase, cue }) => ({
      ...words.span(first, last),
      speaker: speakers.get(phrase)!,
      cue: words.span(cue.first, cue.last),
    }));
}

function located(words: Words, paragraphs: readonly Span[], spans: readonly MarkedSpan[]): Quoted[] {
  let index = 0;
  return spans.map((span) => {
    while (index + 1 < paragraphs.length && paragraphs[index + 1]!.start <= span.start) index += 1;
    const paragraph = paragraphs[index]!;
    return {
      span,
      ...words.range(span.outer),
      paragraph: { index, start: words.tokenAt(paragraph.start), end: words.tokenAt(paragraph.end) },
    };
  });
}

/** Paragraphs and sentences without the header or dateline in front of them. */
function bodyOf(
  { paragraphs, sentences }: SourceText,
  words: Words,
  asides: readonly Aside[],
): Pick<SourceText, 'paragraphs' | 'sentences'> {
  const heads = asides.filter(({ kind }) => kind === 'dateline' || kind === 'header');
  if (heads.length === 0) return { paragraphs, sentences };
  const headAt = memberOf(heads);
  const start = (span: Span): number => headAt(span)?.end ?? span.start;
  return {
    paragraphs: paragraphs.map((span) => ({ start: Math.min(start(span), span.end), end: span.end })),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      firstToken: Math.min(Math.max(sentence.firstToken, words.tokenAt(start(sentence))), sentence.endToken - 1),
    })),
  };
}

/** The first of `spans` that a span meets. */
function memberOf(spans: readonly Span[]): (span: Span) => Span | null {
  return (span) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    const met = spans[low];
    return met !== undefined && overlaps(met, span) ? met : null;
  };
}
