import { languageOf } from '../../reading/languages.ts';
import type { Reading } from '../../reading/types.ts';
import { contains, type Span } from '../../text/span.ts';
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
  const { sentences } = reading;
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= span.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && contains(sentence, span) ? sentence : span;
}

function stems(reading: Reading, sentence: Span): ReadonlySet<string> {
  const { comparison } = languageOf(reading.language.tag);
  const found = new Set<string>();
  for (const { form, key } of wordsOfSentence(reading, sentence)) {
    if (!comparison.function.has(form) && !/^\d/.test(form) && form.length > 1) found.add(comparison.stem(key));
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
