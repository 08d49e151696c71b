/** `npm run bench [-- --only NAME]`: runs the benchmarks and prints one table of ratios. Exit code 1 when a limit is passed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchContext, BenchRow } from '../test/bench/types.ts';
import { root } from './host/paths.ts';
import { loadModules } from './modules.ts';
import { figure, printTable } from './table.ts';

const defaultRounds = 9;
/** Enough for the optimising compiler to have seen the hot loops. */
const warmUps = 3;

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
const seedDir = path.join(root, 'seeds');
const seeds = readdirSync(seedDir)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(seedDir, name), 'utf8') }));

const rows: BenchRow[] = [];
for (const bench of await loadModules<Bench>('bench', options.only)) {
  const context: BenchContext = { seeds, root, time, growth, log: (line) => console.error(`${bench.name}: ${line}`) };
  rows.push(...(await bench.run(context)));
}

const isOver = ({ ratio, limit }: BenchRow): boolean => limit !== null && !(ratio <= limit);
printTable(
  ['what', 'against', 'ratio', 'limit', '', 'note'],
  rows.map((row) => [
    row.what,
    row.against,
    figure(row.ratio),
    figure(row.limit),
    row.limit === null ? '' : isOver(row) ? 'over' : 'within',
    row.note ?? '',
  ]),
);
process.exitCode = rows.some(isOver) ? 1 : 0;

/** Median time of `work` in milliseconds. */
async function time(work: () => unknown, { rounds = defaultRounds } = {}): Promise<number> {
  for (let round = 0; round < warmUps; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

async function growth<Input>(
  prepare: (size: number) => Input,
  work: (input: Input) => unknown,
  { from, factor }: { readonly from: number; readonly factor: number },
): Promise<number> {
  const small = prepare(from);
  const large = prepare(from * factor);
  const before = await time(() => work(small));
  return (await time(() => work(large))) / before;
}
