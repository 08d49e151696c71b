import {
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentLink,
  l10n,
  workspace,
  type DefinitionProvider,
  type DocumentHighlightProvider,
  type DocumentLinkProvider,
  type Location,
  type LocationLink,
  type ReferenceProvider,
} from 'vscode';
import { definition, highlights, links, references } from '../../core/index.ts';
import { toLocation } from '../convert.ts';
import { DOCUMENT_START, dossierUri } from '../documents/address.ts';
import type { Sessions } from '../sessions.ts';

/**
 * Names as links to their dossiers. A link and a definition act on the same Ctrl+click (microsoft/vscode#147447), so both
 * lead to one URI, and one tab opens. Without links, definitions still answer Ctrl+click and F12.
 */
export const linkProvider = (sessions: Sessions): DocumentLinkProvider => ({
  async provideDocumentLinks(document, token) {
    if (!workspace.getConfiguration('apparatus', document).get<boolean>('links.underline')) return [];
    const view = await sessions.view(document, token);
    if (!view) return [];
    return links(view.corpus, view.uri).map(({ span, entity, name }) => {
      const link = new DocumentLink(view.range(span), dossierUri(view.session, entity, name));
      link.tooltip = l10n.t('Open the dossier of {0}', name);
      return link;
    });
  },
});

export const definitionProvider = (sessions: Sessions): DefinitionProvider => ({
  async provideDefinition(document, position, token): Promise<LocationLink[] | undefined> {
    const view = await sessions.view(document, token);
    const found = view && definition(view.corpus, view.uri, view.offset(position));
    if (!found) return undefined;
    const targetUri = dossierUri(view.session, found.entity, found.name);
    return [{ originSelectionRange: view.range(found.span), targetUri, targetRange: DOCUMENT_START }];
  },
});

export const referenceProvider = (sessions: Sessions): ReferenceProvider => ({
  async provideReferences(document, position, _context, token): Promise<Location[] | undefined> {
    const view = await sessions.view(document, token);
    if (!view) return undefined;
    return references(view.corpus, view.uri, view.offset(position)).flatMap(
      (place) => toLocation(view.corpus, place) ?? [],
    );
  },
});

export const highlightProvider = (sessions: Sessions): DocumentHighlightProvider => ({
  async provideDocumentHighlights(document, position, token) {
    const view = await sessions.view(document, token);
    const spans = view && highlights(view.corpus, view.uri, view.offset(position));
    // Without an answer of ours, VS Code falls back to marking equal words, which is right for what is no name.
    if (!spans || spans.length === 0) return undefined;
    return spans.map((span) => new DocumentHighlight(view.range(span), DocumentHighlightKind.Text));
  },
});
