import assert from 'node:assert/strict';
import { markedSources } from '../../testing/markedNames.ts';
import { Corpus } from '../corpus/corpus.ts';
import { missedPlaces } from './missedPlaces.ts';

const snapshot = new Corpus().apply(
  markedSources(
    '//- a\nThe Red\nKite sailed. [E Red Kite] was no Redkite, nor red kites.\n//- b\nA (Red Kite) and C++.',
  ),
);
const check = (words: string, ...expected: string[]): void =>
  assert.deepEqual(
    missedPlaces(snapshot, words).map(({ uri, start, end }) => `${uri} ${start}-${end}`),
    expected,
  );

describe('places where a name was missed', () => {
  it('have the words, whole and in their own letters, and no name', () => check('Red Kite', 'a 4-12', 'b 3-11'));
  it('may have marks in them', () => check('C++', 'b 17-20'));
  it('are none for no words', () => check(' '));
});
