import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/index.ts';
import { trimmed } from './trim.ts';

describe('edits without what they leave as it was', () => {
  const check = (text: string, put: string, expected: [start: number, end: number, text: string] | null): void => {
    it(`${text} → ${put}`, () => {
      const edit = trimmed(text, { start: 0, end: text.length, text: put });
      assert.deepEqual(edit && [edit.start, edit.end, edit.text], expected);
    });
  };
  check('Ada came', 'Ada came', null);
  check('Ada came', 'Ada has come', [4, 6, 'has co']);
  check('aa', 'aaa', [2, 2, 'a']);
  check('👍', '👎', [0, 2, '👎']);
  check('', 'Ada', [0, 0, 'Ada']);

  it('do the same', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '👍', '👎'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, word, (before, old, put, after) => {
        const text = before + old + after;
        const edit = { start: before.length, end: before.length + old.length, text: put };
        const short = trimmed(text, edit);
        assert.equal(short ? applyEdits(text, [short]) : text, before + put + after);
      }),
    );
  });
});
