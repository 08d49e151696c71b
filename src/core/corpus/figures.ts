/** Figures of several sources that count the same thing. */
import { datesMeet } from '../reading/dates/edtf.ts';
import { intervalsMeet } from '../reading/figures/intervals.ts';
import { languageOf } from '../reading/languages.ts';
import type { Figure, Reading } from '../reading/types.ts';
import { wholeDay } from '../text/calendar.ts';
import { overlaps, type Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { entitiesIn, personsExclude, placesExclude, shareActors } from './actors.ts';
import { MOST_COMPARED } from './shared/comparisonKeys.ts';
import { perSnapshot } from './shared/perSnapshot.ts';
import { contentOf, sentenceOf, shared, spansIn, wordsOfSentence } from './shared/context.ts';
import { measuresOf } from './shared/measures.ts';
import { holderOfAge, isBare, keysOfFigure, kindOfFigure, valueOfFigure } from './shared/figureKeys.ts';
import { otherFiguresDiffer, sameSlot } from './slots.ts';
import type { EntityId, Place, Snapshot, SourceState, Uri } from './types.ts';

export interface FigureRef extends Place {
  /** Index into `measuresOf` the reading: its `figures`, and behind them its durations. */
  readonly index: number;
}

/** Content words that the two sentences must share, and their share of the shorter sentence's. */
const FEWEST_SHARED = 4;
const FEWEST_SHARED_IN_SLOT = 2;
/** "44 people were arrested, police said": a short sentence that tells an outcome and little else. */
const FEWEST_SHARED_OF_SHORT = 3;
const SHORT_SHARE = 0.75;
const LEAST_SHARE = 0.3;
/** With so large a share the sentences tell the same, whatever stands beside the figures. */
const ALIKE = 0.6;
/** Figures further apart than this many times are likelier of another scope than in conflict, unless the sentences are alike. */
const MOST_TIMES = 2;
const MOST_TIMES_ALIKE = 5;
/** Two numbers as large as this, and as near to each other, are hardly counts of different things. */
const LARGE = 20;
const NEAR_TIMES = 1.1;
/** Words on each side of a figure that tell what it is about. */
const AROUND = 6;
/** Keys that a source must share to be looked at. */
const FEWEST_KEYS = 3;

/** Figures in other sources that count what this one counts, in a sentence about the same; by source and position. */
export const sameCount = perSnapshot(findCounts);

function findCounts(snapshot: Snapshot, uri: Uri, index: number): readonly FigureRef[] {
  const source = snapshot.source(uri);
  const figure = source && measuresOf(source.reading)[index];
  const kind = source && figure ? kindOfFigure(source.reading, figure) : null;
  if (!source || !figure || kind === null || !isComparable(source.reading, figure)) return [];
  const found: FigureRef[] = [];
  for (const otherUri of candidates(
    snapshot,
    keysOfFigure(source.reading, figure),
    fewestKeys(source.reading, figure),
  )) {
    const there = snapshot.reading(otherUri)!;
    if (otherUri === uri || !measuresOf(there).some((each) => kindOfFigure(there, each) === kind)) continue;
    const other = snapshot.source(otherUri)!;
    if (needsSlot(source.reading, figure) && !shareActors(source, other)) continue;
    for (const [at, each] of measuresOf(there).entries()) {
      if (kindOfFigure(there, each) !== kind || !isComparable(there, each)) continue;
      if (countsTheSame(source, figure, other, each)) {
        found.push({ uri: otherUri, start: each.start, end: each.end, index: at });
      }
    }
  }
  return found;
}

/**
 * Sources that share enough keys. What more than `MOST_COMPARED` sources have tells little, unless it is all that the
 * sentence has: then the whole folder tells one thing, and only sources with nearly all of its words are looked at.
 */
function candidates(snapshot: Snapshot, keys: readonly number[], fewest: number): readonly Uri[] {
  const found = snapshot.sourcesSharing(keys, MOST_COMPARED, fewest);
  // the source itself is among them whenever it has enough keys that tell something
  if (found.length > 0) return found;
  return snapshot.sourcesSharing(keys, MOST_OF_ONE_STORY, Math.max(fewest, Math.ceil(keys.length * ONE_STORY)));
}

/** Sources that may tell one thing in the same words; beyond that it is a formula, and nothing is compared. */
const MOST_OF_ONE_STORY = 400;
/** Share of a figure's keys that such sources must have. */
const ONE_STORY = 0.6;

/** An age has one key: whose it is; amounts need the words right around them, and of these alone are the keys of what is bare. */
function fewestKeys(reading: Reading, figure: Figure): number {
  if (figure.unit === 'year' || isBare(reading, figure)) return 1;
  return figure.counted === null ? FEWEST_SHARED_IN_SLOT : FEWEST_KEYS;
}

/** Figures in other sources with the same number and unit, but of something else, in a sentence about the same entity. */
export function sameNumber(snapshot: Snapshot, uri: Uri, index: number): readonly FigureRef[] {
  const source = snapshot.source(uri);
  const figure = source?.reading.figures[index];
  const value = figure && valueOfFigure(figure);
  if (!source || !figure?.counted || !value) return [];
  const entities = entitiesAround(source, figure);
  const kind = kindOfFigure(source.reading, figure);
  const found: FigureRef[] = [];
  for (const otherUri of snapshot.sourcesSharing(keysOfFigure(source.reading, figure), MOST_COMPARED)) {
    if (otherUri === uri) continue;
    const other = snapshot.source(otherUri)!;
    for (const [at, each] of other.reading.figures.entries()) {
      if (!each.counted || valueOfFigure(each) !== value || kindOfFigure(other.reading, each) === kind) continue;
      if (shared(entities, entitiesAround(other, each)) === 0) continue;
      found.push({ uri: otherUri, start: each.start, end: each.end, index: at });
    }
  }
  return found;
}

/** "One" is as often a pronoun, and a part of a count ("another two", "the first ten", "28 of 41") is no count of the whole. */
function isComparable(reading: Reading, figure: Figure): boolean {
  if (
    figure.value === 1 ||
    isConversion(reading, figure) ||
    PART_OF.test(reading.text.slice(Math.max(0, figure.start - SCOPE_REACH), figure.start))
  )
    return false;
  const { scopes } = languageOf(reading.language.tag).comparison;
  const from = Math.max(0, figure.start - SCOPE_REACH);
  const near = wordsOf(reading.text, { start: from, end: figure.end });
  // "at least", "more than": a hedge is no scope
  const { hedge } = figure;
  return !near.some((word) => scopes.has(word.form) && !(hedge && overlaps(hedge.span, word)));
}

/** "$1 million ($1.52 million)", "8 km (5 miles)": the figure before it, in another unit. */
function isConversion({ text, figures }: Reading, { start }: Figure): boolean {
  const opens = text.charAt(start - 1) === '(' || text.startsWith('(or ', start - 4);
  return opens && spansIn(figures, { start: start - CONVERSION_REACH, end: start }).length > 0;
}

/** Code units of a blank, a mark and a word between a figure and its conversion. */
const CONVERSION_REACH = 6;

/** A number and "of" right before a figure. */
const PART_OF = /\d of $/;

/** Code units before a figure in which a word still says what it is a part of. */
const SCOPE_REACH = 16;

function countsTheSame(a: SourceState, figureA: Figure, b: SourceState, figureB: Figure): boolean {
  if (figureA.unit === 'year') return isAgeOfOne(a, figureA, b, figureB);
  const [sentenceA, sentenceB] = [sentenceOf(a.reading, figureA), sentenceOf(b.reading, figureB)];
  const [wordsA, wordsB] = [contentOf(a.reading, sentenceA), contentOf(b.reading, sentenceB)];
  const common = shared(wordsA, wordsB);
  const share = common / Math.max(1, Math.min(wordsA.size, wordsB.size));
  if (common < FEWEST_SHARED_IN_SLOT || share < LEAST_SHARE) return false;
  // what is cheap to ask comes first: most candidates end here
  const inSlot = sameSlot(a.reading, toldOf(figureA), b.reading, toldOf(figureB));
  if (!inSlot && common < FEWEST_SHARED_OF_SHORT) return false;
  if (datesExclude(a.reading, figureA, b.reading, figureB)) return false;
  if (personsExclude(a, sentenceA, b, sentenceB) || placesExclude(a, sentenceA, b, sentenceB)) return false;
  const [outcomeA, outcomeB] = [outcomeOf(a.reading, figureA), outcomeOf(b.reading, figureB)];
  if (outcomeA !== outcomeB || qualifiersExclude(a, figureA, b, figureB)) return false;
  const apart = times(figureA, figureB);
  if (apart > MOST_TIMES_ALIKE) return false;
  const isTwin = common >= ALIKE * Math.max(wordsA.size, wordsB.size);
  if (isBare(a.reading, figureA) && !isTwin) return false;
  if (inSlot && !otherFiguresDiffer(a.reading, figureA, b.reading, figureB)) return true;
  const enough =
    common >= FEWEST_SHARED || (common >= FEWEST_SHARED_OF_SHORT && share >= SHORT_SHARE && outcomeA !== null);
  if (!enough || needsSlot(a.reading, figureA)) return false;
  if (intervalsMeet(figureA.interval, figureB.interval) || share >= ALIKE) return true;
  if (apart <= NEAR_TIMES && Math.min(figureA.value ?? 0, figureB.value ?? 0) >= LARGE) return true;
  if (apart > MOST_TIMES) return false;
  if (outcomeA !== null) return true;
  return (
    shareSurroundings(a.reading, figureA, b.reading, figureB) &&
    shared(entitiesIn(a, sentenceA), entitiesIn(b, sentenceB)) > 0
  );
}

/** From the hedge to the end of what is counted. */
const toldOf = ({ start, end, hedge, counted }: Figure): Span => ({
  start: Math.min(start, hedge?.span.start ?? start),
  end: Math.max(end, hedge?.span.end ?? end, counted?.span.end ?? end),
});

/**
 * Amounts and shares are told of everything, and matches are all told in the same words: without the same words right
 * around them they are not compared. Nor are bare numbers and lengths of time.
 */
function needsSlot(reading: Reading, figure: Figure): boolean {
  const { unit, counted } = figure;
  if (isBare(reading, figure)) return true;
  const { statistics, stem } = languageOf(reading.language.tag).comparison;
  return unit !== null || (counted !== null && statistics.has(stem(counted.lemma.toLowerCase())));
}

/** Days between two sources within which an age is still the same. */
const SAME_AGE_DAYS = 30;

/**
 * Whether the count may go on after the source was written: of the dead, the arrested, the houses that burned, the votes that
 * were counted. Sums, shares, ages and what reports of matches count are what they are.
 */
export function canGrow(reading: Reading, figure: Figure): boolean {
  if (needsSlot(reading, figure)) return false;
  if (outcomeOf(reading, figure) !== null) return true;
  const { growing, stem } = languageOf(reading.language.tag).comparison;
  return surroundings(reading, figure).some(({ form }) => growing.has(stem(form)));
}

/** Both are the age of one person, told at much the same time. */
function isAgeOfOne(a: SourceState, figureA: Figure, b: SourceState, figureB: Figure): boolean {
  const [holderA, holderB] = [holderOfAge(a.reading, figureA), holderOfAge(b.reading, figureB)];
  if (holderA === null || holderB === null) return false;
  const id = a.entityOf[holderA];
  if (id == null || id !== b.entityOf[holderB]) return false;
  const [dayA, dayB] = [wholeDay(a.reading.sourceDate?.value), wholeDay(b.reading.sourceDate?.value)];
  return dayA === null || dayB === null || Math.abs(dayA - dayB) <= SAME_AGE_DAYS;
}

/** Names right behind the two figures, and none in common: "9 cases in Marl", "12 cases in Lorn". */
function qualifiersExclude(a: SourceState, figureA: Figure, b: SourceState, figureB: Figure): boolean {
  const [of, other] = [entitiesBehind(a, figureA), entitiesBehind(b, figureB)];
  return of.size > 0 && other.size > 0 && shared(of, other) === 0;
}

/** Of the first name behind a figure that only function words part from it. */
function entitiesBehind(source: SourceState, figure: Figure): ReadonlySet<EntityId> {
  const { reading } = source;
  const { function: functionWords } = languageOf(reading.language.tag).comparison;
  const { end } = toldOf(figure);
  const words = wordsOfSentence(reading, sentenceOf(reading, figure)).filter(({ start }) => start >= end);
  const first = words.find(({ form }) => !functionWords.has(form));
  return first ? entitiesOver(source, first) : new Set();
}

/** What happened to those who are counted: the nearest word in the figure's surroundings that tells an outcome. */
function outcomeOf(reading: Reading, figure: Figure): string | null {
  const { outcomes, stem } = languageOf(reading.language.tag).comparison;
  let nearest: { outcome: string; distance: number } | null = null;
  for (const { form, distance } of surroundings(reading, figure)) {
    const outcome = outcomes.get(stem(form));
    if (outcome !== undefined && (nearest === null || distance < nearest.distance)) nearest = { outcome, distance };
  }
  return nearest?.outcome ?? null;
}

/** A content word, other than the counted noun, stands beside both figures. */
function shareSurroundings(a: Reading, figureA: Figure, b: Reading, figureB: Figure): boolean {
  return shared(stemsAround(a, figureA), stemsAround(b, figureB)) > 0;
}

function stemsAround(reading: Reading, figure: Figure): ReadonlySet<string> {
  const { stem, function: functionWords } = languageOf(reading.language.tag).comparison;
  const stems = new Set<string>();
  for (const { form, key } of surroundings(reading, figure)) {
    if (!functionWords.has(form) && !/^\d/.test(form)) stems.add(stem(key));
  }
  if (figure.counted) stems.delete(stem(figure.counted.lemma.toLowerCase()));
  return stems;
}

/** The words of the figure and `AROUND` words on each side of it, within its sentence. */
function surroundings(reading: Reading, figure: Figure): readonly { form: string; key: string; distance: number }[] {
  const words = wordsOfSentence(reading, sentenceOf(reading, figure));
  const first = words.findIndex((word) => word.end > figure.start);
  const last = words.findLastIndex((word) => word.start < figure.end);
  return words.flatMap(({ form, key }, at) => {
    const distance = Math.max(first - at, at - last, 0);
    return distance <= AROUND ? [{ form, key, distance }] : [];
  });
}

function times(a: Figure, b: Figure): number {
  if (a.value === null || b.value === null || a.value <= 0 || b.value <= 0) return Infinity;
  return Math.max(a.value / b.value, b.value / a.value);
}

/** Both sentences give whole years, months or days beside the figure, and none in common. */
function datesExclude(a: Reading, figureA: Figure, b: Reading, figureB: Figure): boolean {
  const [datesA, datesB] = [datesAround(a, figureA), datesAround(b, figureB)];
  if (datesA.length === 0 || datesB.length === 0) return false;
  return !datesA.some((x) => datesB.some((y) => datesMeet(x, y)));
}

const datesAround = (reading: Reading, figure: Figure): string[] => {
  const sentence = sentenceOf(reading, figure);
  return reading.dates.flatMap((date) => (date.resolved && date.value && overlaps(sentence, date) ? [date.value] : []));
};

const entitiesAround = (source: SourceState, figure: Figure): ReadonlySet<EntityId> =>
  entitiesIn(source, sentenceOf(source.reading, figure));

function entitiesOver({ reading, entityOf }: SourceState, word: Span): ReadonlySet<EntityId> {
  return new Set(
    reading.mentions.flatMap((mention, at) => (overlaps(mention, word) && entityOf[at] != null ? [entityOf[at]] : [])),
  );
}
