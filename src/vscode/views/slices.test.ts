import assert from 'node:assert/strict';
import { inSlices } from './slices.ts';

describe('work in slices', () => {
  /** What was done, slice by slice, of so many items, with a timer of somebody else running beside. */
  const run = async (items: number, wanted = Infinity): Promise<{ all: boolean; slices: number[]; ticks: number }> => {
    const slices: number[] = [];
    let left = items;
    let ticks = 0;
    const other = setInterval(() => (ticks += 1), 0);
    const doPart = (most: number): boolean => {
      slices.push(Math.min(left, most));
      left -= Math.min(left, most);
      // Longer than the shortest timer, as real work is.
      for (const began = performance.now(); performance.now() - began < 3;);
      return left === 0;
    };
    try {
      return { all: await inSlices(doPart, () => slices.length < wanted), slices, ticks };
    } finally {
      clearInterval(other);
    }
  };

  it('comes to the end, and lets others in between', async () => {
    const { all, slices, ticks } = await run(1750);
    assert.deepEqual([all, slices], [true, [500, 500, 500, 250]]);
    assert.ok(ticks >= 3, `${ticks} turns of others`);
  });

  it('is left where it is when it is no longer wanted', async () => {
    assert.deepEqual((await run(1750, 2)).slices, [500, 500]);
    assert.equal((await run(1750, 2)).all, false);
    assert.deepEqual(await run(1750, 0).then(({ all, slices }) => [all, slices]), [false, []]);
  });

  it('is one slice where there is little', async () => assert.deepEqual((await run(7)).slices, [7]));
});
