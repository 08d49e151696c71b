/** Words for comparing what texts say: without case, accents, punctuation, and with a key that forgives spelling. */
import type { Span } from './span.ts';

export interface Word extends Span {
  /** Lower case, without accents and apostrophes: equal for the same word in the same spelling. */
  readonly form: string;
  /** Equal for one word in British and American spelling, and with single or doubled consonants. */
  readonly key: string;
  /** A hyphen joins it to the next word. */
  readonly joined: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Hyphen-minus, hyphen, non-breaking hyphen. */
const HYPHENS = '-\u2010\u2011';

/** The words of `span`, in order; offsets are those of `text`. Hyphens part words, apostrophes and decimal marks do not. */
export function wordsOf(text: string, span: Span = { start: 0, end: text.length }): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(WORD)) {
    const start = span.start + match.index;
    const form = match[0]
      .normalize('NFD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase();
    const end = start + match[0].length;
    const joined =
      end < text.length && HYPHENS.includes(text.charAt(end)) && end + 1 < span.end && /\S/.test(text.charAt(end + 1));
    words.push({ start, end, form, key: spellingKey(form), joined });
  }
  return words;
}

/** Endings in which British and American spelling part ways; only keys are made of them, so a rare clash is harmless. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e|es|ed|er|ers|ing|ation|ations|ational)$/, 'iz$1'],
  [/ys(e|es|ed|ing)$/, 'yz$1'],
  [/our(s|ed|ing|ite|able|ably|hood|ful|less|er|ers)?$/, 'or$1'],
  [/(.)tre(s)?$/, '$1ter$2'],
  [/ence(s|less)?$/, 'ense$1'],
  [/ogue(s)?$/, 'og$1'],
  [/amme(s|d)?$/, 'am$1'],
  [/[ao]e/, 'e'],
  [/([bdfglmnprst])\1/g, '$1'],
];

/** Shorter words than this are left as they are: "our" is not "or". */
const SHORTEST_RESPELT = 5;

/** A memo of a pure function: texts have many words and few different ones. Emptied when it is full. */
const keys = new Map<string, string>();
const MOST_KEYS = 100_000;

function spellingKey(form: string): string {
  if (form.length < SHORTEST_RESPELT) return form;
  const known = keys.get(form);
  if (known !== undefined) return known;
  let key = form;
  for (const [pattern, replacement] of SPELLINGS) key = key.replace(pattern, replacement);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(form, key);
  return key;
}
