/** What the reader has decided about single mentions, brought to a reading: names added, and decisions by their places. */
import type { Mention, NameType, Quotation, Reading, Speaker, Statement } from '../reading/types.ts';
import { compareSpans, overlapRatio, type Span } from '../text/span.ts';
import type { MentionDecision } from './decided.ts';

/** An anchored decision; the span is where its words stand now. */
export interface DecidedSpan extends Span {
  /** `urn:uuid:…` of the entity that is meant. */
  readonly entity?: string;
  readonly type?: NameType;
  readonly notName?: boolean;
}

/** A decision made on "Gen. Ada Okafor" holds for "Ada Okafor", which a better reader may find instead. */
const sameMention = 0.5;

/**
 * The reading with the names that the reader has added, and the decisions by mention. A decision falls on the mention
 * that its span covers best; where there is none, the span becomes one, unless it is said to be no name.
 */
export function withReaderMentions(
  reading: Reading,
  decided: readonly DecidedSpan[],
): { readonly reading: Reading; readonly decisions: readonly MentionDecision[] } {
  if (decided.length === 0) return { reading, decisions: [] };
  const missed = decided.filter((span) => span.notName !== true && mentionAt(reading.mentions, span) === -1);
  const added = missed.map((span): Mention => {
    return { start: span.start, end: span.end, type: span.type ?? 'person', confidence: 1 };
  });
  const read = added.length === 0 ? reading : withMentions(reading, added);
  const decisions = decided.flatMap(({ entity, type, notName, ...span }) => {
    const mention = mentionAt(read.mentions, span);
    if (mention === -1) return [];
    const decision = { mention, ...(entity && { entity }), ...(type && { type }), ...(notName && { notName }) };
    return [decision];
  });
  return { reading: read, decisions };
}

/** Index of the mention of a name that has most in common with the span; -1 for none. */
function mentionAt(mentions: readonly Mention[], span: Span): number {
  let best = -1;
  let most = sameMention;
  mentions.forEach((mention, index) => {
    const ratio = mention.type === 'role' ? 0 : overlapRatio(mention, span);
    if (ratio > most || (ratio === most && best === -1)) [best, most] = [index, ratio];
  });
  return best;
}

/** The reading with more mentions in their places, and every index into them moved. */
function withMentions(reading: Reading, added: readonly Mention[]): Reading {
  const all = [...reading.mentions, ...added].sort(compareSpans);
  const moved = reading.mentions.map((mention) => all.indexOf(mention));
  const to = (index: number | null): number | null => (index === null ? null : (moved[index] ?? null));
  const speaker = (one: Speaker): Speaker => ({ ...one, mention: to(one.mention) });
  return {
    ...reading,
    mentions: all.map((mention) => {
      const { role } = mention;
      return role === undefined ? mention : { ...mention, role: { ...role, holder: to(role.holder) } };
    }),
    quotations: reading.quotations.map((quotation): Quotation => {
      return quotation.speaker === null ? quotation : { ...quotation, speaker: speaker(quotation.speaker) };
    }),
    statements: reading.statements.map((one): Statement => ({ ...one, speaker: speaker(one.speaker) })),
  };
}
