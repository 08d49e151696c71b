import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAsides } from '../asides/read-asides.ts';
import { outlineOf, unmark } from '../../../testing/outline.ts';
import { type AtomKind, Atoms } from '../atoms.ts';
import { english } from '../en/index.ts';
import type { Entry } from '../lexicon.ts';
import type { DateExpression } from '../types.ts';
import { parseEdtf } from './edtf.ts';
import { readDates, type SourceDates } from './read-dates.ts';

function read(text: string, readerDate?: string): SourceDates {
  const source = outlineOf(text);
  const asides = readAsides(source, english.asides);
  return readDates(source, new Atoms(source, english.lexicon), { grammar: english.dates, asides, readerDate });
}

/** "[words|value]" or "[words|value|rule]" marks each expression that must be found, and no other may be; "-" is a null value. */
function check(fixture: string, sourceDate?: string): void {
  const { text, marks } = unmark(fixture, '[]');
  const found = read(text, sourceDate).dates;
  const shown = ({ start, end, value, rule }: DateExpression, index: number) =>
    `${start} ${text.slice(start, end)} = ${value ?? '-'}${marks[index]?.said[1] === undefined ? '' : ` (${rule})`}`;
  const wanted = marks.map(
    ({ at, words, said: [value, rule] }) => `${at} ${words} = ${value}${rule === undefined ? '' : ` (${rule})`}`,
  );
  assert.deepEqual(found.map(shown), wanted, text);
}

const THURSDAY = '2026-03-05';

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

describe('date expressions', () => {
  it('reads calendar dates in every order', () => {
    check('She was born on [December 10, 1815|1815-12-10|month-day-year] in the city.');
    check('He died on [27 November 1852|1852-11-27|day-month-year], aged 36.');
    check('It opened on [the 4th of July 1911|1911-07-04].');
    check('Signed [Tuesday, March 3, 2026|2026-03-03|weekday-month-day-year].');
    check('Logged at [2026-03-05T10:30:00Z|2026-03-05T10:30:00Z|iso-date] and on [2026/03/06|2026-03-06].');
    check('The bill of [25.3.2026|2026-03-25] was paid by [3/27/26|2026-03-27].');
    check('Printed on [Sept. 2, 1901|1901-09-02] and [Oct. 1901|1901-10].');
    check(
      'The fleet sailed in [March 1942|1942-03], returned in [the winter of 1943|1943-24], and sank by [the end of 1944|1944].',
    );
    check('It was built in [44 BC|-0043] and taken in [AD 79|0079], as in [500 B.C.E.|-0499].');
  });

  it('leaves the order of a numeric date open unless the text shows it', () => {
    const [date] = read('Due on 4/3/2026.').dates;
    assert.deepEqual([date?.value, date?.resolved], ['[2026-03-04,2026-04-03]', false]);
    check('Sent on [13/3/2026|2026-03-13], due on [4/4/2026|2026-04-04], paid on [5/4/2026|2026-04-05].');
  });

  it('reads years, decades, centuries, quarters and spans', () => {
    check('In [1914|1914] the mill burnt down, in [the 1920s|192X] it was rebuilt, in [the ’50s|195X] sold.');
    check('A [nineteenth-century|18XX] house of [the late 18th century|17XX].');
    check('The war of [1914–18|1914/1918|year-range] and that of [1939-1945|1939/1945].');
    check('Editor [1909 – 1949|1909/1949], in print since [2026-03|2026-03|iso-month], player of the Year.');
    check('Sales fell in [the third quarter of 2025|2025-35] and rose in [Q4 2025|2025-36].');
    check('He was born in [nineteen ninety-six|1996].');
  });

  it('reads ranges of days', () => {
    check('Curfew from [April 12 to 26|2026-04-12/2026-04-26|day-range-next].', THURSDAY);
    check('The rising of [2–4 May 1916|1916-05-02/1916-05-04].');
    check('Closed [December 28 to January 3|2025-12-28/2026-01-03].', '2026-01-10');
    check('Open [June 3-9, 2027|2027-06-03/2027-06-09].');
  });

  it('sees weekdays from the source, by the tense of the clause', () => {
    check('On [Tuesday|2026-03-03|weekday-past], the council met.', THURSDAY);
    check('The council will meet on [Tuesday|2026-03-10|weekday-next].', THURSDAY);
    check('The council met on [Thursday|2026-03-05|weekday-same].', THURSDAY);
    check('Rovers, who won twice, travel to Strelsau on [Tuesday|2026-03-10|weekday-next].', THURSDAY);
    check('The rival (NWK.L) reports on [Tuesday|2026-03-10].', THURSDAY);
    check('You’re all invited to the party on [Saturday|2026-03-07].', THURSDAY);
    check('In their reports on [Tuesday|2026-03-03], auditors found nothing.', THURSDAY);
    check('The mayor speaks in Strelsau on [Tuesday|2026-03-03].', THURSDAY);
    check('She arrived [last Thursday|2026-02-26].', THURSDAY);
    check('Ballots are to be counted [next Monday|2026-03-09].', THURSDAY);
    check('It was [Wednesday night|2026-03-04].', THURSDAY);
    check('He has until [Friday|2026-03-06] to answer.', THURSDAY);
  });

  it('finds the year of months and days', () => {
    check('Talks began in [November|2025-11|month-past].', THURSDAY);
    check('The vote will be held in [May|2026-05|month-next].', THURSDAY);
    check('He was seized on [Jan. 3|2026-01-03].', THURSDAY);
    check('The ferry sank on [Dec. 30|2025-12-30] and was raised in [January|2026-01].', THURSDAY);
    check('Over [the month of March|2026-03] they meet again.', THURSDAY);
    check('It began around [October of last year|2025-10].', THURSDAY);
    check('On [Wednesday, March 4|2026-03-04], it rained.', THURSDAY);
    // a slip of the weekday near the source, another year far from it
    check('The fair will open on [Wednesday, 19 March|2026-03-19].', THURSDAY);
    check('The fair opened on [Friday, Feb. 5|2026-02-05].', THURSDAY);
    check(
      'The fair opened on [Monday, 8 December|2025-12-08], the next on [Tuesday, 25 November|2025-11-25].',
      THURSDAY,
    );
    check('The days of the fair: [Wednesday, 13 August|2025-08-13], [Thursday, 13 August|2026-08-13].', THURSDAY);
    check('Shops closed on [Easter Monday|2025-04-21] and will on [Good Friday|2026-04-03].', THURSDAY);
  });

  it('counts from the source', () => {
    check(
      '[Yesterday|2026-03-04] it snowed, [today|2026-03-05] it thaws, [tomorrow|2026-03-06] it will rain.',
      THURSDAY,
    );
    check('[Last week|2026-W09] they sailed, [earlier this week|2026-W10] they landed.', THURSDAY);
    check('It began [last year|2025] and ends [next month|2026-04].', THURSDAY);
    check('[Two days ago|2026-03-03], [three months ago|2025-12], [a year ago|2025], [a decade ago|201X].', THURSDAY);
    check('He left [the day before yesterday|2026-03-03].', THURSDAY);
    check(
      'It closed in [the last week of 2012|2012], [the second week of April|2025-04] and [the year 1000|1000].',
      THURSDAY,
    );
    check('She left [two days later|-].', THURSDAY);
    check('They met over [the weekend|2026-02-28/2026-03-01].', THURSDAY);
    check('She ruled in [the last century|19XX].', THURSDAY);
  });

  it('reads the days of letters by the month of writing', () => {
    check('Your letter of [the 14th ult.|2026-02-14|day-month-near] came on [the 3d inst.|2026-03-03].', THURSDAY);
    check('I sail on [the 5th prox.|2026-04-05] for Strelsau, not on [Monday, the 2nd ultimo|2026-02-02].', THURSDAY);
    check('We saw her on [the fourth instant|2026-03-04], and on [the 31st of last month|-].', THURSDAY);
    check('They sail on [the 9th of this month|2026-03-09] or [the 2nd of next month|2026-04-02].', THURSDAY);
    check('Yours of [the 20th ult.|1910-12-20] is here.', '1911-01-03');
    check('Yours of [the 20th ult.|XXXX-XX-20] is here.');
    check('The 5th instant message of the 14 institutes was lost.', THURSDAY);
  });

  it('counts from an earlier date of the text', () => {
    check(
      'The duke fell on [28 June 1914|1914-06-28]. [Two days later|1914-06-30|distance-later], riots began.',
      THURSDAY,
    );
    check('They met on [5 May 1950|1950-05-05] and parted [the next day|1950-05-06].');
    check('It was founded in [1911|1911] and closed [two years later|1913].');
    check('She won in [March 2019|2019-03]. At [the time|2019-03|anaphor], she was unknown.');
    check('He came in [June 1920|1920-06] and left [the following month|1920-07].');
    check('The storm of [3 August 1914|1914-08-03] was over by [9 August|1914-08-09|day-month-in-story].');
    check('Profit rose in [the third quarter|2025-35] from a loss [a year earlier|2024-35].', '2025-11-02');
    check(
      'Profit fell in [the third quarter|2025-35]. Okafor, who came in [January|2025-01], cut debt from 2 billion [a year earlier|2024-35].',
      '2025-11-02',
    );
  });

  it('keeps what is known without an anchor, and guesses nothing', () => {
    check('On [March 6|XXXX-03-06], on [Tuesday|XXXX-WXX-2] and in [July|XXXX-07], it rained [last week|-].');
    check('Curfew from [April 12 to 26|XXXX-04-12/XXXX-04-26].');
    check('They met on [Tuesday|XXXX-WXX-2], in [March|2026-03], [last year|2025].', '2026');
    assert.deepEqual(read('On Tuesday it rained.').dates[0]?.resolved, false);
  });

  it('reads durations and sets', () => {
    check('A [two-day|P2D] visit after [three weeks|P3W] at sea and [a few years|PXY] ashore.');
    check('It ran [every Monday|XXXX-WXX-1], then [each year|P1Y], [daily|P1D] at last.');
    check('It lasted [2 1/2 years|P2Y6M], he spoke for [an hour|PT1H].');
    check('Over [the past three months|P3M] and in [recent weeks|PXW] little changed.');
  });

  it('reads times with their day', () => {
    check('It will start at [9:30 p.m. Tuesday|2026-03-10T21:30].', THURSDAY);
    check('He called at [noon on March 3|2026-03-03T12:00].', THURSDAY);
    check('It struck at [0735 GMT|2026-03-05T07:35].', THURSDAY);
  });

  it('is not taken in by names, verbs, quantities and labels', () => {
    for (const text of [
      'They may march on Sunday Telegraph House.',
      'May Okafor and April Lind said no.',
      'The Black Friday label, the Sunday Times and June Havoc.',
      'Some 1500 men, 2000 people and 1,914 horses crossed.',
      'A 51-year-old man aged 51 years, Flight 1989, $1990 and No. 2020.',
      'The fall of the house in spring water.',
      'Two-thirds of the second half went to three-quarters.',
      'USA Today of the Port Meridian Daily.',
      'Four flights a week cost $20 a day.',
      'See https://example.org/2026/03/05/story.',
      'Call 555-2019 or 1990.5 points.',
    ])
      check(text, THURSDAY);
  });

  it('names its anchor', () => {
    const { dates } = read(
      'The duke fell on 28 June 1914. Two days later, riots began. On Monday she spoke.',
      THURSDAY,
    );
    assert.deepEqual(dates[1]?.anchor, { basis: 'text', value: '1914-06-28', span: { start: 17, end: 29 } });
    assert.deepEqual(dates[2]?.anchor, { basis: 'source-date', value: THURSDAY, span: null });
    assert.equal(dates[0]?.anchor, null);
    assert.deepEqual(
      read('It began about 1815, c. 1820 at most, and ended in late 2025.').dates.map(({ modifier }) => modifier),
      ['approximate', 'approximate', 'end'],
    );
  });

  it('gives well-formed values, in order and without overlap, for any words', () => {
    const word = fc.constantFrom(
      'last',
      'next',
      'the',
      'March',
      'May',
      '3',
      '15',
      '2026',
      'Tuesday',
      ',',
      '.',
      'two',
      'days',
      'ago',
      'later',
      'week',
      'year',
      'of',
      'quarter',
      'third',
      '-',
      '–',
      'early',
      'end',
      'century',
      '20th',
      'past',
      'few',
      'every',
      '9',
      ':',
      '30',
      'p.m.',
      'noon',
      '’',
      's',
      '1990s',
      'a',
      'half',
      'Easter',
      'summer',
      'to',
      '/',
      'BC',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom(undefined, THURSDAY, '2026-03', '2026', '202X'),
        (words, sourceDate) => {
          const text = words.join(' ');
          let end = 0;
          for (const date of read(text, sourceDate).dates) {
            assert.ok(date.start >= end && date.end > date.start && date.end <= text.length, text);
            end = date.end;
            if (date.value !== null && !date.value.startsWith('P') && date.kind !== 'duration')
              assert.ok(parseEdtf(date.value), `${text}: ${date.value}`);
          }
        },
      ),
    );
  });

  it('looks at hostile input a bounded number of times', () => {
    for (const unit of [
      'the ',
      'last ',
      '1',
      '1-',
      'two hundred and ',
      'March 1 to ',
      'early ',
      '3:',
      'Tuesday, ',
      'a year ',
      'May ',
      'will ',
      '1,000,',
      'fiscal ',
      'the fiscal-',
      'late early ',
      'c. ',
      '12th ',
      'a half and ',
    ]) {
      const steps = (times: number): number => {
        const source = outlineOf(unit.repeat(times));
        const atoms = new CountedAtoms(source, english.lexicon);
        readDates(source, atoms, { grammar: english.dates, asides: [], readerDate: THURSDAY });
        return atoms.steps;
      };
      const ratio = steps(8000) / steps(1000);
      assert.ok(ratio < 8.5, `${JSON.stringify(unit)}: ${ratio}`);
    }
  });
});

describe('the source’s own date', () => {
  const dated = (text: string, value: string | null, basis?: string, sourceDate?: string) => {
    const found = read(text, sourceDate).sourceDate;
    assert.equal(found?.value ?? null, value, text);
    if (basis !== undefined) assert.equal(found?.basis, basis, text);
    return found;
  };
  const BODY =
    'The council of Port Meridian met on Tuesday to hear the mayor, who had asked for more money for the harbour works.';

  it('comes from a header', () => {
    dated(`date 2026-03-05 ${BODY}`, '2026-03-05', 'header');
    dated(`Harbour works delayed\n\nPublished: 5 March 2026\n\n${BODY}`, '2026-03-05', 'header');
    dated(`Harbour works delayed\nThursday, March 5, 2026\n${BODY}`, '2026-03-05', 'header');
  });

  it('comes from a byline, or stands apart at the head', () => {
    dated(`Harbour works delayed\nBy Ada Okafor | 05 Mar 2026\n\n${BODY}`, '2026-03-05', 'header');
    dated(`Harbour works delayed — 5 March 2026\n\n${BODY}`, '2026-03-05', 'header');
    dated(`Port Meridian, March 5, 2026: ${BODY}`, '2026-03-05');
    dated(`(March 5, 2026 / Wire) ${BODY}`, '2026-03-05');
    dated(`Ada Okafor (9 August 1929) was a mayor of Port Meridian. ${BODY}`, null);
    dated(`Ada Okafor, 9 August 1929 – 13 February 2014, was a mayor of Port Meridian. ${BODY}`, null);
    dated(`The works of 5 March 2026 - a day to remember - are over. ${BODY}`, null);
  });

  it('comes from a dateline, its year from what the text dates in full', () => {
    dated(`PORT MERIDIAN, March 7, 2026 (Wire) — ${BODY}`, '2026-03-07', 'dateline');
    const text = `PORT MERIDIAN, March 7 — ${BODY}\n\nMayor Ada Okafor speaks in the town hall on March 2, 2026.`;
    const found = dated(text, '2026-03-07', 'dateline');
    assert.deepEqual(
      found?.evidence.map(({ start, end }) => text.slice(start, end)),
      ['March 7', 'March 2, 2026'],
    );
    dated(`PORT MERIDIAN, Jan. 4 — ${BODY}\n\nThe works began in December 2025.`, '2026-01-04', 'dateline');
    dated(`PORT MERIDIAN, March 7 — ${BODY}`, null);
    dated(`PORT MERIDIAN, March 7 — ${BODY}\n\nThe mayor took office in 2023.`, null);
    dated(`PORT MERIDIAN, March 7 — ${BODY}\n\nThe works began in January 2019.`, '2019-03-07');
  });

  it('comes from weekdays, where they leave one year', () => {
    dated(
      `PORT MERIDIAN, March 7 — The council met on Tuesday, March 3, and again later. The mayor took office in 2023.`,
      '2026-03-07',
      'weekday-arithmetic',
    );
  });

  it('comes from an address on its own line, and from "today"', () => {
    dated(`https://example.org/news/2026/03/05/harbour\n\n${BODY}`, '2026-03-05', 'url');
    dated(`${BODY} See https://example.org/news/2026/03/05/harbour for the plans.`, null);
    dated(`The council said today, March 5, 2026, that the works are delayed.`, '2026-03-05', 'explicit');
    dated(`The council said yesterday (4 March 2026) that the works are delayed.`, '2026-03-05', 'explicit');
  });

  it('stays open where nothing tells, and is the reader’s where set', () => {
    dated(`${BODY} On March 6, the works began. The mayor took office in 2023.`, null);
    const set = dated(`date 2026-03-05 ${BODY}`, '2026-03-04', 'reader', '2026-03-04');
    assert.deepEqual(set, { value: '2026-03-04', basis: 'reader', evidence: [], confidence: 1 });
    dated(`date 2026-03-05 ${BODY}`, '2026-03-05', 'header', 'nonsense');
  });
});
