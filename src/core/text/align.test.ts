import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align } from './align.ts';

const letters = fc.array(fc.constantFrom(...'abcd'), { maxLength: 12 });

describe('align', () => {
  it('pairs equal elements in order', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        let [lastA, lastB] = [-1, -1];
        for (const [i, j] of align(a, b)) {
          assert.equal(a[i], b[j]);
          assert.ok(i > lastA && j > lastB);
          [lastA, lastB] = [i, j];
        }
      }),
    );
  });

  it('finds as long a common subsequence as there is', () => {
    const longest = (a: readonly string[], b: readonly string[]): number =>
      a.length === 0 || b.length === 0
        ? 0
        : a[0] === b[0]
          ? 1 + longest(a.slice(1), b.slice(1))
          : Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
    const short = fc.array(fc.constantFrom(...'abc'), { maxLength: 7 });
    fc.assert(fc.property(short, short, (a, b) => assert.equal(align(a, b).length, longest(a, b))));
  });
});
