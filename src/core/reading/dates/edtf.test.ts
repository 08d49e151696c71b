import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDate, dayNumber } from '../../text/calendar.ts';
import { datesMeet, edtfDay, edtfYear, formatEdtf, parseEdtf, rangeOf } from './edtf.ts';

const anyDay = fc.integer({ min: -719_000, max: 1_000_000 });
const anyValue = anyDay.chain((day) => {
  const text = edtfDay(day);
  const { year } = civilDate(day);
  return fc.constantFrom(
    text,
    text.slice(0, -3),
    edtfYear(year),
    `${text}/${edtfDay(day + 40)}`,
    `${edtfYear(year).slice(0, -1)}X`,
    `${edtfYear(year)}-34`,
  );
});

describe('EDTF', () => {
  it('reads and writes levels 0 and 1, sub-year groupings, sets and ISO weeks', () => {
    for (const text of [
      '1985-04-12',
      '1985-04',
      '1985',
      '1985-04-12T23:20',
      '1985-04-12T23:20:30Z',
      '1985-04-12T23:20:30-04:00',
      '1964/2008',
      '2004-06/2006-08',
      'Y170000002',
      'Y-170000002',
      '2001-21',
      '2001-34',
      '1984?',
      '2004-06~',
      '2004-06-11%',
      '201X',
      '20XX',
      '2004-XX',
      '1985-04-XX',
      '1985-XX-XX',
      'XXXX-03-06',
      'XXXX-XX-06',
      '1985-04-12/..',
      '../1985',
      '1985-04/',
      '/1985',
      '-1985',
      '-0043-03-15',
      '[1667,1668]',
      '{1960,1961-12}',
      '2026-W10',
      '2026-W10-2',
      'XXXX-WXX-2',
      '2026-WXX',
      'XXXX-03-15/XXXX-03-30',
    ]) {
      const edtf = parseEdtf(text);
      assert.ok(edtf, text);
      assert.equal(formatEdtf(edtf), text);
    }
  });

  it('refuses what is no date', () => {
    for (const text of [
      '',
      '85',
      '1985-13',
      '1985-00',
      '1985-02-30',
      '2023-02-29',
      '1985-04-12T',
      '1985-4-1',
      '1985-04-12-01',
      '1985-20',
      '1985-42',
      '../..',
      '/',
      'today',
      '2026-W54',
      '2021-W53',
      '[1985',
      '1985-21-03',
      '-',
      'Y123',
      'X'.repeat(500),
    ])
      assert.equal(parseEdtf(text), null, text);
  });

  it('knows the days that a value reaches', () => {
    const check = (text: string, first: string, last: string) => {
      const range = rangeOf(text);
      assert.ok(range, text);
      assert.equal(`${edtfDay(range.first)}/${edtfDay(range.last)}`, `${first}/${last}`, text);
    };
    check('1985', '1985-01-01', '1985-12-31');
    check('2024-02', '2024-02-01', '2024-02-29');
    check('198X', '1980-01-01', '1989-12-31');
    check('19XX', '1900-01-01', '1999-12-31');
    check('-0043-03-15', '-0043-03-15', '-0043-03-15');
    check('2026-35', '2026-07-01', '2026-09-30');
    check('2026-41', '2026-07-01', '2026-12-31');
    check('2026-22', '2026-06-01', '2026-08-31');
    check('2026-24', '2025-12-01', '2027-02-28');
    check('2026-W10', '2026-03-02', '2026-03-08');
    check('2026-W10-2', '2026-03-03', '2026-03-03');
    check('2026-WXX', '2025-12-29', '2027-01-03');
    check('1914-07-28/1918-11', '1914-07-28', '1918-11-30');
    check('1985-04-1X', '1985-04-10', '1985-04-19');
    check('[1667,1669]', '1667-01-01', '1669-12-31');
    assert.deepEqual(rangeOf('1985/..'), { first: dayNumber(1985, 1, 1), last: Infinity });
    assert.equal(rangeOf('XXXX-03-06'), null);
  });

  it('lets values meet unless they are known to differ', () => {
    const check = (a: string, b: string, meet: boolean) => {
      assert.equal(datesMeet(a, b), meet, `${a} ${b}`);
      assert.equal(datesMeet(b, a), meet, `${b} ${a}`);
    };
    check('2026-03', '2026-03-06', true);
    check('2026-03-05', '2026-03-06', false);
    check('XXXX-03-06', '2026-03-06', true);
    check('XXXX-03-06', '2026-03-07', false);
    check('XXXX-03-06', '1907', true);
    check('XXXX-WXX-2', '2026-03-03', true);
    check('XXXX-WXX-2', '2026-03-06', false);
    check('XXXX-WXX-2', '2026-W10', true);
    check('XXXX-WXX-2', 'XXXX-WXX-3', false);
    check('XXXX-03-15/XXXX-03-30', '2026-03-20', true);
    check('XXXX-03-15/XXXX-03-30', '2026-04-20', false);
    check('XXXX-12-15/XXXX-01-10', '2026-01-02', true);
    check('XXXX-03', 'XXXX-03-06', true);
    check('XXXX-03', 'XXXX-04', false);
    check('[2026-03-04,2026-04-03]', '2026-04-03', true);
    check('[2026-03-04,2026-04-03]', '2026-03-20', false);
    check('not a date', '2026', true);
    assert.equal(datesMeet('2026-03-05', '2026-03-06', 1), true);
    assert.equal(datesMeet('2026-03-05', '2026-03-07', 1), false);
    assert.equal(datesMeet('XXXX-03-05', 'XXXX-03-06', 1), true);
  });

  it('keeps its properties for generated values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const edtf = parseEdtf(a);
        assert.ok(edtf, a);
        assert.equal(formatEdtf(edtf), a);
        assert.equal(datesMeet(a, b), datesMeet(b, a));
        const [x, y] = [rangeOf(a), rangeOf(b)];
        if (x && y) assert.equal(datesMeet(a, b), x.first <= y.last && y.first <= x.last);
        assert.ok(datesMeet(a, a));
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('1', '9', '0', '2', 'X', '-', 'W', 'T', '/', '.', '?', ',', '[', ']', 'Y', ':'),
        }),
        (text) => {
          const edtf = parseEdtf(text);
          if (edtf) assert.deepEqual(parseEdtf(formatEdtf(edtf)), edtf);
          datesMeet(text, '2026-03-06');
        },
      ),
    );
  });
});
