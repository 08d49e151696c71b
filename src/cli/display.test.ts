import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cells, clip, printable } from './display.ts';

describe('text on a terminal', () => {
  it('cannot act on it', () => {
    assert.equal(printable('a\x1b[31mb\tc\u202ed\x9b'), 'a\ufffd[31mb c\ufffdd\ufffd');
  });

  it('takes the cells it takes', () => {
    assert.equal(cells('Ada'), 3);
    assert.equal(cells('港口'), 4);
    assert.equal(cells('e\u0301'), 1);
  });

  it('is cut around what it shows', () => {
    const text = `first line\n${'x'.repeat(200)} Ada ${'y'.repeat(200)}\nlast`;
    const shown = clip(text, { start: 212, end: 215 }, 40);
    assert.equal(shown.text.slice(shown.from, shown.from + shown.width), 'Ada');
    assert.ok(shown.text.startsWith('…') && shown.text.endsWith('…'));
    assert.equal(cells(shown.text), 42);
  });

  it('always shows the first character of the span, on one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '港', '𝒜'), minLength: 1, maxLength: 80 }),
        fc.nat(79),
        fc.nat(79),
        fc.integer({ min: 5, max: 30 }),
        (text, a, b, room) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
          if (end > text.length || /[\udc00-\udfff]/.test(text[start]!) || /[\udc00-\udfff]/.test(text[end] ?? ''))
            return;
          const shown = clip(text, { start, end }, room);
          assert.ok(!shown.text.includes('\n'));
          assert.ok(shown.from + shown.width <= cells(shown.text) + 1);
          assert.ok(cells(shown.text) <= 2 * room + 4);
        },
      ),
    );
  });
});
