/** Passages that two sources share, word for word or nearly. */
import type { Reading } from '../reading/types.ts';
import { align } from '../text/align.ts';
import { finish, mix } from '../text/hash.ts';
import { contains, type Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { spansIn } from './shared/context.ts';
import { MOST_COMPARED } from './shared/comparisonKeys.ts';
import { perSnapshot } from './shared/perSnapshot.ts';
import { passageKeys, proseWords, type BodyWords } from './shared/passageKeys.ts';
import type { Snapshot, Uri } from './types.ts';

export interface Passage {
  readonly a: Span;
  readonly b: Span;
  /** Words that both have, in order. */
  readonly words: number;
  /** Shared words over all words of the longer side: 1 for word for word. */
  readonly similarity: number;
  /** Of these words those that stand outside quotation marks on both sides; none where the passage is a quoted statement. */
  readonly prose: number;
  /** It is a quoted statement with the words that say who spoke, not copied prose. */
  readonly quoted: boolean;
}

export interface SharedWith {
  readonly uri: Uri;
  /** `a` in the source that was asked about, `b` in the other; in order of `a`. */
  readonly passages: readonly Passage[];
}

/** Every source that shares passages with `uri`, in code-unit order. */
export const passagesOf = perSnapshot(find);

function find(snapshot: Snapshot, uri: Uri): readonly SharedWith[] {
  const reading = snapshot.reading(uri);
  if (!reading) return [];
  return candidates(snapshot, uri, reading).flatMap((other) => {
    const passages = passagesBetween(reading, snapshot.reading(other)!);
    return passages.length > 0 ? [{ uri: other, passages }] : [];
  });
}

function candidates(snapshot: Snapshot, uri: Uri, reading: Reading): Uri[] {
  return snapshot.sourcesSharing(passageKeys(reading), MOST_COMPARED).filter((other) => other !== uri);
}

const between = new WeakMap<Reading, WeakMap<Reading, readonly Passage[]>>();

/** The passages that two readings share; `a` is the one first given. Remembered for as long as both are in use. */
export function passagesBetween(a: Reading, b: Reading): readonly Passage[] {
  const known = between.get(a)?.get(b);
  if (known) return known;
  // compared in one order, so that both sides are told the same
  const inOrder = a.text <= b.text;
  const passages = inOrder ? compare(a, b) : compare(b, a);
  const turned = turnedPassages(passages);
  remember(a, b, inOrder ? passages : turned);
  remember(b, a, inOrder ? turned : passages);
  return between.get(a)!.get(b)!;
}

/** The same passages as the other source sees them, in its order. */
export const turnedPassages = (passages: readonly Passage[]): readonly Passage[] =>
  passages.map((each) => ({ ...each, a: each.b, b: each.a })).sort(byPlace);

function remember(a: Reading, b: Reading, passages: readonly Passage[]): void {
  const byOther = between.get(a) ?? new WeakMap<Reading, readonly Passage[]>();
  between.set(a, byOther.set(b, passages));
}

const byPlace = (x: Passage, y: Passage): number => x.a.start - y.a.start || x.b.start - y.b.start;

const wordPairs = new WeakMap<Passage, readonly (readonly [Word, Word])[]>();

/** The words that both sides of a passage have, in order, those of `a` first; found once per passage. */
export function sharedWords(a: Reading, b: Reading, passage: Passage): readonly (readonly [Word, Word])[] {
  let pairs = wordPairs.get(passage);
  if (!pairs) {
    const [left, right] = [wordsIn(a, passage.a), wordsIn(b, passage.b)];
    const keysOf = (words: readonly Word[]): string[] => words.map(({ key }) => key);
    pairs = align(keysOf(left), keysOf(right)).map(([i, j]) => [left[i]!, right[j]!] as const);
    wordPairs.set(passage, pairs);
  }
  return pairs;
}

const wordsIn = (reading: Reading, span: Span): readonly Word[] => spansIn(proseWords(reading).words, span);

/** Words in a row that are looked for; chains of such runs make a passage. */
const RUN = 3;
/** Words that may be changed, left out or put in between two runs of one passage. */
const MOST_CHANGED = 8;
/** A sequence of words that stands more often in a source is a formula of it. */
const MOST_PLACES = 16;
/** Words that must be shared, and which share of the passage they must make. */
const FEWEST_WORDS = 8;
const FEWEST_WORDS_OF_RELATED = 5;
const LEAST_SIMILARITY = 0.7;
/** Two sources with so many shared words are related: then short passages count too. */
const RELATED_WORDS = 40;
/** Of the shared words so many must be longer than `SHORT_WORD`: "as well as one of the" is nobody's text. */
const FEWEST_LONG_WORDS = 4;
const SHORT_WORD = 4;

function compare(a: Reading, b: Reading): Passage[] {
  const [left, right] = [proseWords(a), proseWords(b)];
  const chains = disjoint(chain(runs(left.hashes, right.hashes), left).filter(isPassage));
  const total = chains.reduce((sum, { words }) => (words >= FEWEST_WORDS ? sum + words : sum), 0);
  const fewest = total >= RELATED_WORDS ? FEWEST_WORDS_OF_RELATED : FEWEST_WORDS;
  return chains
    .filter(({ words }) => words >= fewest)
    .map((each) => passageOf(a, b, left, right, each))
    .sort(byPlace);
}

/** Words that stand in a row in both sources; indices of words, ends exclusive. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Longest runs of at least `RUN` words, by place in `a`. */
function runs(a: Int32Array, b: Int32Array): Run[] {
  const places = new Map<number, number[]>();
  for (let at = 0; at + RUN <= b.length; at += 1) {
    const key = gram(b, at);
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  const found: Run[] = [];
  for (let at = 0; at + RUN <= a.length; at += 1) {
    const others = places.get(gram(a, at));
    if (!others || others.length > MOST_PLACES) continue;
    for (const other of others) {
      if (at > 0 && other > 0 && a[at - 1] === b[other - 1]) continue;
      let length = 0;
      while (at + length < a.length && other + length < b.length && a[at + length] === b[other + length]) length += 1;
      if (length >= RUN) found.push({ a: at, b: other, length });
    }
  }
  return found;
}

function gram(hashes: Int32Array, at: number): number {
  let hash = 0;
  for (let i = 0; i < RUN; i += 1) hash = mix(hash, hashes[at + i]!);
  return finish(hash);
}

interface Chain {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  /** Shared words. */
  readonly words: number;
  /** Those of them that are longer than `SHORT_WORD`. */
  readonly long: number;
}

/** Runs looked back at when a chain is continued; runs are sorted, so those further back are too far away anyhow. */
const LOOK_BACK = 24;

/** Joins runs that follow each other on both sides with few changed words between. */
function chain(found: readonly Run[], { words: all }: BodyWords): Chain[] {
  const chains: (Chain & { continued: boolean })[] = [];
  for (const run of found) {
    let best: (Chain & { continued: boolean }) | null = null;
    for (let at = chains.length - 1; at >= Math.max(0, chains.length - LOOK_BACK); at -= 1) {
      const before = chains[at]!;
      if (follows(before, run) && isDense(before, run) && (best === null || before.words > best.words)) best = before;
    }
    if (best) best.continued = true;
    const overlap = best ? Math.max(0, best.aEnd - run.a, best.bEnd - run.b) : 0;
    chains.push({
      aStart: best?.aStart ?? run.a,
      bStart: best?.bStart ?? run.b,
      aEnd: run.a + run.length,
      bEnd: run.b + run.length,
      words: (best?.words ?? 0) + run.length - overlap,
      long: (best?.long ?? 0) + longWords(all, run.a + overlap, run.a + run.length),
      continued: false,
    });
  }
  return chains.filter(({ continued }) => !continued);
}

function follows(before: Chain, run: Run): boolean {
  const [gapA, gapB] = [run.a - before.aEnd, run.b - before.bEnd];
  const beyond = run.a + run.length > before.aEnd && run.b + run.length > before.bEnd;
  // runs may overlap by words that one side repeats
  return beyond && gapA > -RUN && gapB > -RUN && gapA <= MOST_CHANGED && gapB <= MOST_CHANGED;
}

/** Whether a chain that is continued by the run is alike enough still; else a few shared words before a passage would undo it. */
function isDense(before: Chain, run: Run): boolean {
  const longer = Math.max(run.a + run.length - before.aStart, run.b + run.length - before.bStart);
  return before.words + run.length >= LEAST_SIMILARITY * longer;
}

function longWords(all: readonly Word[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (all[at]!.form.length > SHORT_WORD) count += 1;
  return count;
}

const isPassage = ({ aStart, aEnd, bStart, bEnd, words, long }: Chain): boolean =>
  words >= FEWEST_WORDS_OF_RELATED &&
  words >= LEAST_SIMILARITY * Math.max(aEnd - aStart, bEnd - bStart) &&
  long >= FEWEST_LONG_WORDS;

/** Of passages that claim the same words the one with most; a source may still give one passage to two places of the other. */
function disjoint(chains: readonly Chain[]): Chain[] {
  const kept: Chain[] = [];
  const bySize = [...chains].sort((x, y) => y.words - x.words || x.aStart - y.aStart || x.bStart - y.bStart);
  for (const each of bySize) {
    const claimed = kept.some(
      (other) =>
        each.aStart < other.aEnd && other.aStart < each.aEnd && each.bStart < other.bEnd && other.bStart < each.bEnd,
    );
    const twice = kept.some((other) => each.aStart >= other.aStart && each.aEnd <= other.aEnd);
    if (!claimed && !twice) kept.push(each);
  }
  return kept;
}

function passageOf(a: Reading, b: Reading, left: BodyWords, right: BodyWords, found: Chain): Passage {
  const spanA = { start: left.words[found.aStart]!.start, end: left.words[found.aEnd - 1]!.end };
  const spanB = { start: right.words[found.bStart]!.start, end: right.words[found.bEnd - 1]!.end };
  const [bareA, bareB] = [bareWords(a, left, found.aStart, found.aEnd), bareWords(b, right, found.bStart, found.bEnd)];
  const longer = Math.max(found.aEnd - found.aStart, found.bEnd - found.bStart);
  const quoted = Math.min(bareA.inARow, bareB.inARow) < Math.min(FEWEST_WORDS, found.words);
  return {
    a: spanA,
    b: spanB,
    words: found.words,
    similarity: found.words / longer,
    prose: quoted ? 0 : Math.min(found.words, bareA.all, bareB.all),
    quoted,
  };
}

/** How many words stand outside quotation marks, and how many of them in a row. */
function bareWords(reading: Reading, { words }: BodyWords, from: number, to: number): { all: number; inARow: number } {
  const quotations = quotedSpans(reading);
  let [all, inARow, row, next] = [0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const word = words[at]!;
    while (next < quotations.length && quotations[next]!.end <= word.start) next += 1;
    const quotation = quotations[next];
    row = quotation && contains(quotation, word) ? 0 : row + 1;
    if (row > 0) all += 1;
    inARow = Math.max(inARow, row);
  }
  return { all, inARow };
}

/** What stands in marks that are both there; where one was lost, what seems quoted may be prose. In order, none within another. */
function quotedSpans({ quotations }: Reading): Span[] {
  return quotations.flatMap(({ outer, open, close, kind, within }) =>
    within === null && (kind === 'block' || (open !== null && close !== null)) ? [outer] : [],
  );
}
