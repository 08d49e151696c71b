import { sharedProse, wireCredits } from '../corpus/origins.ts';
import { passagesOf, turnedPassages, type Passage } from '../corpus/passages.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Reading } from '../reading/types.ts';
import { fold } from '../text/fold.ts';
import { asSides, fileName, finding, message, side } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Words of shared prose that are worth a warning: some two sentences. */
const FEWEST_WORDS = 30;

/** A source shares prose with one that credits a wire, and credits nobody itself. */
export const passageUncredited: Rule = {
  code: 'passage-uncredited',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const prose = passages.filter(({ quoted }) => !quoted);
      if (sharedProse(prose) < FEWEST_WORDS) continue;
      yield* uncredited(snapshot, uri, other, prose);
      yield* uncredited(snapshot, other, uri, turnedPassages(prose));
    }
  },
};

/** `a` of the passages lies in `copy`, `b` in `original`. */
function* uncredited(snapshot: Snapshot, copy: Uri, original: Uri, passages: readonly Passage[]): Iterable<Finding> {
  const [here, there] = [snapshot.source(copy)!.reading, snapshot.source(original)!.reading];
  const credit = wireCredits(there)[0];
  if (!credit || wireCredits(here).length > 0) return;
  const agency = there.text.slice(credit.start, credit.end);
  if (names(here, agency)) return;
  const sides = passages.flatMap(({ a, b }): Side[] => [
    side({ uri: copy, ...a }, message('passage-uncredited-here', fileName(copy))),
    side({ uri: original, ...b }, message('passage-shared-side', fileName(original))),
  ]);
  yield finding(passageUncredited, snapshot, {
    sides: asSides([...sides, side({ uri: original, ...credit }, message('passage-uncredited-credit', agency))]),
    message: message('passage-uncredited', passages.length, fileName(original), agency, fileName(copy)),
    confidence: 0.85,
    key: `${fileName(copy)} ${fileName(original)}`,
  });
}

/** Whether the agency stands anywhere in the source, as a word of its own. */
function names({ text }: Reading, agency: string): boolean {
  const [folded, wanted] = [fold(text), fold(agency)];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const around = folded.charAt(at - 1) + folded.charAt(at + wanted.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
