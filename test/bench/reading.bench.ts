/** The whole reading of a news text, against compromise tagging the same text and giving its names; and how reading grows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { loadNameModel, readSource } from '../../src/core/index.ts';
import type { Bench, BenchContext, BenchRow } from './types.ts';

const bench: Bench = { name: 'reading', run };
export default bench;

/** We must take at most a fifth of compromise's time; the aim is a tenth. */
const shareOfCompromise = 0.2;
const growthFactor = 8;
/** Linear growth, with room for caches and the collector. */
const growthLimit = 1.6 * growthFactor;
const smallestText = 20_000;
/** The sources are short: with fewer rounds neither program has been compiled when its median is taken. */
const rounds = 31;

async function run({ seeds, root, time, growth, log }: BenchContext): Promise<BenchRow[]> {
  const bytes = readFileSync(join(root, 'src/core/reading/en/names.bin'));
  const load = await time(() => loadNameModel(bytes));
  log(`reading: weights loaded in ${load.toFixed(0)} ms`);
  const model = loadNameModel(bytes);
  const texts = seeds.map(({ text }) => text);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const ours = await time(() => texts.map((text) => readSource(text, { model })), { rounds });
  const peer = await time(
    () =>
      texts.map((text) => {
        const document = nlp(text);
        return [document.people().json(), document.places().json(), document.organizations().json()];
      }),
    { rounds },
  );
  log(`reading: ${(size / ours).toFixed(0)} characters a millisecond; compromise ${(size / peer).toFixed(0)}`);
  const whole = texts.join('\n\n');
  const grown = await growth(
    (length) => whole.repeat(Math.ceil(length / whole.length)).slice(0, length),
    (text) => readSource(text, { model }),
    { from: smallestText, factor: growthFactor },
  );
  return [
    {
      what: 'whole reading',
      against: 'names by compromise, same texts',
      ratio: ours / peer,
      limit: shareOfCompromise,
      note: 'aim: 0.1',
    },
    {
      what: `text of ${growthFactor} times the length`,
      against: 'the text',
      ratio: grown,
      limit: growthLimit,
      note: 'linear',
    },
  ];
}
