/**
 * Where in a text a pattern may stand: each pair of neighbouring words that both have, and each rare word, votes for the place where the
 * pattern would then begin. Only the best places are looked at closely, so that a search costs little more than the votes.
 */
import type { Span } from '../text/span.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './textIndex.ts';

/** Votes whose places differ by less than this (words) count together: small insertions shift what follows. */
const BUCKET = 16;
/** A word at most so frequent in the text votes alone. */
const RARE = 20;
/** Of a pair, the rarer word may stand in the text so often; beyond that its places tell nothing, and counting them takes time. */
const MAX_PLACES = 2000;
/** So many places are looked at closely. */
const MAX_CANDIDATES = 8;
/** Places with less than this share of the best one's votes are not looked at. */
const MIN_SHARE = 0.2;
/** A window reaches beyond the pattern's own length by this many words, and by as many again as the pattern has, up to the second. */
const SLACK = 24;
const MAX_SLACK = 150;

/** Windows of the text (word indices), best first; `position`: the word where the quote stood once, or null. */
export function candidateWindows(index: TextIndex, pattern: Pattern, position: number | null): Span[] {
  const votes = countVotes(index, pattern);
  if (position !== null) {
    // The old place is always worth a look, even where no word votes.
    const bucket = Math.floor((position - pattern.quoteWords.start) / BUCKET);
    votes.set(bucket, (votes.get(bucket) ?? 0) + Number.EPSILON);
  }
  const sums = [...votes.keys()].map((bucket) => ({
    bucket,
    votes: (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0),
  }));
  sums.sort((a, b) => b.votes - a.votes || a.bucket - b.bucket);
  const least = (sums[0]?.votes ?? 0) * MIN_SHARE;
  const chosen: number[] = [];
  for (const sum of sums) {
    if (chosen.length === MAX_CANDIDATES || sum.votes < least) break;
    if (!chosen.some((bucket) => Math.abs(bucket - sum.bucket) <= 1)) chosen.push(sum.bucket);
  }
  const length = pattern.words.count;
  const slack = SLACK + Math.min(length, MAX_SLACK);
  return chosen
    .map((bucket) => ({
      start: Math.max(0, bucket * BUCKET - slack),
      end: Math.min(index.words.count, (bucket + 2) * BUCKET + length + slack),
    }))
    .filter((window) => window.start < window.end);
}

function countVotes(index: TextIndex, pattern: Pattern): Map<number, number> {
  const votes = new Map<number, number>();
  const vote = (place: number, weight: number): void => {
    const bucket = Math.floor(place / BUCKET);
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const { ids, count } = pattern.words;
  const textIds = index.words.ids;
  for (let i = 0; i < count; i += 1) {
    const id = ids[i] as number;
    const often = index.count(id);
    if (often === 0) continue;
    const weight = pattern.weights[i] as number;
    if (often <= RARE) for (let at = index.first(id); at >= 0; at = index.next(at)) vote(at - i, weight);
    const following = i + 1 < count ? (ids[i + 1] as number) : -1;
    const followingOften = following < 0 ? 0 : index.count(following);
    if (followingOften === 0 || Math.min(often, followingOften) > MAX_PLACES) continue;
    const both = weight + (pattern.weights[i + 1] as number);
    if (often <= followingOften) {
      for (let at = index.first(id); at >= 0; at = index.next(at))
        if (textIds[at + 1] === following) vote(at - i, both);
    } else {
      for (let at = index.first(following); at >= 0; at = index.next(at)) {
        if (at > 0 && textIds[at - 1] === id) vote(at - 1 - i, both);
      }
    }
  }
  return votes;
}
