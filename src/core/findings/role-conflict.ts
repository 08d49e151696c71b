import { roleMentionsOf } from '../corpus/roleMentions.ts';
import { twinSentences, type TwinSentences } from '../corpus/twinSentences.ts';
import type { Entity, EntityId, MentionRef, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { languageOf } from '../reading/languages.ts';
import type { Mention } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import { wholeDay } from '../text/calendar.ts';
import { wordsOf } from '../text/words.ts';
import { asSides, comparePlaces, fileName, finding, inWords, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Within so many days two ranks are held against each other; people are promoted. */
const SAME_TIME_DAYS = 100;

/**
 * One person, two ranks or offices. In sentences in much the same words any two titles before the name are compared; elsewhere
 * ranks with a grade (NATO codes, STANAG 2116), source against source: a source that gives several ranks, as when a lieutenant
 * general is called "the general" further down, agrees with whoever gives one of them.
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
    for (const twins of twinSentences(snapshot, uri)) yield* conflictOfTwins(snapshot, uri, twins);
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
  yield findingOf(
    snapshot,
    entity.name,
    at.map(({ grades }) => grades.values().next().value!),
  );
}

/** The titles as sides; sources that print one in the same words are listed together. */
function findingOf(snapshot: Snapshot, name: string, titles: readonly MentionRef[]): Finding {
  const files = new Map<string, string[]>();
  for (const ref of titles) {
    const words = wordsAt(snapshot, ref);
    files.set(words, [...(files.get(words) ?? []), fileName(ref.uri)]);
  }
  return finding(roleConflict, snapshot, {
    sides: asSides(
      titles.map((ref): Side => side(ref, message('role-conflict-side', wordsAt(snapshot, ref), fileName(ref.uri)))),
    ),
    message: message('role-conflict', name, inWords(files)),
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
    day: dayOf(snapshot.source(uri)!),
    grades,
  }));
}

function excludes(a: Ranked, b: Ranked): boolean {
  if (!areNear(a.day, b.day)) return false;
  return ![...a.grades.keys()].some((grade) => b.grades.has(grade));
}

const areNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) <= SAME_TIME_DAYS;

const areOfOneTime = (a: SourceState, b: SourceState): boolean => areNear(dayOf(a), dayOf(b));

const dayOf = ({ reading }: SourceState): number | null => wholeDay(reading.sourceDate?.value);

interface Titled {
  readonly ref: MentionRef;
  readonly person: EntityId;
  readonly title: string;
  /** It is a rank, or an office that is one: whoever has it has no other. */
  readonly isRank: boolean;
  readonly grade: string | null;
}

/** Titles before one person's name in two sentences that are otherwise much the same. */
function* conflictOfTwins(snapshot: Snapshot, uri: Uri, twins: TwinSentences): Iterable<Finding> {
  const [here, there] = [snapshot.source(uri)!, snapshot.source(twins.uri)!];
  for (const a of titlesIn(here, twins.a)) {
    const b = titlesIn(there, twins.b).find(({ person }) => person === a.person);
    // ranks with a grade are compared above
    if (!b || (a.grade !== null && b.grade !== null) || isShortFor(a.title, b.title) || isShortFor(b.title, a.title))
      continue;
    if (givesTitle(here, b) || givesTitle(there, a)) continue;
    if (!excludeEachOther(a, b) || !areOfOneTime(here, there)) continue;
    yield findingOf(snapshot, snapshot.entity(a.person)?.name ?? '', [a.ref, b.ref].sort(comparePlaces));
  }
}

function titlesIn(source: SourceState, within: Span): readonly Titled[] {
  const { reading, entityOf, uri } = source;
  return reading.mentions.flatMap((mention, index): Titled[] => {
    const title = contains(within, mention) ? titleOf(source, mention) : null;
    const person = entityOf[index];
    if (title === null || person == null) return [];
    return [
      {
        ref: { uri, start: mention.start, end: mention.end, index },
        person,
        title,
        isRank: isRank(source, mention),
        grade: mention.role?.rank?.grade ?? null,
      },
    ];
  });
}

/** The rank or office right before its holder's name. */
function titleOf({ reading }: SourceState, { end, role }: Mention): string | null {
  const holder = role?.holder == null ? undefined : reading.mentions[role.holder];
  if (!role || !holder || holder.start - end !== 1 || role.tense !== 'current') return null;
  return role.rank?.name ?? role.office;
}

function isRank({ reading }: SourceState, { role }: Mention): boolean {
  if (role?.rank) return true;
  return role?.office != null && languageOf(reading.language.tag).comparison.ranks.has(role.office);
}

/** Two ranks, or one kind of office of two departments ("defence minister", "finance minister"); a deputy prime minister may be either. */
function excludeEachOther(a: Titled, b: Titled): boolean {
  if (a.isRank || b.isRank) return a.isRank && b.isRank;
  const [one, other] = [a, b].map(({ title }) => wordsOf(title).map(({ key }) => key)) as [string[], string[]];
  return one.length === 2 && other.length === 2 && one[1] === other[1] && one[0] !== other[0];
}

/** "Inspector" for a chief inspector. */
const isShortFor = (short: string, long: string): boolean => short === long || long.endsWith(` ${short}`);

/** A source that gives both titles to the person sets neither against the other. */
const givesTitle = (source: SourceState, { person, title }: Titled): boolean =>
  titlesIn(source, WHOLE).some((each) => each.person === person && each.title === title);

const WHOLE: Span = { start: 0, end: Infinity };
