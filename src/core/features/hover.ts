import type { Entity, EntityId, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import { spanLength, touches } from '../text/span.ts';
import { mentionsBySource } from './bySource.ts';
import { excerpt } from './excerpt.ts';
import { mentionsTouching } from './mentionAt.ts';
import { rolesOf } from './roles.ts';
import type { DateHover, FigureHover, Hover, MentionHover, QuotationHover } from './types.ts';

/** A hover is read at a glance; the dossier holds the rest. */
export const ROLES_IN_HOVER = 4;
export const SOURCES_IN_HOVER = 5;

/** Everything known about the words at `offset`, the shortest span first. */
export function hover(snapshot: Snapshot, uri: Uri, offset: number): readonly Hover[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const hovers: Hover[] = [
    ...mentionsTouching(source, offset).map((index) => mentionHover(snapshot, source, index)),
    ...dateHovers(source, offset),
    ...figureHovers(source, offset),
    ...quotationHovers(snapshot, source, offset),
  ];
  return hovers.sort((a, b) => spanLength(a.span) - spanLength(b.span));
}

function mentionHover(snapshot: Snapshot, source: SourceState, index: number): MentionHover {
  const mention = source.reading.mentions[index]!;
  const text = source.reading.text.slice(mention.start, mention.end);
  const id = source.entityOf[index];
  const entity = (id == null ? undefined : snapshot.entity(id)) ?? null;
  const roles = entity ? rolesOf(snapshot, entity.id) : [];
  const bySource = entity ? countsBySource(snapshot, entity.id) : [];
  return {
    kind: 'mention',
    span: { start: mention.start, end: mention.end },
    text,
    type: mention.type,
    confidence: mention.confidence,
    entity,
    roles: roles.slice(0, ROLES_IN_HOVER),
    moreRoles: Math.max(0, roles.length - ROLES_IN_HOVER),
    counts: entity ? snapshot.countsOf(entity.id) : { mentions: 0, sources: 0 },
    bySource: bySource.slice(0, SOURCES_IN_HOVER),
    moreSources: Math.max(0, bySource.length - SOURCES_IN_HOVER),
    reasons: entity ? linksOfForm(snapshot, entity, text) : [],
  };
}

function linksOfForm(snapshot: Snapshot, entity: Entity, form: string): MentionHover['reasons'] {
  return form === entity.name ? [] : snapshot.linksOf(entity.id).filter((link) => link.from === form);
}

function countsBySource(snapshot: Snapshot, id: EntityId): MentionHover['bySource'] {
  return [...mentionsBySource(snapshot, id)]
    .map(([uri, refs]) => ({ uri, mentions: refs.length }))
    .sort((a, b) => b.mentions - a.mentions);
}

function dateHovers({ reading }: SourceState, offset: number): DateHover[] {
  return reading.dates
    .filter((date) => touches(date, offset))
    .map((date) => ({
      kind: 'date',
      span: { start: date.start, end: date.end },
      text: reading.text.slice(date.start, date.end),
      expression: date,
      anchorText: date.anchor?.span ? reading.text.slice(date.anchor.span.start, date.anchor.span.end) : null,
      sourceDate: reading.sourceDate,
    }));
}

function figureHovers({ reading }: SourceState, offset: number): FigureHover[] {
  return reading.figures
    .filter((figure) => touches(figure, offset))
    .map((figure) => ({
      kind: 'figure',
      span: { start: figure.start, end: figure.end },
      text: reading.text.slice(figure.start, figure.end),
      figure,
    }));
}

function quotationHovers(snapshot: Snapshot, source: SourceState, offset: number): QuotationHover[] {
  const { text, quotations } = source.reading;
  const hovers: QuotationHover[] = [];
  for (const [index, quotation] of quotations.entries()) {
    if (!touches(quotation.outer, offset)) continue;
    const { speaker, cue, channel } = quotation;
    const id = speaker?.mention == null ? null : source.entityOf[speaker.mention];
    hovers.push({
      kind: 'quotation',
      span: { start: quotation.outer.start, end: quotation.outer.end },
      quotation,
      speaker: speaker && {
        speaker,
        text: text.slice(speaker.start, speaker.end),
        entity: (id == null ? undefined : snapshot.entity(id)) ?? null,
      },
      cueText: cue && text.slice(cue.start, cue.end),
      channelText: channel && text.slice(channel.span.start, channel.span.end),
      elsewhere: sameUtterance(snapshot, source.uri, index).map(({ ref, relation }) => ({
        excerpt: excerpt(snapshot.source(ref.uri)!.reading.text, ref),
        relation,
      })),
    });
  }
  return hovers;
}
