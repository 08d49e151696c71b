import { Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';

/** Papers kept at once: enough for a conflict's two sides and some previews in open tabs. */
const MOST_PAPERS = 40;

/** Read-only documents that are written once, such as the sides of a conflict; they last as long as the window. */
export class Papers implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #scheme: string;
  readonly #subscription: Disposable;
  #count = 0;

  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#subscription = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Address of a new document; `name` is what its tab shows. */
  write(name: string, text: string): Uri {
    this.#count += 1;
    const uri = Uri.from({
      scheme: this.#scheme,
      path: `/${name.replace(/[\\/]+/g, ' ')}`,
      query: String(this.#count),
    });
    this.#texts.set(uri.query, text);
    for (const old of [...this.#texts.keys()].slice(0, -MOST_PAPERS)) this.#texts.delete(old);
    return uri;
  }

  provideTextDocumentContent({ query }: Uri): string {
    return this.#texts.get(query) ?? '';
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
