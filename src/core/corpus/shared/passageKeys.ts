import type { AsideKind, Reading } from '../../reading/types.ts';
import { finish, hash32, mix } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
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

/** Asides of which one source may tell that it has another one's words; any two sources invite to read on in the same ones. */
const TELLING: ReadonlySet<AsideKind> = new Set(['headline', 'caption']);

const proses = new WeakMap<Reading, BodyWords>();

/** The words that passages are made of: datelines, headers, credits, bylines and promotions are left out; made once per reading. */
export function proseWords(reading: Reading): BodyWords {
  let prose = proses.get(reading);
  if (!prose) {
    prose = without(
      bodyWords(reading),
      reading.asides.filter(({ kind }) => !TELLING.has(kind)),
    );
    proses.set(reading, prose);
  }
  return prose;
}

/** The words outside of spans that are in order of place. */
function without(body: BodyWords, spans: readonly Span[]): BodyWords {
  if (spans.length === 0) return body;
  const kept: number[] = [];
  let [next, reached] = [0, 0];
  for (const [at, { start, end }] of body.words.entries()) {
    for (; next < spans.length && spans[next]!.start < end; next += 1) reached = Math.max(reached, spans[next]!.end);
    if (start >= reached) kept.push(at);
  }
  return { words: kept.map((at) => body.words[at]!), hashes: Int32Array.from(kept, (at) => body.hashes[at]!) };
}

/** Fingerprints of the prose, each once. */
export function passageKeys(reading: Reading): readonly number[] {
  const { hashes } = proseWords(reading);
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
