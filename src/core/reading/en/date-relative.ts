/** English expressions beside another date: "last year", "the following month", "this week", "a year ago", "the day before". */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { DatePhrase } from '../dates/grammar.ts';
import type { Base, Direction } from '../dates/meaning.ts';
import { Unit } from '../dates/units.ts';
import {
  amountOf,
  duration,
  isAge,
  isoFactor,
  offset,
  readAmount,
  readCounted,
  readUntold,
  unitAt,
  unitBefore,
  withDistance,
} from './date-amounts.ts';
import { CONTEXT_SHIFTS, readQuarter } from './date-years.ts';
import { fieldsOf, readDay, readHoliday } from './date-days.ts';
import { dayPartAt } from './date-times.ts';
import { isApostrophe, isDash, skipHyphen } from './marks.ts';

/** "last year", "next Tuesday", "the past three months", "the previous day"; `at` is at the shift word, `the` tells of the article. */
export function readShift(atoms: Atoms, at: number, the: boolean): DatePhrase | null {
  const entry = atoms.entry(at);
  const { form } = entry;
  const relation = entry.offset as Direction;
  let next = at + 1;
  if (form === 'past' && !the && !isPastDeterminer(atoms, at)) return null;
  // "this past spring", "this coming Sunday" come here with the second word.
  const counted = readCounted(atoms, next);
  if (counted) return form === 'same' ? null : { ...counted, rule: 'duration-shift' };
  const context = CONTEXT_SHIFTS.has(form) || (form === 'next' && the);
  const base: Base = context ? 'context' : 'source';
  if (atoms.has(next, Cue.weekday | Cue.month) && atoms.isCapitalized(next)) {
    const day = readDay(atoms, next);
    const fields = fieldsOf(day);
    if (day && fields && fields.year === undefined)
      return {
        end: day.end,
        kind: 'date',
        meaning: { kind: 'fields', fields: { ...fields, relation, ...(context && { yearBase: 'context' as const }) } },
        rule: `${day.rule}-${form}`,
      };
    if (atoms.has(next, Cue.month) && !day)
      return {
        end: next + 1,
        kind: 'date',
        meaning: { kind: 'fields', fields: { month: atoms.entry(next).month, relation } },
        rule: `month-${form}`,
      };
  }
  if (atoms.has(next, Cue.holiday)) {
    const day = readHoliday(atoms, next);
    const fields = fieldsOf(day);
    if (day && fields)
      return {
        end: day.end,
        kind: 'date',
        meaning: { kind: 'fields', fields: { ...fields, relation } },
        rule: 'holiday',
      };
  }
  if (atoms.has(next, Cue.season))
    return {
      end: next + 1,
      kind: 'date',
      meaning: { kind: 'fields', fields: { grouping: atoms.entry(next).season, relation } },
      rule: `season-${form}`,
    };
  const part = dayPartAt(atoms, next);
  if (
    part &&
    (form === 'last' || form === 'previous' || form === 'next' || form === 'following') &&
    !atoms.is(next + 1, 'of')
  ) {
    return offset(
      base === 'source' && form === 'next' ? 'context' : base,
      relation,
      Unit.day,
      next + 1,
      `day-${form}`,
      { dayPart: part },
    );
  }
  const found = unitAt(atoms, next);
  if (!found || found.unit < Unit.hour || (found.plural && !found.adjective && form !== 'past'))
    return found?.plural ? readUntoldPlural(atoms, at, found) : null;
  if (found.plural) return readUntoldPlural(atoms, at, found);
  next = found.end;
  // "over the past year" is a length of time, "last year" the calendar's.
  if (form === 'past') return { ...duration(1, found.unit, next), rule: 'duration-shift' };
  // "The latest quarter" is the one reported on: the last that is over.
  if (form === 'latest' && found.unit === Unit.quarter)
    return { end: next, kind: 'date', meaning: { kind: 'anaphor', unit: Unit.quarter }, rule: 'unit-the' };
  // "last year's third quarter"
  const possessed = readPossessed(atoms, next);
  if (found.unit === Unit.year && possessed)
    return {
      end: possessed.end,
      kind: 'date',
      meaning: { kind: 'fields', fields: { ...possessed.fields, yearOffset: relation, yearBase: base } },
      rule: 'quarter-of-year',
    };
  return offset(base, relation, found.unit, next, `unit-${form}`);
}

/** "past" before a unit is a determiner only after a preposition or a determiner ("in past years" is vague, "walked past weeks of…" is not time). */
const isPastDeterminer = (atoms: Atoms, at: number): boolean => atoms.has(at - 1, Cue.preposition | Cue.determiner);

/** "recent years", "coming weeks", "the past decades": untold many. */
function readUntoldPlural(atoms: Atoms, at: number, found: { unit: Unit; end: number }): DatePhrase | null {
  const { form } = atoms.entry(at);
  if (form === 'same' || form === 'latest' || form === 'current') return null;
  return { ...duration(null, found.unit, found.end), rule: 'duration-untold' };
}

/** "'s third quarter" after a year. */
function readPossessed(atoms: Atoms, at: number): ReturnType<typeof readQuarter> {
  return isApostrophe(atoms.mark(at)) && atoms.is(at + 1, 's') ? readQuarter(atoms, at + 2) : null;
}

/** "a year ago", "the week", "this month", "that day", "the past two years", "these days"; `at` is at the determiner. */
export function readArticle(atoms: Atoms, at: number): DatePhrase | null {
  const { form } = atoms.entry(at);
  let next = at + 1;
  const from = (phrase: DatePhrase | null): DatePhrase | null => phrase && { ...phrase, start: at };
  if (form === 'a' || form === 'an')
    return from(atoms.has(next, Cue.scale) ? readAmount(atoms, at) : readIndefinite(atoms, next));
  if (form === 'these' && atoms.is(next, 'days'))
    return from({ end: next + 1, kind: 'date', meaning: { kind: 'vague', time: 'present' }, rule: 'vague-present' });
  if (form === 'this' || form === 'that') {
    const same = atoms.is(next, 'same') || (form === 'this' && (atoms.is(next, 'past') || atoms.is(next, 'coming')));
    if (same && !atoms.is(next, 'same')) return from(readShift(atoms, next, true));
    if (same) next += 1;
    return from(readDemonstrative(atoms, next, form));
  }
  if (form === 'the') {
    if (atoms.has(next, Cue.shift))
      return from(readShift(atoms, next, true) ?? (atoms.is(next, 'past') ? readDefinite(atoms, next) : null));
    return from(readDefinite(atoms, next));
  }
  if (atoms.has(next, Cue.shift) && !atoms.is(next, 'past')) return null;
  return form === 'its' || form === 'their' ? from(readQuarterOf(atoms, next)) : null;
}

function readQuarterOf(atoms: Atoms, at: number): DatePhrase | null {
  const quarter = readQuarter(atoms, at);
  return (
    quarter && { end: quarter.end, kind: 'date', meaning: { kind: 'fields', fields: quarter.fields }, rule: 'quarter' }
  );
}

/** After "a": "year ago", "few days", "year-earlier", "week". */
function readIndefinite(atoms: Atoms, at: number): DatePhrase | null {
  const untold = readUntold(atoms, at);
  if (untold) {
    const counted = readCounted(atoms, at);
    return counted && (withDistance(atoms, counted, unitBefore(atoms, counted.end), amountOf(counted)) ?? counted);
  }
  const found = unitAt(atoms, at);
  if (!found || found.plural || isAge(atoms, found.end)) return null;
  const half = atoms.is(found.end, 'and') && atoms.is(found.end + 1, 'a') && atoms.is(found.end + 2, 'half');
  const counted = duration(half ? 1.5 : 1, found.unit, half ? found.end + 3 : found.end);
  const hyphen = skipHyphen(atoms, counted.end);
  if (hyphen > counted.end && !atoms.has(hyphen, Cue.distance))
    return found.unit >= Unit.hour && atoms.is(hyphen, 'long') ? counted : null;
  const distant = withDistance(
    atoms,
    { ...counted, end: hyphen },
    found.unit,
    half ? 1.5 * isoFactor(found.unit) : isoFactor(found.unit),
  );
  if (distant) return distant;
  if (isPerUnit(atoms, at - 2)) return null;
  // "a second", "a quarter", "a weekend", "a day" are more often no length of time.
  return found.unit === Unit.second || found.unit === Unit.quarter || found.unit === Unit.weekend ? null : counted;
}

/** "$20 a day", "four flights a week", "twice a year": a rate, told at the word before the article. */
function isPerUnit(atoms: Atoms, before: number): boolean {
  if (atoms.isDigits(before) || atoms.has(before, Cue.scale | Cue.cardinal | Cue.plural | Cue.unit)) return true;
  const word = atoms.lower(before);
  if (word === 'once' || word === 'twice' || word === 'percent' || word === 'cent') return true;
  return atoms.entry(before).cues === 0 && word.endsWith('s') && !PLAIN_S.has(word);
}

/** Words in -s that are no plural nouns. */
const PLAIN_S = new Set([
  'was',
  'is',
  'has',
  'as',
  'this',
  'lasts',
  'takes',
  'plus',
  'less',
  'us',
  'his',
  'its',
  'thus',
  'across',
  'perhaps',
  'always',
]);

/** After "this" or "that". */
function readDemonstrative(atoms: Atoms, at: number, form: string): DatePhrase | null {
  const that = form === 'that';
  if (atoms.has(at, Cue.weekday | Cue.month) && atoms.isCapitalized(at) && !that) {
    const day = readDay(atoms, at);
    const fields = fieldsOf(day) ?? (atoms.has(at, Cue.month) ? { month: atoms.entry(at).month } : null);
    return (
      fields && {
        end: day?.end ?? at + 1,
        kind: 'date',
        meaning: { kind: 'fields', fields: { ...fields, relation: 0 } },
        rule: `${day?.rule ?? 'month'}-this`,
      }
    );
  }
  if (atoms.isCapitalized(at) && atoms.has(at, Cue.unit)) return null;
  const part = dayPartAt(atoms, at);
  if (part && part !== 'noon' && part !== 'midnight')
    return that ? null : offset('source', 0, Unit.day, at + 1, 'day-this', { dayPart: part });
  const found = unitAt(atoms, at);
  if (!found || found.plural || found.unit < Unit.hour)
    return that && atoms.is(at, 'time') && atoms.is(at - 2, 'at')
      ? { end: at + 1, kind: 'date', meaning: { kind: 'anaphor', unit: null }, rule: 'anaphor' }
      : null;
  if (that) return { end: found.end, kind: 'date', meaning: { kind: 'anaphor', unit: found.unit }, rule: 'anaphor' };
  const possessed = found.unit === Unit.year ? readPossessed(atoms, found.end) : null;
  if (possessed)
    return {
      end: possessed.end,
      kind: 'date',
      meaning: { kind: 'fields', fields: { ...possessed.fields, yearOffset: 0 } },
      rule: 'quarter-of-year',
    };
  return offset('source', 0, found.unit, found.end, 'unit-this');
}

/** After "the": "day before yesterday", "weekend", "nine months", "time", "year-ago quarter". */
function readDefinite(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.is(at, 'day')) {
    if (atoms.is(at + 1, 'before') && atoms.is(at + 2, 'yesterday'))
      return offset('source', -2, Unit.day, at + 3, 'deictic');
    if (atoms.is(at + 1, 'after') && atoms.is(at + 2, 'tomorrow'))
      return offset('source', 2, Unit.day, at + 3, 'deictic');
    if ((atoms.is(at + 1, 'before') || atoms.is(at + 1, 'after')) && (atoms.isEnd(at + 2) || atoms.mark(at + 2) !== -1))
      return offset(
        'context',
        atoms.is(at + 1, 'before') ? -1 : 1,
        Unit.day,
        at + 2,
        `distance-${atoms.lower(at + 1)}`,
      );
  }
  if (atoms.is(at, 'time') && atoms.is(at - 2, 'at') && (atoms.isEnd(at + 1) || !atoms.is(at + 1, 'of')))
    return { end: at + 1, kind: 'date', meaning: { kind: 'anaphor', unit: null }, rule: 'anaphor' };
  if (atoms.is(at, 'future'))
    return { end: at + 1, kind: 'date', meaning: { kind: 'vague', time: 'future' }, rule: 'vague-future' };
  const yearAgo = readYearAgo(atoms, at);
  if (yearAgo) return yearAgo;
  // "the nine months", "the first nine months"
  const counted = readCounted(atoms, atoms.is(at, 'first') || atoms.is(at, 'final') ? at + 1 : at);
  if (counted && !atoms.has(counted.end, Cue.distance)) return counted;
  if (atoms.is(at, 'past') && !atoms.has(at + 1, Cue.unit | Cue.untold | Cue.cardinal))
    return { end: at + 1, kind: 'date', meaning: { kind: 'vague', time: 'past' }, rule: 'vague-past' };
  const found = unitAt(atoms, at);
  if (!found || found.plural) return null;
  if (found.unit === Unit.weekend) return offset('source', 0, Unit.weekend, found.end, 'unit-the');
  // "player of the Year"
  if (atoms.isCapitalized(found.end - 1)) return null;
  if (
    found.unit === Unit.week ||
    found.unit === Unit.quarter ||
    found.unit === Unit.year ||
    found.unit === Unit.month
  ) {
    if (atoms.is(found.end, 'before') || atoms.is(found.end, 'after')) {
      const closed = !atoms.isWord(found.end + 1) && !atoms.isDigits(found.end + 1);
      return closed
        ? offset(
            'context',
            atoms.is(found.end, 'before') ? -1 : 1,
            found.unit,
            found.end + 1,
            `distance-${atoms.lower(found.end)}`,
          )
        : null;
    }
    if (found.unit === Unit.year && (atoms.is(found.end, 'ended') || atoms.is(found.end, 'ending')))
      return duration(1, Unit.year, found.end);
    return atoms.is(found.end, 'of') || isDash(atoms.mark(found.end))
      ? null
      : { end: found.end, kind: 'date', meaning: { kind: 'anaphor', unit: found.unit }, rule: 'unit-the' };
  }
  return null;
}

/** "year-ago quarter", "year-earlier period", "year ago". */
function readYearAgo(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.entry(at).unit !== Unit.year || atoms.has(at, Cue.plural)) return null;
  const word = skipHyphen(atoms, at + 1);
  if (!atoms.is(word, 'ago') && !atoms.is(word, 'earlier')) return null;
  const quarter = readQuarter(atoms, word + 1);
  if (quarter)
    return {
      end: quarter.end,
      kind: 'date',
      meaning: { kind: 'fields', fields: { ...quarter.fields, yearOffset: -1 } },
      rule: 'quarter-of-year',
    };
  const noun = atoms.is(word + 1, 'quarter') || atoms.is(word + 1, 'period') ? 1 : 0;
  return offset(
    atoms.is(word, 'ago') ? 'source' : 'context',
    -1,
    Unit.year,
    word + 1 + noun,
    `distance-${atoms.lower(word)}`,
    { alike: true },
  );
}

/** "recent years" is untold many of them. */
export function readRecent(atoms: Atoms, at: number): DatePhrase | null {
  const found = unitAt(atoms, at + 1);
  return found?.plural ? { ...duration(null, found.unit, found.end), rule: 'duration-untold' } : null;
}

/** A unit without determiner: "year-earlier", "years ago", "weekend". */
export function readUnitAlone(atoms: Atoms, at: number): DatePhrase | null {
  const yearAgo = readYearAgo(atoms, at);
  if (yearAgo) return yearAgo;
  const { cues, unit } = atoms.entry(at);
  if (!(cues & Cue.plural) || unit < Unit.day) return null;
  if (atoms.is(at + 1, 'ago') || atoms.is(at + 1, 'earlier') || atoms.is(at + 1, 'later')) {
    return {
      end: at + 2,
      kind: 'date',
      meaning: { kind: 'vague', time: atoms.is(at + 1, 'later') ? 'future' : 'past' },
      rule: 'distance-untold',
    };
  }
  return null;
}
