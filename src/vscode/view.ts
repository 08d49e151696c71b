import type { Position, Range } from 'vscode';
import type { Snapshot, SourceState, Span } from '../core/index.ts';
import type { Note, Session, SessionSnapshot } from '../session/index.ts';
import { linesOfReading, toOffset, toRange, type Lines } from './convert.ts';

/** A source as a provider sees it: one snapshot, and positions in the text that it was read from. */
export class View {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly source: SourceState;
  readonly lines: Lines;

  constructor(session: Session, snapshot: SessionSnapshot, source: SourceState) {
    this.session = session;
    this.snapshot = snapshot;
    this.source = source;
    this.lines = linesOfReading(source.reading);
  }

  get corpus(): Snapshot {
    return this.snapshot.corpus;
  }

  get uri(): string {
    return this.source.uri;
  }

  get notes(): readonly Note[] {
    return this.snapshot.notes(this.uri);
  }

  offset(position: Position): number {
    return toOffset(this.lines, position);
  }

  range(span: Span): Range {
    return toRange(this.lines, span);
  }
}
