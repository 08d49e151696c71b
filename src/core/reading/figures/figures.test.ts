import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlineOf, unmark } from '../../../testing/outline.ts';
import { type AtomKind, Atoms } from '../atoms.ts';
import { readDates } from '../dates/read-dates.ts';
import { english } from '../en/index.ts';
import type { Entry } from '../lexicon.ts';
import type { SourceText } from '../source-text.ts';
import type { Figure } from '../types.ts';
import { exactly, hedged, intervalsMeet } from './intervals.ts';
import { readFigures } from './read-figures.ts';

function read(source: SourceText): Figure[] {
  const atoms = new Atoms(source, english.lexicon);
  const { dates } = readDates(source, atoms, { grammar: english.dates, asides: [] });
  return readFigures(atoms, { grammar: english.figures, dates });
}

const bound = (n: number): string => (n === Infinity ? '∞' : n === -Infinity ? '-∞' : String(n));

/** "151 dead": value, then unit, counted lemma and interval where they say something; "45 ship at-least [45,∞]". */
function show({ value, unit, counted, hedge, interval }: Figure): string {
  const { low, high, lowOpen, highOpen } = interval;
  const told = `${lowOpen ? '(' : '['}${bound(low)},${bound(high)}${highOpen ? ')' : ']'}`;
  const parts = [value ?? 'open', unit, counted?.lemma, hedge?.kind, hedge === null && low === high ? null : told];
  return parts.filter((part) => part !== null && part !== undefined).join(' ');
}

/** "{words|reading}" marks each figure that must be found, and no other may be. */
function check(fixture: string): void {
  const { text, marks } = unmark(fixture, '{}');
  const expected = marks.map(({ words, said }) => `${words} = ${said.join('|')}`);
  const found = read(outlineOf(text)).map((figure) => `${text.slice(figure.start, figure.end)} = ${show(figure)}`);
  assert.deepEqual(found, expected, text);
}

/** Counts how often a grammar looks at an atom: growth told without a clock. */
class CountedAtoms extends Atoms {
  steps = 0;

  override kind(index: number): AtomKind {
    this.steps += 1;
    return super.kind(index);
  }

  override entry(index: number): Entry {
    this.steps += 1;
    return super.entry(index);
  }
}

describe('figures', () => {
  it('reads digits and words', () => {
    check(
      'They counted {1,200 ships|1200 ship}, {forty-five captains|45 captain} and {two hundred and fifty-one sailors|251 sailor}.',
    );
    check('The town has {4.83 million inhabitants|4830000 inhabitant [4825000,4835000]}.');
    check('About the house lay {a dozen eggs|12 egg}, {half a dozen apples|6 apple} and {two dozen pears|24 pear}.');
    check(
      'It killed {hundreds of people|open person open [200,∞]} and drove off {tens of thousands|open open [20000,∞]}.',
    );
    check('{Half of the fleet|0.5 share fleet} sank, {two-thirds of the crews|0.666666666667 share crew} drowned.');
    check('{One in five|0.2 share} could read.');
  });

  it('finds what is counted across adjectives, marks and compounds', () => {
    check('The navy flew {44 lethal “night raids”|44 raid} and lost {three suspected gun-runners|3 gun-runner}.');
    check('{Six men|6 man} and {two Meridian officers|2 officer} came in {151 small boats|151 boat}.');
    check('A {10-member|10 member} board shut {27 coal- and gas-fired plants|27 plant}.');
    check('{Eleven crew members|11 member} left {one child|1 child} with {five police officers|5 officer}.');
  });

  it('reads units, currencies, percentages, rates and ages', () => {
    check(
      'Around {70 per cent|70 percent crop around [63,77]} of the crop is lost, {12%|12 percent} of it at sea, up {3 percentage points|3 percentage point}.',
    );
    check(
      'It cost {£3m|3000000 GBP [2700000,3300000]}, not {$2.5bn|2500000000 USD [2450000000,2550000000]} or {C$40|40 CAD} or {€1,500|1500 EUR}.',
    );
    check(
      'The {51-year-old|51 year} and Ada Okafor, {41|41 year}, walked {12 km|12 km} to a {300-metre|300 m} wall with {9 square miles|9 mile²}.',
    );
    check('The rate is {5.2 per 1,000|5.2 per 1000 birth} births.');
    check('They had {two tons|2 ton} of grain and {40 pounds|40 lb} of salt.');
  });

  it('reads hedges as intervals', () => {
    check('At least {45 ships|45 ship at-least [45,∞]} and more than {150 people|150 person more-than (150,∞]}.');
    check(
      'Up to {20 houses|20 house at-most [-∞,20]}, fewer than {9 barns|9 barn less-than [-∞,9)}, nearly {100 cows|100 cow nearly [90,100)}.',
    );
    check('They lost {500 or more sheep|500 sheep at-least [500,∞]} and {200|200 at-least [200,∞]}+.');
    check('Between {10 and 12 boats|10 boat range [10,12]} and {15-20 rafts|15 raft range [15,20]} sank.');
    check('She heard {six or seven shots|6 shot range [6,7]} but took {5|5} or {50 coins|50 coin}.');
    check('It holds {10 to 12 million barrels|10000000 barrel range [10000000,12000000]}.');
  });

  it('leaves telephone numbers and points won back alone', () => {
    check('Call 01632 960123, 01632 960 123 or +44 20 7946 0018. Okafor pulled one back.');
  });

  it('carries units from one end of a change to the other', () => {
    check(
      'The rate fell from {8.2 per 10,000|8.2 per 10000 person} people in 1990 to {3.1|3.1 per 10000 person} in 1999.',
    );
    check('Turnout fell from {70|70 percent} to {55 percent|55 percent}.');
  });

  it('leaves dates, ordinals, labels, names and scores alone', () => {
    for (const text of [
      'On March 6, 2026, and on 4/3/2026, at 9:30 a.m., in the 1990s, two days later.',
      'The second-largest, the 3rd and the twenty-first.',
      'Page 4 of chapter 12, No. 10, Flight 370, Route 66 and section 9.',
      'A Boeing 747, an F-16, the B2, 5G and Channel 4.',
      'Port Meridian won 3-2, then 4:1, then 92 to 0.',
      'Call 555-0100 at 24/7.',
      '1. First\n2. Second',
      'One of the oldest of them, no one, the two, this one.',
      'See https://example.org/12/34 and 007.',
    ])
      check(text);
  });

  it('keeps spans in order, numbers inside, intervals sound, for any words', () => {
    const word = fc.constantFrom(
      'one',
      'two',
      'hundred',
      'thousand',
      'million',
      'dozen',
      'dozens',
      'of',
      'half',
      'third',
      '-',
      '–',
      '5',
      '12',
      '1,200',
      '6.7',
      '%',
      'per',
      'cent',
      '$',
      '€',
      'm',
      'bn',
      'men',
      'ships',
      'old',
      'year',
      'to',
      'and',
      'from',
      'between',
      'at',
      'least',
      'more',
      'than',
      'up',
      'a',
      'the',
      'in',
      ',',
      '.',
      '“',
      '”',
      '’',
      's',
      'No',
      '\n',
      '00',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), fc.boolean(), (words, spaced) => {
        const text = words.join(spaced ? ' ' : '');
        let end = 0;
        for (const figure of read(outlineOf(text))) {
          assert.ok(figure.start >= end && figure.end <= text.length, text);
          assert.ok(figure.start <= figure.number.start && figure.number.end <= figure.end, text);
          assert.ok(figure.interval.low <= figure.interval.high, `${text} ${show(figure)}`);
          if (figure.value !== null && figure.hedge === null)
            assert.ok(intervalsMeet(figure.interval, exactly(figure.value)), text);
          end = figure.end;
        }
      }),
    );
  });

  it('looks at hostile input a bounded number of times', () => {
    for (const unit of [
      'two hundred and ',
      '1,',
      '1-',
      '5 ',
      'a million ',
      'dozens of ',
      '5 x-',
      '$',
      '5 to ',
      'more than ',
    ]) {
      const steps = (times: number): number => {
        const source = outlineOf(unit.repeat(times));
        const atoms = new CountedAtoms(source, english.lexicon);
        readFigures(atoms, { grammar: english.figures, dates: [] });
        return atoms.steps;
      };
      const ratio = steps(8000) / steps(1000);
      assert.ok(ratio < 8.5, `${JSON.stringify(unit)}: ${ratio}`);
    }
  });
});

describe('intervals', () => {
  it('meet where one number satisfies both', () => {
    assert.ok(intervalsMeet(exactly(151), hedged(150, 'more-than')));
    assert.ok(!intervalsMeet(exactly(150), hedged(150, 'more-than')));
    assert.ok(intervalsMeet(hedged(45, 'at-least'), hedged(50, 'at-most')));
    assert.ok(!intervalsMeet(hedged(45, 'at-least'), exactly(44)));
    assert.ok(intervalsMeet(hedged(70, 'around'), exactly(66)));
    assert.ok(!intervalsMeet(hedged(100, 'nearly'), exactly(100)));
  });

  it('meet themselves, and in both orders', () => {
    const kind = fc.constantFrom('at-least', 'more-than', 'at-most', 'less-than', 'around', 'nearly', null);
    const interval = fc.tuple(fc.integer({ min: 1, max: 1000 }), kind).map(([value, hedge]) => hedged(value, hedge));
    fc.assert(
      fc.property(
        interval,
        interval,
        (a, b) => (assert.ok(intervalsMeet(a, a)), assert.equal(intervalsMeet(a, b), intervalsMeet(b, a))),
      ),
    );
  });
});
