import * as assert from 'node:assert/strict';
import { withoutCrossing } from './nesting.ts';
import type { Mention } from './types.ts';

const mention = (start: number, end: number): Mention => ({ start, end, type: 'person', confidence: 1 });

describe('mentions of a reading', () => {
  it('nest, in document order, and never cross', () => {
    const given = [
      mention(20, 30),
      mention(0, 9),
      mention(5, 14),
      mention(2, 4),
      mention(4, 9),
      mention(8, 12),
      mention(9, 12),
    ];
    assert.deepEqual(
      withoutCrossing(given).map(({ start, end }) => [start, end]),
      [
        [0, 9],
        [2, 4],
        [4, 9],
        [9, 12],
        [20, 30],
      ],
    );
  });
});
