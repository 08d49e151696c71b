/** Other ways to find an annotated span again, to compare ours with. */
import search from 'approx-string-match';
import DiffMatchPatch from 'diff-match-patch';
import type { Span } from '../../src/core/text/span.ts';
import type { Case } from './anchors.eval.ts';

/** Where a case's span is in its new text; null where it is not to be found. */
export type Finder = (one: Case) => Span | null;

/** Length of the surroundings that Hypothesis keeps. */
const CONTEXT = 32;

/**
 * The method of Hypothesis' client, written from its published description: the words at their old place; else all places of the quote, or,
 * where there is none, all that come near it (half of its letters wrong at most); of those the best by quote, prefix, suffix and place,
 * weighed 50, 20, 20 and 2. Nothing under `floor` (of 1) is taken; Hypothesis itself has none.
 */
export const hypothesis =
  (floor: number): Finder =>
  ({ oldText, newText, start, end }) => {
    const quote = oldText.slice(start, end);
    if (newText.slice(start, end) === quote) return { start, end };
    const [prefix, suffix] = [oldText.slice(Math.max(0, start - CONTEXT), start), oldText.slice(end, end + CONTEXT)];
    const places = placesOf(newText, quote).map((place) => {
      const before = newText.slice(Math.max(0, place.start - prefix.length), place.start);
      const after = newText.slice(place.end, place.end + suffix.length);
      const near = 1 - Math.abs(place.start - start) / newText.length;
      const score =
        50 * (1 - place.errors / quote.length) +
        20 * likeness(before, prefix) +
        20 * likeness(after, suffix) +
        2 * near;
      return { start: place.start, end: place.end, score: score / 92 };
    });
    const best = places.reduce<(typeof places)[number] | null>(
      (a, b) => (a === null || b.score > a.score ? b : a),
      null,
    );
    return best === null || best.score < floor ? null : { start: best.start, end: best.end };
  };

function placesOf(text: string, quote: string): ReturnType<typeof search> {
  const exact = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, quote, Math.min(256, Math.floor(quote.length / 2)));
}

function likeness(text: string, pattern: string): number {
  if (pattern === '' || text === '') return 0;
  const [first] = search(text, pattern, pattern.length);
  return first === undefined ? 0 : 1 - first.errors / pattern.length;
}

/** Both ends carried by the difference of the texts, as diff-match-patch gives it; its time limit is its default. */
export function diffMatchPatch(): Finder {
  const dmp = new DiffMatchPatch();
  let last: {
    readonly oldText: string;
    readonly newText: string;
    readonly diffs: ReturnType<typeof dmp.diff_main>;
  } | null = null;
  return ({ oldText, newText, start, end }) => {
    if (last === null || last.oldText !== oldText || last.newText !== newText) {
      const diffs = dmp.diff_main(oldText, newText);
      dmp.diff_cleanupSemantic(diffs);
      last = { oldText, newText, diffs };
    }
    const span = { start: dmp.diff_xIndex(last.diffs, start), end: dmp.diff_xIndex(last.diffs, end) };
    return span.start < span.end ? span : null;
  };
}
