/** English times of day: "9:30 a.m. EST", "8 o'clock", "noon", and what day they are of. */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { DayPart } from '../dates/meaning.ts';
import { twoDigits } from '../dates/edtf.ts';
import { isApostrophe, Mark } from './marks.ts';

export interface ClockTime {
  /** "10:30"; null for a mere part of the day. */
  readonly time: string | null;
  readonly part: DayPart | null;
  readonly end: number;
}

const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'morning'],
  ['afternoon', 'afternoon'],
  ['evening', 'evening'],
  ['night', 'night'],
  ['noon', 'noon'],
  ['midday', 'noon'],
  ['midnight', 'midnight'],
]);
const ZONES = new Set('gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist et ct pt z local'.split(' '));

export const dayPartAt = (atoms: Atoms, at: number): DayPart | null =>
  atoms.has(at, Cue.dayPart) && !atoms.has(at, Cue.plural) ? (DAY_PARTS.get(atoms.entry(at).form) ?? null) : null;

/** "9 a.m.", "9:30 pm", "14:30 GMT", "0900 GMT", "five o'clock", "noon". */
export function readClock(atoms: Atoms, at: number): ClockTime | null {
  const part = dayPartAt(atoms, at);
  if (part !== null && atoms.is(at - 1, 'high')) return null;
  if (part === 'noon') return { time: '12:00', part: null, end: at + 1 };
  if (part === 'midnight') return { time: '00:00', part: null, end: at + 1 };
  const spelt = atoms.entry(at).number;
  const hour = atoms.isDigits(at) ? atoms.number(at) : spelt >= 1 && spelt <= 12 ? spelt : -1;
  if (
    hour < 0 ||
    atoms.has(at, Cue.scale) ||
    (atoms.glued(at) && !atoms.isMark(at - 1, Mark.openParenthesis, 0x22, 0x201c, 0x2014))
  )
    return null;
  let minute = 0;
  let end = at + 1;
  const separator = atoms.mark(end);
  const hasMinutes =
    atoms.isDigits(at) &&
    (separator === Mark.colon || separator === Mark.stop) &&
    atoms.glued(end) &&
    atoms.glued(end + 1) &&
    atoms.width(end + 1) === 2 &&
    atoms.number(end + 1) <= 59;
  if (hasMinutes) {
    minute = atoms.number(end + 1);
    end += 2;
  }
  const half = readHalfOfDay(atoms, end);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    return { time: clock((hour % 12) + half.offset, minute), part: null, end: skipZone(atoms, half.end) };
  }
  if (
    !hasMinutes &&
    atoms.is(end, 'o') &&
    isApostrophe(atoms.mark(end + 1)) &&
    atoms.is(end + 2, 'clock') &&
    hour <= 12
  )
    return { time: clock(hour, 0), part: null, end: end + 3 };
  const zoned = skipZone(atoms, end) > end;
  if (
    hasMinutes &&
    hour <= 23 &&
    atoms.width(at) <= 2 &&
    (zoned || (separator === Mark.colon && !isScore(atoms, at, end)))
  )
    return { time: clock(hour, minute), part: null, end: skipZone(atoms, end) };
  if (!hasMinutes && atoms.width(at) === 4 && hour <= 2359 && hour % 100 <= 59 && (zoned || atoms.is(end, 'hours'))) {
    return { time: clock(Math.floor(hour / 100), hour % 100), part: null, end: zoned ? skipZone(atoms, end) : end + 1 };
  }
  return null;
}

/** Ratios, scores and verses look like times: a time stands after a preposition. */
const isScore = (atoms: Atoms, at: number, end: number): boolean =>
  !atoms.has(at - 1, Cue.preposition) || atoms.mark(end) === Mark.colon;

const clock = (hour: number, minute: number): string => `${twoDigits(hour)}:${twoDigits(minute)}`;

/** "a.m.", "pm", " in the morning". */
function readHalfOfDay(atoms: Atoms, at: number): { offset: number; end: number } | null {
  if (atoms.is(at, 'am') || atoms.is(at, 'pm')) return { offset: atoms.is(at, 'pm') ? 12 : 0, end: at + 1 };
  if (
    (atoms.is(at, 'a') || atoms.is(at, 'p')) &&
    atoms.mark(at + 1) === Mark.stop &&
    atoms.is(at + 2, 'm') &&
    atoms.glued(at + 2)
  ) {
    const stop = atoms.mark(at + 3) === Mark.stop && atoms.glued(at + 3);
    return { offset: atoms.is(at, 'p') ? 12 : 0, end: at + (stop ? 4 : 3) };
  }
  if (atoms.is(at, 'in') && atoms.is(at + 1, 'the')) {
    if (atoms.is(at + 2, 'morning')) return { offset: 0, end: at + 3 };
    if (atoms.is(at + 2, 'afternoon') || atoms.is(at + 2, 'evening')) return { offset: 12, end: at + 3 };
  }
  return null;
}

function skipZone(atoms: Atoms, at: number): number {
  if (!ZONES.has(atoms.lower(at))) return at;
  return atoms.is(at, 'local') ? (atoms.is(at + 1, 'time') ? at + 2 : at) : at + 1;
}
