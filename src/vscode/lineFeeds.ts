import type { TextDocument } from 'vscode';

/** `EndOfLine.CRLF`, by its number so that this arithmetic can be tested without an editor. */
const CRLF = 2;

/** The editor's offset with each CRLF before it counted as one; `line` is the line that the offset lies in. */
export const lineFeedOffset = (document: Pick<TextDocument, 'eol'>, offset: number, line: number): number =>
  offset - (document.eol === CRLF ? line : 0);

/** The text of a buffer as core sees it. */
export const textOfDocument = (document: Pick<TextDocument, 'getText'>): string =>
  document.getText().replace(/\r\n?/g, '\n');
