import { retellings, unmarkedTellings } from '../corpus/tellings.ts';
import type { Mention } from '../reading/types.ts';
import type { Entity, EntityId, Link, Place, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import { overlaps, spanLength, touches } from '../text/span.ts';
import { mentionsBySource } from './bySource.ts';
import { excerpt, oneLine } from './excerpt.ts';
import { mentionsTouching } from './mentionAt.ts';
import { Reasons } from './reasons.ts';
import { rolesOf } from './roles.ts';
import type { DateHover, FigureHover, Hover, MentionHover, QuotationElsewhere, QuotationHover } from './types.ts';

/** A hover is read at a glance; the dossier holds the rest. */
export const ROLES_IN_HOVER = 4;
export const SOURCES_IN_HOVER = 5;
export const REASONS_IN_HOVER = 4;

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
  const reasons = entity ? reasonsFor(snapshot, entity, mention, text) : [];
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
    reasons: reasons.slice(0, REASONS_IN_HOVER),
    moreReasons: Math.max(0, reasons.length - REASONS_IN_HOVER),
  };
}

/** A role stands for its holder; a name is the entity's by the links that lead to its canonical form, or from it. */
function reasonsFor(snapshot: Snapshot, entity: Entity, mention: Mention, text: string): readonly Link[] {
  const { role, confidence } = mention;
  const form = oneLine(text);
  if (role !== undefined)
    return [{ from: form, to: entity.name, reason: role.holder === null ? 'role' : 'apposition', confidence }];
  const reasons = new Reasons(snapshot, entity);
  if (form !== entity.name) return reasons.of(form);
  return entity.aliases.flatMap((alias) => reasons.of(alias).slice(0, 1));
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
      elsewhere: elsewhere(snapshot, source, index),
    });
  }
  return hovers;
}

/** Every other telling of the utterance, one for each place; what is quoted there first. */
function elsewhere(snapshot: Snapshot, { uri, reading }: SourceState, index: number): QuotationElsewhere[] {
  const quotation = reading.quotations[index]!;
  const quoted = sameUtterance(snapshot, uri, index).map(({ ref, relation }) => ({ place: ref, relation }));
  const unmarked = unmarkedTellings(snapshot, uri, quotation).map((place) => ({
    place,
    relation: 'unmarked' as const,
  }));
  const retold = retellings(snapshot, uri, quotation)
    .filter(({ kind }) => kind === 'statement')
    .map((place) => ({ place, relation: 'retold' as const }));
  const found: { place: Place; relation: QuotationElsewhere['relation'] }[] = [];
  for (const each of [...quoted, ...unmarked, ...retold]) {
    const isTold = found.some(({ place }) => place.uri === each.place.uri && overlaps(place, each.place));
    if (!isTold) found.push(each);
  }
  return found.map(({ place, relation }) => ({
    excerpt: excerpt(snapshot.source(place.uri)!.reading.text, place),
    relation,
  }));
}
