import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from '../../scripts/host/paths.ts';
import { spawnSync } from 'node:child_process';
import type { ColdStart } from './coldStart.ts';
import type { Bench, BenchContext } from './types.ts';

/** A cold start is measured once per process; the median of a few is steady enough. */
const processes = 7;

const bench: Bench = {
  name: 'activation',
  async run(context) {
    const starts = await coldStarts(context);
    const median = (of: keyof ColdStart): number => {
      const sorted = starts.map((start) => start[of]).sort((a, b) => a - b);
      return sorted[sorted.length >> 1] ?? 0;
    };
    context.log(
      `${median('all').toFixed(0)} ms from loading the code to the findings of ${context.seeds.length} sources`,
    );
    const against = 'cold start on seeds/, model not counted';
    return [
      { what: 'loading the code', against, ratio: median('loading') / median('all'), limit: null },
      { what: 'reading the sources', against, ratio: median('reading') / median('all'), limit: null },
      { what: 'finding', against, ratio: median('finding') / median('all'), limit: null },
    ];
  },
};

export default bench;

async function coldStarts({ root, seeds }: BenchContext): Promise<readonly ColdStart[]> {
  const folder = temporaryFolder('bench');
  const outfile = path.join(folder, 'coldStart.mjs');
  try {
    await build({
      entryPoints: [path.join(root, 'test/bench/coldStart.ts')],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      target: 'es2023',
      banner: { js: 'const COLD_START_BEGAN = performance.now();' },
    });
    return Array.from({ length: processes }, () => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], {
        input: JSON.stringify(seeds),
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as ColdStart;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
