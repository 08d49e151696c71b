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
import { htmlPage, markdownPage, type Block, type Page } from './page.ts';

export interface DossierInput {
  readonly dossier: Dossier;
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
] as const;

/** One row for each statement; offsets are UTF-16 code units, ends exclusive; lines are counted from 1. */
export function dossierCsv(input: DossierInput): string {
  const { dossier } = input;
  const line = linesOf(input);
  const dates = new Map(dossier.sources.map(({ uri, date }) => [uri, date?.value ?? null]));
  const at = (
    kind: string,
    place: Place,
    text: string,
    around: Partial<Excerpt> = {},
    speaker: Cell = null,
  ): Cell[] => [
    kind,
    text,
    input.path(place.uri),
    dates.get(place.uri) ?? null,
    line(place),
    place.start,
    place.end,
    around.before ?? null,
    around.after ?? null,
    speaker,
    null,
    null,
  ];
  const counted = (kind: string, text: string, mentions: number | null, sources: number): Cell[] => [
    kind,
    text,
    ...Array.from({ length: 8 }, () => null),
    mentions,
    sources,
  ];
  const quotation =
    (kind: string) =>
    ({ excerpt, speaker }: DossierQuotation): Cell[] =>
      at(kind, excerpt.place, excerpt.text, {}, speaker);
  return csv(DOSSIER_COLUMNS, [
    ...dossier.names.map(({ form, mentions, sources }) => counted('name', form, mentions, sources)),
    ...dossier.entity.same.map((iri) => counted('authority', iri, null, dossier.counts.sources)),
    ...dossier.roles.map(({ text, place }) => at('role', place, text)),
    ...dossier.sources.flatMap(({ mentions }) =>
      mentions.map((excerpt) => at('mention', excerpt.place, excerpt.text, excerpt)),
    ),
    ...dossier.quotationsBy.map(quotation('quotation')),
    ...dossier.quotationsAbout.map(quotation('quotation-about')),
    ...dossier.company.map(({ entity, sources }) => counted('company', entity.name, null, sources)),
  ]);
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
