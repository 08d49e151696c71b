/** All that the sources say about one entity, out of the program. */
import {
  DOSSIER_TABLE,
  LineIndex,
  type Dossier,
  type DossierQuotation,
  type Excerpt,
  type Place,
  type Uri,
} from '../core/index.ts';
import { csv, type Cell } from './csv.ts';
import { ENGLISH, type Say, type Voice } from './messages.ts';
import { headline, spanOf, writtenBlock, type ExportedNote } from './notes.ts';
import { htmlPage, markdownPage, type Block, type Page } from './page.ts';

export interface DossierInput {
  readonly dossier: Dossier;
  /** Notes that speak of the entity, in the order in which they are to stand. */
  readonly notes: readonly ExportedNote[];
  path(source: Uri): string;
  text(source: Uri): string;
}

export const DOSSIER_COLUMNS = [
  ...DOSSIER_TABLE,
  'start',
  'end',
  'before',
  'after',
  'speaker',
  'mentions',
  'sources',
  'note',
] as const;

/**
 * One row for each statement; offsets are UTF-16 code units, ends exclusive; lines are counted from 1. A note's text is the words that it is
 * about, its speaker who wrote it.
 */
export function dossierCsv(input: DossierInput): string {
  const { dossier } = input;
  const line = linesOf(input);
  const dates = new Map(dossier.sources.map(({ uri, date }) => [uri, date?.value ?? null]));
  const at = (place: Place): Row => ({
    source: input.path(place.uri),
    date: dates.get(place.uri) ?? null,
    line: line(place),
    start: place.start,
    end: place.end,
  });
  const quoted =
    (kind: string) =>
    ({ excerpt: { text, place }, speaker }: DossierQuotation): Row => ({ kind, text, ...at(place), speaker });
  const rows: Row[] = [
    ...dossier.names.map(({ form, mentions, sources }): Row => ({ kind: 'name', text: form, mentions, sources })),
    ...dossier.entity.same.map((iri): Row => ({ kind: 'authority', text: iri, sources: dossier.counts.sources })),
    ...dossier.roles.map(({ text, place }): Row => ({ kind: 'role', text, ...at(place) })),
    ...dossier.sources.flatMap(({ mentions }) =>
      mentions.map(({ place, text, before, after }): Row => ({ kind: 'mention', text, ...at(place), before, after })),
    ),
    ...dossier.quotationsBy.map(quoted('quotation')),
    ...dossier.quotationsAbout.map(quoted('quotation-about')),
    ...dossier.company.map(({ entity, sources }): Row => ({ kind: 'company', text: entity.name, sources })),
    ...input.notes.map((note): Row => {
      const place = placeOf(note);
      const where = place ? at(place) : { source: input.path(note.source) };
      return { kind: 'note', text: note.quote, ...where, speaker: note.creator, note: note.body };
    }),
  ];
  return csv(
    DOSSIER_COLUMNS,
    rows.map((row) => DOSSIER_COLUMNS.map((column) => row[column] ?? null)),
  );
}

type Row = Readonly<Partial<Record<(typeof DOSSIER_COLUMNS)[number], Cell>>>;

function placeOf(note: ExportedNote): Place | null {
  const span = spanOf(note);
  return span && { uri: note.source, ...span };
}

export const dossierMarkdown = (input: DossierInput, { say }: Voice = ENGLISH): string =>
  markdownPage(dossierPage(input, say));
export const dossierHtml = (input: DossierInput, { say, language }: Voice = ENGLISH): string =>
  htmlPage(dossierPage(input, say), language);

function dossierPage(input: DossierInput, say: Say): Page {
  const { entity, counts, names, roles, sources, quotationsBy, quotationsAbout, company } = input.dossier;
  const line = linesOf(input);
  const where = (place: Place): string => say('export-in-line', input.path(place.uri), line(place));
  const section = (text: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text },
          { kind: 'list', items },
        ];
  const quotation = ({ excerpt, speaker }: DossierQuotation): string =>
    [`“${excerpt.text}”`, speaker, where(excerpt.place)].filter(Boolean).join(' · ');
  const mentions = sources
    .filter((source) => source.mentions.length > 0)
    .flatMap(({ uri, date, mentions: excerpts }): Block[] => [
      { kind: 'heading', level: 3, text: date ? `${input.path(uri)} · ${date.value}` : input.path(uri) },
      { kind: 'list', items: excerpts.map((each) => say('export-excerpt', line(each.place), inContext(each))) },
    ]);
  return {
    title: entity.name,
    blocks: [
      {
        kind: 'small',
        parts: [
          say(`export-${entity.type}`),
          say('export-mention-count', counts.mentions),
          say('export-source-count', counts.sources),
        ],
      },
      ...section(say('export-authority'), entity.same),
      ...section(
        say('export-names'),
        names.map(
          (name) =>
            `${name.form} · ${say('export-mention-count', name.mentions)} · ${say('export-source-count', name.sources)}`,
        ),
      ),
      ...section(
        say('export-roles'),
        roles.map(({ text, tense, place, sourceDate }) =>
          [text, tense === 'current' ? null : say(`export-${tense}`), where(place), sourceDate]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      ...(mentions.length === 0
        ? []
        : [{ kind: 'heading', level: 2, text: say('export-mentions') } as const, ...mentions]),
      ...section(say('export-quotations'), quotationsBy.map(quotation)),
      ...section(say('export-quoted-about'), quotationsAbout.map(quotation)),
      ...section(
        say('export-company'),
        company.map(
          (other) =>
            `${other.entity.name} · ${say('export-sentence-count', other.sentences)} · ${say('export-source-count', other.sources)}`,
        ),
      ),
      ...(input.notes.length === 0 ? [] : [{ kind: 'heading', level: 2, text: say('export-notes') } as const]),
      ...input.notes.map((note) => {
        const place = placeOf(note);
        const quote = note.quote === '' ? [] : [`“${headline(note.quote)}”`];
        return writtenBlock(note, [place ? where(place) : input.path(note.source), ...quote], say);
      }),
    ],
  };
}

const inContext = ({ before, text, after, cutBefore, cutAfter }: Excerpt): string =>
  `${cutBefore ? '… ' : ''}${before}${text}${after}${cutAfter ? ' …' : ''}`;

/** Line of a place, counted from 1. */
function linesOf({ text }: DossierInput): (place: Place) => number {
  const indices = new Map<Uri, LineIndex>();
  return ({ uri, start }) => {
    let index = indices.get(uri);
    if (!index) indices.set(uri, (index = new LineIndex(text(uri))));
    return index.at(start).line + 1;
  };
}
