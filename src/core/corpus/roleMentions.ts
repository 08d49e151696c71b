import type { EntityId, MentionRef, Snapshot, Uri } from './types.ts';

/** Role mentions held by an entity, by source and position. Looks at every source that names the entity. */
export function* roleMentionsOf(snapshot: Snapshot, id: EntityId): Iterable<MentionRef> {
  let last: Uri | null = null;
  for (const { uri } of snapshot.mentionsOf(id)) {
    if (uri === last) continue;
    last = uri;
    const { reading, entityOf } = snapshot.source(uri)!;
    for (const [index, { type, start, end }] of reading.mentions.entries()) {
      if (type === 'role' && entityOf[index] === id) yield { uri, start, end, index };
    }
  }
}
