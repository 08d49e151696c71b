/** Who speaks a quotation, as an entity. */
import type { Speaker } from '../reading/types.ts';
import type { Entity, EntityId, Snapshot, SourceState } from './types.ts';

/** The reading of a named speaker must be this sure to be held against another. */
const LEAST_CONFIDENCE = 0.7;

/** The entity that speaks, by name, pronoun or role; null where that stays open. */
export const speakerId = (
  { entityOf }: SourceState,
  { speaker }: { readonly speaker: Speaker | null },
): EntityId | null => (speaker?.mention == null ? null : (entityOf[speaker.mention] ?? null));

/** The person that is named as speaking; a pronoun may have been read wrongly, an office speaks for its holder. */
export function namedSpeaker(snapshot: Snapshot, source: SourceState, speaker: Speaker | null): Entity | null {
  if (speaker?.kind !== 'name' || speaker.mention === null || speaker.confidence < LEAST_CONFIDENCE) return null;
  const id = source.entityOf[speaker.mention];
  const entity = id == null ? undefined : snapshot.entity(id);
  return entity?.type === 'person' ? entity : null;
}

/** Two persons, as far as names tell: two of one surname may be one, told with two first names ("Ada Byron", "A. Byron Sr."). */
export const areTwoPersons = (a: Entity, b: Entity): boolean => a.id !== b.id && !endsIn(a, b) && !endsIn(b, a);

/** The last word of one name stands in the other. */
const endsIn = ({ name }: Entity, other: Entity): boolean =>
  other.name.split(' ').includes(name.slice(name.lastIndexOf(' ') + 1));
