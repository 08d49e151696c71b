/** Who speaks a quotation, as an entity. */
import type { Speaker } from '../reading/types.ts';
import { wordsOf } from './names/fold.ts';
import { isGivenName } from './names/givenNames.ts';
import { fullNamesOf, isShortForm } from './names/nicknames.ts';
import { oneSlipApart } from './names/slips.ts';
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

/** Two persons, as far as names tell. Of one surname they are two where the given names cannot stand for one another. */
export function areTwoPersons(a: Entity, b: Entity): boolean {
  if (a.id === b.id) return false;
  const [one, other] = [wordsOf(a.name, 'apart'), wordsOf(b.name, 'apart')];
  if (!other.includes(one.at(-1)!) && !one.includes(other.at(-1)!)) return true;
  return one.at(-1) === other.at(-1) && haveTwoGivenNames(one, other);
}

/** "Lewis Hart" and "Mary Hart"; not "Ada Byron" and "A. Byron", "Mary Ann Hart" and "Ann Hart", "Bill Hart" and "William Hart". */
function haveTwoGivenNames(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a[0]!, b[0]!];
  if (a.length < 2 || b.length < 2 || !isGivenName(one) || !isGivenName(other)) return false;
  if (a.slice(0, -1).includes(other) || b.slice(0, -1).includes(one)) return false;
  if (one.startsWith(other) || other.startsWith(one) || oneSlipApart(one, other)) return false;
  return !isShortForm(one, other) && !fullNamesOf(one).some((full) => fullNamesOf(other).includes(full));
}
