import type { Uri } from 'vscode';

/** A part of a page that leads somewhere. */
export interface PageLink {
  /** UTF-16 code units of the page's text. */
  readonly start: number;
  readonly end: number;
  readonly target: Uri;
  readonly title: string;
}

export interface Page {
  readonly text: string;
  readonly links: readonly PageLink[];
}

/**
 * Writes a read-only Markdown document that is read as it stands, in a text editor: so links are not spelt out, but kept
 * as ranges that lead somewhere.
 */
export class PageWriter {
  #text = '';
  readonly #links: PageLink[] = [];

  /** Appends Markdown of ours. */
  markdown(text: string): this {
    this.#text += text;
    return this;
  }

  /** Appends words of others, which are not markup. */
  words(text: string): this {
    return this.markdown(escapeWords(text));
  }

  /** Appends words that lead to `target`. */
  link(text: string, target: Uri, title: string): this {
    const start = this.#text.length;
    this.words(text);
    this.#links.push({ start, end: this.#text.length, target, title });
    return this;
  }

  /** Ends a line. */
  line(): this {
    return this.markdown('\n');
  }

  heading(level: 1 | 2 | 3, text: string): this {
    return this.#apart()
      .markdown(`${'#'.repeat(level)} `)
      .words(text)
      .markdown('\n\n');
  }

  /** Ends a block: what follows stands after one empty line. */
  block(): this {
    return this.#apart();
  }

  page(): Page {
    return { text: `${this.#text.trimEnd()}\n`, links: this.#links };
  }

  #apart(): this {
    if (this.#text !== '') this.#text = `${this.#text.replace(/\n{1,3}$/, '')}\n\n`;
    return this;
  }
}

/** Only what would be markup inside a line (an underscore inside a word is none): the page is read in a text editor, where escapes are in the way. */
const escapeWords = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
