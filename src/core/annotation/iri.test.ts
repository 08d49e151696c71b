import assert from 'node:assert/strict';
import fc from 'fast-check';
import { laterInstant, toInstant } from './instant.ts';
import { encodeIri, fileNameOf, relativeIri, resolveIri, sameIri, sourceIri } from './iri.ts';

describe('IRIs of sources', () => {
  it('name any file in the sidecar’s folder', () => {
    assert.equal(sourceIri('Über: 100% "wahr"?.txt'), '%C3%9Cber%3A%20100%25%20%22wahr%22%3F.txt');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(!/[/\p{Surrogate}]/u.test(name) && name !== '.' && name !== '..');
        assert.equal(fileNameOf(sourceIri(name)), name);
        assert.equal(
          resolveIri('file:///corpus/x.anno.json', sourceIri(name)),
          `file:///corpus/${encodeURIComponent(name)}`,
        );
      }),
    );
    assert.deepEqual(['./a.txt', '../a.txt', 'https://x/a', 'a?b', '%zz'].map(fileNameOf), [
      'a.txt',
      null,
      null,
      null,
      null,
    ]);
  });

  it('resolve as in RFC 3986, section 5.4', () => {
    const examples = {
      'g:h': 'g:h',
      g: 'http://a/b/c/g',
      './g': 'http://a/b/c/g',
      'g/': 'http://a/b/c/g/',
      '/g': 'http://a/g',
      '//g': 'http://g',
      '?y': 'http://a/b/c/d;p?y',
      'g?y': 'http://a/b/c/g?y',
      '#s': 'http://a/b/c/d;p?q#s',
      '': 'http://a/b/c/d;p?q',
      '.': 'http://a/b/c/',
      '..': 'http://a/b/',
      '../g': 'http://a/b/g',
      '../..': 'http://a/',
      '../../../g': 'http://a/g',
      '/./g': 'http://a/g',
      'g;x=1/../y': 'http://a/b/c/y',
    };
    for (const [reference, expected] of Object.entries(examples)) {
      assert.equal(resolveIri('http://a/b/c/d;p?q', reference), expected, reference);
    }
  });

  it('are as short as they can be, and lead back', () => {
    const relative = (target: string): string => relativeIri('file:///a/b/x.txt.anno.json', target);
    assert.deepEqual(
      [
        'file:///a/b/y.txt',
        'file:///a/c/y.txt',
        'file:///z',
        'https://example.org/ü',
        'file:///a/b/c:d',
        'file:///a/b/',
      ].map(relative),
      ['y.txt', '../c/y.txt', '../../z', 'https://example.org/%C3%BC', './c:d', './'],
    );
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ü', 'c:d', ''), { minLength: 1, maxLength: 4 })
      .map((parts) => `file:///${parts.join('/')}`);
    fc.assert(fc.property(path, path, (base, target) => sameIri(resolveIri(base, relativeIri(base, target)), target)));
  });

  it('are encoded once', () => {
    assert.equal(
      encodeIri('https://example.org/a b/%20/ü?q=<x>#y'),
      'https://example.org/a%20b/%20/%C3%BC?q=%3Cx%3E#y',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0x2ffff }).map((point) => String.fromCodePoint(point)) }),
        (text) => encodeIri(encodeIri(text)) === encodeIri(text),
      ),
    );
    assert.ok(sameIri('file:///c%3A/%C3%BC.txt', 'file:///c:/ü.txt'));
    assert.ok(!sameIri('file:///%zz', 'file:///zz'));
  });
});

describe('instants', () => {
  it('are turned to UTC', () => {
    const turned = {
      '2026-03-07T09:30:00Z': '2026-03-07T09:30:00Z',
      '2026-03-01T00:30:00.25+01:00': '2026-02-28T23:30:00.25Z',
      '2024-02-28T23:30:00-01:00': '2024-02-29T00:30:00Z',
      '2025-12-31T23:59:60-00:30': '2026-01-01T00:29:60Z',
    };
    for (const [written, expected] of Object.entries(turned)) assert.equal(toInstant(written), expected);
    for (const wrong of [
      '2026-03-07',
      '2026-03-07T09:30:00',
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '0000-01-01T00:00:00+01:00',
    ]) {
      assert.equal(toInstant(wrong), null, wrong);
    }
    const date = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: -840, max: 840 }), (moment, zone) => {
        const two = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, '0');
        const local = new Date(moment.getTime() + zone * 60_000).toISOString().slice(0, -1);
        assert.equal(
          toInstant(`${local}${zone < 0 ? '-' : '+'}${two(zone / 60)}:${two(zone % 60)}`),
          moment.toISOString(),
        );
      }),
    );
  });

  it('are compared as moments', () => {
    assert.equal(laterInstant('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z'), '2026-01-01T00:00:00.5Z');
    assert.equal(laterInstant('2026-01-01T00:00:01Z', '2026-01-01T00:00:00.5Z'), '2026-01-01T00:00:01Z');
    assert.equal(laterInstant('2026-01-01T00:00:00.50Z', '2026-01-01T00:00:00.5Z'), '2026-01-01T00:00:00.50Z');
  });
});
