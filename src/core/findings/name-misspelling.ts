import type { Entity, Link, Place, Snapshot, Uri } from '../corpus/types.ts';
import { languageOf } from '../reading/languages.ts';
import { surer } from './confidence.ts';
import { finding, message, side } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Places of the established spelling that are listed, one per source; the message tells how many there are in all. */
const MOST_ESTABLISHED = 5;

/** A rare form one slip away from an established name of the same entity; the corpus has made that link. */
export const nameMisspelling: Rule = {
  code: 'name-misspelling',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const id of new Set(snapshot.source(uri)?.entityOf)) {
      const entity = id == null ? undefined : snapshot.entity(id);
      if (!entity) continue;
      for (const link of snapshot.linksOf(entity.id)) {
        if (link.reason === 'misspelling' && !isInflected(snapshot, entity, link))
          yield* misspelling(snapshot, entity, link, uri);
      }
    }
  },
};

function* misspelling(snapshot: Snapshot, entity: Entity, link: Link, uri: Uri): Iterable<Finding> {
  const rare: Side[] = [];
  const established: Side[] = [];
  const right = slippedWord(link);
  let count = 0;
  const sources = new Set<Uri>();
  for (const place of snapshot.mentionsOf(entity.id)) {
    const form = snapshot.source(place.uri)!.reading.text.slice(place.start, place.end);
    if (form === link.from) rare.push(side(place, message('name-misspelling-here', form)));
    if (!wordsOf(form).includes(right)) continue;
    count += 1;
    if (!sources.has(place.uri) && established.length < MOST_ESTABLISHED)
      established.push(establishedSide(place, form));
    sources.add(place.uri);
  }
  const [first, ...others] = rare;
  if (!first || ![...rare, ...established].some((each) => each.uri === uri)) return;
  yield finding(nameMisspelling, snapshot, {
    sides: [first, ...others, ...established],
    message: message('name-misspelling', link.from, link.to, count, sources.size),
    confidence: surer(link.confidence, sources.size - 1),
  });
}

const establishedSide = (place: Place, form: string): Side =>
  side(place, message('name-misspelling-established', form));

/**
 * The word of the established name that the rare form has otherwise, which is the one most like a word of that: names that have it, longer
 * or shorter, are established too.
 */
function slippedWord({ from, to }: Link): string {
  const [slipped, right] = [wordsOf(from), wordsOf(to)];
  const likeness = (word: string): number => Math.max(...slipped.map((each) => lettersInCommon(each, word)));
  return right
    .filter((word) => !slipped.includes(word))
    .reduce((best, word) => (best === '' || likeness(word) > likeness(best) ? word : best), '');
}

const wordsOf = (form: string): string[] => form.toLowerCase().split(/[\s-]/);

/** At the beginning and at the end of both words, as a share of the longer one. */
function lettersInCommon(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  let head = 0;
  while (head < shorter.length && shorter[head] === longer[head]) head += 1;
  let tail = 0;
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail += 1;
  return (head + tail) / longer.length;
}

/**
 * "Alabama's College" and "Alabama College" are one spelling; so are "the Babbages" and "Babbage", of whom there may be
 * several.
 */
function isInflected(snapshot: Snapshot, { id, type }: Entity, { from, to }: Link): boolean {
  if (withoutPossessive(from) === withoutPossessive(to)) return true;
  if (type !== 'person' || from !== `${to}s`) return false;
  return [...snapshot.mentionsOf(id)].some((place) => isPluralAt(snapshot, place, from));
}

const withoutPossessive = (name: string): string => name.replace(/['’]s(?= )/g, '');

/** "the Babbages", "the Babbages’ house". */
function isPluralAt(snapshot: Snapshot, { uri, start, end }: Place, form: string): boolean {
  const { text, language } = snapshot.source(uri)!.reading;
  if (text.slice(start, end) !== form) return false;
  const [, before = ''] = /(\p{L}+) $/u.exec(text.slice(Math.max(0, start - LONGEST_ARTICLE), start)) ?? [];
  const { function: functionWords } = languageOf(language.tag).comparison;
  return functionWords.has(before.toLowerCase()) || /^['’](?!s)/.test(text.slice(end, end + 2));
}

/** Code units before a name in which an article stands. */
const LONGEST_ARTICLE = 8;
