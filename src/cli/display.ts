/** Text of sources on a terminal: nothing of it may act on the terminal, and marks must stand under what they mark. */
import type { Span } from '../core/index.ts';

/**
 * Control characters, and characters that turn the direction of text, as U+FFFD; line breaks and tabs as blanks. An escape
 * sequence in a source must not reach the terminal, and a name must not read otherwise than it is.
 */
export function printable(text: string): string {
  return text
    .replace(/[\n\t]/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Cells that a text takes on a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : INVISIBLE.test(character) ? 0 : 1;
  return width;
}

const INVISIBLE = /[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]/u;

/** The blocks of Unicode's East Asian Width W and F, coarsely: what falls between them is not printed by anybody. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const isWide = (point: number): boolean => point >= 0x1100 && WIDE.some(([low, high]) => low <= point && point <= high);

/** A line of a source around a span, and where the span stands in it, in cells. */
export interface Clip {
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/** What is shown of a span at most, in code units, so that something of its surroundings remains. */
const CONTEXT_SHARE = 0.25;

/** The first line of the span, cut to about `room` cells around it. */
export function clip(text: string, span: Span, room: number): Clip {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const nextBreak = text.indexOf('\n', span.start);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const spanEnd = Math.min(span.end, lineEnd);
  const before = Math.floor(room * CONTEXT_SHARE);
  const from = boundary(text, Math.max(lineStart, Math.min(span.start - before, lineEnd - room)), lineStart);
  const to = boundary(text, Math.min(lineEnd, from + room), lineEnd);
  const head = (from > lineStart ? '…' : '') + printable(text.slice(from, span.start));
  const marked = printable(text.slice(span.start, Math.min(spanEnd, to)));
  const tail = printable(text.slice(Math.min(spanEnd, to), to)) + (to < lineEnd ? '…' : '');
  return { text: head + marked + tail, from: cells(head), width: Math.max(1, cells(marked)) };
}

/** Never between the halves of a surrogate pair. */
function boundary(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  return at !== limit && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
