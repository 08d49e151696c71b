/** What a figure's statement allows, as an interval of numbers. */
import type { HedgeKind, Interval } from '../types.ts';

/** "Around 70" and "nearly 70" are taken to allow a tenth: round figures seldom stray farther. */
const TOLERANCE = 0.1;

/** 0.4 × 0.1 is not exact in binary; figures are told with far fewer digits than these. */
export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value);

export const exactly = (value: number): Interval => ({ low: value, high: value, lowOpen: false, highOpen: false });

/**
 * How far a number printed with a multiplier may be from the true one: half of its last digit's worth, and no more than
 * a tenth of itself ("1 million").
 */
export const roundingSlack = (lastDigitWorth: number, value: number): number =>
  Math.min(lastDigitWorth / 2, Math.abs(value) * TOLERANCE);

/** "10 to 12". */
export const between = (low: number, high: number): Interval => ({
  low: tidy(low),
  high: tidy(high),
  lowOpen: false,
  highOpen: false,
});

/**
 * The interval of a hedged figure; `slack` is half of the last printed digit's worth where the number is plainly rounded
 * ("4.83 million" allows 4,825,000 to 4,835,000), else 0.
 */
export function hedged(value: number, kind: HedgeKind | null, slack = 0): Interval {
  switch (kind) {
    case 'at-least':
    case 'open':
      return { low: value - slack, high: Infinity, lowOpen: false, highOpen: false };
    case 'more-than':
      return { low: value - slack, high: Infinity, lowOpen: slack === 0, highOpen: false };
    case 'at-most':
      return { low: -Infinity, high: value + slack, lowOpen: false, highOpen: false };
    case 'less-than':
      return { low: -Infinity, high: value + slack, lowOpen: false, highOpen: slack === 0 };
    case 'around': {
      const room = Math.max(Math.abs(value) * TOLERANCE, slack);
      return between(value - room, value + room);
    }
    case 'nearly':
      return { ...between(value - Math.max(Math.abs(value) * TOLERANCE, slack), value), highOpen: true };
    case 'range':
    case null:
      return between(value - slack, value + slack);
  }
}

/**
 * Whether one number satisfies both statements, so that they are compatible: "151" meets "more than 150", "at least 45"
 * meets "44" no more. Ends that are open do not touch.
 */
export function intervalsMeet(a: Interval, b: Interval): boolean {
  return reaches(a.low, a.lowOpen, b.high, b.highOpen) && reaches(b.low, b.lowOpen, a.high, a.highOpen);
}

const reaches = (low: number, lowOpen: boolean, high: number, highOpen: boolean): boolean =>
  low < high || (low === high && !lowOpen && !highOpen);
