/** Sources that go back to one another or to one wire are one witness. */
import { rangeOf } from '../reading/dates/edtf.ts';
import type { Reading } from '../reading/types.ts';
import type { Span } from '../text/span.ts';
import { passagesOf, type Passage } from './passages.ts';
import type { Place, Snapshot, Uri } from './types.ts';

/** Shared words of prose (some three sentences) that make two sources of one origin; quotations do not count. */
export const FEWEST_OF_ORIGIN = 50;

/** Words of prose that the passages share. */
export const sharedProse = (passages: readonly Passage[]): number =>
  passages.reduce((sum, { prose }) => sum + prose, 0);

/**
 * Sources of one origin with `uri`, itself included, in code-unit order; follows copies of copies. A source that was written
 * after several others and took from each goes with the one it took most from: it does not make one witness of the others.
 */
export function sameOrigin(snapshot: Snapshot, uri: Uri): readonly Uri[] {
  const group = new Set([uri]);
  for (const each of group) {
    for (const other of related(snapshot, each).keys()) if (areBound(snapshot, each, other)) group.add(other);
  }
  return [...group].sort();
}

/** The sources in groups of one origin each, groups and members in code-unit order. */
export function origins(snapshot: Snapshot, uris: Iterable<Uri>): readonly (readonly Uri[])[] {
  const asked = new Set(uris);
  const groups: Uri[][] = [];
  const placed = new Set<Uri>();
  for (const uri of [...asked].sort()) {
    if (placed.has(uri)) continue;
    const group = sameOrigin(snapshot, uri).filter((each) => asked.has(each));
    for (const each of group) placed.add(each);
    groups.push(group);
  }
  return groups;
}

/** What the text itself suggests about where the words of several sources were first: a hint, never a proof. */
export type SuggestedOrigin =
  | { readonly by: 'credit'; readonly agency: string; readonly place: Place }
  /** Dated before all others that are dated. */
  | { readonly by: 'date'; readonly uri: Uri; readonly date: string };

/** The wire that one of the sources credits, else the earliest of them; null where nothing tells. */
export function suggestedOrigin(snapshot: Snapshot, uris: readonly Uri[]): SuggestedOrigin | null {
  for (const uri of [...uris].sort()) {
    const { reading } = snapshot.source(uri)!;
    const [credit] = wireCredits(reading);
    if (credit)
      return { by: 'credit', agency: reading.text.slice(credit.start, credit.end), place: { uri, ...credit } };
  }
  const first = earliest(snapshot, uris);
  return first && { by: 'date', ...first };
}

/** The only source that is dated before all others of these that are dated; null where fewer than two are, or two may be of one day. */
export function earliest(
  snapshot: Snapshot,
  uris: readonly Uri[],
): { readonly uri: Uri; readonly date: string } | null {
  const dated = uris.filter((uri) => daysOf(snapshot, uri) !== null);
  const first = dated.find((uri) => dated.every((other) => other === uri || isBefore(snapshot, uri, other)));
  if (first === undefined || dated.length < 2) return null;
  return { uri: first, date: snapshot.source(first)!.reading.sourceDate!.value };
}

/** Names of agencies that the text itself is credited to; credits of pictures are another matter. */
export function wireCredits({ asides }: Reading): readonly Span[] {
  return asides.flatMap(({ kind, rule, credited }) =>
    rule === 'wire-credit' || kind === 'dateline' ? (credited ?? []) : [],
  );
}

/** Sources that share enough prose with `uri`, with how many words of it. */
function related(snapshot: Snapshot, uri: Uri): ReadonlyMap<Uri, number> {
  const found = new Map<Uri, number>();
  for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
    const words = sharedProse(passages);
    if (words >= FEWEST_OF_ORIGIN) found.set(other, words);
  }
  return found;
}

/** Related, and where one is the later of them, the other is the one among its earlier relatives that it took most from. */
function areBound(snapshot: Snapshot, a: Uri, b: Uri): boolean {
  if (isBefore(snapshot, b, a)) return areBound(snapshot, b, a);
  return !isBefore(snapshot, a, b) || mainSource(snapshot, b) === a;
}

function mainSource(snapshot: Snapshot, uri: Uri): Uri | null {
  let [main, most]: [Uri | null, number] = [null, 0];
  for (const [other, words] of related(snapshot, uri)) {
    if (words > most && isBefore(snapshot, other, uri)) [main, most] = [other, words];
  }
  return main;
}

const daysOf = (snapshot: Snapshot, uri: Uri) => {
  const value = snapshot.source(uri)?.reading.sourceDate?.value;
  return value === undefined ? null : rangeOf(value);
};

/** Every day that `a` may be of is before those that `b` may be of. */
function isBefore(snapshot: Snapshot, a: Uri, b: Uri): boolean {
  const [first, second] = [daysOf(snapshot, a), daysOf(snapshot, b)];
  return first !== null && second !== null && first.last < second.first;
}
