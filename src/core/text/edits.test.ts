import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, moveSpans, sortedEdits, type Edit } from './edits.ts';

/** `[…]` marks the span before and after; the edit replaces what stands between `{` and `|` by what stands between `|` and `}`. */
function check(before: string, after: string, fate: string): void {
  const { text, span, edits } = parse(before);
  const [moved] = moveSpans([span], edits);
  assert.ok(moved);
  const now = applyEdits(text, edits);
  assert.equal(`${now.slice(0, moved.start)}[${now.slice(moved.start, moved.end)}]${now.slice(moved.end)}`, after);
  assert.equal(moved.fate, fate);
}

function parse(notation: string): { text: string; span: { start: number; end: number }; edits: Edit[] } {
  const edits: Edit[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  let editStart = 0;
  let inserted: string | null = null;
  for (const character of notation) {
    if (character === '{') editStart = text.length;
    else if (character === '|') inserted = '';
    else if (character === '}') {
      edits.push({ start: editStart, end: text.length, text: inserted ?? '' });
      inserted = null;
    } else if (inserted !== null) inserted += character;
    else if (character === '[') start = text.length;
    else if (character === ']') end = text.length;
    else text += character;
  }
  return { text, span: { start, end }, edits };
}

describe('edits', () => {
  it('move spans behind them', () => {
    check('{|new }old [span]', 'new old [span]', 'kept');
    check('{old |}[span]', '[span]', 'kept');
    check('[span]{| more}', '[span] more', 'kept');
  });

  it('leave what is typed at the edges outside', () => {
    check('a {|x}[span] b', 'a x[span] b', 'kept');
    check('a [span]{|x} b', 'a [span]x b', 'kept');
    check('{a |b }[span]', 'b [span]', 'kept');
  });

  it('grow and shrink spans inside', () => {
    check('a [sp{|ar}an] b', 'a [sparan] b', 'edited');
    check('a [s{pa|}n] b', 'a [sn] b', 'edited');
    check('a{ [sp|}an] b', 'a[an] b', 'edited');
    check('a [{span|words}] b', 'a [words] b', 'deleted');
    check('{a [span] b|}', '[]', 'deleted');
  });

  it('take several changes of one event at once', () => {
    check('{a|bb} [sp{a|oo}n] {b|cc}', 'bb [spoon] cc', 'edited');
    const edits = sortedEdits([
      { start: 5, end: 5, text: 'y' },
      { start: 0, end: 2, text: '' },
    ]);
    assert.deepEqual(
      edits.map(({ start }) => start),
      [0, 5],
    );
    assert.throws(
      () =>
        sortedEdits([
          { start: 0, end: 3, text: '' },
          { start: 2, end: 4, text: '' },
        ]),
      RangeError,
    );
  });

  it('agree with a text whose characters have names', () => {
    const edit = fc.record({ gap: fc.nat(6), cut: fc.nat(4), text: fc.stringMatching(/^[x-z]{0,3}$/) });
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { maxLength: 6 }),
        (parts, spans) => {
          const edits: Edit[] = [];
          let at = 0;
          for (const { gap, cut, text } of parts) {
            edits.push({ start: at + gap, end: at + gap + cut, text });
            at += gap + cut;
          }
          // Every character of the old text has a name of its own; new ones are x, y, z.
          const old = String.fromCodePoint(...Array.from({ length: Math.max(at, 40) }, (_, i) => 0x100 + i));
          const now = applyEdits(old, edits);
          const before = spans.map(([start, length]) => ({ start, end: start + length }));
          moveSpans(before, edits).forEach(({ start, end, fate }, i) => {
            const span = before[i] as (typeof before)[number];
            const words = old.slice(span.start, span.end);
            const left = [...words].filter((character) => now.includes(character));
            const moved = now.slice(start, end);
            assert.deepEqual(
              [...moved].filter((character) => old.includes(character)),
              left,
            );
            assert.equal(fate === 'deleted', left.length === 0);
            if (fate === 'kept') assert.equal(moved, words);
            else assert.notEqual(moved, words);
          });
        },
      ),
      { verbose: true },
    );
  });
});
