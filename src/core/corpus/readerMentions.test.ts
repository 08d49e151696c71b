import assert from 'node:assert/strict';
import { markedReading } from '../../testing/markedNames.ts';
import { withReaderMentions, type DecidedSpan } from './readerMentions.ts';

const urn = 'urn:uuid:00000000-0000-4000-8000-000000000001';

/** `decided` are the words that the decision was made on. */
function check(marked: string, decided: string, decision: Omit<DecidedSpan, 'start' | 'end'>): unknown {
  const reading = markedReading(marked);
  const start = reading.text.indexOf(decided);
  const made = withReaderMentions(reading, [{ start, end: start + decided.length, ...decision }]);
  const { text, mentions } = made.reading;
  return [mentions.map((one) => [text.slice(one.start, one.end), one.role?.holder ?? null]), made.decisions];
}

describe('Decisions about single mentions', () => {
  it('fall on the mention that the span covers best', () =>
    assert.deepEqual(check('Gen. [P Ada Okafor] met [P Okafor].', 'Gen. Ada Okafor', { entity: urn }), [
      [
        ['Ada Okafor', null],
        ['Okafor', null],
      ],
      [{ mention: 0, entity: urn }],
    ]));

  it('add a name that was missed, and move what points to others', () =>
    assert.deepEqual(check('The Arden met [R#2 Gen.] [P Okafor].', 'Arden', { type: 'organization' }), [
      [
        ['Arden', null],
        ['Gen.', 2],
        ['Okafor', null],
      ],
      [{ mention: 0, type: 'organization' }],
    ]));

  it('do nothing where a wrong name is no longer read', () =>
    assert.deepEqual(check('Breaking news from [L Arden].', 'Breaking', { notName: true }), [[['Arden', null]], []]));
});
