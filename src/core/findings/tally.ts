import type { Finding } from './types.ts';

/** How many findings there are, each counted once however many sides it has; hints are counted apart. */
export interface Tally {
  readonly findings: number;
  readonly hints: number;
}

export function tally(found: readonly Finding[]): Tally {
  const hints = found.filter(({ severity }) => severity === 'hint').length;
  return { findings: found.length - hints, hints };
}
