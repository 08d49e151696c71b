/** `npm run eval -- --data DIR [--scorers DIR] [--gold FILE] [--only NAME]`: runs the evaluations and prints one table. Exit code 1 when a target is missed. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Evaluation, EvalRow } from '../test/eval/types.ts';
import { demand, loadModules } from './modules.ts';
import { figure, printTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    scorers: { type: 'string' },
    gold: { type: 'string' },
    only: { type: 'string' },
  },
});
if (options.data === undefined) throw new Error('Say where the data is: npm run eval -- --data DIR');
const data = path.resolve(options.data);
const scorers = path.resolve(options.scorers ?? path.join(data, '../eval'));
const gold = path.resolve(options.gold ?? path.join(scorers, 'seeds.gold.json'));

const rows: EvalRow[] = [];
for (const evaluation of await loadModules<Evaluation>('eval', options.only)) {
  demand(evaluation.name, data, evaluation.needs);
  const log = (line: string): void => console.error(`${evaluation.name}: ${line}`);
  rows.push(...(await evaluation.run({ data, scorers, gold, log })));
}

const isMissed = ({ ours, target, better }: EvalRow): boolean =>
  target !== null && !(better === 'lower' ? ours <= target : ours >= target);
printTable(
  ['on', 'measure', 'ours', 'target', '', 'peers'],
  rows.map((row) => [
    row.on,
    row.measure,
    figure(row.ours),
    figure(row.target),
    row.target === null ? '' : isMissed(row) ? 'missed' : 'met',
    Object.entries(row.peers)
      .map(([name, value]) => `${name} ${figure(value)}`)
      .join(', '),
  ]),
);
process.exitCode = rows.some(isMissed) ? 1 : 0;
