/** Quotations of one utterance, in whichever source they stand. */
import { MOST_COMPARED } from './shared/comparisonKeys.ts';
import { wholeDay } from '../text/calendar.ts';
import { languageOf } from '../reading/languages.ts';
import type { Reading } from '../reading/types.ts';
import type { Span } from '../text/span.ts';
import { collate, counterpart, type Collation, type Relation, type WordVariant } from './shared/collate.ts';
import { perSnapshot } from './shared/perSnapshot.ts';
import { utteranceKeys, wordsOfQuotation, type SpokenWord } from './shared/utteranceKeys.ts';
import { areTwoPersons, namedSpeaker, speakerId } from './speakers.ts';
import type { Place, Snapshot, SourceState, Uri } from './types.ts';

export type { Relation, WordVariant };

export interface QuotationRef extends Place {
  /** Index into the reading's `quotations`. */
  readonly index: number;
}

export interface SameUtterance {
  readonly ref: QuotationRef;
  readonly relation: Relation;
  /** Stretches that differ, in order. */
  readonly variants: readonly WordVariant[];
  /** Whether differences are told at all: those of short parts are not. */
  readonly collated: boolean;
}

/** Share of keys in common below which two quotations are not even compared. */
const COMMON_KEYS = 0.2;
/** Two persons may well use the same few words. */
const FEWEST_OF_TWO_PERSONS = 6;
/** With fewer words, and fewer of them that carry meaning, it is a formula ("no comment", "thank you") that anybody may use. */
const FEWEST_WORDS = 5;
const FEWEST_CONTENT_WORDS = 2;
/** Formulas as short as this are not even held together where one person speaks them. */
const SHORTEST_FORMULA = 3;

/** Half of the words that carry meaning, in several places: what is left is the frame of a sentence ("We had a … start and are … about the year"). */
const REWORDED = 0.45;
/** What somebody said is quoted for some days; later, in other words, it is more likely said anew: every match has such a sentence. */
const DAYS_APART = 6;
const REWORDED_LATER = 0.1;

/** Other quotations of the same utterance, by source and position; those in the same source too. */
export const sameUtterance = perSnapshot(find);

function find(snapshot: Snapshot, uri: Uri, index: number): readonly SameUtterance[] {
  const source = snapshot.source(uri);
  const keys = source && utteranceKeys(source.reading)[index];
  if (!source || !keys || keys.length === 0) return [];
  const wanted = new Set(keys);
  const found: SameUtterance[] = [];
  for (const otherUri of snapshot.sourcesSharing(keys, MOST_COMPARED)) {
    for (const at of candidateQuotations(snapshot.reading(otherUri)!, wanted)) {
      if (otherUri === uri && at === index) continue;
      const other = snapshot.source(otherUri)!;
      const compared = compare(snapshot, { source, index }, { source: other, index: at });
      const { start, end } = other.reading.quotations[at]!;
      if (compared) {
        const { relation, variants, collated } = compared;
        found.push({ ref: { uri: otherUri, start, end, index: at }, relation, variants, collated });
      }
    }
  }
  return found;
}

/** All printings of one utterance, held against the longest of them. */
export interface Utterance {
  readonly base: QuotationRef;
  readonly others: readonly SameUtterance[];
}

/** The utterance of a quotation; the same one whichever of its printings is asked about. */
export function utteranceOf(snapshot: Snapshot, uri: Uri, index: number): Utterance {
  const { start, end } = snapshot.source(uri)!.reading.quotations[index]!;
  let base: QuotationRef = { uri, start, end, index };
  for (;;) {
    const others = sameUtterance(snapshot, base.uri, base.index);
    const longest = others.flatMap(({ ref, collated }) => (collated ? [ref] : [])).reduce(longer, base);
    if (longest === base) return { base, others };
    base = longest;
  }
}

/** Of equal length the first one. */
function longer(a: QuotationRef, b: QuotationRef): QuotationRef {
  const difference = b.end - b.start - (a.end - a.start);
  const isFirst = b.uri < a.uri || (b.uri === a.uri && b.start < a.start);
  return difference > 0 || (difference === 0 && isFirst) ? b : a;
}

/** Where the words at a place of one quotation stand in another one that prints them too; null where it does not. */
export function placeInOther(snapshot: Snapshot, at: QuotationRef, span: Span, other: QuotationRef): Place | null {
  const [here, there] = [at, other].map(({ uri, index }) => {
    const { reading } = snapshot.source(uri)!;
    return wordsOfQuotation(reading, reading.quotations[index]!);
  });
  const found = counterpart(here!, there!, span);
  return found && { uri: other.uri, ...found };
}

function candidateQuotations(reading: Reading, wanted: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const [index, others] of utteranceKeys(reading).entries()) {
    const common = others.reduce((sum, key) => sum + Number(wanted.has(key)), 0);
    if (common > 0 && common >= COMMON_KEYS * Math.min(wanted.size, others.length)) found.push(index);
  }
  return found;
}

interface QuotationIn {
  readonly source: SourceState;
  readonly index: number;
}

function compare(snapshot: Snapshot, a: QuotationIn, b: QuotationIn): Collation | null {
  const { function: functionWords } = languageOf(a.source.reading.language.tag).comparison;
  const isContent = ({ form }: SpokenWord): boolean => !functionWords.has(form) && !form.startsWith("'");
  const [here, there] = [wordsIn(a), wordsIn(b)];
  const shorter = here.length <= there.length ? here : there;
  const isFormula = shorter.length < FEWEST_WORDS && shorter.filter(isContent).length < FEWEST_CONTENT_WORDS;
  if (isFormula && (shorter.length < SHORTEST_FORMULA || !haveOneSpeaker(a, b))) return null;
  const haveTwo = haveTwoSpeakers(snapshot, a, b);
  if (haveTwo && shorter.length < FEWEST_OF_TWO_PERSONS) return null;
  const compared = collate(here, there, isContent);
  return compared && isOther(compared, haveTwo, daysApart(a.source, b.source)) ? null : compared;
}

/** So many of the words that carry meaning are replaced that it is another utterance. */
function isOther({ reworded, variants }: Collation, ofTwoPersons: boolean, days: number): boolean {
  // "a good deal" and "a bad deal", of two persons, are two statements
  if (ofTwoPersons) return reworded > 0;
  return reworded > REWORDED_LATER && (days >= DAYS_APART || (reworded > REWORDED && variants.length > 1));
}

/** 0 where a day is not known. */
function daysApart(a: SourceState, b: SourceState): number {
  const [one, other] = [wholeDay(a.reading.sourceDate?.value), wholeDay(b.reading.sourceDate?.value)];
  return one === null || other === null ? 0 : Math.abs(one - other);
}

const quotationIn = ({ source, index }: QuotationIn) => source.reading.quotations[index]!;

const wordsIn = (at: QuotationIn): readonly SpokenWord[] => wordsOfQuotation(at.source.reading, quotationIn(at));

function haveOneSpeaker(a: QuotationIn, b: QuotationIn): boolean {
  const id = speakerId(a.source, quotationIn(a));
  return id !== null && id === speakerId(b.source, quotationIn(b));
}

function haveTwoSpeakers(snapshot: Snapshot, a: QuotationIn, b: QuotationIn): boolean {
  const [one, other] = [a, b].map((at) => namedSpeaker(snapshot, at.source, quotationIn(at).speaker));
  return !!one && !!other && areTwoPersons(one, other);
}
