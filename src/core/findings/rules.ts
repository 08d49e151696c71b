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
import { comparePlaces } from './finding.ts';
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
 * One finding may be met from several of its sides; two findings in the same words are two. These are told apart by a
 * number in order of place, the first without one.
 */
function numbered(found: readonly Finding[]): Finding[] {
  const byFingerprint = new Map<string, Finding[]>();
  for (const each of found) {
    const alike = byFingerprint.get(each.fingerprint) ?? [];
    if (!alike.some((other) => samePlaces(other, each))) alike.push(each);
    byFingerprint.set(each.fingerprint, alike);
  }
  return [...byFingerprint.values()].flatMap((alike) =>
    alike
      .sort((a, b) => comparePlaces(a.sides[0], b.sides[0]))
      .map((each, at) => (at === 0 ? each : { ...each, fingerprint: `${each.fingerprint}-${at + 1}` })),
  );
}

const samePlaces = (a: Finding, b: Finding): boolean =>
  a.sides.length === b.sides.length && a.sides.every((side, at) => comparePlaces(side, b.sides[at]!) === 0);

/** All findings of the corpus, each once, by the place of their first side. */
export function allFindings(snapshot: Snapshot): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const uri of snapshot.uris()) for (const each of findings(snapshot, uri)) found.set(each.fingerprint, each);
  return [...found.values()].sort((a, b) => comparePlaces(a.sides[0], b.sides[0]) || byCode(a, b));
}

const sideIn = (finding: Finding, uri: Uri) => finding.sides.find((side) => side.uri === uri) ?? finding.sides[0];

export const byCode = (a: Finding, b: Finding): number =>
  a.code === b.code ? (a.fingerprint < b.fingerprint ? -1 : 1) : a.code < b.code ? -1 : 1;
