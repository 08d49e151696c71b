import { isUnnamed } from '../corpus/anonymous.ts';
import { passagesOf } from '../corpus/passages.ts';
import { carriedBy } from '../corpus/tellings.ts';
import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import type { Reading, Speaker } from '../reading/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

/**
 * Statements that rest on unnamed people: one finding for a source, with every place, and where else a statement is told in
 * the same words and on whom it rests there. Two sources are held together once, by the first of them.
 */
export const sourceAnonymous: Rule = {
  code: 'source-anonymous',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const earlier = passagesOf(snapshot, uri).flatMap((shared) => (shared.uri < uri ? [shared.uri] : []));
    for (const teller of [uri, ...earlier]) {
      const found = unnamedIn(snapshot, teller);
      if (found?.sides.some((at) => at.uri === uri)) yield found;
    }
  },
};

function unnamedIn(snapshot: Snapshot, uri: Uri): Finding | null {
  const { reading } = snapshot.source(uri)!;
  const told = citations(reading).filter(({ speaker }) => isUnnamed(reading, speaker));
  const places = new Map(told.map(({ speaker }) => [speaker.start, speaker]));
  const sides = [...places.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, count }): Side => side({ uri, start, end }, countOf(count)));
  const [first, ...others] = sides;
  if (!first) return null;
  const elsewhere = told
    .flatMap(({ words }) => (words ? carriedBy(snapshot, uri, words) : []))
    .filter((place) => place.uri > uri)
    .map((place) => side(place, restsOn(snapshot, place)));
  const files = [...new Set(elsewhere.map((at) => fileName(at.uri)))].sort();
  const words = wordsAt(snapshot, first);
  return finding(sourceAnonymous, snapshot, {
    sides: [first, ...others, ...elsewhere],
    message:
      files.length === 0
        ? message('source-anonymous', fileName(uri), words, sides.length)
        : message('source-anonymous-elsewhere', fileName(uri), words, sides.length, files.join(', ')),
    confidence: 0.8,
  });
}

interface Citation {
  readonly speaker: Speaker;
  /** What is said; null where somebody is only said to be cited. */
  readonly words: Span | null;
}

const citations = ({ quotations, statements, cited }: Reading): Citation[] => [
  ...[...quotations, ...statements].flatMap((words) => (words.speaker ? [{ speaker: words.speaker, words }] : [])),
  ...cited.map((speaker) => ({ speaker, words: null })),
];

/** Whom another source has the words from. */
function restsOn(snapshot: Snapshot, place: Place): Message {
  const { reading } = snapshot.source(place.uri)!;
  const there = citations(reading).find(({ words }) => words && overlaps(words, place))?.speaker;
  if (!there) return message('source-anonymous-nobody', fileName(place.uri));
  const words = wordsAt(snapshot, { ...there, uri: place.uri });
  return message(
    isUnnamed(reading, there) ? 'source-anonymous-unnamed' : 'source-anonymous-named',
    fileName(place.uri),
    words,
  );
}

function countOf(count: number | null | undefined): Message {
  if (count === null || count === undefined) return message('source-anonymous-several');
  return count === 1 ? message('source-anonymous-one') : message('source-anonymous-number', count);
}
