/** TIMEX3 (TimeML 1.2.1) of a date expression, as the public date corpora write it. */
import type { DateExpression } from '../../src/core/reading/types.ts';

export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
}

const TYPES = { date: 'DATE', time: 'TIME', duration: 'DURATION', set: 'SET' } as const;
const GROUPINGS: Readonly<Record<string, string>> = {
  21: 'SP',
  22: 'SU',
  23: 'FA',
  24: 'WI',
  33: 'Q1',
  34: 'Q2',
  35: 'Q3',
  36: 'Q4',
  40: 'H1',
  41: 'H2',
};
/** Parts of the day have no place in EDTF; TIMEX3 appends them to the day. */
const DAY_PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bmorning/i, 'TMO'],
  [/\bafternoon/i, 'TAF'],
  [/\bevening/i, 'TEV'],
  [/\bnight|\btonight|\bovernight/i, 'TNI'],
];

export function toTimex(text: string, date: DateExpression): Timex {
  const words = text.slice(date.start, date.end);
  return { start: date.start, end: date.end, type: TYPES[date.kind], value: timexValue(date, words) };
}

function timexValue({ value, rule, kind }: DateExpression, words: string): string {
  if (rule.startsWith('vague-') || rule === 'distance-untold') {
    if (rule === 'vague-present') return 'PRESENT_REF';
    return rule === 'vague-future' || /later|hence|from now/.test(words) ? 'FUTURE_REF' : 'PAST_REF';
  }
  if (value === null) return rule === 'anaphor' ? 'PAST_REF' : '';
  if (rule.startsWith('unit') && value.includes('/')) return weekendOf(value);
  const part =
    kind === 'time' && !value.includes('T') ? DAY_PARTS.find(([pattern]) => pattern.test(words))?.[1] : undefined;
  if (part) return value + part;
  const start = value.split('/')[0] ?? value;
  const grouping = /^(.{4})-(\d\d)$/.exec(start);
  const code = grouping && GROUPINGS[grouping[2] ?? ''];
  if (grouping && code) return `${grouping[1]}-${code}`;
  if (/^\d{2}XX$/.test(start)) return start.slice(0, 2);
  return /^\d{3}X$/.test(start) ? start.slice(0, 3) : start;
}

/** The only intervals that units give are weekends. */
function weekendOf(value: string): string {
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day - 2)); // Saturday's Thursday tells the ISO year
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.floor((date.getTime() - first) / 604_800_000) + 1;
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}-WE`;
}
