import { roleMentionsOf } from '../corpus/roleMentions.ts';
import type { Entity, MentionRef, Snapshot, Uri } from '../corpus/types.ts';
import { wholeDay } from '../text/calendar.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Within so many days two ranks are held against each other; people are promoted. */
const SAME_TIME_DAYS = 100;

/**
 * One person, two ranks. Compared are ranks with a grade (NATO codes, STANAG 2116), source against source: a source that
 * gives several ranks, as when a lieutenant general is called "the general" further down, agrees with whoever gives one of them.
 */
export const roleConflict: Rule = {
  code: 'role-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const source = snapshot.source(uri)!;
    const people = new Set(
      source.reading.mentions.flatMap(({ role }, index) => (role?.rank?.grade ? [source.entityOf[index]] : [])),
    );
    for (const id of people) {
      const entity = id == null ? undefined : snapshot.entity(id);
      if (entity?.type === 'person') yield* conflict(snapshot, entity, uri);
    }
  },
};

interface Ranked {
  readonly uri: Uri;
  readonly day: number | null;
  /** Grade and the first mention that has it. */
  readonly grades: ReadonlyMap<string, MentionRef>;
}

function* conflict(snapshot: Snapshot, entity: Entity, uri: Uri): Iterable<Finding> {
  const ranked = rankedSources(snapshot, entity);
  const at = ranked.filter((a) => ranked.some((b) => excludes(a, b)));
  if (!at.some((source) => source.uri === uri)) return;
  const sides = at.map(({ uri: where, grades }): Side => {
    const ref = grades.values().next().value!;
    return side(ref, message('role-conflict-side', wordsAt(snapshot, ref), fileName(where)));
  });
  const list = sides.map(({ label }) => `“${label.args[0]}” (${label.args[1]})`).join(', ');
  yield finding(roleConflict, snapshot, {
    sides: sides as [Side, ...Side[]],
    message: message('role-conflict', entity.name, list),
    confidence: 0.8,
  });
}

function rankedSources(snapshot: Snapshot, entity: Entity): Ranked[] {
  const bySource = new Map<Uri, Map<string, MentionRef>>();
  for (const ref of roleMentionsOf(snapshot, entity.id)) {
    const role = snapshot.source(ref.uri)!.reading.mentions[ref.index]!.role;
    if (!role?.rank?.grade || role.tense !== 'current') continue;
    const grades = bySource.get(ref.uri) ?? new Map<string, MentionRef>();
    if (!grades.has(role.rank.grade)) grades.set(role.rank.grade, ref);
    bySource.set(ref.uri, grades);
  }
  return [...bySource].map(([uri, grades]) => ({
    uri,
    day: wholeDay(snapshot.source(uri)!.reading.sourceDate?.value),
    grades,
  }));
}

function excludes(a: Ranked, b: Ranked): boolean {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > SAME_TIME_DAYS) return false;
  return ![...a.grades.keys()].some((grade) => b.grades.has(grade));
}
