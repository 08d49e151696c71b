import type { FigureRef } from '../corpus/figures.ts';
import { holderOfAge } from '../corpus/shared/figureKeys.ts';
import { sentenceOf, wordsOfSentence } from '../corpus/shared/context.ts';
import { measuresOf } from '../corpus/shared/measures.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import type { Span } from '../text/span.ts';
import { disputesIn, type Dispute } from './figureGroups.ts';
import { comparePlaces, fileName, finding, message, side, wordsAt } from './finding.ts';
import { listed, quoted, sidesOf } from './listed.ts';
import type { Finding, Rule } from './types.ts';

/** A rule whose findings are the disputes of one code. */
export const disputeRule = (code: Dispute['code'], severity: Rule['severity']): Rule => ({
  code,
  severity,
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const dispute of disputesIn(snapshot, uri)) {
      if (dispute.code !== code) continue;
      const found = figureFinding(this, snapshot, dispute.members);
      if (found.sides.some((each) => each.uri === uri)) yield found;
    }
  },
});

/** A finding about figures, with the words of each as its sides: number, hedge, and what is counted; one side for each source and wording. */
export function figureFinding(rule: Rule, snapshot: Snapshot, refs: readonly FigureRef[]): Finding {
  const told = refs.toSorted(comparePlaces).map((ref) => {
    const place = { uri: ref.uri, ...toldOf(snapshot, ref) };
    const words = wordsAt(snapshot, { uri: ref.uri, ...quotedOf(snapshot, ref, place) });
    return {
      words: quoted(words),
      day: snapshot.source(ref.uri)!.reading.sourceDate?.value ?? '',
      side: side(place, message('figure-side', words, fileName(ref.uri))),
    };
  });
  return finding(rule, snapshot, { sides: sidesOf(told), message: message(rule.code, listed(told)), confidence: 0.7 });
}

/** From the hedge or the number to the counted noun. */
function toldOf(snapshot: Snapshot, { uri, index }: FigureRef): Span {
  const { start, end, counted, hedge } = measuresOf(snapshot.reading(uri)!)[index]!;
  return {
    start: Math.min(start, hedge?.span.start ?? start, counted?.span.start ?? start),
    end: Math.max(end, counted?.span.end ?? end),
  };
}

/** Words that a bare number is quoted with. */
const WORDS_BEFORE = 3;

/** What the message quotes: an age says nothing without the name beside it, a bare number nothing without the words before. */
function quotedOf(snapshot: Snapshot, { uri, index }: FigureRef, told: Span): Span {
  const { reading } = snapshot.source(uri)!;
  const figure = measuresOf(reading)[index]!;
  if (figure.unit === null && figure.counted === null) {
    const before = wordsOfSentence(reading, sentenceOf(reading, figure)).filter(({ end }) => end <= told.start);
    return { start: before.at(-WORDS_BEFORE)?.start ?? before[0]?.start ?? told.start, end: told.end };
  }
  const holder = holderOfAge(reading, figure);
  return holder === null ? told : covering(told, reading.mentions[holder]!);
}

const covering = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
