import assert from 'node:assert/strict';
import { markedSources } from '../../testing/markedNames.ts';
import { Corpus } from '../corpus/corpus.ts';
import type { NameType } from '../reading/types.ts';
import { likeEntities } from './likeEntities.ts';

const snapshot = new Corpus().apply(
  markedSources(
    '//- a\n[P Ada Okafor] [O Arden Motors] [L Port Meridian] [L Port Meridian] [L Port Meridian]\n' +
      '//- b\n[P Émile Duvivier] [O Okafor Shipping] [P Zoë Lindqvist]',
  ),
);

/** The first of the entities that are like the form. */
function check(form: string, type: NameType | null, ...expected: string[]): void {
  const without = new Set(snapshot.entities().flatMap(({ id, name }) => (name === form ? [id] : [])));
  const found = likeEntities(snapshot, { forms: [form], type, without }).map(({ entity }) => entity.name);
  assert.deepEqual(found.slice(0, expected.length), expected);
}

describe('entities that may be meant', () => {
  it('are those that share a word, of the same type first', () => {
    check('General Okafor', 'person', 'Ada Okafor', 'Okafor Shipping');
    check('General Okafor', 'organization', 'Okafor Shipping', 'Ada Okafor');
  });
  it('are those that look alike, whatever the accents', () => {
    check('Emile Duviver', 'person', 'Émile Duvivier');
    check('Lindquist', null, 'Zoë Lindqvist');
  });
  it('are the best known where none is alike, and never the entity itself', () => {
    check('Q', null, 'Port Meridian');
    check('Port Meridian', 'place', 'Ada Okafor');
  });
  it('say how alike they are', () => {
    const [first, second] = likeEntities(snapshot, { forms: ['PORT MERIDIAN'], type: 'place', without: new Set() });
    assert.equal(first?.likeness, 1);
    assert.ok(second!.likeness < 0.4);
  });
});
