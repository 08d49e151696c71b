import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OrderedMap } from './orderedMap.ts';

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('OrderedMap', () => {
  const key = fc.string({ maxLength: 3 });

  it('agrees with a Map under any changes, and leaves older versions as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.option(fc.nat(9)))), (changes) => {
        const model = new Map<string, number>();
        let map = OrderedMap.empty<number>();
        for (const [at, value] of changes) {
          const before = map;
          const sizeBefore = before.size;
          if (value === null) {
            model.delete(at);
            map = map.delete(at);
          } else {
            model.set(at, value);
            map = map.set(at, value);
          }
          assert.equal(before.size, sizeBefore);
          assert.equal([...before.keys()].length, sizeBefore);
        }
        assert.deepEqual(
          [...map.entries()],
          [...model].sort(([a], [b]) => byCodeUnits(a, b)),
        );
        assert.equal(map.size, model.size);
      }),
    );
  });

  it('shares itself when nothing changes', () => {
    const map = OrderedMap.empty<number>().set('a', 1);
    assert.equal(map.set('a', 1), map);
    assert.equal(map.delete('b'), map);
  });
});
