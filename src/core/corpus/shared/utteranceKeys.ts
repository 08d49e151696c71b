import type { Quotation, Reading } from '../../reading/types.ts';
import { finish, hash32, mix } from '../../text/hash.ts';
import { wordsOf, type Word } from '../../text/words.ts';

/** Words in a row that make one key: fewer are common to any two texts, more miss quotations with many small changes. */
const SHINGLE = 3;
/** A quotation as short as this has one key, of all its words. */
const SHORT = 3;
/** Keeps these keys apart from those of other kinds of comparison. */
const SEED = 0x71756f74;

const quotedWords = new WeakMap<Quotation, readonly Word[]>();

/** The words inside the marks; made once per quotation. */
export function wordsOfQuotation(reading: Reading, quotation: Quotation): readonly Word[] {
  let words = quotedWords.get(quotation);
  if (!words) {
    words = wordsOf(reading.text, quotation);
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

function keysOf(words: readonly Word[]): number[] {
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
