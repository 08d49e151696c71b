import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locateJson, MAX_DEPTH, readJson } from './json.ts';

/** `value` of what can be read; `at` the offset where it breaks and what should have been there. */
function check(text: string, value: unknown, at?: readonly [number, string]): void {
  const reading = readJson(text);
  assert.deepEqual(reading.value, value);
  assert.deepEqual(reading.error === null ? undefined : [reading.error.start, reading.error.expected], at);
}

describe('the JSON reader', () => {
  it('agrees with JSON.parse on JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        assert.deepEqual(readJson(text).value, JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const almost = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '0', '-', 'e', '.', '\n', 'u00', ':', 'nul'))
      .map(
        ([json, at, piece]) => json.slice(0, at % (json.length + 1)) + piece + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(almost, (text) => {
        let right = true;
        try {
          JSON.parse(text);
        } catch {
          right = false;
        }
        assert.equal(readJson(text).error === null, right, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives what stood before the break', () => {
    check('{"items": [{"id": 1}, {"id": 2}, {"id', { items: [{ id: 1 }, { id: 2 }] }, [37, 'string-end']);
    check('{"a": 1 "b": 2}', { a: 1 }, [8, 'comma']);
    check('[1, 2,]', [1, 2], [6, 'value']);
    check('', undefined, [0, 'value']);
    check('"\\x"', undefined, [1, 'escape']);
    check('[] []', [], [3, 'end']);
  });

  it('takes no harm from deep, huge or poisonous input', () => {
    assert.equal(readJson('['.repeat(1_000_000)).error?.expected, 'too-deep');
    assert.equal(readJson('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)).error, null);
    const poisoned = readJson('{"__proto__": {"polluted": true}}').value as object;
    assert.equal(Object.getPrototypeOf(poisoned), Object.prototype);
    assert.ok(Object.hasOwn(poisoned, '__proto__'));
    assert.equal(JSON.stringify(poisoned), '{"__proto__":{"polluted":true}}');
  });

  it('names what a rewrite would lose', () => {
    const kinds = (text: string): string[] =>
      readJson(text).losses.map(({ kind, path }) => `${kind} ${path.join('.')}`);
    assert.deepEqual(kinds('{"a": [{"b": 1, "b": 2}]}'), ['duplicate-key a.0.b']);
    assert.deepEqual(kinds('[12345678901234567890, 1e999, 1.5, 9007199254740991]'), ['number 0', 'number 1']);
  });

  it('finds places by path', () => {
    const text = '{"a": [10, {"b": true}]}';
    const shown = (path: (string | number)[]): string[] =>
      locateJson(text, [path]).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(shown(['a', 1, 'b']), ['true']);
    assert.deepEqual(shown(['a', 1]), ['{"b": true}']);
    assert.deepEqual(shown(['x']), [text]);
  });
});
