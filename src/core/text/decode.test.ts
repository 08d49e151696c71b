import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encodeUtf8 } from './decode.ts';

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('decode', () => {
  const cases: [name: string, bytes: Uint8Array, text: string | null, encoding?: string, by?: string][] = [
    ['nothing', Buffer.from(''), '', 'utf-8', 'valid'],
    ['UTF-8', Buffer.from('naïve 🜁'), 'naïve 🜁', 'utf-8', 'valid'],
    ['a BOM', Buffer.from('\ufeffnaïve'), 'naïve', 'utf-8', 'bom'],
    ['UTF-16, little end first', utf16('naïve 🜁', false), 'naïve 🜁', 'utf-16le', 'bom'],
    ['UTF-16, big end first', utf16('naïve 🜁', true), 'naïve 🜁', 'utf-16be', 'bom'],
    [
      'windows-1252',
      Buffer.from('\x93na\xefve\x94 \x96 \x80 5', 'latin1'),
      '“naïve” – € 5',
      'windows-1252',
      'fallback',
    ],
    ['all three line ends', Buffer.from('a\r\nb\rc\nd'), 'a\nb\nc\nd', 'utf-8', 'valid'],
    ['an overlong slash', Buffer.from([0x41, 0xc0, 0xaf]), 'AÀ¯', 'windows-1252', 'fallback'],
    ['an encoded surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'í\u00a0€', 'windows-1252', 'fallback'],
    ['a NUL', Buffer.from('text\0text'), null],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x01, 0x02, 0x03]), null],
    ['UTF-16 without BOM', Buffer.from('text', 'utf16le'), null],
  ];
  for (const [name, bytes, text, encoding, by] of cases) {
    it(`reads ${name}`, () => {
      const decoded = decode(bytes);
      assert.equal(decoded?.text ?? null, text);
      assert.equal(decoded?.encoding, encoding);
      assert.equal(decoded?.by, by);
    });
  }

  it('counts what it had to replace after a BOM', () => {
    assert.equal(decode(Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42]))?.replaced, 1);
    assert.equal(decode(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42]))?.text, 'A\ufffd\ufffd');
  });

  it('agrees with the platform on every sequence of bytes', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const loose = new TextDecoder('utf-8');
    fc.assert(
      fc.property(fc.uint8Array({ min: 9, maxLength: 40 }), (bytes) => {
        const marked = decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes));
        if (marked) assert.equal(marked.text, loose.decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
        let valid = true;
        try {
          strict.decode(bytes);
        } catch {
          valid = false;
        }
        const plain = decode(bytes);
        if (plain?.by !== 'bom' && plain) assert.equal(plain.by === 'valid', valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every text back that has no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20_000 }), (text) => {
        if (/[\0-\x1f\ufeff]/.test(text)) return;
        assert.deepEqual(encodeUtf8(text), new Uint8Array(new TextEncoder().encode(text)));
        assert.equal(decode(encodeUtf8(text))?.text, text);
      }),
    );
  });

  it('writes a lone surrogate as U+FFFD', () => {
    assert.deepEqual([...encodeUtf8('a\ud800b')], [0x61, 0xef, 0xbf, 0xbd, 0x62]);
  });
});
