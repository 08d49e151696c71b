import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedModel } from '../../testing/corpus.ts';
import { compareSpans, contains, overlaps, type Span } from '../text/span.ts';
import { readSource } from './read.ts';

const ENGLISH =
  'PORT MERIDIAN, March 7 — “We will go,” said Gen. Ada Okafor, head of the Northern Command, on Tuesday, and at least 40 of the boats were seen in the harbour.';
const GERMAN =
  'Der Rat der Stadt hat am Dienstag mit dem Bau der neuen Brücke begonnen, und das ist nicht das Ende der „Geschichte“.';

/** Pieces that meet in news texts, in any order. */
const pieces = fc.array(
  fc.constantFrom(
    ...[
      '“',
      '”',
      '"',
      "'",
      '’',
      '(',
      ')',
      ',',
      '.',
      ':',
      ' — ',
      '\n',
      '\n\n',
      ' ',
      '😀',
      'é',
      'said',
      'according to',
      'the',
      'President',
    ],
    ...[
      'Ada Okafor',
      'Gen.',
      'U.S.',
      'Ministry of Works',
      'Tuesday',
      'March 7',
      '40',
      'percent',
      'as',
      'head of',
      'he',
      'in a statement',
      'By',
    ],
  ),
  { maxLength: 60 },
);

describe('reading a source', () => {
  it('holds every kind of content', () => {
    const { text, ...reading } = readSource(ENGLISH, { model: shippedModel() });
    const slice = ({ start, end }: Span): string => text.slice(start, end);
    assert.equal(reading.language.tag, 'en');
    assert.deepEqual(reading.asides.map(slice), ['PORT MERIDIAN, March 7 —']);
    assert.ok(reading.mentions.some((mention) => mention.type === 'person' && slice(mention) === 'Ada Okafor'));
    assert.deepEqual(reading.quotations.map(slice), ['We will go,']);
    assert.ok(reading.dates.some((date) => slice(date) === 'Tuesday'));
    assert.deepEqual(
      reading.figures.map(({ interval }) => interval.low),
      [40],
    );
  });

  it('reads only marks in a language without a reader', () => {
    const reading = readSource(GERMAN, { model: shippedModel() });
    assert.deepEqual([reading.language.tag, reading.language.supported], ['de', false]);
    assert.deepEqual([reading.mentions, reading.quotations, reading.dates], [[], [], []]);
    assert.equal(reading.paragraphs.length, 1);
  });

  it('lets the date that the reader has set win', () => {
    assert.equal(readSource(ENGLISH, { model: null, sourceDate: '2031-03-09' }).sourceDate?.value, '2031-03-09');
  });

  it('keeps its spans in the text, in order and nested, and its indices in range, whatever the text', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        const { asides, mentions, dates, figures, quotations, statements, markProblems } = readSource(text, {
          model: null,
        });
        for (const spans of [asides, mentions, dates, figures, quotations.map(({ outer }) => outer), statements]) {
          assert.ok(
            spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length),
            text,
          );
          assert.ok(
            spans.every((span, i) => i === 0 || compareSpans(spans[i - 1]!, span) <= 0),
            text,
          );
        }
        assert.ok(
          markProblems.every(({ start, end }) => start < end && end <= text.length),
          text,
        );
        for (const [i, mention] of mentions.entries()) {
          assert.ok(
            mentions.every(
              (other) => !overlaps(mention, other) || contains(mention, other) || contains(other, mention),
            ),
            text,
          );
          if (mention.role && mention.role.holder !== null)
            assert.equal(mentions[mention.role.holder]?.type, 'person', `${text} ${i}`);
        }
        for (const [i, { continues, within, speaker }] of quotations.entries()) {
          assert.ok(continues === null || continues < i, text);
          assert.ok(within === null || within < i, text);
          assert.ok(!speaker || speaker.mention === null || speaker.mention < mentions.length, text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
