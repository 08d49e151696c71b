import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { Edit } from '../core/index.ts';
import { lineFeedOffset } from './lineFeeds.ts';

type Change = Pick<TextDocumentContentChangeEvent, 'range' | 'rangeOffset' | 'rangeLength' | 'text'>;

/**
 * The edits of one change event, in offsets of the text before it with LF line ends. VS Code gives ranges in coordinates
 * before the change, so that the lines before a place tell how many carriage returns stand there.
 */
export const bufferEdits = (document: Pick<TextDocument, 'eol'>, changes: readonly Change[]): readonly Edit[] =>
  changes.map(({ range, rangeOffset, rangeLength, text }) => ({
    start: lineFeedOffset(document, rangeOffset, range.start.line),
    end: lineFeedOffset(document, rangeOffset + rangeLength, range.end.line),
    text: text.replace(/\r\n?/g, '\n'),
  }));
