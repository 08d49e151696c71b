import { isUnnamed } from '../corpus/anonymous.ts';
import { sameCount } from '../corpus/figures.ts';
import { earliest, origins, suggestedOrigin, wireCredits } from '../corpus/origins.ts';
import { passagesOf } from '../corpus/passages.ts';
import { sentenceOf } from '../corpus/shared/context.ts';
import { carriedBy, equalFigures, retellings, unmarkedTellings } from '../corpus/tellings.ts';
import type { Place, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import type { Speaker } from '../reading/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import { excerpt, oneLine } from './excerpt.ts';
import type { CarriedBy, Carrier, Cited, Origin, Provenance } from './types.ts';

/** Where the statement at `offset` stands, of how many origins, and who is cited for it; null outside all sentences. */
export function provenance(snapshot: Snapshot, uri: Uri, offset: number): Provenance | null {
  const source = snapshot.source(uri);
  if (!source) return null;
  const sentence = sentenceOf(source.reading, { start: offset, end: offset });
  if (sentence.end === sentence.start) return null;
  const statement = { uri, start: sentence.start, end: sentence.end };
  const first = new Map<Uri, Telling>();
  for (const telling of tellings(snapshot, source, statement)) {
    if (!first.has(telling.place.uri)) first.set(telling.place.uri, telling);
  }
  const carriers = [...first.values()].sort((a, b) => (a.place.uri < b.place.uri ? -1 : 1));
  return {
    statement,
    carriers: carriers.map((telling) => carrier(snapshot, telling)),
    origins: originsOf(snapshot, uri, carriers),
    earliest: earliest(snapshot, [...first.keys()]),
  };
}

interface Telling {
  readonly place: Place;
  readonly by: CarriedBy;
}

/** Every place that tells what the sentence tells, the nearest likeness first. */
function tellings(snapshot: Snapshot, { uri, reading }: SourceState, sentence: Place): Telling[] {
  const { quotations, statements, figures } = reading;
  const found: Telling[] = [{ place: sentence, by: 'here' }];
  const add = (by: CarriedBy, places: readonly Place[]): void => {
    for (const { uri: other, start, end } of places) {
      const there = snapshot.source(other)!.reading;
      const [head, tail] = [sentenceOf(there, { start, end: start }), sentenceOf(there, { start: end, end })];
      found.push({ place: { uri: other, start: Math.min(head.start, start), end: Math.max(tail.end, end) }, by });
    }
  };
  const quoted = [...quotations.entries()].filter(([, quotation]) => overlaps(quotation, sentence));
  const said = [...quoted.map(([, quotation]) => quotation), ...statements.filter((each) => overlaps(each, sentence))];
  for (const [index] of quoted)
    add(
      'quotation',
      sameUtterance(snapshot, uri, index).map(({ ref }) => ref),
    );
  for (const [, quotation] of quoted) add('unmarked', unmarkedTellings(snapshot, uri, quotation));
  add('copy', carriedBy(snapshot, uri, sentence));
  for (const each of said) {
    const retold = retellings(snapshot, uri, each);
    add(
      'quotation',
      retold.filter(({ kind }) => kind === 'quotation'),
    );
    add(
      'retold',
      retold.filter(({ kind }) => kind === 'statement'),
    );
  }
  for (const [index, figure] of figures.entries()) {
    if (!overlaps(figure, sentence)) continue;
    add('figure', sameCount(snapshot, uri, index));
    add('figure', equalFigures(snapshot, uri, figure));
  }
  // what was copied or retold may be quoted, in other words, by further sources
  for (const { place, by } of [...found]) {
    if (by === 'here' || by === 'figure') continue;
    for (const [index, quotation] of snapshot.source(place.uri)!.reading.quotations.entries()) {
      if (overlaps(quotation, place))
        add(
          'quotation',
          sameUtterance(snapshot, place.uri, index).map(({ ref }) => ref),
        );
    }
  }
  return found;
}

/** Sources of one origin; those that copied just this statement are of one for it, however little else they share. */
function originsOf(snapshot: Snapshot, uri: Uri, carriers: readonly Telling[]): Origin[] {
  const prose = new Set(
    passagesOf(snapshot, uri).flatMap(({ uri: other, passages }) =>
      passages.some(({ quoted }) => !quoted) ? [other] : [],
    ),
  );
  const copied = carriers
    .filter(({ place, by }) => by === 'copy' && prose.has(place.uri))
    .map(({ place }) => place.uri);
  const withCopies = new Set([uri, ...copied]);
  const groups = origins(
    snapshot,
    carriers.map(({ place }) => place.uri),
  );
  const joined = groups.filter((group) => group.some((each) => withCopies.has(each))).flat();
  const others = groups.filter((group) => !group.some((each) => withCopies.has(each)));
  return [[...joined].sort(), ...others]
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
    .map((sources) => ({ sources, suggested: sources.length > 1 ? suggestedOrigin(snapshot, sources) : null }));
}

function carrier(snapshot: Snapshot, { place, by }: Telling): Carrier {
  const source = snapshot.source(place.uri)!;
  const { text, quotations: quoted, statements, cited, sourceDate } = source.reading;
  const speakers = [...quoted, ...statements].flatMap((each) =>
    each.speaker && overlaps(each, place) ? [each.speaker] : [],
  );
  const people = new Map(
    [...speakers, ...cited.filter((each) => overlaps(each, place))].map((speaker) => {
      const person = citedPerson(snapshot, source, speaker);
      return [person.name ?? person.words, person];
    }),
  );
  return {
    excerpt: excerpt(text, place, 0),
    by,
    date: sourceDate,
    cited: [...people.values()],
    credits: [...new Set(wireCredits(source.reading).map((span) => wordsIn(text, span)))],
  };
}

function citedPerson(snapshot: Snapshot, source: SourceState, speaker: Speaker): Cited {
  const { reading, entityOf } = source;
  const words = wordsIn(reading.text, speaker);
  const anonymous = isUnnamed(reading, speaker);
  const id = speaker.mention === null ? null : entityOf[speaker.mention];
  const name = (id == null ? undefined : snapshot.entity(id)?.name) ?? null;
  const role = reading.mentions.find(
    (mention, at) => mention.type === 'role' && id != null && entityOf[at] === id && mention.role?.holder != null,
  );
  const title = role && wordsIn(reading.text, role);
  return {
    words,
    name: name !== null && words.includes(name) ? null : name,
    role: title === undefined || words.includes(title) ? null : title,
    anonymous,
    count: anonymous ? (speaker.count ?? null) : null,
  };
}

const wordsIn = (text: string, { start, end }: Span): string => oneLine(text.slice(start, end));
