import { languageOf } from '../../reading/languages.ts';
import type { Reading } from '../../reading/types.ts';
import { contains, type Span } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';

const sentences = new WeakMap<Reading, Map<Span, ReadonlySet<string>>>();

/** Stems of the words that tell what a sentence is about: no function words, no numbers. Made once per sentence. */
export function contentOf(reading: Reading, sentence: Span): ReadonlySet<string> {
  let known = sentences.get(reading);
  if (!known) sentences.set(reading, (known = new Map()));
  let content = known.get(sentence);
  if (!content) known.set(sentence, (content = stems(reading, sentence)));
  return content;
}

/** The sentence that holds the span; the span itself where none does. */
export function sentenceOf(reading: Reading, span: Span): Span {
  return reading.sentences.find((sentence) => contains(sentence, span)) ?? span;
}

function stems(reading: Reading, sentence: Span): ReadonlySet<string> {
  const { comparison } = languageOf(reading.language.tag);
  const found = new Set<string>();
  for (const { form, key } of wordsOf(reading.text, sentence)) {
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
