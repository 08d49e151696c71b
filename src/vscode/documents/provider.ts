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
import type { Session } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';
import {
  DOCS_SCHEME,
  DOSSIER_SCHEME,
  parseDossierUri,
  parseProvenanceUri,
  PASSAGE_SCHEME,
  PROVENANCE_SCHEME,
  STATUS_SCHEME,
} from './address.ts';
import { dossierPage } from './dossier.ts';
import { PageWriter, type Page } from './page.ts';
import { passageText } from './passages.ts';
import { provenancePage } from './provenance.ts';
import { statusPage } from './status.ts';

/** Registers the read-only documents that we render: dossiers, provenances, passages, the status, and the pages about findings. */
export function registerDocuments(sessions: Sessions, extensionUri: Uri): Disposable {
  const pages = new Pages(sessions);
  return Disposable.from(
    pages,
    ...[DOSSIER_SCHEME, PROVENANCE_SCHEME, STATUS_SCHEME].flatMap((scheme) => [
      workspace.registerTextDocumentContentProvider(scheme, pages),
      languages.registerDocumentLinkProvider({ scheme }, pages),
    ]),
    workspace.registerTextDocumentContentProvider(PASSAGE_SCHEME, {
      provideTextDocumentContent: (uri) => passageText(uri, (folder) => sessionOf(sessions, folder)?.snapshot().corpus),
    }),
    workspace.registerTextDocumentContentProvider(DOCS_SCHEME, docs(extensionUri)),
  );
}

/** Dossiers, provenances and the status, made anew while they are open whenever what they tell has changed. */
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
          ((change.sources.size > 0 || (change.notes.size > 0 && uri.scheme === DOSSIER_SCHEME)) &&
            address(uri)?.folder === session.folder) ||
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
    const folder = address(uri)?.folder;
    const session = folder === undefined ? undefined : sessionOf(this.#sessions, folder);
    if (!session) return new PageWriter().words(l10n.t('The folder of this page is no longer open.')).page();
    const statement = uri.scheme === PROVENANCE_SCHEME ? parseProvenanceUri(uri) : undefined;
    if (statement) return provenancePage(session.snapshot().corpus, statement);
    return dossierPage(session, parseDossierUri(uri)!.entity);
  }
}

/** What the address of a page that is about one folder says. */
function address(uri: Uri): { readonly folder: string } | undefined {
  if (uri.scheme === DOSSIER_SCHEME) return parseDossierUri(uri);
  return uri.scheme === PROVENANCE_SCHEME ? parseProvenanceUri(uri) : undefined;
}

const sessionOf = (sessions: Sessions, folder: string): Session | undefined =>
  sessions.all().find((session) => session.folder === folder);

/** The extension's own `docs` folder, read-only, in the web as on the desktop. */
const docs = (extensionUri: Uri): TextDocumentContentProvider => ({
  async provideTextDocumentContent(uri) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', uri.path));
    return new TextDecoder().decode(bytes);
  },
});
