import type { Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { firstWords } from './excerpt.ts';
import { fold } from '../text/fold.ts';
import type { DocumentSymbol, WorkspaceSymbol } from './types.ts';

/** Symbols that the editor's quick search is given at once; VS Code itself shows a few hundred. */
export const SYMBOL_LIMIT = 500;

/** The outline: headline and other asides, paragraphs, and the quotations inside them. */
export function documentSymbols(snapshot: Snapshot, uri: Uri): readonly DocumentSymbol[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const { text, paragraphs, asides } = source.reading;
  const symbols: DocumentSymbol[] = [];
  for (const paragraph of paragraphs) {
    const aside = asides.find((each) => contains(each, paragraph));
    symbols.push({
      kind: aside === undefined ? 'paragraph' : aside.kind === 'headline' ? 'headline' : 'aside',
      name: firstWords(text, paragraph),
      detail: aside === undefined ? {} : { aside: aside.kind },
      span: { start: paragraph.start, end: paragraph.end },
      children: quotationSymbols(snapshot, source, paragraph),
    });
  }
  return symbols;
}

function quotationSymbols(snapshot: Snapshot, source: SourceState, paragraph: Span): readonly DocumentSymbol[] {
  const { text, quotations } = source.reading;
  return quotations
    .filter((quotation) => quotation.within === null && overlaps(quotation.outer, paragraph))
    .filter((quotation) => quotation.outer.start >= paragraph.start)
    .map((quotation) => {
      const speaker = quotation.speaker && speakerName(snapshot, source, quotation.speaker);
      return {
        kind: 'quotation' as const,
        name: firstWords(text, quotation),
        detail: speaker ? { speaker } : {},
        // A quotation may run over several paragraphs; an outline child may not leave its parent.
        span: { start: quotation.outer.start, end: Math.min(quotation.outer.end, paragraph.end) },
        children: [],
      };
    });
}

/** The canonical name of whoever speaks, else the words that the source uses. */
function speakerName(snapshot: Snapshot, source: SourceState, speaker: Span & { mention: number | null }): string {
  const id = speaker.mention === null ? null : source.entityOf[speaker.mention];
  const entity = id == null ? undefined : snapshot.entity(id);
  return entity?.name ?? source.reading.text.slice(speaker.start, speaker.end);
}

/**
 * Entities by any of their forms, one symbol per form. The query matches as VS Code's own filter does: its letters in
 * order, without regard to case or accents.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const wanted = fold(query).replaceAll(' ', '');
  const symbols: WorkspaceSymbol[] = [];
  for (const entity of snapshot.entities()) {
    for (const name of [entity.name, ...entity.aliases]) {
      if (!hasInOrder(fold(name), wanted)) continue;
      const place = firstMention(snapshot, entity.id, name);
      if (!place) continue;
      const aliasOf = name === entity.name ? null : entity.name;
      symbols.push({ name, aliasOf, entity: entity.id, type: entity.type, place });
      if (symbols.length === SYMBOL_LIMIT) return symbols;
    }
  }
  return symbols;
}

function hasInOrder(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first mention written just so, else the entity's first mention. */
function firstMention(snapshot: Snapshot, id: string, form: string): WorkspaceSymbol['place'] | null {
  let first: WorkspaceSymbol['place'] | null = null;
  for (const { uri, start, end } of snapshot.mentionsOf(id)) {
    first ??= { uri, start, end };
    if (snapshot.source(uri)?.reading.text.slice(start, end) === form) return { uri, start, end };
  }
  return first;
}
