import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TokenKind, tokenAt, tokenText, tokenize } from './tokens.ts';

const abbreviations = new Set(['gen.', 'lt.', 'inc.', 'ph.d.', 'mr.']);

function split(text: string): string[] {
  const tokens = tokenize(text, abbreviations);
  return Array.from({ length: tokens.length }, (_, index) => tokenText(tokens, index));
}

/** `expected` separates tokens by white space. */
function check(text: string, expected: string): void {
  assert.equal(split(text).join(' '), expected);
}

function kindOf(text: string): string | undefined {
  const tokens = tokenize(text, abbreviations);
  assert.equal(tokens.length, 1, text);
  return Object.entries(TokenKind).find(([, kind]) => kind === tokens.kinds[0])?.[0];
}

describe('tokenize', () => {
  it('splits possessives and contractions off', () => {
    check("Ada's O'Brien’s didn't we'll I’m can't", "Ada 's O'Brien ’s did n't we 'll I ’m ca n't");
    check("the islanders' boats", "the islanders ' boats");
    check("'twas rock'n'roll l'Avenir", "' twas rock'n'roll l'Avenir");
  });

  it('keeps stops with abbreviations, initials and dotted letters only', () => {
    check('Lt. Gen. Okafor left.', 'Lt. Gen. Okafor left .');
    check(
      'The U.S. and the U.K.-led J. R. Vane, Ph.D., at 9 a.m.',
      'The U.S. and the U.K. - led J. R. Vane , Ph.D. , at 9 a.m.',
    );
    check('It was plan B.', 'It was plan B .');
    check('Wait... what?!', 'Wait ... what ? !');
    check('He spoke.They left', 'He spoke . They left');
  });

  it('joins hyphens within one kind and splits them where the kind changes', () => {
    check(
      'right-wing Jean-Paul al-Masri F-16 Stratford-upon-Avon',
      'right-wing Jean-Paul al-Masri F-16 Stratford-upon-Avon',
    );
    check(
      'US-led anti-American 12-year-old mid-2019 ex-Governor',
      'US - led anti - American 12 - year-old mid - 2019 ex - Governor',
    );
    check('1990-1995 Port–Meridian 2019–20 a—b', '1990 - 1995 Port – Meridian 2019 – 20 a — b');
  });

  it('reads numbers with their separators', () => {
    check('$1,200.50 6.7% 9:30 3/4 1990s 2nd 5km.', '$ 1,200.50 6.7 % 9 : 30 3 / 4 1990s 2nd 5km .');
  });

  it('keeps addresses, handles and tags whole, without the sentence’s stop', () => {
    check(
      'See https://example.org/a?b=1. Or (www.example.org/x), ada@example.com!',
      'See https://example.org/a?b=1 . Or ( www.example.org/x ) , ada@example.com !',
    );
    check('from example.com @ada_l #Port2026', 'from example.com @ada_l #Port2026');
  });

  it('keeps emoji and combining marks together', () => {
    check('👩‍👩‍👧🇩🇪🇫🇷 👍🏽 e\u0301te\u0301 𝒜da', '👩‍👩‍👧 🇩🇪 🇫🇷 👍🏽 e\u0301te\u0301 𝒜da');
  });

  it('tells kinds', () => {
    const expected: Record<string, string> = {
      Ada: 'word',
      '12.5': 'number',
      '2nd': 'alphanumeric',
      '...': 'punctuation',
      '€': 'symbol',
      '😀': 'symbol',
      'http://a.b': 'url',
      'a@b.org': 'email',
      '@a': 'handle',
      '#a': 'hashtag',
    };
    for (const [text, kind] of Object.entries(expected)) assert.equal(kindOf(text), kind, text);
  });

  it('covers every character but white space once, in order', () => {
    const pieces = fc.constantFrom(
      'a',
      'B',
      '.',
      "'",
      '’s',
      '-',
      '–',
      ' ',
      '\n',
      '1',
      ',',
      '@',
      '#',
      '://',
      '😀',
      '\u0301',
      '\u200d',
      '\ud83d',
      '🇩',
      'é',
      '中',
      '/',
      '_',
      '&',
      'gen.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const tokens = tokenize(text, abbreviations);
          let at = 0;
          for (let index = 0; index < tokens.length; index += 1) {
            const [start, end] = [tokens.starts[index] as number, tokens.ends[index] as number];
            assert.match(text.slice(at, start), /^[\s\p{Z}\p{Cc}\u200b\ufeff]*$/u);
            assert.ok(start >= at && end > start);
            assert.equal(tokenAt(tokens, start), index);
            at = end;
          }
          assert.match(text.slice(at), /^[\s\p{Z}\p{Cc}\u200b\ufeff]*$/u);
        },
      ),
    );
  });

  it('finds nothing new by reading only a part that begins and ends at white space', () => {
    const left = 'Lt. Gen. Okafor said so. ';
    const right = "Port Meridian's council didn't.";
    assert.deepEqual([...split(left), ...split(right)], split(left + right));
  });
});
