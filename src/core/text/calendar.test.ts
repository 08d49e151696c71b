import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addMonths,
  civilDate,
  dayNumber,
  easterSunday,
  weekDate,
  weekStart,
  weekdayOf,
  weeksInYear,
} from './calendar.ts';

const day = fc.integer({ min: -2_000_000, max: 2_000_000 });

describe('calendar', () => {
  it('counts days from 1970-01-01, before and after', () => {
    assert.equal(dayNumber(1970, 1, 1), 0);
    assert.equal(dayNumber(2000, 3, 1), 11017);
    assert.equal(dayNumber(1815, 12, 10), -56270);
    assert.equal(dayNumber(0, 2, 29), -719469);
  });

  it('has an inverse, and follows the order of days', () => {
    fc.assert(
      fc.property(day, (n) => {
        const { year, month, day: d } = civilDate(n);
        assert.equal(dayNumber(year, month, d), n);
        const next = civilDate(n + 1);
        assert.ok(next.year * 372 + next.month * 31 + next.day > year * 372 + month * 31 + d);
      }),
    );
  });

  it('agrees with the runtime calendar', () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = new Date(n * 86_400_000);
        const mine = civilDate(n);
        assert.deepEqual(
          [mine.year, mine.month, mine.day],
          [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
        );
        assert.equal(weekdayOf(n) % 7, date.getUTCDay());
      }),
    );
  });

  it('gives ISO weeks, and finds their Mondays again', () => {
    assert.deepEqual(weekDate(dayNumber(2021, 1, 3)), { year: 2020, week: 53, weekday: 7 });
    assert.deepEqual(weekDate(dayNumber(2024, 12, 30)), { year: 2025, week: 1, weekday: 1 });
    assert.equal(weeksInYear(2020), 53);
    assert.equal(weeksInYear(2021), 52);
    fc.assert(
      fc.property(day, (n) => {
        const { year, week, weekday } = weekDate(n);
        assert.equal(weekStart(year, week) + weekday - 1, n);
      }),
    );
  });

  it('moves by months within what the months hold', () => {
    assert.deepEqual(addMonths({ year: 2023, month: 1, day: 31 }, 1), { year: 2023, month: 2, day: 28 });
    assert.deepEqual(addMonths({ year: 2024, month: 3, day: 15 }, -15), { year: 2022, month: 12, day: 15 });
  });

  it('knows Easter', () => {
    for (const [year, month, d] of [
      [1961, 4, 2],
      [2000, 4, 23],
      [2024, 3, 31],
      [2038, 4, 25],
    ] as const)
      assert.equal(easterSunday(year), dayNumber(year, month, d));
  });
});
