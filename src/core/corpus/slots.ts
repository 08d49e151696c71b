/** Places in two sentences that the same words surround: what stands there is said of the same thing. */
import { languageOf } from '../reading/languages.ts';
import type { Figure, Reading } from '../reading/types.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { sentenceOf, spansIn, wordsOfSentence } from './shared/context.ts';

/** Words on each side of a place that are held against those of the other sentence. */
const REACH = 5;
/** Words of those that must be the same, in order, and how many of them must tell what the sentence is about. */
const FEWEST_SAME = 5;
const FEWEST_CONTENT = 2;

/** Whether the words around the two spans are the same, but for a word or two; at least one stands right beside both. */
export function sameSlot(a: Reading, spanA: Span, b: Reading, spanB: Span): boolean {
  const [beforeA, afterA] = around(a, spanA);
  const [beforeB, afterB] = around(b, spanB);
  const beside = startAlike(beforeA, beforeB) || startAlike(afterA, afterB);
  if (!beside) return false;
  const same = [...inCommon(beforeA, beforeB), ...inCommon(afterA, afterB)];
  const { function: functionWords } = languageOf(a.language.tag).comparison;
  const content = same.filter(({ form }) => !functionWords.has(form) && !/^\d/.test(form));
  return same.length >= FEWEST_SAME && content.length >= FEWEST_CONTENT;
}

/** Other figures stand in both sentences, and they have none in common: two matches, two quarters, told in one manner. */
export function otherFiguresDiffer(a: Reading, figureA: Figure, b: Reading, figureB: Figure): boolean {
  const [othersA, othersB] = [otherFigures(a, figureA), otherFigures(b, figureB)];
  return (
    othersA.length > 0 &&
    othersB.length > 0 &&
    !othersA.some((x) => othersB.some((y) => x.value === y.value && x.unit === y.unit))
  );
}

function otherFigures(reading: Reading, figure: Figure): Figure[] {
  return spansIn(reading.figures, sentenceOf(reading, figure)).filter((each) => each !== figure);
}

/** The words before the span, nearest first, and those behind it. */
function around(reading: Reading, span: Span): readonly [readonly Word[], readonly Word[]] {
  const words = wordsOfSentence(reading, sentenceOf(reading, span));
  const before = words
    .filter(({ end }) => end <= span.start)
    .slice(-REACH)
    .toReversed();
  const after = words.filter(({ start }) => start >= span.end).slice(0, REACH);
  return [before, after];
}

const startAlike = (a: readonly Word[], b: readonly Word[]): boolean => a[0] !== undefined && a[0].key === b[0]?.key;

/** Words of a longest common subsequence; both lists are short. */
function inCommon(a: readonly Word[], b: readonly Word[]): readonly Word[] {
  let row: (readonly Word[])[] = b.map(() => []);
  for (const word of a) {
    const next: (readonly Word[])[] = [];
    for (const [at, other] of b.entries()) {
      const [left, above, diagonal] = [next[at - 1] ?? [], row[at] ?? [], row[at - 1] ?? []];
      next.push(word.key === other.key ? [...diagonal, word] : left.length > above.length ? left : above);
    }
    row = next;
  }
  return row.at(-1) ?? [];
}
