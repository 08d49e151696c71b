/** Annotations through an edit of an open source, and their search in a source that changed behind our back. */
import search from 'approx-string-match';
import { anchorer, describer } from '../../src/core/annotation/index.ts';
import type { Selector, TextQuoteSelector } from '../../src/core/annotation/index.ts';
import { applyEdits, moveSpans } from '../../src/core/text/edits.ts';
import type { Span } from '../../src/core/text/span.ts';
import type { Bench, BenchContext, BenchRow } from './types.ts';

/** A long book. */
const LARGE = 1_000_000;
/** A long article. */
const ARTICLE = 40_000;
const ANNOTATIONS = 10_000;
const SEARCHED = 20;
/** Letters of a searched quote that approx-string-match may find wrong, as Hypothesis has it. */
const MAX_ERRORS = 0.5;

const bench: Bench = {
  name: 'anchoring',
  async run({ time, growth, log }: BenchContext): Promise<BenchRow[]> {
    const text = prose(LARGE);
    const middle = text.length >> 1;
    const edits = [{ start: middle, end: middle + 7, text: 'an inserted sentence. ' }];
    const spans = spread(text, ANNOTATIONS);
    const moving = await time(() => moveSpans(spans, edits));
    const applying = await time(() => applyEdits(text, edits).length);
    log(
      `${ANNOTATIONS} spans through one edit of ${LARGE} characters: ${moving.toFixed(2)} ms (the edit itself: ${applying.toFixed(2)} ms)`,
    );
    const rows: BenchRow[] = [
      {
        what: `${ANNOTATIONS} spans through an edit, for eight times as many`,
        against: 'once as many',
        ratio: await growth(
          (size) => spread(text, size),
          (some) => moveSpans(some, edits),
          { from: ANNOTATIONS, factor: 8 },
        ),
        limit: 32,
        note: `linear: 8, quadratic: 64; ${moving.toFixed(1)} ms here, 20 as a guide`,
      },
    ];
    for (const size of [ARTICLE, LARGE]) rows.push(await searching(size, time, log));
    rows.push({
      what: 'anchoring in a hostile text, for twice the length',
      against: 'once the length',
      ratio: await growth(hostile, ({ changed, selectors }) => anchorer(changed).anchor(selectors), {
        from: 100_000,
        factor: 2,
      }),
      limit: 4,
      note: 'one word over and over; about linear',
    });
    return rows;
  },
};
export default bench;

/** Quotes with a changed word, in a text with a changed beginning; ours prepares the text anew in each round. */
async function searching(size: number, time: BenchContext['time'], log: BenchContext['log']): Promise<BenchRow> {
  const text = prose(size);
  const describe = describer(text);
  const quotes = spread(text, SEARCHED).map(describe);
  const changed = `A new paragraph. ${quotes.reduce(withChange, text)}`;
  const ours = await time(
    () => {
      const prepared = anchorer(changed);
      for (const selectors of quotes) prepared.anchor(selectors);
    },
    { rounds: 5 },
  );
  const theirs = await time(
    () => {
      for (const [quote] of quotes as [TextQuoteSelector][]) {
        search(changed, quote.exact, Math.floor(quote.exact.length * MAX_ERRORS));
      }
    },
    { rounds: 3 },
  );
  log(
    `${SEARCHED} changed quotes in ${size} characters: ${ours.toFixed(1)} ms, approx-string-match ${theirs.toFixed(1)} ms`,
  );
  return {
    what: `${SEARCHED} changed quotes searched in ${size / 1000} K characters`,
    against: 'approx-string-match (no surroundings, no floor)',
    ratio: ours / theirs,
    limit: null,
    note: `${(ours / SEARCHED).toFixed(2)} ms an annotation, the preparation of the text included`,
  };
}

/** The text with the middle word of the quote changed. */
function withChange(text: string, [quote]: readonly Selector[]): string {
  const { exact } = quote as TextQuoteSelector;
  const words = exact.split(' ');
  words[words.length >> 1] = 'altered';
  return text.replace(exact, words.join(' '));
}

function hostile(size: number): { readonly changed: string; readonly selectors: readonly Selector[] } {
  const text = 'word '.repeat(size / 5);
  return { changed: `${text}end`, selectors: describer(text)({ start: size >> 1, end: (size >> 1) + 30 }) };
}

/** Sentences of made-up words with the frequencies of natural ones (Zipf's law), the same on every run. */
function prose(length: number): string {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const vocabulary = Array.from({ length: 8_000 }, (_, n) =>
    (n * 7 + 13).toString(26).replace(/\d/g, (digit) => 'aeioustrln'[Number(digit)] ?? ''),
  );
  const words: string[] = [];
  for (let at = 0; at < length;) {
    const word = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'a';
    const ended = random() < 0.07 ? `${word}.` : word;
    words.push(ended);
    at += ended.length + 1;
  }
  return words.join(' ').slice(0, length);
}

/** Spans of a sentence's length, evenly over the text. */
const spread = (text: string, count: number): Span[] =>
  Array.from({ length: count }, (_, n) => {
    const start = text.indexOf(' ', Math.floor((n * (text.length - 400)) / count)) + 1;
    return { start, end: text.indexOf(' ', start + 40 + (n % 120)) };
  });
