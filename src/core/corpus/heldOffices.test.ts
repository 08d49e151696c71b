import assert from 'node:assert/strict';
import { entityLines, markedSources } from '../../testing/markedNames.ts';
import type { Mention, Reading } from '../index.ts';
import { Corpus } from './corpus.ts';

/** Each role is an office of its own words, of the body that follows it behind "of". */
function withOffices(reading: Reading, year: string | undefined): Reading {
  const { mentions, text } = reading;
  const mentionAt = (at: number): Mention | null => mentions.find(({ start }) => start === at) ?? null;
  return {
    ...reading,
    sourceDate: year === undefined ? null : { value: year, basis: 'header', evidence: [], confidence: 1 },
    mentions: mentions.map((mention): Mention => {
      const { role, start, end } = mention;
      if (role === undefined) return mention;
      const of = text.startsWith(' of ', end) ? mentionAt(end + ' of '.length) : null;
      return { ...mention, role: { ...role, office: text.slice(start, end).toLowerCase(), of } };
    }),
  };
}

/** `years` dates sources by their names. */
const check = (corpus: string, expected: readonly string[], years: Readonly<Record<string, string>> = {}): void => {
  const sources = markedSources(corpus).map(({ uri, reading }) => ({ uri, reading: withOffices(reading, years[uri]) }));
  const apply = (given: typeof sources): string[] => {
    const growing = new Corpus();
    for (const source of given.slice(1)) growing.apply([source]);
    return entityLines(growing.apply(given.slice(0, 1)));
  };
  assert.deepEqual(apply(sources), expected);
  assert.deepEqual(apply(sources.toReversed()), expected);
};

describe('Offices across sources', () => {
  const two =
    '//- a\n[P William Okafor], [R#1 mayor] of [L Arden]\n//- b\n[P Bill Okafor], [R#1 mayor] of [L Meridian]';

  it('part like names that nobody could hold both of', () => {
    check(two, ['Arden (a)', 'Bill Okafor (b)', 'Meridian (b)', 'William Okafor (a)']);
    check(
      '//- a\n[P Ada Okafor], [R#1 ceo] of [O Arden Motors]\n//- b\n[P A. Okafor], [R#1 ceo] of [O Meridian Guild]',
      ['A. Okafor (b)', 'Ada Okafor (a)', 'Arden Motors (a)', 'Meridian Guild (b)'],
    );
  });

  it('leave them one where the years differ, where the bodies are one, and where the office may be held twice', () => {
    check(two, ['Arden (a)', 'Bill Okafor = William Okafor (a b)', 'Meridian (b)'], { a: '1990', b: '1996-03' });
    check(
      '//- a\n[P Ada Okafor], [R#1 ceo] of [O Arden Motors]\n//- b\n[P A. Okafor], [R#1 ceo] of [O Arden Motors Inc.]',
      ['Ada Okafor = A. Okafor (a b)', 'Arden Motors = Arden Motors Inc. (a b)'],
    );
    check(
      '//- a\n[P Ada Okafor], [R#1 trustee] of [O Arden Motors]\n//- b\n[P A. Okafor], [R#1 trustee] of [O Meridian Guild]',
      ['Ada Okafor = A. Okafor (a b)', 'Arden Motors (a)', 'Meridian Guild (b)'],
    );
  });

  it('tell whose surname it is', () =>
    check(
      '//- a\n[P Ada Okafor], [R#1 mayor] of [L Arden], and [P Ralph Okafor]\n//- b\n[R#2 Mayor] [P Okafor] left.',
      ['Ada Okafor = Okafor (a b)', 'Arden (a)', 'Ralph Okafor (a)'],
    ));

  it('tell it not where another source writes the surname without', () =>
    check(
      '//- a\n[P Ada Okafor], [R#1 mayor] of [L Arden], and [P Ralph Okafor]\n//- b\n[R#2 Mayor] [P Okafor] left.\n//- c\n[P Okafor]',
      ['Ada Okafor (a)', 'Arden (a)', 'Okafor (b c)', 'Ralph Okafor (a)'],
    ));

  it('go with the mentions that have them, where a surname means one person here and another there', () =>
    check(
      '//- a\n[P Raghav Ardeni Okello], [R#1 minister], met [R#4 minister] [P Okello]. [P P.K. Okello], [R#5 officer], left. [P Okello] stayed.',
      ['P.K. Okello (a)', 'Okello (a)', 'Raghav Ardeni Okello = Okello (a)'].sort(),
    ));
});
