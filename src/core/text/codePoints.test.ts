import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePoints } from './codePoints.ts';

describe('code points', () => {
  it('count surrogate pairs once', () => {
    const points = new CodePoints('a😀b');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 9].map((offset) => points.fromUnits(offset)),
      [0, 1, 2, 2, 3, 3],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => points.toUnits(index)),
      [0, 1, 3, 4, 4],
    );
    assert.equal(points.length, 3);
  });

  it('agree with the language itself, lone surrogates and block ends included', () => {
    const piece = fc.oneof(fc.constantFrom('😀', '\ud800', '\udc00', 'é'), fc.stringMatching(/^a{0,300}$/));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const points = new CodePoints(text);
        let offset = 0;
        let index = 0;
        for (const character of text) {
          assert.equal(points.fromUnits(offset), index);
          assert.equal(points.toUnits(index), offset);
          offset += character.length;
          index += 1;
        }
        assert.equal(points.length, index);
      }),
      { numRuns: 300 },
    );
  });
});
