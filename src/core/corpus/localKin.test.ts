import assert from 'node:assert/strict';
import { markedReading } from '../../testing/markedNames.ts';
import type { Reading } from '../index.ts';
import { isRelative, mayMean } from './localKin.ts';

/** "General" and "colonel" are ranks, courtesy titles have a gender, other roles are offices. */
function withFacts(reading: Reading): Reading {
  const mentions = reading.mentions.map((mention) => {
    const { role, start, end } = mention;
    const word = reading.text.slice(start, end).toLowerCase();
    if (role === undefined || role.gender !== null) return mention;
    const isRank = word === 'colonel' || word === 'general';
    return { ...mention, role: isRank ? { ...role, rank: { name: word, grade: null } } : { ...role, office: word } };
  });
  return { ...reading, mentions };
}

describe('A relative', () => {
  const check = (marked: string, expected: boolean): void => {
    const reading = markedReading(marked);
    assert.equal(
      isRelative(
        reading,
        reading.mentions.findIndex(({ type }) => type === 'person'),
      ),
      expected,
      marked,
    );
  };

  it('is presented before the name or behind it', () => {
    for (const marked of [
      'His son, [P Tom Okafor], left.',
      "The mayor's late husband, [P Tom Okafor], left.",
      'his younger brother [R#2 Prince] [P Okafor]',
      '[P Ana Okafor], his sister, left.',
      "[P Ana Okafor], the former mayor's wife, left.",
      '[P Ana Okafor], Vane’s wife, left.',
    ])
      check(marked, true);
  });

  it('is not who has one', () => {
    for (const marked of [
      '[P Okafor], and his sister left.',
      '[P Okafor], who met his wife, left.',
      '[P Okafor], father of two, left.',
      'His son left. [P Okafor] stayed.',
      'The brother, [P Okafor], left.',
    ])
      check(marked, false);
  });
});

describe('A surname', () => {
  it('means no officer where a courtesy title and an office of its own stand beside it', () => {
    const meant = (marked: string): readonly number[] => {
      const reading = withFacts(markedReading(marked));
      const people = reading.mentions.flatMap(({ type }, at) => (type === 'person' ? [at] : []));
      return mayMean(reading, people.slice(1), people.slice(0, 1));
    };
    assert.deepEqual(meant('[R#2 Colonel] [P Sam Okafor] came. [Rm#4 Mr.] [P Okafor], the [R#4 leader], left.'), []);
    assert.deepEqual(meant('[R#2 Colonel] [P Sam Okafor] came. [P Okafor], the [R#3 leader], left.'), [2]);
    assert.deepEqual(meant('[R#2 Colonel] [P Sam Okafor] came. [Rm#4 Mr.] [P Okafor] left.'), [3]);
  });
});
