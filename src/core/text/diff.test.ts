import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diff, type Run } from './diff.ts';

const numbers = (text: string): Int32Array => Int32Array.from(text, (character) => character.charCodeAt(0));

function lengthInCommon(a: readonly number[], b: readonly number[]): number {
  const row = new Int32Array(b.length + 1);
  for (const symbol of a) {
    let diagonal = 0;
    b.forEach((other, j) => {
      const above = row[j + 1] as number;
      row[j + 1] = symbol === other ? diagonal + 1 : Math.max(above, row[j] as number);
      diagonal = above;
    });
  }
  return row[b.length] as number;
}

/** Runs are in order, do not overlap, and what they join is equal. Returns how much they join. */
function validLength(a: Int32Array, b: Int32Array, runs: readonly Run[]): number {
  let [atA, atB, length] = [0, 0, 0];
  for (const run of runs) {
    assert.ok(run.a >= atA && run.b >= atB && run.length > 0);
    assert.deepEqual(a.subarray(run.a, run.a + run.length), b.subarray(run.b, run.b + run.length));
    [atA, atB, length] = [run.a + run.length, run.b + run.length, length + run.length];
  }
  return length;
}

describe('diff', () => {
  it('finds what two rows have in common', () => {
    const shown = (a: string, b: string): string =>
      diff(numbers(a), numbers(b))
        .map((run) => a.slice(run.a, run.a + run.length))
        .join('|');
    assert.equal(shown('abcdef', 'abXdef'), 'ab|def');
    assert.equal(shown('', 'abc'), '');
    assert.equal(shown('abc', 'abc'), 'abc');
    assert.equal(shown('abc', 'xyz'), '');
  });

  it('finds the most there is in small rows', () => {
    const row = fc.array(fc.nat(6), { maxLength: 40 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const [rowA, rowB] = [Int32Array.from(a), Int32Array.from(b)];
        assert.equal(validLength(rowA, rowB, diff(rowA, rowB)), lengthInCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the blocks of long rows that are still there, in order', () => {
    const block = fc.array(fc.nat(40), { minLength: 30, maxLength: 90 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(block, fc.boolean(), fc.array(fc.nat(400), { maxLength: 20 })), { maxLength: 40 }),
        (blocks) => {
          const a = Int32Array.from(blocks.flatMap(([words]) => words));
          const b = Int32Array.from(blocks.flatMap(([words, kept, added]) => (kept ? [...words, ...added] : added)));
          const least = blocks.reduce((sum, [words, kept]) => sum + (kept ? words.length : 0), 0);
          assert.ok(validLength(a, b, diff(a, b)) >= least * 0.98);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives up on rows that have nothing but noise in common', () => {
    const noise = (seed: number): Int32Array =>
      Int32Array.from({ length: 60_000 }, (_, i) => (Math.imul(i + seed, 0x9e3779b1) >>> 20) % 50);
    const [a, b] = [noise(1), noise(7777)];
    validLength(a, b, diff(a, b));
  });
});
