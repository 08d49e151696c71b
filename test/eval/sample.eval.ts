/** Entities of the sample corpus, end to end: from the bytes of its files to clusters over all of them, by the given scorer. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { EvalContext, Evaluation, EvalRow } from './types.ts';

const evaluation: Evaluation = { name: 'sample', needs: [], run };
export default evaluation;

/** A floor, not an aim: the sample is too small to tune on. */
const FLOOR = 82;
const ROOT = path.resolve(import.meta.dirname, '../..');
/** Bytes of an analysis, or of a scorer's account of it. */
const MOST_OUTPUT = 64 * 1024 * 1024;

interface Coreference {
  readonly conll: number;
}

interface Scores {
  readonly coref: Coreference;
  readonly corefWithDemonyms: Coreference;
}

async function run({ scorers, gold, log }: EvalContext): Promise<EvalRow[]> {
  const scorer = path.join(scorers, 'score.mjs');
  const missing = [gold, scorer].find((file) => !existsSync(file));
  if (missing !== undefined) {
    log(`left out: there is no ${missing}`);
    return [];
  }
  const analysis = await node('src/cli/main.ts', 'analyze', '--format', 'json', 'seeds');
  const folder = await mkdtemp(path.join(tmpdir(), 'apparatus-eval-'));
  try {
    const file = path.join(folder, 'analysis.json');
    await writeFile(file, analysis);
    const scores = JSON.parse(await node(scorer, gold, file, '--json')) as Scores;
    const row = (on: string, { conll }: Coreference, target: number | null): EvalRow => ({
      on,
      measure: 'CoNLL average, %',
      ours: 100 * conll,
      peers: {},
      target,
    });
    return [
      row('sample corpus, end to end', scores.coref, FLOOR),
      row('sample corpus, end to end, with demonyms', scores.corefWithDemonyms, null),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function node(...args: readonly string[]): Promise<string> {
  const done = promisify(execFile)(process.execPath, [...args], { cwd: ROOT, maxBuffer: MOST_OUTPUT });
  // Findings make `analyze` end with 1, as in any linter.
  const { stdout } = await done.catch((error: { code?: unknown; stdout: string }) => {
    if (error.code !== 1) throw error;
    return error;
  });
  return stdout;
}
