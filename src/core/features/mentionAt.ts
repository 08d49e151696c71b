import type { Entity, MentionRef, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { spanLength, touches } from '../text/span.ts';

/** A mention together with the entity it belongs to. */
export interface FoundMention {
  readonly ref: MentionRef;
  readonly entity: Entity;
}

/**
 * The linked mention at a caret: of nested ones the longest name, a role only where no name stands. Links, definition,
 * references, highlights and rename all ask here, so that one click never has two answers.
 */
export function mentionAt(snapshot: Snapshot, uri: Uri, offset: number): FoundMention | null {
  const source = snapshot.source(uri);
  if (!source) return null;
  let best: number | null = null;
  for (const index of mentionsTouching(source, offset)) {
    if (source.entityOf[index] == null) continue;
    if (best === null || precedes(source, index, best)) best = index;
  }
  return best === null ? null : found(snapshot, source, best);
}

/** Indices of all mentions that a caret at `offset` touches, shortest first. */
export function mentionsTouching(source: SourceState, offset: number): readonly number[] {
  const { mentions } = source.reading;
  const indices: number[] = [];
  for (let index = 0; index < mentions.length; index += 1) {
    const mention = mentions[index]!;
    if (mention.start > offset) break;
    if (touches(mention, offset)) indices.push(index);
  }
  return indices.sort((a, b) => spanLength(mentions[a]!) - spanLength(mentions[b]!) || a - b);
}

/** Names before roles, long before short. */
function precedes(source: SourceState, a: number, b: number): boolean {
  const [first, second] = [source.reading.mentions[a]!, source.reading.mentions[b]!];
  const roles = Number(first.type === 'role') - Number(second.type === 'role');
  return roles !== 0 ? roles < 0 : spanLength(first) > spanLength(second);
}

function found(snapshot: Snapshot, source: SourceState, index: number): FoundMention | null {
  const mention = source.reading.mentions[index]!;
  const entity = snapshot.entity(source.entityOf[index]!);
  if (!entity) return null;
  return { ref: { uri: source.uri, start: mention.start, end: mention.end, index }, entity };
}
