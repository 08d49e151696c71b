import type { Place, Snapshot } from '../corpus/types.ts';
import { overlaps } from '../text/span.ts';

/** Places where just these words stand, as whole words, and no name was read; by source and position. White space in them may be any. */
export function missedPlaces(snapshot: Snapshot, words: string): readonly Place[] {
  const parts = words.split(/\s+/u).filter((part) => part !== '');
  if (parts.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.map(escape).join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');
  return snapshot.uris().flatMap((uri) => {
    const { text, mentions } = snapshot.source(uri)!.reading;
    const names = mentions.filter(({ type }) => type !== 'role');
    return [...text.matchAll(pattern)].flatMap(({ 0: found, index: start }): Place[] => {
      const place = { uri, start, end: start + found.length };
      return names.some((mention) => overlaps(mention, place)) ? [] : [place];
    });
  });
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
