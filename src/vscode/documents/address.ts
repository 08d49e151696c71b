import { Position, Range, Uri } from 'vscode';
import type { Session } from '../../session/index.ts';

/** Schemes of the read-only documents that we render. */
export const DOSSIER_SCHEME = 'apparatus-dossier';
export const STATUS_SCHEME = 'apparatus-status';
export const DOCS_SCHEME = 'apparatus-docs';

export const DOCUMENT_START = new Range(new Position(0, 0), new Position(0, 0));

/** The dossier of an entity. The path is what the tab shows; folder and entity are in the query. */
export const dossierUri = ({ folder }: Pick<Session, 'folder'>, entity: string, name: string): Uri =>
  Uri.from({
    scheme: DOSSIER_SCHEME,
    path: `/${name.replace(/[\\/:*?"<>|#\s]+/g, ' ').trim() || '…'}.md`,
    query: JSON.stringify([folder, entity]),
  });

/** What a dossier's address says; undefined if it was not made by `dossierUri`. */
export function parseDossierUri(uri: Uri): { readonly folder: string; readonly entity: string } | undefined {
  try {
    const parts: unknown = JSON.parse(uri.query);
    if (!Array.isArray(parts)) return undefined;
    const [folder, entity] = parts as unknown[];
    return typeof folder === 'string' && typeof entity === 'string' ? { folder, entity } : undefined;
  } catch {
    return undefined;
  }
}

export const statusUri = Uri.from({ scheme: STATUS_SCHEME, path: '/Apparatus.md' });

/** The page about a code of finding. */
export const findingDocUri = (code: string): Uri => Uri.from({ scheme: DOCS_SCHEME, path: `/findings/${code}.md` });
