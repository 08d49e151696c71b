/**
 * Edits of a text, and how spans move through them. What happens at a span's ends and to deleted words is explicit,
 * as in CodeMirror's range sets: an end is associated with what stands before or after it, and deletion has a fate of its own.
 */
import type { Span } from './span.ts';

/** Replaces the words of a span by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Which way an end of a span goes when words are inserted exactly there. */
export type Association = 'before' | 'after';

export interface MoveRules {
  /** `after` (default): words inserted at the start stay outside. */
  readonly start: Association;
  /** `before` (default): words inserted at the end stay outside. */
  readonly end: Association;
}

/** What an edit did to a span. `kept`: its words are untouched; `edited`: some changed; `deleted`: none of them is left. */
export type Fate = 'kept' | 'edited' | 'deleted';

export interface MovedSpan extends Span {
  readonly fate: Fate;
}

/** A note covers the words that were selected: what is typed at its edges is not part of it. */
const OUTSIDE: MoveRules = { start: 'after', end: 'before' };

/**
 * Edits in document order, as one change: all in offsets of the text before it (as VS Code reports the edits of one event).
 * Throws a RangeError on overlapping edits.
 */
export function sortedEdits(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 1; i < sorted.length; i += 1) {
    if ((sorted[i] as Edit).start < (sorted[i - 1] as Edit).end) throw new RangeError('overlapping edits');
  }
  return sorted;
}

/** The text after the edits, which are as `sortedEdits` gives them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * Carries spans through one change; the result has the order of `spans`. The edits are as `sortedEdits` gives them.
 * Takes one pass over the spans, and of those that lie between the first edit and the last the time of sorting their ends.
 */
export function moveSpans(spans: readonly Span[], edits: readonly Edit[], rules: MoveRules = OUTSIDE): MovedSpan[] {
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return spans.map(({ start, end }) => ({ start, end, fate: 'kept' }));
  const shift = edits.reduce((sum, edit) => sum + grownBy(edit), 0);
  const isNear = ({ start, end }: Span): boolean => end >= first.start && start <= last.end;
  const near = moveNear(spans.filter(isNear), edits, rules).values();
  return spans.map((span) => {
    if (isNear(span)) return near.next().value as MovedSpan;
    const by = span.end < first.start ? 0 : shift;
    return { start: span.start + by, end: span.end + by, fate: 'kept' };
  });
}

function moveNear(spans: readonly Span[], edits: readonly Edit[], rules: MoveRules): MovedSpan[] {
  const starts = mapOffsets(
    spans.map((span) => span.start),
    edits,
    rules.start,
  );
  const ends = mapOffsets(
    spans.map((span) => span.end),
    edits,
    rules.end,
  );
  return spans.map((span, i) => {
    const start = starts.to[i] as number;
    return {
      start,
      end: Math.max(start, ends.to[i] as number),
      fate: fateOf(span, edits, starts.edit[i] as number, ends.edit[i] as number),
    };
  });
}

const grownBy = (edit: Edit): number => edit.text.length - (edit.end - edit.start);

interface MappedOffsets {
  readonly to: Float64Array;
  /** Index of the first edit that ends behind the offset, or at it when it inserts there. */
  readonly edit: Int32Array;
}

function mapOffsets(offsets: readonly number[], edits: readonly Edit[], association: Association): MappedOffsets {
  const to = new Float64Array(offsets.length);
  const first = new Int32Array(offsets.length);
  let at = 0;
  let shift = 0;
  for (const i of ascending(offsets)) {
    const offset = offsets[i] as number;
    for (; at < edits.length; at += 1) {
      const edit = edits[at] as Edit;
      if (edit.end >= offset) break;
      shift += grownBy(edit);
    }
    first[i] = at;
    to[i] = throughEdits(offset, edits, at, shift, association);
  }
  return { to, edit: first };
}

/** `edits[at]` is the first edit that does not end before `offset`; those before it shift by `shift`. */
function throughEdits(
  offset: number,
  edits: readonly Edit[],
  at: number,
  shift: number,
  association: Association,
): number {
  let moved = offset + shift;
  for (let i = at; i < edits.length; i += 1) {
    const edit = edits[i] as Edit;
    const grown = grownBy(edit);
    const pure = edit.start === edit.end;
    if (edit.start > offset || (edit.start === offset && !pure)) break;
    if (edit.end > offset) {
      // Inside replaced words: the new ones belong to the span where they replace words of it.
      return association === 'after' ? edit.start + (moved - offset) : edit.start + (moved - offset) + edit.text.length;
    }
    // The edit ends at the offset.
    if (!pure || association === 'after') moved += grown;
  }
  return moved;
}

function fateOf(span: Span, edits: readonly Edit[], fromEdit: number, toEdit: number): Fate {
  let left = span.end - span.start;
  let touched = false;
  for (let i = fromEdit; i < edits.length && i <= toEdit; i += 1) {
    const edit = edits[i] as Edit;
    if (edit.start >= span.end) break;
    const cut = Math.min(edit.end, span.end) - Math.max(edit.start, span.start);
    if (cut > 0) left -= cut;
    if (cut > 0 || (edit.start > span.start && edit.text.length > 0)) touched = true;
  }
  if (!touched) return 'kept';
  return left === 0 ? 'deleted' : 'edited';
}

/** Indices of `offsets` in ascending order; in one pass where they are sorted already, as they nearly always are. */
function ascending(offsets: readonly number[]): Iterable<number> {
  for (let i = 1; i < offsets.length; i += 1) {
    if ((offsets[i] as number) < (offsets[i - 1] as number)) {
      return Uint32Array.from(offsets, (_, index) => index).sort(
        (a, b) => (offsets[a] as number) - (offsets[b] as number),
      );
    }
  }
  return offsets.keys();
}
