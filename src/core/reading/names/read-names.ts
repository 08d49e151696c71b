/** Reads the names of one text: persons, organizations, places, events, works, and demonyms. */
import type { Sentence } from '../../text/sentences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Tokens } from '../../text/tokens.ts';
import type { Aside, Mention, NameType } from '../types.ts';
import { addBodies } from './bodies.ts';
import { makeConsistent } from './consistency.ts';
import { SentenceFlag, prepareDocument, type NameDocument } from './document.ts';
import { compareDrafts, type Draft } from './draft.ts';
import { roleCount } from './features.ts';
import { settleBodies } from './firms.ts';
import { addFixed, addPlain } from './fixed.ts';
import { addSyllables } from './hyphens.ts';
import { joinDrafts } from './join.ts';
import { nameKinds, type NameKind } from './labels.ts';
import type { NameLanguage } from './language.ts';
import { decodeNameWeights, type NameWeights } from './model.ts';
import { addOrigins } from './origins.ts';
import { addEventsAndWorks } from './patterns.ts';
import { readByRules } from './rules.ts';
import { Tagger } from './tagger.ts';
import { trimDrafts } from './trim.ts';
import { WordBook } from './words.ts';

export interface NameSource {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Span[];
  readonly asides?: readonly Aside[];
  /** Date expressions: no name lies in one. */
  readonly dates?: readonly Span[];
}

/** Trained weights, ready to use. Holds memos that change its speed but never its answers. */
export class NameModel {
  readonly weights: NameWeights;
  readonly #readers = new Map<NameLanguage, { book: WordBook; tagger: Tagger }>();

  constructor(weights: NameWeights) {
    this.weights = weights;
  }

  reader(language: NameLanguage): { readonly book: WordBook; readonly tagger: Tagger } {
    const known = this.#readers.get(language);
    if (known !== undefined) return known;
    const book = new WordBook(language, this.weights.lists, roleCount);
    const reader = { book, tagger: new Tagger(this.weights, book) };
    this.#readers.set(language, reader);
    return reader;
  }
}

/** Reads a file of weights (`names.bin`). Throws a RangeError when it is none. */
export function loadNameModel(bytes: Uint8Array): NameModel {
  return new NameModel(decodeNameWeights(bytes));
}

/** Mentions in document order. Without a model a small set of rules reads what is plain. */
export function readNames(source: NameSource, model: NameModel | null, language: NameLanguage): Mention[] {
  const book = model === null ? new WordBook(language, [], roleCount) : model.reader(language).book;
  const document = prepareDocument(source.tokens, source.sentences, book, language);
  const drafts = model === null ? readByRules(document, language) : tagged(document, model.reader(language).tagger);
  let names: readonly Draft[] = addSyllables(document, trimDrafts(document, drafts, language));
  names = settleBodies(document, joinDrafts(document, names, language), language);
  names = addFixed(document, names, language, source.asides ?? []);
  names = makeConsistent(document, addPlain(document, names, language), language);
  names = addOrigins(document, names, language).sort(compareDrafts);
  names = addBodies(document, addEventsAndWorks(document, names, language), language);
  return toMentions(document, names, source.dates ?? []);
}

const typeOfKind: Record<NameKind, Draft['type']> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  other: 'other',
};

/** What the tagger is less sure of is wrong more often than right. */
const leastConfidence = 0.35;

function tagged(document: NameDocument, tagger: Tagger): Draft[] {
  // Where every word has a capital, a name of no known type says nothing, and would hide what it covers.
  const inHeadline = (at: number) => ((document.flags[at] as number) & SentenceFlag.headline) !== 0;
  return tagger
    .tag(document)
    .filter(
      ({ first, kind, confidence }) =>
        confidence >= leastConfidence && !(nameKinds[kind] === 'other' && inHeadline(first)),
    )
    .map(({ first, end, kind, confidence }) => ({
      first,
      end,
      confidence,
      type: typeOfKind[nameKinds[kind] as NameKind],
    }));
}

function toMentions(document: NameDocument, drafts: readonly Draft[], dates: readonly Span[]): Mention[] {
  const { starts, ends } = document.tokens;
  const mentions: Mention[] = [];
  let date = 0;
  for (const { first, end, type, confidence } of drafts) {
    const span = { start: starts[first] as number, end: ends[end - 1] as number };
    while (date < dates.length && (dates[date] as Span).end <= span.start) date += 1;
    const clash = dates[date];
    if (clash !== undefined && overlaps(clash, span) && clash.end - clash.start >= span.end - span.start) continue;
    mentions.push({ ...span, type: type as NameType, confidence });
  }
  return mentions;
}
