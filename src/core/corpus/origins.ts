/** Sources that go back to one another or to one wire are one witness. */
import type { Reading } from '../reading/types.ts';
import type { Span } from '../text/span.ts';
import { passagesOf, type Passage } from './passages.ts';
import type { Snapshot, Uri } from './types.ts';

/** Shared words of prose (some three sentences) that make two sources of one origin; quotations do not count. */
const FEWEST_WORDS = 50;

/** Words of prose that the passages share. */
export const sharedProse = (passages: readonly Passage[]): number =>
  passages.reduce((sum, { words, quoted }) => (quoted ? sum : sum + words), 0);

/** Sources of one origin with `uri`, itself included, in code-unit order; follows copies of copies. */
export function sameOrigin(snapshot: Snapshot, uri: Uri): readonly Uri[] {
  const group = new Set([uri]);
  for (const each of group) {
    for (const { uri: other, passages } of passagesOf(snapshot, each)) {
      if (sharedProse(passages) >= FEWEST_WORDS) group.add(other);
    }
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

/** Names of agencies that the text itself is credited to; credits of pictures are another matter. */
export function wireCredits({ asides }: Reading): readonly Span[] {
  return asides.flatMap(({ kind, rule, credited }) =>
    rule === 'wire-credit' || kind === 'dateline' ? (credited ?? []) : [],
  );
}
