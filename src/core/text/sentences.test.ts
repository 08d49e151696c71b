import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs, sentences, type StopRules } from './sentences.ts';
import { tokenize } from './tokens.ts';

const rules: StopRules = {
  abbreviations: new Set(['gen.', 'lt.', 'inc.', 'u.s.', 'no.', 'jan.']),
  binding: new Set(['gen.', 'lt.', 'no.']),
  starters: new Set(['the', 'he', 'it']),
};

function split(text: string): string[] {
  return sentences(tokenize(text, rules.abbreviations), paragraphs(text), rules).map(({ start, end }) =>
    text.slice(start, end),
  );
}

/** `marked` has a `|` at each border between sentences; the text is what remains without it. */
function check(marked: string): void {
  const expected = marked.split('|').map((part) => part.trim());
  assert.deepEqual(split(marked.replaceAll('|', '')), expected);
}

describe('sentences', () => {
  it('ends at stops, with closing marks', () => {
    check('It rained. |“It will pass.” |She left! |(He stayed.) |Why? |Nobody knew…');
    check('“Why?” he asked. |"Go." |He went.');
  });

  it('goes on after abbreviations, ranks and initials', () => {
    check('Lt. Gen. Okafor and J. R. Vane met No. 5. |It ended.');
    check('The U.S. Navy left. |He lives in the U.S. |The ship is gone.');
    check('Vane Inc. said so in Jan. 2019. |He agreed.');
  });

  it('needs no space after a stop, nor a stop before a line end', () => {
    check('He spoke.|The council left at 6.30. |It was example.org again.');
    check('Harbour reopens\n|The harbour reopened.\n|1. First of all');
  });

  it('lies within paragraphs and covers every token, in order', () => {
    const piece = fc.constantFrom(
      'Word',
      'word',
      '.',
      '!',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '”',
      '“',
      '"',
      'Gen.',
      'U.S.',
      '1',
      'J. ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const tokens = tokenize(text, rules.abbreviations);
        const found = sentences(tokens, paragraphs(text), rules);
        let token = 0;
        for (const sentence of found) {
          assert.equal(sentence.firstToken, token);
          assert.ok(sentence.endToken > sentence.firstToken);
          token = sentence.endToken;
        }
        assert.equal(token, tokens.length);
      }),
    );
  });
});

describe('paragraphs', () => {
  const texts = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

  it('takes blank lines and the author’s line ends', () => {
    assert.deepEqual(texts('  One.\n\n\nTwo\nThree. \n \n'), ['One.', 'Two', 'Three.']);
    assert.deepEqual(texts(''), []);
  });

  it('joins the lines of hard-wrapped text', () => {
    const wrapped = [
      'The harbour of Port Meridian was',
      'opened in the spring of the year',
      'that followed the great storm of',
      'the south, and closed again.',
    ];
    assert.deepEqual(texts(`${wrapped.join('\n')}\n\nNext.`), [wrapped.join('\n'), 'Next.']);
  });
});
