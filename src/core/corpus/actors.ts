/** Who is named: what two sources or sentences on one subject have in common. */
import type { MentionType } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import { shared } from './shared/context.ts';
import type { EntityId, SourceState } from './types.ts';

/** Much is told in the same words of another firm, match or case: two sources on one subject name somebody in common. */
export const shareActors = (a: SourceState, b: SourceState): boolean => shared(actorsOf(a), actorsOf(b)) > 0;

/** Both sentences name persons, and none in common: "Okafor threw 29 passes", "Lin threw 39". */
export function personsExclude(a: SourceState, sentenceA: Span, b: SourceState, sentenceB: Span): boolean {
  const [personsA, personsB] = [entitiesIn(a, sentenceA, 'person'), entitiesIn(b, sentenceB, 'person')];
  return personsA.size > 0 && personsB.size > 0 && shared(personsA, personsB) === 0;
}

/** Both sentences name places, and none in common: two fires, two plants, told in one manner. */
export function placesExclude(a: SourceState, sentenceA: Span, b: SourceState, sentenceB: Span): boolean {
  const [placesA, placesB] = [entitiesIn(a, sentenceA, 'place'), entitiesIn(b, sentenceB, 'place')];
  return placesA.size > 0 && placesB.size > 0 && shared(placesA, placesB) === 0;
}

/** Entities, of one type or of all, with a mention in a stretch of the source. */
export function entitiesIn(
  { reading, entityOf }: SourceState,
  stretch: Span,
  type?: MentionType,
): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>();
  for (const [at, mention] of reading.mentions.entries()) {
    const id = entityOf[at];
    if (id != null && (type === undefined || mention.type === type) && contains(stretch, mention)) ids.add(id);
  }
  return ids;
}

const actors = new WeakMap<SourceState, ReadonlySet<EntityId>>();

/** Persons, bodies and events of the whole source; made once per state of it. */
function actorsOf(source: SourceState): ReadonlySet<EntityId> {
  let found = actors.get(source);
  if (!found) actors.set(source, (found = new Set(ACTORS.flatMap((type) => [...entitiesIn(source, WHOLE, type)]))));
  return found;
}

const ACTORS: readonly MentionType[] = ['person', 'organization', 'event'];
const WHOLE: Span = { start: 0, end: Infinity };
