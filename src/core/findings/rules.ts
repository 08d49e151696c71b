import type { Snapshot, Uri } from '../corpus/types.ts';
import { asideInBody } from './aside-in-body.ts';
import { dateConflict } from './date-conflict.ts';
import { figureConflict } from './figure-conflict.ts';
import { figureScope } from './figure-scope.ts';
import { figureUpdate } from './figure-update.ts';
import { hedgeDropped } from './hedge-dropped.ts';
import { nameMisspelling } from './name-misspelling.ts';
import { nameVariant } from './name-variant.ts';
import { passageShared } from './passage-shared.ts';
import { passageUncredited } from './passage-uncredited.ts';
import { quotationExcerpt } from './quotation-excerpt.ts';
import { quotationMarks } from './quotation-marks.ts';
import { quotationSpeakerConflict } from './quotation-speaker-conflict.ts';
import { quotationUnattributed } from './quotation-unattributed.ts';
import { quotationUnmarked } from './quotation-unmarked.ts';
import { quotationVariant } from './quotation-variant.ts';
import { roleConflict } from './role-conflict.ts';
import { sourceAnonymous } from './source-anonymous.ts';
import { sourceUndated } from './source-undated.ts';
import { staleRelativeDate } from './stale-relative-date.ts';
import { termVariant } from './term-variant.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';
import { comparePlaces, findingKey } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** Every rule, in order of its code. */
export const RULES: readonly Rule[] = [
  asideInBody,
  dateConflict,
  figureConflict,
  figureScope,
  figureUpdate,
  hedgeDropped,
  nameMisspelling,
  nameVariant,
  passageShared,
  passageUncredited,
  quotationExcerpt,
  quotationMarks,
  quotationSpeakerConflict,
  quotationUnattributed,
  quotationUnmarked,
  quotationVariant,
  roleConflict,
  sourceAnonymous,
  sourceUndated,
  staleRelativeDate,
  termVariant,
  weekdayMismatch,
];

/** All findings with a side in this source, by the place of that side. */
export function findings(snapshot: Snapshot, uri: Uri): readonly Finding[] {
  return RULES.flatMap((rule) => numbered([...rule.find(snapshot, uri)])).sort(
    (a, b) => comparePlaces(sideIn(a, uri), sideIn(b, uri)) || byCode(a, b),
  );
}

/**
 * One finding may be met from several of its sides; two findings in the same words of the same sources are two. These are told
 * apart by a number in order of place, the first without one; all of them are in the list of each of their sources.
 */
function numbered(found: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding[]>();
  for (const each of found) {
    const key = findingKey(each);
    const alike = byKey.get(key) ?? [];
    if (!alike.some((other) => compareSides(other, each) === 0)) alike.push(each);
    byKey.set(key, alike);
  }
  return [...byKey.values()].flatMap((alike) =>
    alike
      .sort(compareSides)
      .map((each, at) => (at === 0 ? each : { ...each, fingerprint: `${each.fingerprint}-${at + 1}` })),
  );
}

function compareSides(a: Finding, b: Finding): number {
  const differing = a.sides.findIndex((side, at) => !b.sides[at] || comparePlaces(side, b.sides[at]) !== 0);
  if (differing === -1) return a.sides.length - b.sides.length;
  return b.sides[differing] ? comparePlaces(a.sides[differing]!, b.sides[differing]) : 1;
}

/** All findings of the corpus, each once, by the place of their first side. */
export const allFindings = (snapshot: Snapshot): readonly Finding[] =>
  eachOnce(snapshot.uris().map((uri) => findings(snapshot, uri)));

/** The findings of several sources, each once, by the place of their first side. */
export function eachOnce(lists: Iterable<readonly Finding[]>): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const list of lists) for (const each of list) found.set(findingKey(each), each);
  return [...found.values()].sort((a, b) => comparePlaces(a.sides[0], b.sides[0]) || byCode(a, b));
}

const sideIn = (finding: Finding, uri: Uri) => finding.sides.find((side) => side.uri === uri) ?? finding.sides[0];

/** Of one place: by code, and always in the same order. */
function byCode(a: Finding, b: Finding): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  const [first, second] = [findingKey(a), findingKey(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}
