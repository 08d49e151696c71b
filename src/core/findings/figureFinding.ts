import type { FigureRef } from '../corpus/figures.ts';
import type { Snapshot } from '../corpus/types.ts';
import { comparePlaces, fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** A finding about figures, with the words of each as its sides: number, hedge, and what is counted. */
export function figureFinding(rule: Rule, snapshot: Snapshot, refs: readonly FigureRef[]): Finding {
  const sides = [...refs].sort(comparePlaces).map((ref): Side => {
    const place = { uri: ref.uri, ...told(snapshot, ref) };
    return side(place, message('figure-side', wordsAt(snapshot, place), fileName(ref.uri)));
  });
  const list = sides.map(({ label }) => `“${label.args[0]}” (${label.args[1]})`).join(', ');
  return finding(rule, snapshot, {
    sides: sides as [Side, ...Side[]],
    message: message(rule.code, list),
    confidence: 0.7,
  });
}

/** From the hedge or the number to the counted noun: what the message quotes. */
function told(snapshot: Snapshot, { uri, index }: FigureRef): { start: number; end: number } {
  const { start, end, counted, hedge } = snapshot.source(uri)!.reading.figures[index]!;
  return {
    start: Math.min(start, hedge?.span.start ?? start, counted?.span.start ?? start),
    end: Math.max(end, counted?.span.end ?? end),
  };
}
