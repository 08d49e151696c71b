import assert from 'node:assert/strict';
import { markedReading } from '../../testing/markedNames.ts';
import type { Mention, Reading } from '../index.ts';
import { namesInSource } from './local.ts';

/** Each role's office is its last word in lower case, and of the body that is the mention at `of`, if it is one of those. */
function officialReading(marked: string, of: ReadonlyMap<number, number> = new Map()): Reading {
  const reading = markedReading(marked);
  const mentions = reading.mentions.map((mention, index): Mention => {
    const body = reading.mentions[of.get(index) ?? -1] ?? null;
    const office = reading.text.slice(mention.start, mention.end).toLowerCase().split(' ').at(-1) ?? null;
    return mention.role === undefined ? mention : { ...mention, role: { ...mention.role, office, of: body } };
  });
  return { ...reading, mentions };
}

/** Names under which the mentions take part, in order. */
const check = (reading: Reading, ...expected: (string | null)[]): void =>
  assert.deepEqual(namesInSource(reading).keys, expected);

describe('Offices in one source', () => {
  const [ada, bea, corps] = ['person:ada okafor', 'person:bea vane', 'organization:arden corps'];

  it('stand for their holder where the text names one', () =>
    check(
      officialReading(
        '[P Ada Okafor], [R#1 director] of [O Arden Corps]. [R The director] of [O Arden Corps] left.',
        new Map([
          [1, 2],
          [3, 4],
        ]),
      ),
      ...[ada, ada, corps, ada, corps],
    ));

  it('stand for nobody where the text names two, or another body', () => {
    check(
      officialReading(
        '[R#2 Director] [P Ada Okafor] and [R#4 director] [P Bea Vane] of [O Arden Corps]. [R The director] left.',
        new Map([
          [0, 4],
          [2, 4],
          [5, 4],
        ]),
      ),
      ...[ada, ada, bea, bea, corps, null],
    );
    check(
      officialReading(
        '[R#2 Director] [P Ada Okafor] of [O Arden Corps]. [R The director] of [O Meridian Guild] left.',
        new Map([
          [0, 2],
          [3, 4],
        ]),
      ),
      ...[ada, ada, corps, null, 'organization:meridian guild'],
    );
  });

  it('tell, as ranks do, which of two of one surname is meant', () => {
    const ranked = markedReading('[R#2 General] [P Ada Okafor] met [P Ralph Okafor]. [R#5 Gen.] [P Okafor] left.');
    const rank = { name: 'general', grade: 'OF-9' };
    const mentions = ranked.mentions.map((mention): Mention => {
      return mention.role === undefined ? mention : { ...mention, role: { ...mention.role, rank } };
    });
    check({ ...ranked, mentions }, ada, ada, 'person:ralph okafor', ada, ada);
  });

  it('tell which of two of one surname is meant', () =>
    check(
      officialReading('[R#2 Mayor] [P Ada Okafor] met [P Ralph Okafor]. [R#5 Mayor] [P Okafor] left.'),
      ...[ada, ada, 'person:ralph okafor', ada, ada],
    ));
});
