/** English date expressions: what may begin one, and in which order the readings are tried. */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { DateGrammar, DatePhrase } from '../dates/grammar.ts';
import type { Direction, Fields, Phase } from '../dates/meaning.ts';
import { Unit } from '../dates/units.ts';
import { readPartOf } from './date-parts.ts';
import { direction } from './date-tense.ts';
import { readSet, setOfWeekdays } from './date-sets.ts';
import { FREQUENCIES } from './date-words.ts';
import { fieldsOf, readDay } from './date-days.ts';
import { readClock, dayPartAt } from './date-times.ts';
import { readEpoch, readEraYear, readPlainYear, readQuarter, readYearOf, readYearWords } from './date-years.ts';
import { readAmount } from './date-amounts.ts';
import { readArticle, readRecent, readShift, readUnitAlone } from './date-relative.ts';
import { isApostrophe, Mark, skipHyphen } from './marks.ts';
import { isoDuration } from '../dates/units.ts';

const STARTS =
  Cue.month |
  Cue.weekday |
  Cue.unit |
  Cue.cardinal |
  Cue.ordinal |
  Cue.season |
  Cue.dayPart |
  Cue.deictic |
  Cue.determiner |
  Cue.shift |
  Cue.phase |
  Cue.each |
  Cue.frequency |
  Cue.vague |
  Cue.holiday |
  Cue.untold;

export const englishDates: DateGrammar = {
  readPhrase,
  direction,
  dateLabels: new Set(
    'date dated published posted updated published first last modified issued filed released created'.split(' '),
  ),
  isDocumentTitle: (title) => DOCUMENT.test(title) || title.split(/[.;,] /u).some((part) => CORRESPONDENTS.test(part)),
};

/** "Letter of …", "The consul's report to …", "Minutes of …": papers that bear the day they were written. */
const DOCUMENT =
  /^(?:\S{1,30} ){0,3}(?:letter|diary|journal|minutes|memorandum|memo|note|telegram|cable|dispatch|despatch|report|statement|speech|address|transcript|testimony|deposition|affidavit|interview|postcard|e-?mail|press release|communiqu[eé]|proclamation|order|logbook|log|circular)(?: (?:of|from|to|by|with|for|on|in)(?: .{1,100})?)?$/iu;
/** "Ada Lovelace to Jo Stein". */
const CORRESPONDENTS =
  /^\p{Lu}\S{0,30}(?: \p{Lu}\S{0,30}){0,4} to (?:(?:the|his|her) )?\p{Lu}\S{0,30}(?: \p{Lu}\S{0,30}){0,4}$/u;

function readPhrase(atoms: Atoms, at: number): DatePhrase | null {
  const phrase = readUnhedged(atoms, at);
  if (!phrase || phrase.modifier || phrase.kind !== 'date' || phrase.meaning.kind === 'vague') return phrase;
  return isApproximate(atoms, phrase.start ?? at) ? { ...phrase, modifier: 'approximate' } : phrase;
}

/** "circa 1815", "c. 1815", "around March 6". */
function isApproximate(atoms: Atoms, first: number): boolean {
  const before = atoms.mark(first - 1) === Mark.stop ? first - 2 : first - 1;
  return (
    APPROXIMATELY.has(atoms.lower(before)) || (before < first - 1 && (atoms.is(before, 'c') || atoms.is(before, 'ca')))
  );
}

const APPROXIMATELY = new Set(['about', 'around', 'circa', 'roughly', 'approximately', 'nearly', 'almost']);

function readUnhedged(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.isDigits(at)) return readFromDigits(atoms, at);
  const { cues } = atoms.entry(at);
  if ((cues & STARTS) === 0) return readFromMark(atoms, at);
  if (cues & Cue.phase) {
    const phased = readPhased(atoms, at);
    if (phased) return phased;
  }
  if (cues & (Cue.month | Cue.weekday | Cue.holiday | Cue.ordinal)) {
    const day = readDated(atoms, at);
    if (day) return day;
    if (cues & Cue.plural && cues & Cue.weekday && atoms.isCapitalized(at)) return setOfWeekdays(atoms, at, at);
  }
  if (cues & Cue.determiner) return readDetermined(atoms, at);
  if (cues & Cue.deictic) return readDeictic(atoms, at);
  if (cues & Cue.each) return readSet(atoms, at);
  if (cues & (Cue.frequency | Cue.vague) && isTitled(atoms, at)) return null;
  if (cues & Cue.frequency)
    return {
      end: at + 1,
      kind: 'set',
      meaning: { kind: 'constant', value: isoDuration(1, FREQUENCIES.get(atoms.entry(at).form) ?? Unit.day) },
      rule: 'set',
    };
  const relative =
    (cues & Cue.shift && readShift(atoms, at, false)) || (cues & (Cue.cardinal | Cue.untold) && readAmount(atoms, at));
  if (relative) return withTail(atoms, relative);
  if (cues & Cue.ordinal) return readEpochOrQuarter(atoms, at, false);
  if (cues & (Cue.dayPart | Cue.cardinal)) {
    const year = cues & Cue.cardinal ? readYearWords(atoms, at) : null;
    if (year) return { end: year.end, kind: 'date', meaning: { kind: 'fields', fields: year.fields }, rule: 'year' };
    const clock = readTimed(atoms, at);
    if (clock) return clock;
  }
  if (cues & Cue.season) return readSeason(atoms, at, false);
  if (cues & Cue.unit) return readUnitAlone(atoms, at);
  if (atoms.is(at, 'recent')) return readRecent(atoms, at) ?? readVague(atoms, at);
  return cues & Cue.vague ? readVague(atoms, at) : null;
}

function readFromDigits(atoms: Atoms, at: number): DatePhrase | null {
  if (atoms.isMark(at - 1, 0x24, 0xa3, 0x20ac, 0xa5)) return null;
  const timed = readTimed(atoms, at);
  if (timed) return timed;
  const day = readDated(atoms, at);
  if (day) return day;
  const epoch = readEpochOrQuarter(atoms, at, false);
  if (epoch) return epoch;
  const era = readEraYear(atoms, at);
  if (era) return fieldsPhrase(era.fields, era.end, 'era-year');
  const amount = readAmount(atoms, at);
  if (amount) return withTail(atoms, amount);
  const year = readPlainYear(atoms, at);
  if (!year) return null;
  // "the 1990 second quarter", "2025 Q3".
  const quarter = readQuarter(atoms, year.end);
  if (quarter) return fieldsPhrase({ ...quarter.fields, ...year.fields }, quarter.end, 'quarter-year');
  return fieldsPhrase(year.fields, year.end, 'year');
}

/** What begins with no word of the calendar: "'80s", "Q3 2025", "AD 79", "circa 1815". */
function readFromMark(atoms: Atoms, at: number): DatePhrase | null {
  if (isApostrophe(atoms.mark(at)) && atoms.isDigits(at + 1)) {
    const epoch = readEpoch(atoms, at, false);
    return epoch && fieldsPhrase(epoch.fields, epoch.end, 'decade');
  }
  if (atoms.has(at, Cue.fiscal)) return readFiscal(atoms, at, at);
  if (!atoms.isCapitalized(at)) return null;
  if (atoms.width(at) === 1) return readEpochOrQuarter(atoms, at, false);
  const era = atoms.width(at) === 2 ? readEraYear(atoms, at) : null;
  return era && fieldsPhrase(era.fields, era.end, 'era-year');
}

const fieldsPhrase = (fields: Fields, end: number, rule: string, kind: DatePhrase['kind'] = 'date'): DatePhrase => ({
  end,
  kind,
  meaning: { kind: 'fields', fields },
  rule,
});

/** "fiscal 1990", "fiscal third quarter". */
function readFiscal(atoms: Atoms, start: number, at: number): DatePhrase | null {
  const quarter = readQuarter(atoms, at);
  if (quarter) return { ...quarterPhrase(atoms, quarter.fields, quarter.end), start };
  const year = readPlainYear(atoms, at + 1);
  return year && { ...fieldsPhrase(year.fields, year.end, 'fiscal-year'), start };
}

function quarterPhrase(atoms: Atoms, fields: Fields, end: number): DatePhrase {
  const year = readYearOf(atoms, end);
  return year
    ? fieldsPhrase({ ...fields, ...year.fields }, year.end, 'quarter-year')
    : fieldsPhrase(fields, end, 'quarter');
}

function readEpochOrQuarter(atoms: Atoms, at: number, afterThe: boolean): DatePhrase | null {
  const epoch = readEpoch(atoms, at, afterThe);
  if (epoch) return fieldsPhrase(epoch.fields, epoch.end, epoch.fields.yearGrain === 10 ? 'decade' : 'century');
  const quarter = readQuarter(atoms, at);
  return quarter && quarterPhrase(atoms, quarter.fields, quarter.end);
}

/** A calendar day or month, with the part of the day or the time after it. */
function readDated(atoms: Atoms, at: number): DatePhrase | null {
  const day = readDay(atoms, at);
  if (!day) return null;
  const fields = fieldsOf(day);
  if (!fields) return { end: day.end, kind: 'date', meaning: day.meaning, rule: day.rule };
  if (
    fields.weekday !== undefined &&
    day.rule === 'weekday' &&
    atoms.has(day.end, Cue.dayPart) &&
    atoms.has(day.end, Cue.plural)
  )
    return setOfWeekdays(atoms, at, at);
  return withDayPart(atoms, fields, day.end, day.rule);
}

function withDayPart(atoms: Atoms, fields: Fields, end: number, rule: string): DatePhrase {
  if (fields.time !== undefined) return fieldsPhrase(fields, end, rule, 'time');
  if (fields.day === undefined && fields.weekday === undefined) return fieldsPhrase(fields, end, rule);
  const part = dayPartAt(atoms, end);
  if (
    part &&
    part !== 'midnight' &&
    part !== 'noon' &&
    !(atoms.isCapitalized(end) && !atoms.isEnd(end + 1) && atoms.isCapitalized(end + 1))
  )
    return fieldsPhrase({ ...fields, dayPart: part }, end + 1, `${rule}-part`, 'time');
  return fieldsPhrase(fields, end, rule);
}

/** A clock time, with the day it is of: "9 p.m. Tuesday", "noon on March 6", "10 a.m. yesterday". */
function readTimed(atoms: Atoms, at: number): DatePhrase | null {
  const clock = readClock(atoms, at);
  if (!clock) return null;
  const time = clock.time ?? '';
  let next = clock.end;
  if (atoms.mark(next) === Mark.comma) next += 1;
  if (atoms.is(next, 'on')) next += 1;
  const day = atoms.has(next, Cue.weekday | Cue.month) || atoms.isDigits(next) ? readDay(atoms, next) : null;
  const fields = fieldsOf(day);
  if (day && fields && (fields.day !== undefined || fields.weekday !== undefined) && fields.time === undefined)
    return fieldsPhrase({ ...fields, time }, day.end, `time-${day.rule}`, 'time');
  if (atoms.has(clock.end, Cue.deictic)) {
    const { offset: amount } = atoms.entry(clock.end);
    return {
      end: clock.end + 1,
      kind: 'time',
      meaning: { kind: 'offset', base: 'source', amount, unit: Unit.day, time },
      rule: 'time-deictic',
    };
  }
  return fieldsPhrase({ time }, clock.end, 'time', 'time');
}

/** "today", "yesterday morning", "tonight". */
function readDeictic(atoms: Atoms, at: number): DatePhrase | null {
  if (isTitled(atoms, at) || isFigurative(atoms, at)) return null;
  const amount = atoms.entry(at).offset;
  const part = atoms.is(at, 'tonight') ? 'night' : dayPartAt(atoms, at + 1);
  const end = part && !atoms.is(at, 'tonight') ? at + 2 : at + 1;
  return {
    end,
    kind: part ? 'time' : 'date',
    meaning: { kind: 'offset', base: 'source', amount, unit: Unit.day, ...(part && { dayPart: part }) },
    rule: 'deictic',
  };
}

/** "USA Today", "The World Tomorrow": a capital within the sentence makes it a name. */
const isTitled = (atoms: Atoms, at: number): boolean => atoms.isCapitalized(at) && atoms.isCapitalized(at - 1);

/** "a brighter tomorrow" */
const isFigurative = (atoms: Atoms, at: number): boolean =>
  atoms.is(at, 'tomorrow') && (atoms.is(at - 1, 'a') || atoms.is(at - 2, 'a'));

const PHASES: readonly Phase[] = ['start', 'middle', 'end'];

/** "early August 2025", "late last year", "earlier this week", "the end of 2025", "mid-1990s". */
function readPhased(atoms: Atoms, at: number): DatePhrase | null {
  const modifier = PHASES[atoms.entry(at).offset + 1] ?? null;
  let inner = skipHyphen(atoms, at + 1);
  const noun = atoms.is(at, 'end') || atoms.is(at, 'beginning') || atoms.is(at, 'start') || atoms.is(at, 'middle');
  if (noun) {
    if (!atoms.is(inner, 'of')) return null;
    inner += 1;
  } else if (atoms.has(at, Cue.distance) && (atoms.is(inner, 'in') || atoms.is(inner, 'on'))) inner += 1;
  const phrase = atoms.has(inner, Cue.phase) ? null : readInner(atoms, inner, noun || inner > at + 1);
  if (!phrase || phrase.kind === 'duration' || phrase.kind === 'set' || phrase.meaning.kind === 'vague') return null;
  return { ...phrase, start: at, modifier };
}

/** What a phase may be of; `loose` lets a bare number or season through that only a hyphen or "of" makes a date. */
function readInner(atoms: Atoms, at: number, loose: boolean): DatePhrase | null {
  const epoch = readEpoch(atoms, at, true);
  if (epoch) return fieldsPhrase(epoch.fields, epoch.end, epoch.fields.yearGrain === 10 ? 'decade' : 'century');
  if (atoms.has(at, Cue.season)) return readSeason(atoms, at, true);
  if (loose && atoms.has(at, Cue.dayPart)) return null;
  return readPhrase(atoms, at);
}

/** What begins with "the", "a", "this", "that", "its". */
function readDetermined(atoms: Atoms, at: number): DatePhrase | null {
  const next = at + 1;
  const the = atoms.is(at, 'the');
  if (the || atoms.is(at, 'this') || atoms.is(at, 'that')) {
    const phased = atoms.has(next, Cue.phase) ? readPhased(atoms, next) : null;
    if (phased) return { ...phased, start: at };
  }
  if (the) {
    const whole = readPartOf(atoms, next);
    if (whole) return { ...whole, start: at };
    const fiscal = atoms.has(next, Cue.fiscal) ? readFiscal(atoms, at, next) : null;
    if (fiscal) return fiscal;
    const epoch = readEpochOrQuarter(atoms, next, true);
    if (epoch) return { ...epoch, start: at };
    const dated = atoms.has(next, Cue.ordinal) || atoms.isDigits(next) ? readDay(atoms, next) : null;
    if (dated && fieldsOf(dated)?.day !== undefined && dated.rule.startsWith('day-month'))
      return { start: at, end: dated.end, kind: 'date', meaning: dated.meaning, rule: dated.rule };
    if (atoms.has(next, Cue.season)) return withStart(readSeason(atoms, next, true), at);
  }
  if (atoms.is(at, 'this') && atoms.has(next, Cue.season)) return withStart(relatedSeason(atoms, next, 0), at);
  const article = readArticle(atoms, at);
  return article && withTail(atoms, article);
}

const withStart = (phrase: DatePhrase | null, start: number): DatePhrase | null => phrase && { ...phrase, start };

/** Seasons are other words too: they need a determiner, a preposition with a year, or both. */
function readSeason(atoms: Atoms, at: number, determined: boolean): DatePhrase | null {
  const { season } = atoms.entry(at);
  // "Prague Spring"
  if (atoms.isCapitalized(at) && atoms.isCapitalized(at - 1) && atoms.entry(at - 1).cues === 0) return null;
  const year = readYearOf(atoms, at + 1);
  const verb = atoms.is(at, 'fall') || atoms.is(at, 'spring');
  if (year && !atoms.is(at + 1, 'in'))
    return fieldsPhrase({ grouping: season, ...year.fields }, year.end, 'season-year');
  if (determined)
    return verb && !atoms.has(at - 2, Cue.preposition) && !atoms.has(at - 1, Cue.phase)
      ? null
      : atoms.is(at + 1, 'of')
        ? null
        : fieldsPhrase({ grouping: season }, at + 1, 'season');
  return !verb &&
    (atoms.is(at - 1, 'in') || atoms.is(at - 1, 'since') || atoms.is(at - 1, 'by')) &&
    !atoms.isWord(at + 1)
    ? fieldsPhrase({ grouping: season }, at + 1, 'season')
    : null;
}

const relatedSeason = (atoms: Atoms, at: number, relation: Direction): DatePhrase =>
  fieldsPhrase({ grouping: atoms.entry(at).season, relation }, at + 1, 'season');

/** Takes in the part of the day after a weekday: "last Tuesday night". */
function withTail(atoms: Atoms, phrase: DatePhrase): DatePhrase {
  const { meaning } = phrase;
  const part = meaning.kind === 'fields' && meaning.fields.weekday !== undefined ? dayPartAt(atoms, phrase.end) : null;
  if (!part || meaning.kind !== 'fields') return phrase;
  return {
    ...phrase,
    kind: 'time',
    end: phrase.end + 1,
    meaning: { kind: 'fields', fields: { ...meaning.fields, dayPart: part } },
  };
}

const VAGUE: ReadonlyMap<string, 'past' | 'present' | 'future'> = new Map([
  ['now', 'present'],
  ['currently', 'present'],
  ['nowadays', 'present'],
  ['current', 'present'],
  ['recently', 'past'],
  ['recent', 'past'],
  ['previously', 'past'],
  ['formerly', 'past'],
  ['soon', 'future'],
  ['future', 'future'],
] as const);

/** Time without a calendar: kept with a null value, so that the reader of the expression can tell. */
function readVague(atoms: Atoms, at: number): DatePhrase | null {
  const time = VAGUE.get(atoms.entry(at).form);
  if (time === undefined) return null;
  if (atoms.is(at, 'soon') && (atoms.is(at - 1, 'as') || atoms.is(at + 1, 'after') || atoms.is(at - 1, 'too')))
    return null;
  if (atoms.is(at, 'future') && !atoms.is(at - 1, 'the') && !atoms.is(at - 1, 'near') && !atoms.is(at - 1, 'in'))
    return null;
  return { end: at + 1, kind: 'date', meaning: { kind: 'vague', time }, rule: `vague-${time}` };
}
