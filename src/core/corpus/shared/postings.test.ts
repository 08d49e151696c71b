import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reading } from '../../reading/types.ts';
import type { CorpusChange } from '../types.ts';
import { Postings } from './postings.ts';

/** The keys stand for the reading here; `Postings` asks nothing else of it. */
const readingOf = (keys: readonly number[]) => ({ text: keys.join(' ') }) as Reading;
const keysOf = (reading: Reading) => [...new Set(reading.text.split(' ').filter(Boolean).map(Number))];

const change = fc.record({
  uri: fc.constantFrom(...'abcdefgh'),
  reading: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }), { freq: 5 }),
});

describe('postings', () => {
  it('answers as a plain index would after any history, and leaves earlier states as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), (history) => {
        const expected = new Map<string, readonly number[]>();
        const states: { postings: Postings; expected: ReadonlyMap<string, readonly number[]> }[] = [];
        let postings = Postings.empty;
        for (const batch of history) {
          const changes = batch.map(({ uri, reading }): CorpusChange => ({
            uri,
            reading: reading && readingOf(reading),
          }));
          postings = postings.apply(changes, keysOf);
          for (const { uri, reading } of batch) {
            if (reading) expected.set(uri, reading);
            else expected.delete(uri);
          }
          states.push({ postings, expected: new Map(expected) });
        }
        for (const state of states) {
          for (let key = 0; key < 10; key += 1) {
            const wanted = [...state.expected].filter(([, keys]) => keys.includes(key)).map(([uri]) => uri);
            assert.deepEqual([...state.postings.sourcesWith(key, 8)!].sort(), wanted.sort());
            if (wanted.length > 1) assert.equal(state.postings.sourcesWith(key, wanted.length - 1), null);
          }
        }
      }),
    );
  });
});
