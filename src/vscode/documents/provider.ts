import {
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Range,
  Uri,
  workspace,
  type DocumentLinkProvider,
  type TextDocumentContentProvider,
} from 'vscode';
import { l10n } from 'vscode';
import type { Sessions } from '../sessions.ts';
import { DOCS_SCHEME, DOSSIER_SCHEME, parseDossierUri, STATUS_SCHEME } from './address.ts';
import { dossierPage } from './dossier.ts';
import { PageWriter, type Page } from './page.ts';
import { statusPage } from './status.ts';

/** Registers the read-only documents that we render: dossiers, the status, and the pages about findings. */
export function registerDocuments(sessions: Sessions, extensionUri: Uri): Disposable {
  const pages = new Pages(sessions);
  return Disposable.from(
    pages,
    ...[DOSSIER_SCHEME, STATUS_SCHEME].flatMap((scheme) => [
      workspace.registerTextDocumentContentProvider(scheme, pages),
      languages.registerDocumentLinkProvider({ scheme }, pages),
    ]),
    workspace.registerTextDocumentContentProvider(DOCS_SCHEME, docs(extensionUri)),
  );
}

/** Dossiers and the status, made anew while they are open whenever what they tell has changed. */
class Pages implements TextDocumentContentProvider, DocumentLinkProvider {
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscription: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscription = sessions.onDidChange(({ session, change }) => {
      for (const { uri } of workspace.textDocuments) {
        const isStale =
          (uri.scheme === DOSSIER_SCHEME &&
            change.sources.size > 0 &&
            parseDossierUri(uri)?.folder === session.folder) ||
          (uri.scheme === STATUS_SCHEME && change.status);
        if (isStale) this.#changed.fire(uri);
      }
    });
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#page(uri).text;
  }

  provideDocumentLinks(document: {
    readonly uri: Uri;
    getText(): string;
    positionAt(offset: number): Range['start'];
  }): DocumentLink[] {
    const { text, links } = this.#page(document.uri);
    // A document that is about to be replaced by the new page has no links for a moment.
    if (text !== document.getText()) return [];
    return links.map(({ start, end, target, title }) => {
      const link = new DocumentLink(new Range(document.positionAt(start), document.positionAt(end)), target);
      link.tooltip = title;
      return link;
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #page(uri: Uri): Page {
    if (uri.scheme === STATUS_SCHEME) return statusPage(this.#sessions.all());
    const address = parseDossierUri(uri);
    const session = this.#sessions.all().find(({ folder }) => folder === address?.folder);
    if (address && session) return dossierPage(session.snapshot().corpus, address.folder, address.entity);
    return new PageWriter().words(l10n.t('The folder of this dossier is no longer open.')).page();
  }
}

/** The extension's own `docs` folder, read-only, in the web as on the desktop. */
const docs = (extensionUri: Uri): TextDocumentContentProvider => ({
  async provideTextDocumentContent(uri) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', uri.path));
    return new TextDecoder().decode(bytes);
  },
});
