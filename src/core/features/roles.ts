import { roleMentionsOf } from '../corpus/roleMentions.ts';
import type { EntityId, Snapshot } from '../corpus/types.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from './excerpt.ts';
import type { RoleLine } from './types.ts';

/** The distinct roles that the sources give an entity, in order of source and position; spelling alone makes no new role. */
export function rolesOf(snapshot: Snapshot, id: EntityId): readonly RoleLine[] {
  const seen = new Set<string>();
  return allRolesOf(snapshot, id).filter(({ text, tense }) => {
    const key = `${tense} ${fold(text)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Every role mention whose holder is the entity, by source and position. */
export function allRolesOf(snapshot: Snapshot, id: EntityId): readonly RoleLine[] {
  const lines: RoleLine[] = [];
  for (const { uri, start, end, index } of roleMentionsOf(snapshot, id)) {
    const reading = snapshot.source(uri)?.reading;
    const role = reading?.mentions[index]?.role;
    if (!reading || !role) continue;
    lines.push({ text: oneLine(reading.text.slice(start, end)), place: { uri, start, end }, tense: role.tense });
  }
  return lines;
}
