import { compareSpans } from '../text/span.ts';
import type { Mention } from './types.ts';

/** In document order, and without those that cross an earlier one: mentions may nest, never cross. Linear but for the sorting. */
export function withoutCrossing(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  /** Ends of the kept mentions around the current place, the innermost last. */
  const around: number[] = [];
  for (const mention of [...mentions].sort(compareSpans)) {
    while (around.length > 0 && around[around.length - 1]! <= mention.start) around.pop();
    const end = around[around.length - 1] ?? mention.end;
    if (mention.end > end) continue;
    around.push(mention.end);
    kept.push(mention);
  }
  return kept;
}
