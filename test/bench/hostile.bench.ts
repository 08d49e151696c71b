/** Reading of texts made to be slow: whatever is repeated, time must grow with length alone. */
import { readSource } from '../../src/core/index.ts';
import { english } from '../../src/core/reading/en/index.ts';
import type { Bench, BenchContext, BenchRow } from './types.ts';

const bench: Bench = { name: 'hostile', run };
export default bench;

const growthFactor = 4;
/** Linear growth, with room for caches and the collector; a quadratic part would show as 16. */
const growthLimit = 2 * growthFactor;
const smallestText = 40_000;
const mostRepeats = 3;

/** Units that patterns and searches over words may stumble on when repeated. */
const hostileUnits: readonly string[] = [
  '"“‘',
  '“',
  '” ',
  "' 'a",
  '('.repeat(4),
  '— ',
  ', ',
  '. ',
  '\n',
  '😀"',
  'said ',
  '“said ',
  '“It,” he said. ',
  'He said:\n\n“It\n\n',
  'OKAFOR: it\n',
  'according to ',
  'head of ',
  'President ',
  'Ada, head of ',
  'Ada served as ',
  'the ',
  'and ',
  'By Ada and ',
  'Ada and Jo and ',
  'A/B via ',
  'FILE - ',
  'Get the latest ',
  'date 2026-01-01 ',
  'March 7 ',
  'Monday ',
  'last ',
  '1,',
  '40 percent ',
  'U.S.',
  'a-',
  'http://',
  '@',
  'é\u0301',
];

async function run({ growth, log }: BenchContext): Promise<BenchRow[]> {
  const ratios: { unit: string; ratio: number }[] = [];
  for (const unit of hostileUnits) {
    const measure = (): Promise<number> =>
      growth(
        (length) => unit.repeat(Math.ceil(length / unit.length)),
        (text) => readSource(text, { model: null, language: english }),
        { from: smallestText, factor: growthFactor },
      );
    let ratio = await measure();
    // A busy machine makes outliers; what is slow by itself is slow again.
    for (let again = 0; again < mostRepeats && ratio > growthLimit; again += 1)
      ratio = Math.min(ratio, await measure());
    log(`${JSON.stringify(unit)} ${ratio.toFixed(1)}`);
    ratios.push({ unit, ratio });
  }
  const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  return [
    {
      what: `${growthFactor} times as much of ${JSON.stringify(worst.unit)}, the worst of ${ratios.length} hostile texts`,
      against: 'the shorter text',
      ratio: worst.ratio,
      limit: growthLimit,
      note: 'linear',
    },
  ];
}
