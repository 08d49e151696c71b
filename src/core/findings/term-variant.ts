import { MOST_COMPARED } from '../corpus/shared/comparisonKeys.ts';
import { keyOfSpelling, keyOfTerm, termsOf, type Term } from '../corpus/shared/terms.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { asSides, fileName, finding, isQuoted, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Spellings that are listed in one finding. */
const MOST_LISTED = 12;

/**
 * The same term with and without hyphen, or in British and American spelling, inside a source or between sources. One quiet
 * finding of each kind for a source; between sources it stands where the spelling is the rarer one, so that a pair is told once.
 */
export const termVariant: Rule = {
  code: 'term-variant',
  severity: 'hint',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const { reading } = snapshot.source(uri)!;
    const pairs: Pair[] = [];
    for (const [key, terms] of termsOf(reading)) {
      // inside the marks `quotation-variant` speaks
      const here = terms.find((term) => !isQuoted(reading, term));
      const other = here && (otherInSource(uri, terms, here) ?? moreUsual(snapshot, uri, key, here));
      if (here && other) pairs.push({ here, other });
    }
    const isHyphen = ({ here, other }: Pair): boolean => bare(here) === bare(other.term);
    const kinds = [
      ['term-variant-hyphen', pairs.filter(isHyphen)],
      ['term-variant', pairs.filter((pair) => !isHyphen(pair))],
    ] as const;
    for (const [code, ofKind] of kinds) if (ofKind.length > 0) yield collected(snapshot, uri, code, ofKind);
  },
};

interface Pair {
  readonly here: Term;
  readonly other: TermIn;
}

interface TermIn {
  readonly uri: Uri;
  readonly term: Term;
}

const bare = ({ spelling }: Term): string => spelling.replaceAll('-', '');

function collected(snapshot: Snapshot, uri: Uri, code: string, pairs: readonly Pair[]): Finding {
  const listed = pairs
    .slice(0, MOST_LISTED)
    .map(({ here, other }) => [termSide(snapshot, uri, here), termSide(snapshot, other.uri, other.term)] as const);
  const list = listed.map(([a, b]) =>
    a.uri === b.uri
      ? `“${a.label.args[0]}” / “${b.label.args[0]}”`
      : `“${a.label.args[0]}” / “${b.label.args[0]}” (${fileName(b.uri)})`,
  );
  return finding(termVariant, snapshot, {
    sides: asSides(listed.flat()),
    message:
      pairs.length > listed.length
        ? message(`${code}-more`, fileName(uri), list.join(', '), pairs.length)
        : message(code, fileName(uri), list.join(', ')),
    confidence: 0.6,
    key: `${code} ${fileName(uri)}`,
  });
}

function otherInSource(uri: Uri, terms: readonly Term[], { spelling }: Term): TermIn | null {
  const term = terms.find((each) => each.spelling !== spelling);
  return term ? { uri, term } : null;
}

/** Another spelling that more sources have, or as many and an earlier one; where it is first met. */
function moreUsual(snapshot: Snapshot, uri: Uri, key: string, here: Term): TermIn | null {
  const having = snapshot.sourcesWith(keyOfTerm(key), MOST_COMPARED) ?? [];
  // mostly all of them spell it as here, and need not be gone through
  if (snapshot.sourcesWith(keyOfSpelling(here), MOST_COMPARED)?.length === having.length) return null;
  const bySpelling = new Map<string, { first: TermIn; sources: number }>();
  for (const where of [...having].sort()) {
    const inSource = new Map(
      (termsOf(snapshot.reading(where)!).get(key) ?? []).toReversed().map((term) => [term.spelling, term]),
    );
    for (const [spelling, term] of inSource) {
      const known = bySpelling.get(spelling);
      bySpelling.set(spelling, { first: known?.first ?? { uri: where, term }, sources: (known?.sources ?? 0) + 1 });
    }
  }
  if (bySpelling.size < 2) return null;
  const [usual] = [...bySpelling.values()].sort(
    (a, b) => b.sources - a.sources || (a.first.uri < b.first.uri ? -1 : 1),
  );
  return usual!.first.term.spelling === here.spelling || usual!.first.uri === uri ? null : usual!.first;
}

function termSide(snapshot: Snapshot, uri: Uri, { start, end }: Term): Side {
  const place = { uri, start, end };
  return side(place, message('term-variant-side', wordsAt(snapshot, place), fileName(uri)));
}
