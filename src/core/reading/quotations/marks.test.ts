import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs } from '../../text/sentences.ts';
import { readMarks } from './marks.ts';

/** What stands in marks, with them, and the problems as "kind text". */
function check(text: string, expected: readonly string[], problems: readonly string[] = []): void {
  const marks = readMarks(text, paragraphs(text));
  const outer = marks.spans.map(
    (span) => `${'> '.repeat(depth(marks.spans, span.within))}${text.slice(span.outer.start, span.outer.end)}`,
  );
  assert.deepEqual(outer, expected);
  assert.deepEqual(
    marks.problems.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
    problems,
  );
}

const depth = (spans: readonly { readonly within: number | null }[], within: number | null): number =>
  within === null ? 0 : 1 + depth(spans, spans[within]!.within);

describe('quotation marks', () => {
  it('pairs straight, curly, angled and low marks', () => {
    check('"One," she said. "Two."', ['"One,"', '"Two."']);
    check('“One,” she said. “Two.”', ['“One,”', '“Two.”']);
    check('« Oui », „Ja“, »Nein«, “Yes”', ['« Oui »', '„Ja“', '»Nein«', '“Yes”']);
    check("``Old wire copy,'' it said", ["``Old wire copy,''"]);
  });

  it('nests single marks and tells them from apostrophes', () => {
    check(`"It's the boys' hut," he said. "They cried 'No!'"`, [
      `"It's the boys' hut,"`,
      `"They cried 'No!'"`,
      "> 'No!'",
    ]);
    check('‘The boys’ hut is shut,’ he said in the ’90s, ’tis true', ['‘The boys’ hut is shut,’']);
    check("Rock 'n' roll of the '60s, 'em all, O'Brien's and Sana'a", []);
    check(`a 6'2" door`, []);
  });

  it('takes one quotation over several paragraphs', () => {
    check('He read: “One.\n\n“Two.\n\n“Three.” And left.', ['“One.', '“Two.', '“Three.”']);
  });

  it('reports what does not fit', () => {
    check('the “designated works" here', ['“designated works"'], ['mismatched “designated works"']);
    check('"Open, he said. "Shut."', ['"Shut."'], ['unclosed "']);
    check('No end” and “an end”', ['“an end”'], ['unopened ”']);
    check('“To the end', ['“To the end'], ['unclosed “']);
    check('"One", "two" and “three”.', ['"One"', '"two"', '“three”'], ['mixed-styles “three”']);
  });

  it('alternates straight marks where spaces are set wrongly', () => {
    check('"Hello, "he said. "World."', ['"Hello, "', '"World."']);
  });

  it('nests and never crosses, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', "'", '“', '”', '‘', '’', '«', '»', '„', ' ', 'a', 's', '.', '\n'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (source) => {
        const { spans } = readMarks(source, paragraphs(source));
        for (const [i, a] of spans.entries())
          for (const b of spans.slice(i + 1)) {
            const apart = b.outer.start >= a.outer.end;
            assert.ok(apart || (b.outer.start >= a.start && b.outer.end <= a.outer.end), source);
          }
      }),
    );
  });
});
