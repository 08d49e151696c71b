import type { Reading } from '../../reading/types.ts';
import { finish, hash32, mix } from '../../text/hash.ts';
import { wordsOf, type Word } from '../../text/words.ts';

/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of `GRAM` words in a row, the least in each window of `WINDOW`
 * is kept. Two texts that share GRAM + WINDOW - 1 = 7 words in a row share a fingerprint; shorter ones do by chance of position.
 */
const GRAM = 4;
const WINDOW = 4;
/** Keeps these keys apart from those of other kinds of comparison. */
const SEED = 0x70617373;

export interface BodyWords {
  readonly words: readonly Word[];
  /** Hash of each word's key, parallel to `words`. */
  readonly hashes: Int32Array;
}

const bodies = new WeakMap<Reading, BodyWords>();

/** The words of the whole source; made once per reading. */
export function bodyWords(reading: Reading): BodyWords {
  let body = bodies.get(reading);
  if (!body) {
    const words = wordsOf(reading.text);
    body = { words, hashes: Int32Array.from(words, ({ key }) => hash32(key) | 0) };
    bodies.set(reading, body);
  }
  return body;
}

/** Fingerprints of the whole source, each once. */
export function passageKeys(reading: Reading): readonly number[] {
  const { hashes } = bodyWords(reading);
  const kept = new Set<number>();
  const window: { hash: number; at: number }[] = [];
  for (let at = 0; at + GRAM <= hashes.length; at += 1) {
    let gram = SEED;
    for (let i = 0; i < GRAM; i += 1) gram = mix(gram, hashes[at + i]!);
    const hash = finish(gram);
    // the window holds rising hashes only: what stands behind a lesser one can never be the least
    while (window.length > 0 && window.at(-1)!.hash >= hash) window.pop();
    window.push({ hash, at });
    if (window[0]!.at <= at - WINDOW) window.shift();
    if (at >= WINDOW - 1 || at + GRAM === hashes.length) kept.add(window[0]!.hash);
  }
  return [...kept];
}
