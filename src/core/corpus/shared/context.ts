import { languageOf } from '../../reading/languages.ts';
import type { Reading } from '../../reading/types.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';
import { wordsOf, type Word } from '../../text/words.ts';

const contents = new WeakMap<Span, ReadonlySet<string>>();
const words = new WeakMap<Span, readonly Word[]>();

/** Stems of the words that tell what a sentence is about: no function words, no numbers. Made once per sentence. */
export function contentOf(reading: Reading, sentence: Span): ReadonlySet<string> {
  let content = contents.get(sentence);
  if (!content) contents.set(sentence, (content = stems(reading, sentence)));
  return content;
}

/** The words of a sentence; made once per sentence. */
export function wordsOfSentence(reading: Reading, sentence: Span): readonly Word[] {
  let found = words.get(sentence);
  if (!found) words.set(sentence, (found = wordsOf(reading.text, sentence)));
  return found;
}

/** The sentence that holds the span; the span itself where none does. */
export function sentenceOf(reading: Reading, span: Span): Span {
  const sentence = reading.sentences[lastFrom(reading.sentences, span.start)];
  return sentence && contains(sentence, span) ? sentence : span;
}

/** Those of spans in document order, none within another, that overlap a stretch; found without looking at all. */
export function spansIn<T extends Span>(spans: readonly T[], stretch: Span): readonly T[] {
  let end = lastFrom(spans, stretch.start);
  while (end < spans.length && spans[end]!.start < stretch.end) end += 1;
  return spans.slice(lastFrom(spans, stretch.start), end).filter((span) => overlaps(span, stretch));
}

/** Index of the last span that starts at the offset or before it; 0 where none does. */
function lastFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function stems(reading: Reading, sentence: Span): ReadonlySet<string> {
  const { comparison } = languageOf(reading.language.tag);
  const found = new Set<string>();
  const numbers = spansIn(reading.figures, sentence);
  for (const { form, key, ...word } of wordsOfSentence(reading, sentence)) {
    if (comparison.function.has(form) || /^\d/.test(form) || form.length === 1) continue;
    if (!numbers.some(({ number }) => overlaps(number, word))) found.add(comparison.stem(key));
  }
  return found;
}

/** How many members two sets share. */
export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const each of small) if (large.has(each)) count += 1;
  return count;
}
