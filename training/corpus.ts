/** Reads the annotated texts and brings their guidelines together. */
import { readFileSync } from 'node:fs';
import { englishNames } from '../src/core/reading/en/names.ts';
import type { Span } from '../src/core/text/span.ts';

export type GoldType = 'PER' | 'ORG' | 'LOC' | 'MISC';

export interface GoldName extends Span {
  readonly type: GoldType;
}

export interface GoldDocument {
  readonly docId: string;
  readonly corpus: string;
  readonly text: string;
  readonly entities: readonly GoldName[];
  /** Annotated, but not as a name in our sense: here any label is allowed. */
  readonly unsure: readonly Span[];
}

/** Legal language whose "Borrower", "Bank" and "Petitioner" are defined terms, not names. */
const leftOut: ReadonlySet<string> = new Set(['sec', 'gum-court']);

/** One JSON object per line: docId, corpus, text, entities. */
export function readDocuments(path: string): GoldDocument[] {
  const documents: GoldDocument[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const raw = JSON.parse(line) as GoldDocument;
    if (leftOut.has(raw.corpus)) continue;
    documents.push({ ...raw, unsure: [] });
  }
  return documents;
}

/**
 * The names of a document by our own rules: the longest proper name without article, title or possessive; no pronouns and descriptions
 * (re3d); no origins (they come from a list); no handles and tags (they are tokens of their own kind); countries are always places.
 */
export function reconcile(document: GoldDocument): GoldDocument {
  const entities: GoldName[] = [];
  const unsure: Span[] = [];
  for (const entity of document.entities) {
    const names = splitPlaces(document, entity).map((part) => reconcileName(document, part));
    if (names.some((name) => name === null)) unsure.push(entity);
    for (const name of names) if (name !== null) entities.push(name);
  }
  return { ...document, entities, unsure };
}

/** re3d annotates "Port Meridian, Ruritania" as one place; to us it is two. */
function splitPlaces(document: GoldDocument, entity: GoldName): GoldName[] {
  if (!document.corpus.startsWith('re3d') || entity.type !== 'LOC') return [entity];
  const parts: GoldName[] = [];
  let start = entity.start;
  for (const part of document.text.slice(entity.start, entity.end).split(/,\s+/u)) {
    const at = document.text.indexOf(part, start);
    const head = /\p{Lu}.*$/u.exec(part);
    if (head !== null) parts.push({ start: at + head.index, end: at + part.length, type: 'LOC' });
    start = at + part.length;
  }
  return parts;
}

const capital = /\p{Lu}/u;
const article = /^(?:the|a|an|The|A|An)\s+/u;
const possessive = /\s?['’]s?$/u;
/** Actors of re3d that are described rather than named: a name and a common noun. */
const describedActor =
  /\s(?:forces|force|fighters|government|troops|terrorists?|leaders?|officials?|regime|coalition|group|people|militants?|soldiers)$/u;

function reconcileName(document: GoldDocument, entity: GoldName): GoldName | null {
  let { start, end, type } = entity;
  const text = () => document.text.slice(start, end);
  if (/[@#]|https?:/u.test(text())) return null;
  if (document.corpus.startsWith('re3d') || document.corpus.startsWith('gum')) {
    if (describedActor.test(text()) || (/\sof\s/u.test(text()) && !/^\p{Lu}/u.test(text()))) return null;
  }
  start += article.exec(text())?.[0].length ?? 0;
  end -= possessive.exec(text())?.[0].length ?? 0;
  if (type === 'PER') {
    for (;;) {
      const title = /^[\p{L}.’'-]+\s+/u.exec(text())?.[0];
      if (
        title === undefined ||
        !englishNames.personTitles.has(title.trim().toLowerCase()) ||
        !isTitleHere(document.corpus, title.trim())
      )
        break;
      start += title.length;
    }
    if (englishNames.personTitles.has(text().toLowerCase())) return null;
  }
  const lowered = document.corpus === 'wnut17' || document.corpus === 'btc' || document.corpus.startsWith('uner');
  if (!capital.test(text()) && !lowered) return null;
  if (englishNames.demonyms.has(text()) && !englishNames.places.has(text())) return null;
  if (englishNames.places.has(text()) && type === 'ORG') type = 'LOC';
  return end > start ? { start, end, type } : null;
}

/** In biographies "Prince" and "Madonna" can be whole names; only words that are nothing but titles are cut everywhere. */
const isTitleHere = (corpus: string, word: string): boolean =>
  word.endsWith('.') || corpus !== 'btc' || word.length > 2;
