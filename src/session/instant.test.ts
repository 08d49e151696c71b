import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantOf } from './instant.ts';

describe('instants', () => {
  it('are those of the platform, to the second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          assert.equal(instantOf(date.getTime()), `${date.toISOString().slice(0, 19)}Z`);
        },
      ),
    );
  });
});
