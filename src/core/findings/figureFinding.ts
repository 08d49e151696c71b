import type { FigureRef } from '../corpus/figures.ts';
import type { Snapshot } from '../corpus/types.ts';
import { comparePlaces, fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** A finding about figures, with the words of each as its sides: number, hedge, and what is counted; one side for each source and wording. */
export function figureFinding(rule: Rule, snapshot: Snapshot, refs: readonly FigureRef[]): Finding {
  const sides = new Map<string, Side>();
  for (const ref of [...refs].sort(comparePlaces)) {
    const place = { uri: ref.uri, ...told(snapshot, ref) };
    const words = wordsAt(snapshot, place);
    const key = `${ref.uri} ${words}`;
    if (!sides.has(key)) sides.set(key, side(place, message('figure-side', words, fileName(ref.uri))));
  }
  const all = [...sides.values()];
  return finding(rule, snapshot, {
    sides: all as [Side, ...Side[]],
    message: message(rule.code, listed(all)),
    confidence: 0.7,
  });
}

/** Each wording once, with the files that have it. */
function listed(sides: readonly Side[]): string {
  const files = new Map<string, string[]>();
  for (const { label, uri } of sides) {
    const words = String(label.args[0]);
    files.set(words, [...(files.get(words) ?? []), fileName(uri)]);
  }
  return [...files].map(([words, names]) => `“${words}” (${names.join(', ')})`).join('; ');
}

/** From the hedge or the number to the counted noun: what the message quotes. */
function told(snapshot: Snapshot, { uri, index }: FigureRef): { start: number; end: number } {
  const { start, end, counted, hedge } = snapshot.source(uri)!.reading.figures[index]!;
  return {
    start: Math.min(start, hedge?.span.start ?? start, counted?.span.start ?? start),
    end: Math.max(end, counted?.span.end ?? end),
  };
}
