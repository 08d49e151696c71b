import {
  DocumentSymbol,
  l10n,
  SymbolInformation,
  type DocumentSymbolProvider,
  type WorkspaceSymbolProvider,
} from 'vscode';
import { documentSymbols, workspaceSymbols, type DocumentSymbol as CoreSymbol } from '../../core/index.ts';
import { toLocation, toOutlineKind, toSymbolKind } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { asideName } from '../texts/sentences.ts';
import type { View } from '../view.ts';

/** The outline of a source. */
export const documentSymbolProvider = (sessions: Sessions): DocumentSymbolProvider => ({
  async provideDocumentSymbols(document, token) {
    const view = await sessions.view(document, token);
    return view && documentSymbols(view.corpus, view.uri).map((symbol) => outline(view, symbol));
  },
});

function outline(view: View, { kind, name, detail, span, children }: CoreSymbol): DocumentSymbol {
  const range = view.range(span);
  const about = detail.speaker ?? (detail.aside ? asideName(detail.aside) : '');
  const symbol = new DocumentSymbol(name || l10n.t('(empty)'), about, toOutlineKind(kind), range, range);
  symbol.children = children.map((child) => outline(view, child));
  return symbol;
}

/** Entities by any of their names. VS Code filters by the symbol's own name, so each form is a symbol. */
export const workspaceSymbolProvider = (sessions: Sessions): WorkspaceSymbolProvider => ({
  provideWorkspaceSymbols(query) {
    return sessions.all().flatMap((session) => {
      const { corpus } = session.snapshot();
      return workspaceSymbols(corpus, query).flatMap(({ name, aliasOf, type, place }) => {
        const location = toLocation(corpus, place);
        return location ? [new SymbolInformation(name, toSymbolKind(type), aliasOf ?? '', location)] : [];
      });
    });
  },
});
