/** Two printings of an utterance, word by word. */
import { align, type Pair } from '../../text/align.ts';
import type { Span } from '../../text/span.ts';
import type { SpokenWord } from './utteranceKeys.ts';

/** `same`: word for word; `variant`: some words or their spelling differ; `part`: one is a part of the other. */
export type Relation = 'same' | 'variant' | 'part';

/**
 * Words that stand in one place of an utterance, here and there. Where one side has none, both begin with the word before,
 * which they share ("our own", "our").
 */
export interface WordVariant {
  readonly here: Span;
  readonly there: Span;
  /** The words are the same: their spelling, a contraction or a hyphen differs, or a number is in digits. */
  readonly spelling: boolean;
}

export interface Collation {
  readonly relation: Relation;
  /** Stretches that differ, in order. */
  readonly variants: readonly WordVariant[];
  /** Whether differences are told at all: those of short parts are not. */
  readonly collated: boolean;
  /** Share of the words that carry meaning which are replaced by others, not only left out or spelt otherwise. */
  readonly reworded: number;
}

/** Share of the shorter quotation's words that must be found, in order, in the longer one. */
const SAME_WORDS = 0.8;
/** The aligned words may spread over so many words of the longer quotation: looser, and it is another sentence with like words. */
const SPREAD = 1.3;
/** A quotation that is less than this share of the other is a part of it. */
const OF_ONE_LENGTH = 0.5;
/** The few words of a shorter part may be anybody's term: nothing is made of how they differ. */
const FEWEST_OF_PART = 6;
/** Words that differ at the beginning or the end: with more, one side just goes on otherwise. */
const MOST_AT_EDGE = 3;

/** How two quotations print one utterance; null when they are two utterances. `isContent` tells words that carry meaning. */
export function collate(
  here: readonly SpokenWord[],
  there: readonly SpokenWord[],
  isContent: (word: SpokenWord) => boolean,
): Collation | null {
  const pairs = align(keysOf(here), keysOf(there));
  const shorter = Math.min(here.length, there.length);
  if (pairs.length === 0 || pairs.length < SAME_WORDS * shorter) return null;
  const columns = columnsOf(here, there, pairs);
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const omitted = (side: 'a' | 'b'): number =>
    columns.reduce((sum, column) => (column.omission ? sum + column[`${side}1`] - column[`${side}0`] : sum), 0);
  const spread = Math.max(last[0] - first[0] - omitted('a'), last[1] - first[1] - omitted('b')) + 1;
  if (spread > Math.max(SPREAD * pairs.length, pairs.length + 1)) return null;
  const isPart = shorter < OF_ONE_LENGTH * Math.max(here.length, there.length);
  const collated = !isPart || shorter >= FEWEST_OF_PART;
  const differing = collated ? wholeWords(columns, here, there).filter(differs) : [];
  const variants = differing.map((column) => variant(column, here, there));
  const contentOf = (words: readonly SpokenWord[]): number => words.filter(isContent).length;
  const replaced = differing
    .filter(({ equal }) => !equal)
    .map(({ a0, a1, b0, b1 }) => [contentOf(here.slice(a0, a1)), contentOf(there.slice(b0, b1))] as const)
    .filter(([a, b]) => a > 0 && b > 0);
  const [inHere, inThere] = [contentOf(here), contentOf(there)];
  const reworded = Math.max(
    0,
    replaced.reduce((sum, [a]) => sum + a, 0) / Math.max(inHere, 1),
    replaced.reduce((sum, [, b]) => sum + b, 0) / Math.max(inThere, 1),
  );
  if (isPart) return { relation: 'part', variants, collated, reworded };
  if (variants.length > 0) return { relation: 'variant', variants, collated, reworded };
  const isWhole = here.length === there.length && !columns.some(({ omission }) => omission);
  return { relation: isWhole ? 'same' : 'part', variants, collated, reworded };
}

/** Where the words of `span` stand in another printing; null where that lacks one of them. */
export function counterpart(here: readonly SpokenWord[], there: readonly SpokenWord[], span: Span): Span | null {
  const wanted = here.flatMap(({ start, end }, at) => (start >= span.start && end <= span.end ? [at] : []));
  const pairs = new Map(align(keysOf(here), keysOf(there)));
  const found = wanted.map((at) => pairs.get(at));
  if (found.length === 0 || found.some((at, i) => at === undefined || at !== found[0]! + i)) return null;
  return { start: there[found[0]!]!.start, end: there[found.at(-1)!]!.end };
}

const keysOf = (words: readonly SpokenWord[]): string[] => words.map(({ key }) => key);

/** Words of both sides that stand in one place; indices of words, ends exclusive. */
interface Column {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** The words are the same but for their form. */
  readonly equal: boolean;
  /** The words, or the hyphens between them, are printed otherwise. */
  readonly altered: boolean;
  /** One side says with marks that it leaves these words out. */
  readonly omission: boolean;
}

const differs = ({ altered, omission }: Column): boolean => altered && !omission;

function columnsOf(here: readonly SpokenWord[], there: readonly SpokenWord[], pairs: readonly Pair[]): Column[] {
  const columns: Column[] = [];
  const gap = (a0: number, a1: number, b0: number, b1: number): void => {
    if (a0 === a1 && b0 === b1) return;
    const omission = (a0 === a1 && here[a0 - 1]?.cut === true) || (b0 === b1 && there[b0 - 1]?.cut === true);
    columns.push({ a0, a1, b0, b1, equal: false, altered: true, omission });
  };
  const [firstA, firstB] = pairs[0]!;
  if (isEdge(firstA, firstB)) gap(0, firstA, 0, firstB);
  for (const [at, [a, b]] of pairs.entries()) {
    const altered = here[a]!.form !== there[b]!.form || here[a]!.contracted !== there[b]!.contracted;
    columns.push({ a0: a, a1: a + 1, b0: b, b1: b + 1, equal: true, altered, omission: false });
    const next = pairs[at + 1];
    if (next) gap(a + 1, next[0], b + 1, next[1]);
    else if (isEdge(here.length - a - 1, there.length - b - 1)) gap(a + 1, here.length, b + 1, there.length);
  }
  return columns;
}

/** What only goes on longer is no difference. */
const isEdge = (a: number, b: number): boolean => a > 0 && b > 0 && a <= MOST_AT_EDGE && b <= MOST_AT_EDGE;

/** Columns of which one splits a contraction or a compound on either side are one column where they differ. */
function wholeWords(columns: readonly Column[], here: readonly SpokenWord[], there: readonly SpokenWord[]): Column[] {
  const merged: Column[] = [];
  for (const column of columns) {
    const before = merged.at(-1);
    const isSplit = before && (splits(here, before.a1, column.a0) || splits(there, before.b1, column.b0));
    const isHyphened =
      before?.equal &&
      column.equal &&
      here[before.a1 - 1]!.joined !== there[before.b1 - 1]!.joined &&
      isNext(before, column);
    if (before && ((isSplit && (differs(before) || differs(column))) || isHyphened)) {
      const { a0, b0 } = before;
      const equal = before.equal && column.equal;
      merged[merged.length - 1] = { a0, a1: column.a1, b0, b1: column.b1, equal, altered: true, omission: false };
    } else merged.push(column);
  }
  return merged;
}

const isNext = (before: Column, column: Column): boolean => before.a1 === column.a0 && before.b1 === column.b0;

/** The words at both sides of the border are parts of one printed word. */
const splits = (words: readonly SpokenWord[], before: number, at: number): boolean =>
  before === at && at > 0 && at < words.length && words[at - 1]!.start === words[at]!.start;

function variant(
  { a0, a1, b0, b1, equal }: Column,
  here: readonly SpokenWord[],
  there: readonly SpokenWord[],
): WordVariant {
  const back = a0 === a1 || b0 === b1 ? 1 : 0;
  return { here: spanOf(here, a0 - back, a1), there: spanOf(there, b0 - back, b1), spelling: equal };
}

const spanOf = (words: readonly SpokenWord[], from: number, to: number): Span => ({
  start: words[from]!.start,
  end: words[to - 1]!.end,
});
