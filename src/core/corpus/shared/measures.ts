import type { DateExpression, Figure, Reading } from '../../reading/types.ts';

const known = new WeakMap<Reading, readonly Figure[]>();

/** Everything in a source that numbers are compared of: its figures, by their own index, and behind them its durations ("six years"). */
export function measuresOf(reading: Reading): readonly Figure[] {
  let measures = known.get(reading);
  if (!measures) known.set(reading, (measures = [...reading.figures, ...reading.dates.flatMap(durationAsFigure)]));
  return measures;
}

/** Whether it is a length of time: its unit is "P…Y", "PT…H". */
export const isDuration = ({ unit }: Figure): boolean => unit !== null && unit.startsWith('P');

function durationAsFigure({ start, end, kind, value, modifier }: DateExpression): Figure[] {
  const [, designator = '', digits = '', unit = ''] = ONE_UNIT.exec(value ?? '') ?? [];
  if (kind !== 'duration' || digits === '' || modifier !== null) return [];
  const number = Number(digits);
  return [
    {
      start,
      end,
      number: { start, end },
      value: number,
      interval: { low: number, high: number, lowOpen: false, highOpen: false },
      unit: `${designator}…${unit}`,
      counted: null,
      hedge: null,
    },
  ];
}

/** An ISO 8601 duration of one unit. */
const ONE_UNIT = /^(PT?)(\d{1,6})([YMWDHS])$/;
