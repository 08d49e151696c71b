import {
  DiagnosticSeverity,
  Location,
  Position,
  Range,
  SymbolKind,
  Uri,
  type CancellationToken,
  type TextDocument,
} from 'vscode';
import {
  LineIndex,
  type DocumentSymbol,
  type LineColumn,
  type NameType,
  type Place,
  type Reading,
  type Severity,
  type Snapshot,
  type Span,
} from '../core/index.ts';
import { Aborter, type Signal } from '../session/index.ts';
import { lineFeedOffset } from './lineFeeds.ts';

/** Where lines begin in a text with LF line ends; the editor's own line ends never enter, as columns are the same. */
export interface Lines {
  at(offset: number): LineColumn;
  offset(place: LineColumn): number;
}

/** Every address inside the program is a URI in VS Code's own spelling, so that strings can be compared. */
export const toKey = (uri: Uri): string => uri.toString();
export const toUri = (key: string): Uri => Uri.parse(key, true);

export const toPosition = ({ line, column }: LineColumn): Position => new Position(line, column);

export const toRange = (lines: Lines, { start, end }: Span): Range =>
  new Range(toPosition(lines.at(start)), toPosition(lines.at(end)));

export const toOffset = (lines: Lines, { line, character }: Position): number =>
  lines.offset({ line, column: character });

export const toSpan = (lines: Lines, range: Range): Span => ({
  start: toOffset(lines, range.start),
  end: toOffset(lines, range.end),
});

const indices = new WeakMap<Reading, LineIndex>();

export function linesOfReading(reading: Reading): LineIndex {
  let index = indices.get(reading);
  if (!index) indices.set(reading, (index = new LineIndex(reading.text)));
  return index;
}

/** The lines of an open buffer as it is now, its CRLF counted as LF. Makes no copy of the text. */
export function linesOfDocument(document: TextDocument): Lines {
  const start = (line: number): number => lineFeedOffset(document, document.offsetAt(new Position(line, 0)), line);
  return {
    at(offset) {
      let low = 0;
      let high = document.lineCount - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      const length = document.lineAt(low).text.length;
      return { line: low, column: Math.min(Math.max(offset - start(low), 0), length) };
    },
    offset({ line, column }) {
      if (line >= document.lineCount) return start(document.lineCount - 1) + lastLineLength(document);
      return start(line) + Math.min(column, document.lineAt(line).text.length);
    },
  };
}

const lastLineLength = (document: TextDocument): number => document.lineAt(document.lineCount - 1).text.length;

/** Where a place of the corpus is in its file; undefined when its source is gone. */
export function toLocation(snapshot: Snapshot, place: Place): Location | undefined {
  const reading = snapshot.source(place.uri)?.reading;
  return reading && new Location(toUri(place.uri), toRange(linesOfReading(reading), place));
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toSeverity = (severity: Severity): DiagnosticSeverity => SEVERITIES[severity];

const NAME_KINDS: Readonly<Record<NameType, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Package,
  place: SymbolKind.Namespace,
  demonym: SymbolKind.Interface,
  event: SymbolKind.Event,
  work: SymbolKind.File,
};

export const toSymbolKind = (type: NameType): SymbolKind => NAME_KINDS[type];

const OUTLINE_KINDS: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  headline: SymbolKind.File,
  aside: SymbolKind.Property,
  paragraph: SymbolKind.Field,
  quotation: SymbolKind.String,
};

export const toOutlineKind = (kind: DocumentSymbol['kind']): SymbolKind => OUTLINE_KINDS[kind];

/** A cancellation token as the session knows it. */
export function toSignal(token: CancellationToken): Signal {
  const aborter = new Aborter();
  if (token.isCancellationRequested) aborter.abort();
  else token.onCancellationRequested(() => aborter.abort());
  return aborter.signal;
}
