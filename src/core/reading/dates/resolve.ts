/** Gives date candidates their EDTF value, from the source's date, an earlier date in the text, or not at all. */
import {
  addMonths,
  civilDate,
  dayNumber,
  daysInMonth,
  easterSunday,
  isCivilDate,
  weekDate,
  weekdayOf,
} from '../../text/calendar.ts';
import type { DateAnchor, DateExpression, SourceDate } from '../types.ts';
import { type Anchor, Context, grainOf, sourceAnchor } from './anchors.ts';
import { directionOf } from './detect.ts';
import { type DayRange, edtfDay, edtfMonth, edtfYear, rangeOf, twoDigits } from './edtf.ts';
import type { DateCandidate, Direction, Fields, Holiday, Meaning } from './meaning.ts';
import { Unit } from './units.ts';

export interface ResolveOptions {
  /** Null where nothing tells when the source was written. */
  readonly sourceDate: Pick<SourceDate, 'value' | 'evidence'> | null;
  /** Dates for which this holds are read, but are no part of the story ("the next day" does not count from a caption). */
  readonly isAside?: (candidate: DateCandidate) => boolean;
}

/** Values of the candidates, in their order. Never throws; what cannot be known stays partial, or null. */
export function resolveDates(
  candidates: readonly DateCandidate[],
  { sourceDate, isAside }: ResolveOptions,
): DateExpression[] {
  const resolver = new Resolver(sourceAnchor(sourceDate), dayFirst(candidates));
  return candidates.map((candidate) => resolver.resolve(candidate, isAside?.(candidate) ?? false));
}

/** Whether numeric dates put the day first, where one of the text's own tells (25/3/2026); null where none does. */
function dayFirst(candidates: readonly DateCandidate[]): boolean | null {
  // Unambiguous ones have become fields; their order is told by the rule's name alone, so nothing else is looked at.
  const told = candidates.find(
    (candidate) => candidate.rule === 'numeric-day-month' || candidate.rule === 'numeric-month-day',
  );
  return told ? told.rule === 'numeric-day-month' : null;
}

/** A value with the anchor it was counted from and what its rule is called. */
interface Answer {
  readonly value: string | null;
  readonly anchor: Anchor | null;
  readonly rule?: string;
}

const UNKNOWN: Answer = { value: null, anchor: null };

/** Past-tense clauses name months and days this far ahead ("set 14 November as the deadline"); farther ahead means last year's. */
const FORWARD_SLACK = 45;

class Resolver {
  readonly #source: Anchor | null;
  readonly #dayFirst: boolean | null;
  readonly #context = new Context();

  constructor(source: Anchor | null, isDayFirst: boolean | null) {
    this.#source = source;
    this.#dayFirst = isDayFirst;
  }

  resolve(candidate: DateCandidate, aside: boolean): DateExpression {
    const answer = this.#answer(candidate);
    // What is compared with ("a year earlier") is not what the text goes on about.
    const compared = candidate.meaning.kind === 'offset' && candidate.meaning.alike === true;
    if (!aside && !compared && answer.value !== null && (candidate.kind === 'date' || candidate.kind === 'time'))
      this.#note(candidate, answer.value);
    return {
      start: candidate.start,
      end: candidate.end,
      kind: candidate.kind,
      value: answer.value,
      resolved: isDefinite(answer.value, candidate),
      ...printedWeekday(candidate),
      modifier: candidate.modifier,
      rule: answer.rule ?? candidate.rule,
      anchor: answer.anchor && asDateAnchor(answer.anchor),
    };
  }

  #note(candidate: DateCandidate, value: string): void {
    const day = value.includes('T') ? (value.split('T')[0] ?? value) : value;
    const range = rangeOf(day);
    if (!range || !Number.isFinite(range.first) || !Number.isFinite(range.last)) return;
    const { meaning } = candidate;
    const anchor: Anchor = {
      basis: 'text',
      value: day,
      ...range,
      grain: grainOf(day),
      span: { start: candidate.start, end: candidate.end },
      paragraph: candidate.paragraph,
      explicit: meaning.kind === 'fields' && meaning.fields.year !== undefined,
    };
    this.#context.note(anchor, meaning.kind === 'fields');
  }

  #answer(candidate: DateCandidate): Answer {
    const { meaning } = candidate;
    switch (meaning.kind) {
      case 'constant':
        return { value: meaning.value, anchor: null };
      case 'vague':
        return UNKNOWN;
      case 'numeric':
        return { value: numericValue(meaning, this.#dayFirst), anchor: null };
      case 'fields':
        return this.#fields(meaning.fields, candidate);
      case 'range':
        return this.#range(meaning, candidate);
      case 'week-of': {
        const { value, anchor } = this.#fields(meaning.fields, candidate);
        const range = value === null ? null : rangeOf(value);
        return { value: range && weekValue(range.first), anchor };
      }
      case 'offset':
        return this.#offset(meaning, candidate);
      case 'anaphor':
        return this.#anaphor(meaning.unit, candidate);
    }
  }

  #fields(fields: Fields, candidate: DateCandidate): Answer {
    if (fields.year !== undefined) return { value: valueInYear(fields, fields.year), anchor: null };
    if (fields.monthOffset !== undefined) return this.#inMonthNear(fields, fields.monthOffset);
    if (fields.yearOffset !== undefined) {
      const anchor = (fields.yearBase === 'context' ? this.#context.last(candidate.paragraph) : null) ?? this.#source;
      if (!anchor) return { value: partialValue(fields), anchor: null };
      return { value: valueInYear(fields, civilDate(anchor.first).year + fields.yearOffset), anchor };
    }
    if (fields.month !== undefined || fields.grouping !== undefined || fields.holiday !== undefined)
      return this.#withinYear(fields, candidate);
    if (fields.weekday !== undefined) return this.#weekday(fields, candidate);
    return this.#timeOnly(fields, candidate);
  }

  /** A day of the month that the source was written in, or of one beside it. */
  #inMonthNear(fields: Fields, offset: number): Answer {
    const anchor = this.#source;
    if (!anchor || anchor.grain > Unit.month) return { value: `XXXX-XX-${twoDigits(fields.day ?? 1)}`, anchor: null };
    const { year, month } = addMonths(civilDate(anchor.first), offset);
    return { value: valueInYear({ ...fields, month }, year), anchor };
  }

  /** A month, day, season or quarter without its year. */
  #withinYear(fields: Fields, candidate: DateCandidate): Answer {
    const story = fields.relation === undefined ? this.#context.story(candidate.paragraph, this.#source) : null;
    if (story) {
      const { year, month } = civilDate(story.first);
      // A story goes forward: an earlier month would be another year's, and which one is not told.
      const range = yearRange(fields, year);
      if (range && range.last >= dayNumber(year, month, 1))
        return { value: valueInYear(fields, year), anchor: story, rule: `${candidate.rule}-in-story` };
      if (!this.#source) return { value: partialValue(fields), anchor: null };
    }
    const anchor = (fields.yearBase === 'context' ? this.#context.last(candidate.paragraph) : null) ?? this.#source;
    if (!anchor) return { value: partialValue(fields), anchor: null };
    const year = chooseYear(fields, anchor, candidate.direction);
    return { value: valueInYear(fields, year), anchor, rule: candidate.rule + sideOf(yearRange(fields, year), anchor) };
  }

  #weekday(fields: Fields, candidate: DateCandidate): Answer {
    const weekday = fields.weekday ?? 1;
    const anchor = (fields.yearBase === 'context' ? this.#context.last(candidate.paragraph) : null) ?? this.#source;
    if (!anchor || anchor.grain !== Unit.day) return { value: `XXXX-WXX-${weekday}`, anchor: null };
    const day = chooseWeekday(weekday, anchor.first, fields.relation, candidate.direction);
    return {
      value: withTime(edtfDay(day), fields.time),
      anchor,
      rule: candidate.rule + sideOf({ first: day, last: day }, anchor),
    };
  }

  #timeOnly(fields: Fields, candidate: DateCandidate): Answer {
    const context = this.#context.last(candidate.paragraph);
    const anchor = context?.paragraph === candidate.paragraph && context.grain === Unit.day ? context : this.#source;
    if (anchor?.grain !== Unit.day) return UNKNOWN;
    return { value: withTime(edtfDay(anchor.first), fields.time), anchor };
  }

  #range({ from, to }: Extract<Meaning, { kind: 'range' }>, candidate: DateCandidate): Answer {
    const start = this.#fields(from, candidate);
    if (start.value === null) return UNKNOWN;
    if (to.year !== undefined || start.anchor === null) {
      const end = to.year === undefined ? partialValue(to) : valueInYear(to, to.year);
      return end === null ? UNKNOWN : { value: `${start.value}/${end}`, anchor: null };
    }
    const range = rangeOf(start.value);
    if (!range) return UNKNOWN;
    const { year } = civilDate(range.first);
    const end = valueInYear(to, (to.month ?? 0) < (from.month ?? 0) ? year + 1 : year);
    return end === null ? UNKNOWN : { ...start, value: `${start.value}/${end}` };
  }

  #offset(meaning: Extract<Meaning, { kind: 'offset' }>, candidate: DateCandidate): Answer {
    const { amount, unit } = meaning;
    const period = meaning.alike ? this.#context.period(candidate.paragraph) : null;
    if (period) return { value: yearsBefore(period, -amount), anchor: period, rule: `${candidate.rule}-alike` };
    const context = meaning.base === 'context' ? this.#context.last(candidate.paragraph) : null;
    // "A year earlier" may be earlier than the source; "two days later" is later than something else.
    const fallback = meaning.base === 'context' && amount > 0 ? null : this.#source;
    const anchor = context && context.grain <= unit ? context : fallback;
    if (!anchor) return UNKNOWN;
    const value =
      unit === Unit.weekend ? weekendValue(anchor, amount, candidate.direction) : shifted(anchor, amount, unit);
    return { value: value === null ? null : withTime(value, meaning.time), anchor };
  }

  #anaphor(unit: Unit | null, candidate: DateCandidate): Answer {
    const period = unit === Unit.quarter ? this.#context.period(candidate.paragraph) : null;
    const context = period ?? this.#context.last(candidate.paragraph);
    if (unit === null) return context ? { value: context.value, anchor: context } : UNKNOWN;
    const anchor =
      context && context.grain <= unit && (unit !== Unit.quarter || period)
        ? context
        : candidate.rule === 'unit-the'
          ? this.#source
          : null;
    if (!anchor) return UNKNOWN;
    // A quarter that nobody named is the one reported on: the last that is over.
    return { value: shifted(anchor, unit === Unit.quarter && !period ? -1 : 0, unit), anchor };
  }
}

const asDateAnchor = ({ basis, value, span }: Anchor): DateAnchor => ({ basis, value, span });

/** Sets and decades are definite although they are written with X. */
function isDefinite(value: string | null, { kind, meaning }: DateCandidate): boolean {
  if (value === null) return false;
  if (!value.includes('X')) return !value.startsWith('[');
  return (
    kind === 'set' ||
    (meaning.kind === 'fields' && meaning.fields.yearGrain !== undefined) ||
    /^\d{2}(?:\dX|XX)$/.test(value)
  );
}

const withTime = (day: string, time: string | undefined): string => (time === undefined ? day : `${day}T${time}`);

/** "-past", "-next" or nothing, for the name of the rule. */
function sideOf(range: DayRange | null, anchor: Anchor): string {
  if (!range) return '';
  return range.last < anchor.first ? '-past' : range.first > anchor.last ? '-next' : '-same';
}

/** The fields in a year as EDTF; null where the day does not exist. */
function valueInYear(fields: Fields, year: number): string | null {
  if (fields.yearGrain === 10) return `${edtfYear(year).slice(0, -1)}X`;
  if (fields.yearGrain === 100) return `${edtfYear(year).slice(0, -2)}XX`;
  if (fields.grouping !== undefined) return `${edtfYear(year)}-${fields.grouping}`;
  if (fields.holiday) return edtfDay(holidayIn(fields.holiday, year));
  if (fields.month === undefined) return edtfYear(year);
  if (fields.day === undefined) return edtfMonth(year, fields.month);
  if (!isCivilDate(year, fields.month, fields.day)) return null;
  return withTime(`${edtfMonth(year, fields.month)}-${twoDigits(fields.day)}`, fields.time);
}

/** What is known without a year. */
function partialValue(fields: Fields): string | null {
  if (fields.grouping !== undefined) return `XXXX-${fields.grouping}`;
  if (fields.holiday)
    return 'easter' in fields.holiday || 'weekday' in fields.holiday ? null : partialValue(fields.holiday);
  if (fields.month === undefined) return null;
  return `XXXX-${twoDigits(fields.month)}${fields.day === undefined ? '' : `-${twoDigits(fields.day)}`}`;
}

/** The days that the fields name in a year; null where there is none. */
function yearRange(fields: Fields, year: number): DayRange | null {
  const value = valueInYear(fields, year)?.split('T')[0];
  return value === undefined ? null : rangeOf(value);
}

function holidayIn(holiday: Holiday, year: number): number {
  if ('easter' in holiday) return easterSunday(year) + holiday.easter;
  if ('day' in holiday) return dayNumber(year, holiday.month, holiday.day);
  const { month, weekday, nth, plus = 0 } = holiday;
  if (nth < 0) {
    const last = dayNumber(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7) + plus;
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7 + plus;
}

/** The year that puts the fields where the clause says, seen from the anchor. */
function chooseYear(fields: Fields, anchor: Anchor, clause: Direction): number {
  const { year } = civilDate(anchor.first);
  if (anchor.grain >= Unit.year || fields.relation === 0) return year;
  const direction = directionOf(fields.relation, clause);
  let best = year;
  let least = Infinity;
  for (const candidate of [year, year - 1, year + 1]) {
    const range = yearRange(fields, candidate);
    if (!range) continue;
    let cost = distance(range, anchor);
    const ahead = range.first - anchor.last;
    if (fields.relation === -1 && range.last >= anchor.first) cost += PENALTY;
    if (fields.relation === 1 && range.first <= anchor.last) cost += PENALTY;
    // What has ended or begun is told of; quarters are reported on afterwards.
    if (fields.grouping !== undefined) cost += direction <= 0 && ahead > 0 ? PENALTY : 0;
    else if (direction < 0 && ahead > (fields.day === undefined ? 0 : FORWARD_SLACK)) cost += PENALTY;
    else if (direction > 0 && range.last < anchor.first)
      cost += fields.day === undefined || anchor.first - range.last > FORWARD_SLACK ? PENALTY : 0;
    if (
      fields.weekday !== undefined &&
      weekdayOf(range.first) !== fields.weekday &&
      distance(range, anchor) > SLIP_REACH
    )
      cost += PENALTY * 2;
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/**
 * So many days around the source a day needs no year: a weekday that is not its own is a slip, told by `weekday-mismatch`.
 * Farther off it tells the year, for from one year to the next a date moves on by a weekday or two.
 */
const SLIP_REACH = 42;

/** More than any distance within three years. */
const PENALTY = 2000;

const distance = (range: DayRange, anchor: DayRange): number =>
  Math.max(0, range.first - anchor.last, anchor.first - range.last);

/** A weekday seen from a day; the day itself counts unless "last" or "next" is said. */
function chooseWeekday(weekday: number, from: number, relation: Direction | undefined, clause: Direction): number {
  const back = (weekdayOf(from) - weekday + 7) % 7;
  const past = from - back;
  if (relation === -1) return back === 0 ? from - 7 : past;
  if (relation === 1) return past + 7;
  if (back === 0) return from;
  return (relation === 0 ? clause >= 0 : clause > 0) ? past + 7 : past;
}

const weekValue = (day: number): string => {
  const { year, week } = weekDate(day);
  return `${edtfYear(year)}-W${twoDigits(week)}`;
};

/** Saturday and Sunday of the anchor's week, or so many weeks from it. */
function weekendValue(anchor: Anchor, amount: number, clause: Direction): string | null {
  if (anchor.grain !== Unit.day) return null;
  const back = (weekdayOf(anchor.first) + 1) % 7; // days since Saturday
  const past = anchor.first - back;
  const saturday = amount < 0 ? past : amount > 0 || clause > 0 ? (back <= 1 && amount === 0 ? past : past + 7) : past;
  return `${edtfDay(saturday)}/${edtfDay(saturday + 1)}`;
}

/** The period of `anchor`'s kind so many years before. */
function yearsBefore(anchor: Anchor, years: number): string | null {
  const cut = anchor.value.indexOf('-', 1);
  return cut === -1 ? null : edtfYear(civilDate(anchor.first).year - years) + anchor.value.slice(cut);
}

/** The unit that lies `amount` units from the one holding the anchor; null where the anchor is too coarse. */
function shifted(anchor: Anchor, amount: number, unit: Unit): string | null {
  if (anchor.grain > unit && !(anchor.grain === Unit.weekend)) return null;
  const date = civilDate(anchor.first);
  switch (unit) {
    case Unit.day:
      return edtfDay(anchor.first + Math.round(amount));
    case Unit.week:
    case Unit.fortnight:
      return weekValue(anchor.first + Math.round(amount * (unit === Unit.week ? 7 : 14)));
    case Unit.month: {
      const { year, month } = addMonths(date, Math.round(amount));
      return edtfMonth(year, month);
    }
    case Unit.quarter: {
      const { year, month } = addMonths(date, Math.round(amount * 3));
      return `${edtfYear(year)}-${33 + Math.floor((month - 1) / 3)}`;
    }
    case Unit.year:
      return Number.isInteger(amount) ? edtfYear(date.year + amount) : shifted(anchor, amount * 12, Unit.month);
    case Unit.decade:
      return `${edtfYear(date.year + Math.round(amount * 10)).slice(0, -1)}X`;
    case Unit.century:
      return `${edtfYear(date.year + Math.round(amount * 100)).slice(0, -2)}XX`;
    default:
      return null;
  }
}

/** "4/3/2026": by the order that other dates of the text show, else one of the two days. */
function numericValue(
  { first, second, year }: Extract<Meaning, { kind: 'numeric' }>,
  isDayFirst: boolean | null,
): string | null {
  const monthFirst = `${edtfMonth(year, first)}-${twoDigits(second)}`;
  const dayFirstValue = `${edtfMonth(year, second)}-${twoDigits(first)}`;
  if (first === second || isDayFirst === false) return monthFirst;
  if (isDayFirst === true) return dayFirstValue;
  return monthFirst < dayFirstValue ? `[${monthFirst},${dayFirstValue}]` : `[${dayFirstValue},${monthFirst}]`;
}

/** The weekday that stands beside a day of the month: a finding tells where the two do not go together. */
function printedWeekday({ meaning }: DateCandidate): { readonly weekday?: number } {
  if (meaning.kind !== 'fields' || meaning.fields.day === undefined) return {};
  const { weekday } = meaning.fields;
  return weekday === undefined ? {} : { weekday };
}
