import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/index.ts';
import { bufferEdits } from './edits.ts';

/** What VS Code reports when `[start, end)` of a buffer with these line ends is replaced. */
function change(text: string, start: number, end: number, inserted: string) {
  const place = (offset: number) => {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { line, character: offset - (before.lastIndexOf('\n') + 1) };
  };
  const range = { start: place(start), end: place(end) };
  return { range, rangeOffset: start, rangeLength: end - start, text: inserted } as never;
}

describe('edits of a buffer', () => {
  const pieces = fc.array(fc.constantFrom('a', '😀', 'é', ' ', '\n'), { maxLength: 30 });

  it('do to the LF text what they did to the buffer, whatever its line ends', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), pieces, fc.constantFrom('\n', '\r\n'), (old, a, b, put, eol) => {
        const [from, to] = [a % (old.length + 1), b % (old.length + 1)].sort((x, y) => x - y) as [number, number];
        const write = (parts: readonly string[]) => parts.map((part) => (part === '\n' ? eol : part)).join('');
        const buffer = write(old);
        const edit = change(buffer, write(old.slice(0, from)).length, write(old.slice(0, to)).length, write(put));
        const edits = bufferEdits({ eol: eol === '\n' ? 1 : 2 }, [edit]);
        const expected = [...old.slice(0, from), ...put, ...old.slice(to)].join('');
        assert.equal(applyEdits(old.join(''), edits), expected);
      }),
    );
  });
});
