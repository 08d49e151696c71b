import type { Entity, EntityId, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { contains, type Span } from '../text/span.ts';
import { mentionsBySource, type BySource } from './bySource.ts';
import { excerpt, oneLine } from './excerpt.ts';
import { Reasons } from './reasons.ts';
import { allRolesOf } from './roles.ts';
import type { Dossier, DossierCompany, DossierName, DossierQuotation, DossierRole, DossierSource } from './types.ts';

/** Quotations are read whole, or nearly. */
const QUOTATION_CONTEXT = 0;
/** Others who share sentences with the entity; the rest is chance company. */
export const COMPANY_LIMIT = 20;

/** All that the sources say about an entity; null when it is no longer there. */
export function dossier(snapshot: Snapshot, id: EntityId): Dossier | null {
  const entity = snapshot.entity(id);
  if (!entity) return null;
  const bySource = mentionsBySource(snapshot, id);
  return {
    entity,
    counts: snapshot.countsOf(id),
    names: names(snapshot, entity, bySource),
    roles: roles(snapshot, id),
    sources: sources(snapshot, bySource),
    quotationsBy: quotations(snapshot, bySource, (source, at) => speaks(source, at, id)),
    quotationsAbout: quotations(
      snapshot,
      bySource,
      (source, at) => !speaks(source, at, id) && isNamedIn(source, at, id),
    ),
    company: company(snapshot, entity, bySource),
  };
}

function names(snapshot: Snapshot, entity: Entity, bySource: BySource): DossierName[] {
  const counts = new Map<string, { mentions: number; uris: Set<Uri> }>();
  for (const [uri, refs] of bySource) {
    const { text } = snapshot.source(uri)!.reading;
    for (const { start, end } of refs) {
      const form = oneLine(text.slice(start, end));
      const count = counts.get(form) ?? { mentions: 0, uris: new Set() };
      count.mentions += 1;
      count.uris.add(uri);
      counts.set(form, count);
    }
  }
  const reasons = new Reasons(snapshot, entity);
  return [...counts]
    .map(([form, { mentions, uris }]) => ({
      form,
      mentions,
      sources: uris.size,
      links: reasons.of(form),
    }))
    .sort((a, b) => b.mentions - a.mentions || (a.form < b.form ? -1 : 1));
}

function roles(snapshot: Snapshot, id: EntityId): DossierRole[] {
  return allRolesOf(snapshot, id).map((role) => ({
    ...role,
    sourceDate: snapshot.source(role.place.uri)?.reading.sourceDate?.value ?? null,
  }));
}

function sources(snapshot: Snapshot, bySource: BySource): DossierSource[] {
  return [...bySource].map(([uri, refs]) => {
    const { reading } = snapshot.source(uri)!;
    return { uri, date: reading.sourceDate, mentions: refs.map((ref) => excerpt(reading.text, ref)) };
  });
}

function quotations(
  snapshot: Snapshot,
  bySource: BySource,
  wanted: (source: SourceState, quotation: number) => boolean,
): DossierQuotation[] {
  const found: DossierQuotation[] = [];
  for (const uri of bySource.keys()) {
    const source = snapshot.source(uri)!;
    const { text, quotations: all } = source.reading;
    for (const [at, { start, end, speaker, kind }] of all.entries()) {
      if (kind === 'term' || !wanted(source, at)) continue;
      found.push({
        excerpt: excerpt(text, { uri, start, end }, QUOTATION_CONTEXT),
        speaker: speaker && oneLine(text.slice(speaker.start, speaker.end)),
      });
    }
  }
  return found;
}

function speaks(source: SourceState, quotation: number, id: EntityId): boolean {
  const mention = source.reading.quotations[quotation]?.speaker?.mention;
  return mention != null && source.entityOf[mention] === id;
}

function isNamedIn(source: SourceState, quotation: number, id: EntityId): boolean {
  const span = source.reading.quotations[quotation]!;
  return source.reading.mentions.some((mention, index) => source.entityOf[index] === id && contains(span, mention));
}

function company(snapshot: Snapshot, entity: Entity, bySource: BySource): DossierCompany[] {
  const shared = new Map<EntityId, { sentences: number; uris: Set<Uri> }>();
  for (const [uri, refs] of bySource) {
    const source = snapshot.source(uri)!;
    for (const sentence of source.reading.sentences) {
      if (!refs.some((ref) => contains(sentence, ref))) continue;
      for (const other of entitiesIn(source, sentence)) {
        if (other === entity.id) continue;
        const count = shared.get(other) ?? { sentences: 0, uris: new Set() };
        count.sentences += 1;
        count.uris.add(uri);
        shared.set(other, count);
      }
    }
  }
  return [...shared]
    .flatMap(([id, { sentences, uris }]) => {
      const other = snapshot.entity(id);
      return other ? [{ entity: other, sentences, sources: uris.size }] : [];
    })
    .sort((a, b) => b.sentences - a.sentences || (a.entity.name < b.entity.name ? -1 : 1))
    .slice(0, COMPANY_LIMIT);
}

function entitiesIn(source: SourceState, sentence: Span): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>();
  for (const [index, mention] of source.reading.mentions.entries()) {
    const id = source.entityOf[index];
    if (id != null && mention.type !== 'role' && contains(sentence, mention)) ids.add(id);
  }
  return ids;
}
