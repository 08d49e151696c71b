/** Quotations of one utterance, in whichever source they stand. */
import { MOST_COMPARED } from './shared/comparisonKeys.ts';
import type { Reading } from '../reading/types.ts';
import { align, type Pair } from '../text/align.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { utteranceKeys, wordsOfQuotation } from './shared/utteranceKeys.ts';
import type { Place, Snapshot, Uri } from './types.ts';

export interface QuotationRef extends Place {
  /** Index into the reading's `quotations`. */
  readonly index: number;
}

/** `same`: word for word; `variant`: some words or their spelling differ; `part`: one is a part of the other. */
export type Relation = 'same' | 'variant' | 'part';

export interface SameUtterance {
  readonly ref: QuotationRef;
  readonly relation: Relation;
  /** Stretches that differ, in order; empty unless `relation` is `variant`. */
  readonly variants: readonly WordVariant[];
}

/** Words that stand in one place of an utterance, here and there; one side may lack them. */
export interface WordVariant {
  readonly here: VariantSide;
  readonly there: VariantSide;
}

export interface VariantSide {
  /** Of the words, or of the shared word before them where this side has none. */
  readonly span: Span;
  readonly lacking: boolean;
}

/** Share of the shorter quotation's words that must be found, in order, in the longer one. */
const SAME_WORDS = 0.8;
/** The aligned words may spread over so many words of the longer quotation: looser, and it is another sentence with like words. */
const SPREAD = 1.3;
/** A quotation that is less than this share of the other is a part of it, and its few words may be anybody's term. */
const OF_ONE_LENGTH = 0.5;
/** Share of keys in common below which two quotations are not even compared. */
const COMMON_KEYS = 0.2;

/** Other quotations of the same utterance, by source and position; those in the same source too. */
export function sameUtterance(snapshot: Snapshot, uri: Uri, index: number): readonly SameUtterance[] {
  const reading = snapshot.source(uri)?.reading;
  const keys = reading && utteranceKeys(reading)[index];
  if (!reading || !keys || keys.length === 0) return [];
  const here = wordsOfQuotation(reading, reading.quotations[index]!);
  const found: SameUtterance[] = [];
  for (const otherUri of candidateSources(snapshot, keys)) {
    const other = snapshot.source(otherUri)!.reading;
    for (const at of candidateQuotations(other, keys)) {
      if (otherUri === uri && at === index) continue;
      const compared = compare(here, wordsOfQuotation(other, other.quotations[at]!));
      const { start, end } = other.quotations[at]!;
      if (compared) found.push({ ref: { uri: otherUri, start, end, index: at }, ...compared });
    }
  }
  return found;
}

function candidateSources(snapshot: Snapshot, keys: readonly number[]): Uri[] {
  const counts = new Map<Uri, number>();
  for (const key of keys) {
    for (const uri of snapshot.sourcesWith(key, MOST_COMPARED) ?? []) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  }
  return [...counts.keys()].sort();
}

function candidateQuotations(reading: Reading, keys: readonly number[]): number[] {
  const wanted = new Set(keys);
  const found: number[] = [];
  for (const [index, others] of utteranceKeys(reading).entries()) {
    const common = others.reduce((sum, key) => sum + Number(wanted.has(key)), 0);
    if (common > 0 && common >= COMMON_KEYS * Math.min(keys.length, others.length)) found.push(index);
  }
  return found;
}

function compare(
  here: readonly Word[],
  there: readonly Word[],
): { relation: Relation; variants: readonly WordVariant[] } | null {
  const pairs = align(keysOf(here), keysOf(there));
  const shorter = Math.min(here.length, there.length);
  if (pairs.length < SAME_WORDS * shorter) return null;
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const spread = Math.max(last[0] - first[0], last[1] - first[1]) + 1;
  if (spread > Math.max(SPREAD * pairs.length, pairs.length + 1)) return null;
  if (shorter < OF_ONE_LENGTH * Math.max(here.length, there.length)) return { relation: 'part', variants: [] };
  const variants = variantsBetween(here, there, pairs);
  if (variants.length > 0) return { relation: 'variant', variants };
  return { relation: here.length === there.length ? 'same' : 'part', variants };
}

const keysOf = (words: readonly Word[]): string[] => words.map(({ key }) => key);

/** Differences within the aligned stretch: other words, other spelling, other hyphens; what only goes on longer is none. */
function variantsBetween(here: readonly Word[], there: readonly Word[], pairs: readonly Pair[]): WordVariant[] {
  const variants: WordVariant[] = [];
  for (const [at, [a, b]] of pairs.entries()) {
    const [nextA, nextB] = pairs[at + 1] ?? [a + 1, b + 1];
    if (here[a]!.form !== there[b]!.form) {
      variants.push({ here: variantSide(here, a, a + 1), there: variantSide(there, b, b + 1) });
    }
    if (nextA > a + 1 || nextB > b + 1) {
      variants.push({ here: variantSide(here, a + 1, nextA), there: variantSide(there, b + 1, nextB) });
    } else if (at + 1 < pairs.length && here[a]!.joined !== there[b]!.joined) {
      variants.push({ here: variantSide(here, a, a + 2), there: variantSide(there, b, b + 2) });
    }
  }
  return variants;
}

function variantSide(words: readonly Word[], from: number, to: number): VariantSide {
  const lacking = from === to;
  const [first, last] = lacking ? [words[from - 1]!, words[from - 1]!] : [words[from]!, words[to - 1]!];
  return { span: { start: first.start, end: last.end }, lacking };
}
