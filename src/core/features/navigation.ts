import type { MentionRef, Snapshot, Uri } from '../corpus/types.ts';
import { compareSpans, contains, type Span } from '../text/span.ts';
import { mentionAt } from './mentionAt.ts';
import type { EntityLink } from './types.ts';

/** One link per outermost linked name; roles have a definition but no link, as links underline what they cover. */
export function links(snapshot: Snapshot, uri: Uri): readonly EntityLink[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const found: EntityLink[] = [];
  let last: Span | null = null;
  for (const [index, mention] of source.reading.mentions.entries()) {
    const entity = source.entityOf[index];
    if (mention.type === 'role' || entity == null) continue;
    if (last && contains(last, mention)) continue;
    last = mention;
    found.push({
      span: { start: mention.start, end: mention.end },
      entity,
      name: snapshot.entity(entity)?.name ?? '',
    });
  }
  return found;
}

/** What a caret leads to: the entity, and the span that the editor underlines. */
export function definition(snapshot: Snapshot, uri: Uri, offset: number): EntityLink | null {
  const found = mentionAt(snapshot, uri, offset);
  if (!found) return null;
  const { start, end } = found.ref;
  return { span: { start, end }, entity: found.entity.id, name: found.entity.name };
}

/** All mentions of the entity at the caret, in all sources, by source and position. */
export function references(snapshot: Snapshot, uri: Uri, offset: number): readonly MentionRef[] {
  const found = mentionAt(snapshot, uri, offset);
  return found ? [...snapshot.mentionsOf(found.entity.id)] : [];
}

/** Spans in this source that mention the entity at the caret; of nested ones the outermost. */
export function highlights(snapshot: Snapshot, uri: Uri, offset: number): readonly Span[] {
  const found = mentionAt(snapshot, uri, offset);
  const source = snapshot.source(uri);
  if (!found || !source) return [];
  const spans: Span[] = [];
  for (const [index, { start, end }] of source.reading.mentions.entries()) {
    if (source.entityOf[index] === found.entity.id) spans.push({ start, end });
  }
  return spans.sort(compareSpans).filter((span, at) => at === 0 || !contains(spans[at - 1]!, span));
}
