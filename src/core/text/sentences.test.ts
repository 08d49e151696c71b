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

  it('joins lines that were wrapped by hand or by bytes, and no headings, lists and indents', () => {
    const letter = [
      'I am well, and so is the brave',
      'Captain, who went in with the first of',
      'the boats and was not seen again',
      'until the storm was over. “Boys,”',
      'he said, “it is done.”',
    ].join('\n');
    assert.deepEqual(texts(`Port Meridian,\nMarch the 3d\n\n${letter}\nYours,\nEzra`), [
      'Port Meridian,',
      'March the 3d',
      letter,
      'Yours,',
      'Ezra',
    ]);
    const indented = letter.replace('until', '  Until');
    assert.equal(texts(indented).length, 2);
  });

  it('keeps sentences, verse and turns that have lines of their own', () => {
    const lines = (text: string) => assert.deepEqual(texts(text), text.split('\n'));
    lines(
      'The mayor of Port Meridian left on Monday.\nHer deputy will take over.\nThe council meets again.\nIt is late.',
    );
    lines(
      'The river ran beneath the hill\nAnd all the boats lay dark and still\nUntil the morning came again\nWith bells and voices in the rain',
    );
    lines('OKAFOR: When did you come?\nSTEIN: In the spring.\nOKAFOR: And were you alone there?\nSTEIN: I was.');
  });

  it('finds the same paragraphs at whatever width a text is wrapped', () => {
    const word = fc.constantFrom(
      'a',
      'of',
      'the',
      'harbour',
      'Meridian',
      'was',
      '“opened',
      'again”',
      'storm.',
      'It',
      'Mr.',
      '2019,',
      'north-east',
    );
    const paragraph = fc.array(word, { minLength: 40, maxLength: 80 }).map((words) => words.join(' '));
    const width = fc.integer({ min: 40, max: 90 });
    const measures: readonly ((line: string) => number)[] = [(line) => line.length, (line) => Buffer.byteLength(line)];
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 4 }),
        width,
        fc.constantFrom(...measures),
        (all, most, measure) => {
          const wrapped = all.map((each) => wrap(each, most, measure)).join('\n\n');
          assert.deepEqual(
            texts(wrapped).map((each) => each.replaceAll('\n', ' ')),
            all,
          );
        },
      ),
    );
  });
});

function wrap(text: string, most: number, measure: (line: string) => number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (measure(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}
