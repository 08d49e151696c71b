import { personsExclude, shareActors } from '../corpus/actors.ts';
import { contentOf, sentenceOf } from '../corpus/shared/context.ts';
import { sameSlot } from '../corpus/slots.ts';
import { keysOfDate } from '../corpus/shared/dateKeys.ts';
import { perSnapshot } from '../corpus/shared/perSnapshot.ts';
import { twinSentences } from '../corpus/twinSentences.ts';
import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import type { DateExpression, Reading } from '../reading/types.ts';
import { wholeDay, weekdayOf } from '../text/calendar.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { componentOf } from './component.ts';
import { fileName, finding, isQuoted, message, side, wordsAt } from './finding.ts';
import { listed, quoted, sidesOf } from './listed.ts';
import type { Finding, Rule } from './types.ts';

/**
 * The same event on different days. Two sentences in much the same words tell of one event, when each gives one day, or
 * when the same words stand around the two days; anything looser would set a second event against the first.
 */
export const dateConflict: Rule = {
  code: 'date-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const seen = new Set<number>();
    for (const [index, others] of comparedDates(snapshot, uri)) {
      const date = refTo(snapshot, uri, index);
      if (seen.has(index) || !others.some((other) => inConflict(snapshot, date, other))) continue;
      const { members, pairs: held } = componentOf(
        date,
        (each) => comparedDates(snapshot, each.uri).get(each.index) ?? [],
        (each) => dateAt(snapshot, each).value ?? '',
      );
      const differing = new Set(held.filter(([a, b]) => inConflict(snapshot, a, b)).flat());
      for (const each of differing) if (each.uri === uri) seen.add(each.index);
      const found = conflict(
        snapshot,
        members.filter((each) => differing.has(each)),
      );
      if (found.sides.some((each) => each.uri === uri)) yield found;
    }
  },
};

interface DateRef extends Place {
  /** Index into the reading's `dates`. */
  readonly index: number;
}

const dateAt = (snapshot: Snapshot, { uri, index }: DateRef): DateExpression => snapshot.reading(uri)!.dates[index]!;

function refTo(snapshot: Snapshot, uri: Uri, index: number): DateRef {
  const { start, end } = snapshot.reading(uri)!.dates[index]!;
  return { uri, start, end, index };
}

/** For each date of a source, by index, those of other sources that are said of the same thing. */
const comparedDates = perSnapshot((snapshot: Snapshot, uri: Uri): ReadonlyMap<number, readonly DateRef[]> => {
  const found = new Map<number, Map<string, DateRef>>();
  const here = snapshot.reading(uri)!;
  const add = (mine: DateExpression, other: Uri, theirs: DateExpression): void => {
    const there = snapshot.reading(other)!;
    const [sentence, otherSentence] = [sentenceOf(here, mine), sentenceOf(there, theirs)];
    if (personsExclude(snapshot.source(uri)!, sentence, snapshot.source(other)!, otherSentence)) return;
    const [index, ref] = [here.dates.indexOf(mine), refTo(snapshot, other, there.dates.indexOf(theirs))];
    found.set(index, (found.get(index) ?? new Map<string, DateRef>()).set(`${other} ${ref.index}`, ref));
  };
  for (const { uri: other, a, b } of twinSentences(snapshot, uri)) {
    for (const [mine, theirs] of pairs(here, a, snapshot.reading(other)!, b)) add(mine, other, theirs);
  }
  for (const mine of here.dates.filter((date) => isCompared(here, date))) {
    for (const other of candidates(snapshot, uri, mine)) {
      const there = snapshot.reading(other)!;
      const theirs = there.dates.filter((date) => isCompared(there, date) && sameSlot(here, mine, there, date));
      if (theirs.length === 0 || !shareActors(snapshot.source(uri)!, snapshot.source(other)!)) continue;
      for (const each of theirs) add(mine, other, each);
    }
  }
  return new Map([...found].map(([index, others]) => [index, [...others.values()]]));
});

/** Pairs of words that more sources have around a date tell nothing about two of them. */
const MOST_SOURCES = 12;
/** Sources that have all the same words around a date may be more: the whole folder tells of that day. */
const MOST_OF_ONE_STORY = 400;

/** Sources with a date in much the same surroundings. */
function candidates(snapshot: Snapshot, uri: Uri, date: DateExpression): Uri[] {
  const keys = keysOfDate(snapshot.reading(uri)!, date);
  const areCommon = keys.length > 1 && keys.every((key) => snapshot.sourcesWith(key, MOST_SOURCES) === null);
  const found = areCommon
    ? snapshot.sourcesSharing(keys, MOST_OF_ONE_STORY, keys.length)
    : snapshot.sourcesSharing(keys, MOST_SOURCES);
  return found.filter((other) => other !== uri);
}

const inConflict = (snapshot: Snapshot, a: DateRef, b: DateRef): boolean =>
  differ(snapshot.reading(a.uri)!, dateAt(snapshot, a), snapshot.reading(b.uri)!, dateAt(snapshot, b));

function conflict(snapshot: Snapshot, dates: readonly DateRef[]): Finding {
  const told = dates.map((ref) => {
    const words = quoted(wordsAt(snapshot, ref), dayBehind(snapshot, ref));
    return {
      words,
      day: '',
      side: side(ref, message('date-conflict-side', words, fileName(ref.uri))),
    };
  });
  return finding(dateConflict, snapshot, {
    sides: sidesOf(told),
    message: message('date-conflict', listed(told)),
    confidence: 0.8,
  });
}

/** The day that words without a number are resolved to ("Monday"): what has numbers is told as it stands. */
function dayBehind(snapshot: Snapshot, ref: DateRef): string | null {
  const date = dateAt(snapshot, ref);
  return wholeDay(date.value) === null || hasDigit(snapshot.reading(ref.uri)!, date) ? null : date.value;
}

type Pair = readonly [DateExpression, DateExpression];

/** Dates of the two sentences that are said of the same thing. */
function pairs(a: Reading, sentenceA: Span, b: Reading, sentenceB: Span): readonly Pair[] {
  const [datesA, datesB] = [datesIn(a, sentenceA), datesIn(b, sentenceB)];
  const [onlyA, onlyB] = [datesA[0], datesB[0]];
  const inSlots = datesA.flatMap((x) => datesB.flatMap((y): Pair[] => (sameSlot(a, x, b, y) ? [[x, y]] : [])));
  if (inSlots.length > 0 || datesA.length !== 1 || datesB.length !== 1 || !onlyA || !onlyB) return inSlots;
  return hasDigit(a, onlyA) && hasDigit(b, onlyB) ? [[onlyA, onlyB]] : [];
}

/** A line of a date and little else is a header, and its day is that of the source. */
const FEWEST_WORDS = 5;

/** Days, weekdays and years that the sentence gives; other relative words are left to `stale-relative-date`. */
function datesIn(reading: Reading, sentence: Span): DateExpression[] {
  if (contentOf(reading, sentence).size < FEWEST_WORDS) return [];
  return reading.dates.filter((date) => contains(sentence, date) && isCompared(reading, date));
}

const isCompared = (reading: Reading, date: DateExpression): boolean =>
  date.kind === 'date' &&
  (hasDigit(reading, date) || isWeekday(date)) &&
  !isQuoted(reading, date) &&
  !datesSpeech(reading, date) &&
  !reading.sourceDate?.evidence.some((span) => overlaps(span, date));

const hasDigit = ({ text }: Reading, { start, end }: Span): boolean => /\d/.test(text.slice(start, end));
const isWeekday = ({ rule }: DateExpression): boolean => rule.startsWith('weekday');

/** "Said on Tuesday": people say things more than once. */
const datesSpeech = ({ quotations, statements }: Reading, { start }: Span): boolean =>
  [...quotations, ...statements].some(({ cue }) => cue && cue.end <= start && start - cue.end <= SPEECH_REACH);

/** Code units from the verb to its day: "told reporters on Tuesday". */
const SPEECH_REACH = 20;

/** Whether two dates of one shape name different days, weekdays or years. */
function differ(readingA: Reading, a: DateExpression, readingB: Reading, b: DateExpression): boolean {
  if (isWeekday(a) && isWeekday(b)) {
    const [dayA, dayB] = [weekdayIn(a), weekdayIn(b)];
    return dayA !== null && dayB !== null && dayA !== dayB && inOneWeek(readingA, readingB);
  }
  const [dayA, dayB] = [DAY.exec(a.value ?? ''), DAY.exec(b.value ?? '')];
  if (dayA && dayB) return dayA[2] !== dayB[2] || (dayA[1] !== dayB[1] && isSure(readingA, a) && isSure(readingB, b));
  if (a.value === b.value || !isSure(readingA, a) || !isSure(readingB, b)) return false;
  return [YEAR, MONTH].some((shape) => shape.test(a.value ?? '') && shape.test(b.value ?? ''));
}

const DAY = /^(\d{4}|XXXX)-(\d\d-\d\d)$/;
const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-\d\d$/;

/** A year that is printed, not guessed from the source's own date. */
const isSure = ({ text }: Reading, { start, end, value }: DateExpression): boolean =>
  text.slice(start, end).includes(value?.slice(0, 4) ?? '');

/** 1 (Monday) to 7; null where none is known. */
function weekdayIn({ value }: DateExpression): number | null {
  const unresolved = /^XXXX-WXX-([1-7])$/.exec(value ?? '');
  if (unresolved) return Number(unresolved[1]);
  const day = wholeDay(value);
  return day === null ? null : weekdayOf(day);
}

/** Sources of different weeks call different days by one name, and would both be right. */
function inOneWeek(a: Reading, b: Reading): boolean {
  const [dayA, dayB] = [wholeDay(a.sourceDate?.value), wholeDay(b.sourceDate?.value)];
  return dayA === null || dayB === null || Math.abs(dayA - dayB) < DAYS_OF_WEEK;
}

const DAYS_OF_WEEK = 7;
