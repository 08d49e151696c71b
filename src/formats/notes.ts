/** The reader's notes, out of the program: as a table, as a page to read, and as one W3C collection. */
import {
  LineIndex,
  mapTargets,
  NOTE_TABLE,
  relativeIri,
  resolveIri,
  withoutReferences,
  writeCollection,
  type Anchor,
  type Annotation,
  type FactName,
  type Iri,
  type Json,
  type JsonObject,
  type SourceFacts,
  type Span,
  type Uri,
} from '../core/index.ts';
import { csv, type Cell } from './csv.ts';
import { ENGLISH, type Say, type Voice } from './messages.ts';
import { htmlPage, markdownPage, type Block, type Page } from './page.ts';

/** Where a note stands, as the session has it. */
export type ExportedPlacement =
  | Anchor
  | { readonly outcome: 'whole' }
  | { readonly outcome: 'unknown'; readonly reason?: 'elsewhere' | 'unreadable' };

/** A note as the session gives it. */
export interface ExportedNote {
  readonly source: Uri;
  readonly placement: ExportedPlacement;
  readonly quote: string;
  /** Further places in the same source. */
  readonly more?: readonly { readonly placement: ExportedPlacement; readonly quote: string }[];
  readonly body: string;
  readonly tags: readonly string[];
  readonly creator: string | null;
  readonly replies: readonly ExportedReply[];
  readonly annotation: Annotation;
}

export interface ExportedReply {
  readonly body: string;
  readonly creator: string | null;
  readonly annotation: Annotation;
}

export interface NotesInput {
  readonly title: string;
  /** In the order in which they are to stand: by source, and by place. */
  readonly notes: readonly ExportedNote[];
  /** How a source is named in the output. */
  path(source: Uri): string;
  /** Current text; undefined where the source is gone. */
  text(source: Uri): string | undefined;
  facts(source: Uri): SourceFacts;
}

export const NOTE_COLUMNS = [
  ...NOTE_TABLE,
  'start',
  'end',
  'outcome',
  'score',
  'status',
  'motivation',
  'quote',
  'body',
  'tags',
  'entity',
  'link',
  'creator',
  'created',
  'modified',
] as const;

/**
 * One row for each note and each reply; a note about several places of a source has a row for each of them. Offsets are UTF-16 code units of the current text, ends exclusive; line and column are
 * counted from 1; all of them are empty where a note has no certain place. Tags are written as in the sidecar, with semicolons between
 * them. The names of columns are for programs, and are not translated.
 */
export function notesCsv(input: NotesInput): string {
  const places = placesIn(input);
  const rows = input.notes.flatMap((note): Cell[][] => [
    ...placesOf(note).map((each) => row(each, note, null, input, places)),
    ...note.replies.map((reply) => row(note, { ...reply, tags: [] }, note.annotation.id, input, places)),
  ]);
  return csv(NOTE_COLUMNS, rows);
}

export const notesMarkdown = (input: NotesInput, { say }: Voice = ENGLISH): string =>
  markdownPage(notesPage(input, say));
export const notesHtml = (input: NotesInput, { say, language }: Voice = ENGLISH): string =>
  htmlPage(notesPage(input, say), language);

export interface CollectionInput {
  readonly title: string;
  /** Address of the file to be; references to sources are made relative to it. */
  readonly home: Uri;
  /** Annotations with the address of the sidecar that their references are relative to. */
  readonly annotations: readonly { readonly sidecar: Uri; readonly annotation: Annotation }[];
}

/** An AnnotationCollection (W3C Web Annotation Data Model, section 5.1), as JSON-LD. */
export const notesCollection = ({ title, home, annotations }: CollectionInput): string =>
  writeCollection({
    id: relativeIri(home, home),
    label: title,
    annotations: annotations.map(({ sidecar, annotation }) => rehomed(annotation, sidecar, home)),
    contexts: [],
  });

/** The note at each of its places. */
const placesOf = (note: ExportedNote): readonly ExportedNote[] => [
  note,
  ...(note.more ?? []).map(({ placement, quote }) => ({ ...note, placement, quote })),
];

interface Places {
  at(note: ExportedNote): { readonly line: number; readonly column: number } | null;
}

function placesIn({ text }: NotesInput): Places {
  const indices = new Map<Uri, LineIndex | null>();
  return {
    at(note) {
      const span = spanOf(note);
      if (!span) return null;
      let index = indices.get(note.source);
      if (index === undefined) {
        const now = text(note.source);
        indices.set(note.source, (index = now === undefined ? null : new LineIndex(now)));
      }
      const place = index?.at(span.start);
      return place ? { line: place.line + 1, column: place.column + 1 } : null;
    },
  };
}

export const spanOf = ({ placement }: ExportedNote): Span | null => ('span' in placement ? placement.span : null);

function row(
  note: ExportedNote,
  said: Pick<ExportedNote, 'body' | 'tags' | 'creator' | 'annotation'>,
  replyTo: Iri | null,
  { path }: NotesInput,
  places: Places,
): Cell[] {
  const [span, place] = [spanOf(note), places.at(note)];
  const { annotation } = said;
  const score = 'score' in note.placement ? Math.round(note.placement.score * 1000) / 1000 : null;
  return [
    annotation.id,
    replyTo,
    path(note.source),
    place?.line ?? null,
    place?.column ?? null,
    span?.start ?? null,
    span?.end ?? null,
    outcomeOf(note.placement),
    score,
    annotation.status,
    annotation.motivation ?? null,
    note.quote,
    filled(said.body, ...resourcesIn(annotation)).join('\n'),
    said.tags.join('; '),
    resourceOf(annotation, 'identifying'),
    resourceOf(annotation, 'linking'),
    said.creator,
    annotation.created ?? null,
    annotation.modified ?? null,
  ];
}

/** Why a place is unknown says more than that it is. */
const outcomeOf = (placement: ExportedPlacement): string =>
  placement.outcome === 'unknown' ? (placement.reason ?? 'unknown') : placement.outcome;

/** Resources that are what the note says, and not what its words name or lead to. */
const resourcesIn = ({ bodies }: Annotation): readonly Iri[] =>
  bodies.flatMap((body) => {
    if (body.kind === 'resource')
      return body.purpose === 'identifying' || body.purpose === 'linking' ? [] : [body.source];
    const id = body.kind === 'other' && isObject(body.json) ? body.json['id'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json);

function resourceOf({ bodies }: Annotation, purpose: string): Iri | null {
  const found = bodies.find((body) => body.kind === 'resource' && body.purpose === purpose);
  return found?.kind === 'resource' ? found.source : null;
}

function notesPage(input: NotesInput, say: Say): Page {
  const places = placesIn(input);
  const bySource = new Map<Uri, ExportedNote[]>();
  for (const note of input.notes) {
    const there = bySource.get(note.source);
    if (there) there.push(note);
    else bySource.set(note.source, [note]);
  }
  const blocks = [...bySource].flatMap(([source, notes]): Block[] => [
    { kind: 'heading', level: 2, text: input.path(source) },
    ...factsBlock(input.facts(source), say),
    ...notes.flatMap((note) => noteBlocks(note, places, say)),
  ]);
  const empty: Block = { kind: 'paragraph', text: say('export-no-notes') };
  return { title: input.title, blocks: blocks.length > 0 ? blocks : [empty] };
}

const FACTS: readonly FactName[] = ['date', 'outlet', 'wire', 'url', 'author', 'reliability'];

function factsBlock(facts: SourceFacts, say: Say): Block[] {
  const known = FACTS.flatMap((name) => {
    const value = facts[name];
    return value === undefined || value === '' ? [] : [[say(`export-${name}`), value] as const];
  });
  return known.length === 0 ? [] : [{ kind: 'facts', facts: known }];
}

function noteBlocks(note: ExportedNote, places: Places, say: Say): Block[] {
  const { quote, annotation } = note;
  const further = placesOf(note).slice(1);
  return [
    { kind: 'heading', level: 3, text: quote === '' ? say(withoutWords(note.placement)) : headline(quote) },
    ...(quote === '' ? [] : [{ kind: 'quote', text: quote } as const]),
    ...further.flatMap((each): Block[] => [
      ...(each.quote === '' ? [] : [{ kind: 'quote', text: each.quote } as const]),
      { kind: 'small', parts: filled(...whereabouts(each, places, say)) },
    ]),
    writtenBlock(note, [...whereabouts(note, places, say), linked(annotation, say)], say),
  ];
}

/** What stands for the words of a note that names none. */
function withoutWords(placement: ExportedPlacement): string {
  if (placement.outcome === 'whole') return 'export-whole-source';
  return placement.outcome === 'unknown' && placement.reason === 'elsewhere'
    ? 'export-other-resource'
    : 'export-words-unknown';
}

/** What a note says and what is said about it, `where` first, with its answers. */
export function writtenBlock(note: ExportedNote, where: readonly string[], say: Say): Block {
  const { body, tags, annotation, replies } = note;
  return {
    kind: 'written',
    markdown: withoutReferences(body),
    parts: filled(
      ...resourcesIn(annotation),
      ...where,
      tags
        .filter((tag) => !body.includes(`#${tag}`))
        .map((tag) => `#${tag}`)
        .join(' '),
      annotation.status === 'open' ? '' : say(`export-${annotation.status}`),
      ...signed(note),
    ),
    replies: replies.map((reply) => ({
      markdown: withoutReferences(reply.body),
      parts: filled(say('export-reply'), ...signed(reply)),
    })),
  };
}

/** The line, and what is to be said of the place; for a note without a place, why it has none. */
function whereabouts(note: ExportedNote, places: Places, say: Say): string[] {
  const { outcome } = note.placement;
  const place = places.at(note);
  const isSure = outcome === 'exact' || outcome === 'moved' || outcome === 'whole';
  return [place ? say('export-line', place.line) : '', isSure ? '' : say(`export-${outcomeOf(note.placement)}`)];
}

/** The words at the other end of a link, as they were when it was made. */
function linked({ bodies }: Annotation, say: Say): string {
  const link = bodies.find((body) => body.kind === 'resource' && body.purpose === 'linking');
  const quote = link?.kind === 'resource' && link.selectors.find(({ type }) => type === 'TextQuoteSelector');
  return quote && quote.type === 'TextQuoteSelector' ? say('export-linked', quote.exact) : '';
}

/** Code units of a quote in a heading. */
const HEADLINE = 60;

export const headline = (quote: string): string =>
  quote.length <= HEADLINE
    ? quote
    : `${quote.slice(0, HEADLINE).replace(/\S*$/, '').trimEnd() || quote.slice(0, HEADLINE).toWellFormed()}…`;

const signed = ({ creator, annotation }: Pick<ExportedReply, 'creator' | 'annotation'>): string[] => [
  creator ?? '',
  (annotation.modified ?? annotation.created ?? '').slice(0, 'YYYY-MM-DD'.length),
];

const filled = (...parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

/** The annotation with references that are relative to its sidecar made relative to `home`. */
function rehomed(annotation: Annotation, sidecar: Uri, home: Uri): Annotation {
  const iri = (reference: Iri): Iri => relativeIri(home, resolveIri(sidecar, reference));
  const targets = mapTargets(annotation, (target) =>
    target.kind === 'source'
      ? { ...target, source: iri(target.source) }
      : target.kind === 'other'
        ? { kind: 'other', json: rehomedSet(target.json, iri) }
        : target,
  );
  const bodies = annotation.bodies.map((body) =>
    body.kind === 'resource' ? { ...body, source: iri(body.source) } : body,
  );
  return { ...annotation, targets, bodies };
}

/** A set of resources (model, section 3.2.7), or a resource in a shape that the model has no word for: its references are found by their keys. */
function rehomedSet(json: Json, iri: (reference: Iri) => Iri): Json {
  if (typeof json === 'string') return iri(json);
  if (!isObject(json)) return json;
  const moved = Object.entries(json).map(([key, value]): [string, Json] => {
    if ((key === 'id' || key === 'source') && (typeof value === 'string' || isObject(value)))
      return [key, rehomedSet(value, iri)];
    if (key === 'items' && Array.isArray(value))
      return [key, (value as readonly Json[]).map((item) => rehomedSet(item, iri))];
    return [key, value];
  });
  return Object.fromEntries(moved);
}
