import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, SimilarWords } from './similarWords.ts';
import { Lexicon, splitWords } from './words.ts';

/** The words of a text, as they stand in it, and as numbers. */
function split(text: string, lexicon = new Lexicon()): { readonly shown: string; readonly ids: readonly number[] } {
  const { count, starts, ends, ids } = splitWords(text, lexicon);
  const words = Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
  return { shown: words.join('|'), ids: [...ids] };
}

/** Any code point of the first planes, lone surrogates too. */
const anyPoint = fc.nat({ max: 0x2ffff }).map((point) => String.fromCodePoint(point));
const BETWEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{M}]*$/u;

describe('words for matching', () => {
  it('are runs of letters and digits, single marks, and characters of scripts without spaces', () => {
    assert.equal(split('Port Meridian’s 2nd\r\n bridge—“open”.').shown, 'Port|Meridian|’|s|2nd|bridge|—|“|open|”|.');
    assert.equal(split('Żółć, e\u0301t\u00ade 東京に 😀').shown, 'Żółć|,|e\u0301t\u00ade|東|京|に|😀');
  });

  it('are equal whatever the encoding, the white space or the shape of marks', () => {
    const lexicon = new Lexicon();
    const plain = split('the "Café d\'Or" - open', lexicon).ids;
    assert.deepEqual(
      split('\ufeffthe\r\n  “Cafe\u0301 d’Or”\u00a0– o\u00adpen'.replace('o\u00adpen', 'open'), lexicon).ids,
      plain,
    );
    assert.notDeepEqual(split('the "Cafe d\'Or" - open', lexicon).ids, plain);
  });

  it('never overlap, and leave nothing but white space and invisible characters between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyPoint, maxLength: 60 }), (text) => {
        const { count, starts, ends } = splitWords(text, new Lexicon());
        let at = 0;
        for (let i = 0; i <= count; i += 1) {
          const start = i < count ? (starts[i] as number) : text.length;
          assert.ok(BETWEEN.test(text.slice(at, start)));
          if (i < count) at = ends[i] as number;
        }
      }),
    );
  });
});

describe('similar words', () => {
  it('are counted letter by letter', () => {
    const letters = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 31 })
      .map((all) => all.join(''));
    fc.assert(fc.property(letters, letters, (a, b) => assert.equal(editDistance(a, b), levenshtein(a, b))));
  });

  it('are slips and inflections, not numbers or short words', () => {
    const lexicon = new Lexicon();
    const similar = new SimilarWords(lexicon);
    const of = (a: string, b: string): boolean => similar.similarity(lexicon.id(a), lexicon.id(b)) > 0;
    assert.deepEqual(
      [of('harbour', 'harbor'), of('Lindqvist', 'Lindquist'), of('village', 'VILLAGE'), of('soldier', 'soldiers')],
      [true, true, true, true],
    );
    assert.deepEqual([of('2010', '2011'), of('not', 'now'), of('bridge', 'harbour')], [false, false, false]);
    assert.equal(similar.similarity(lexicon.id('not'), lexicon.id('not')), 1);
  });
});

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min((row[j] as number) + (letter === other ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1),
      );
    }
    row = next;
  }
  return row[b.length] as number;
}
