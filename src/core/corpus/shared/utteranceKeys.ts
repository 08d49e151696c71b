import { languageOf } from '../../reading/languages.ts';
import type { Figure, Quotation, Reading } from '../../reading/types.ts';
import { finish, hash32, mix } from '../../text/hash.ts';
import { wordsOf, type Word } from '../../text/words.ts';

/** Words in a row that make one key: fewer are common to any two texts, more miss quotations with many small changes. */
const SHINGLE = 3;
/** A quotation as short as this has one key, of all its words. */
const SHORT = 3;
/** Keeps these keys apart from those of other kinds of comparison. */
const SEED = 0x71756f74;

/**
 * A word as it was spoken: the parts of a contraction are two words of one span ("won't": will, not), a number is one word
 * whether it is printed in words or in digits.
 */
export interface SpokenWord extends Word {
  /** Part of a contraction, so that its form is not as printed. */
  readonly contracted: boolean;
  /** Marks of omission stand between it and the next word. */
  readonly cut: boolean;
}

const quotedWords = new WeakMap<Quotation, readonly SpokenWord[]>();

/** The words inside the marks; made once per quotation. */
export function wordsOfQuotation(reading: Reading, quotation: Quotation): readonly SpokenWord[] {
  let words = quotedWords.get(quotation);
  if (!words) {
    words = spokenWords(reading, quotation);
    quotedWords.set(quotation, words);
  }
  return words;
}

const keys = new WeakMap<Reading, readonly (readonly number[])[]>();

/** For each quotation the keys that it shares with the same words elsewhere. Single words have none. */
export function utteranceKeys(reading: Reading): readonly (readonly number[])[] {
  let made = keys.get(reading);
  if (!made) {
    made = reading.quotations.map((quotation) => keysOf(wordsOfQuotation(reading, quotation)));
    keys.set(reading, made);
  }
  return made;
}

const OMISSION = /…|\.\s?\.\s?\./;

function spokenWords(reading: Reading, quotation: Quotation): SpokenWord[] {
  const { text, language } = reading;
  const { expand, contracted } = languageOf(language.tag).comparison;
  const printed = joinNumbers(reading, wordsOf(text, quotation));
  return printed.flatMap((word, at): SpokenWord[] => {
    const next = printed[at + 1];
    const cut = next !== undefined && OMISSION.test(text.slice(word.end, next.start));
    const parts = expand(text.slice(word.start, word.end).toLowerCase().replaceAll('’', "'"));
    if (!parts) return [{ ...word, key: contracted(word.key), contracted: false, cut }];
    return parts.map((form, part) => {
      const isLast = part === parts.length - 1;
      const joined = isLast && word.joined;
      return { ...word, form, key: contracted(form), joined, contracted: true, cut: isLast && cut };
    });
  });
}

/** Numbers in words and in digits as one word each, whose key is the value. */
function joinNumbers({ text, figures }: Reading, words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let next = firstEndingAfter(figures, words[0]?.start ?? 0);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    while (next < figures.length && figures[next]!.number.end <= word.start) next += 1;
    const figure = figures[next];
    if (!figure || figure.value === null || figure.number.start !== word.start) {
      joined.push(word);
      continue;
    }
    let last = at;
    while (last + 1 < words.length && words[last + 1]!.end <= figure.number.end) last += 1;
    const { start, end } = { start: word.start, end: words[last]!.end };
    const form = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
    joined.push({ start, end, form, key: String(figure.value), joined: words[last]!.joined });
    at = last;
  }
  return joined;
}

/** Index of the first figure whose number ends behind the offset; numbers are in order and do not overlap. */
function firstEndingAfter(figures: readonly Figure[], offset: number): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle]!.number.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function keysOf(words: readonly SpokenWord[]): number[] {
  if (words.length < 2) return [];
  const hashes = words.map(({ key }) => hash32(key));
  const size = hashes.length <= SHORT ? hashes.length : SHINGLE;
  const made = new Set<number>();
  for (let at = 0; at + size <= hashes.length; at += 1) {
    let hash = SEED;
    for (let i = 0; i < size; i += 1) hash = mix(hash, hashes[at + i]!);
    made.add(finish(hash));
  }
  return [...made];
}
