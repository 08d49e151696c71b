import { MOST_COMPARED } from '../corpus/shared/comparisonKeys.ts';
import { keyOfTerm, termsOf, type Term } from '../corpus/shared/terms.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { fileName, finding, isQuoted, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Spellings that are listed in one finding. */
const MOST_LISTED = 12;

/**
 * The same term with and without hyphen, or in British and American spelling, inside a source or between sources. One quiet
 * finding for each source, whose other sides stand in it or where the other spelling was first met.
 */
export const termVariant: Rule = {
  code: 'term-variant',
  severity: 'hint',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const { reading } = snapshot.source(uri)!;
    const pairs = [...termsOf(reading)].flatMap(([key, terms]) => {
      // inside the marks `quotation-variant` speaks
      const here = terms.find((term) => !isQuoted(reading, term));
      if (!here) return [];
      const other = otherSpelling(snapshot, uri, key, here);
      return other ? [[termSide(snapshot, uri, here), other] as const] : [];
    });
    const listed = pairs.slice(0, MOST_LISTED);
    const sides = listed.flat();
    const [first, ...others] = sides;
    if (!first) return;
    const list = listed.map(([a, b]) => `“${a.label.args[0]}” / “${b.label.args[0]}”`).join(', ');
    yield finding(termVariant, snapshot, {
      sides: [first, ...others],
      message: message(pairs.length > listed.length ? 'term-variant-more' : 'term-variant', list, pairs.length),
      confidence: 0.6,
      key: fileName(uri),
    });
  },
};

/** The first term with another spelling: in the same source, else in the first source that has one. */
function otherSpelling(snapshot: Snapshot, uri: Uri, key: string, { spelling }: Term): Side | null {
  const sources = snapshot.sourcesWith(keyOfTerm(key), MOST_COMPARED) ?? [];
  for (const where of [uri, ...[...sources].sort()]) {
    const term = termsOf(snapshot.source(where)!.reading)
      .get(key)
      ?.find((each) => each.spelling !== spelling);
    if (term) return termSide(snapshot, where, term);
  }
  return null;
}

function termSide(snapshot: Snapshot, uri: Uri, { start, end }: Term): Side {
  const place = { uri, start, end };
  return side(place, message('term-variant-side', wordsAt(snapshot, place)));
}
