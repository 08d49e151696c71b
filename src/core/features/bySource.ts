import type { EntityId, MentionRef, Snapshot, Uri } from '../corpus/types.ts';

/** Mentions of one entity, in the order of sources. */
export type BySource = ReadonlyMap<Uri, readonly MentionRef[]>;

export function mentionsBySource(snapshot: Snapshot, id: EntityId): BySource {
  const bySource = new Map<Uri, MentionRef[]>();
  for (const ref of snapshot.mentionsOf(id)) {
    const refs = bySource.get(ref.uri);
    if (refs) refs.push(ref);
    else bySource.set(ref.uri, [ref]);
  }
  return bySource;
}
