import { Position, Range, Uri } from 'vscode';
import type { Session } from '../../session/index.ts';
import { shorten } from '../texts/markdown.ts';

/** Schemes of the read-only documents that we render. */
export const DOSSIER_SCHEME = 'apparatus-dossier';
export const STATUS_SCHEME = 'apparatus-status';
export const PASSAGE_SCHEME = 'apparatus-passage';
export const PROVENANCE_SCHEME = 'apparatus-provenance';
export const DOCS_SCHEME = 'apparatus-docs';

export const DOCUMENT_START = new Range(new Position(0, 0), new Position(0, 0));

/** The dossier of an entity. The path is what the tab shows; folder and entity are in the query. */
export const dossierUri = ({ folder }: Pick<Session, 'folder'>, entity: string, name: string): Uri =>
  Uri.from({
    scheme: DOSSIER_SCHEME,
    path: `/${name.replace(FORBIDDEN, ' ').trim() || '…'}.md`,
    query: JSON.stringify([folder, entity]),
  });

/** What a dossier's address says; undefined if it was not made by `dossierUri`. */
export function parseDossierUri(uri: Uri): { readonly folder: string; readonly entity: string } | undefined {
  const [folder, entity] = parts(uri);
  return typeof folder === 'string' && typeof entity === 'string' ? { folder, entity } : undefined;
}

/** A statement whose provenance is shown: where it begins, and its words, by which it is found again after edits. */
export interface Statement {
  readonly folder: string;
  readonly source: string;
  readonly start: number;
  readonly words: string;
}

export const provenanceUri = ({ folder, source, start, words }: Statement): Uri =>
  Uri.from({
    scheme: PROVENANCE_SCHEME,
    path: `/${fileTitle(words)}.md`,
    query: JSON.stringify([folder, source, start, words]),
  });

/** What the address of a provenance says; undefined if it was not made by `provenanceUri`. */
export function parseProvenanceUri(uri: Uri): Statement | undefined {
  const [folder, source, start, words] = parts(uri);
  return typeof folder === 'string' &&
    typeof source === 'string' &&
    typeof start === 'number' &&
    typeof words === 'string'
    ? { folder, source, start, words }
    : undefined;
}

/** The list in an address' query; empty if there is none. */
function parts(uri: Uri): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(uri.query);
    return Array.isArray(list) ? (list as unknown[]) : [];
  } catch {
    return [];
  }
}

/** Code units of a statement that its tab shows. */
const TITLE_LENGTH = 30;

/** Words as the name of a file. */
const fileTitle = (words: string): string => shorten(words.replace(FORBIDDEN, ' '), TITLE_LENGTH) || '…';

/** What file names may not hold on some system, and what would end a path. */
const FORBIDDEN = /[\\/:*?"<>|#\s]+/g;

export const statusUri = Uri.from({ scheme: STATUS_SCHEME, path: '/Apparatus.md' });

/** The page about a code of finding. */
export const findingDocUri = (code: string): Uri => Uri.from({ scheme: DOCS_SCHEME, path: `/findings/${code}.md` });
