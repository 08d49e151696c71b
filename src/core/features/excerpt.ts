import type { Place } from '../corpus/types.ts';
import type { Span } from '../text/span.ts';
import type { Excerpt } from './types.ts';

/** Code units of context on each side: with the words themselves about one line of a list. */
const CONTEXT = 50;

/** The span in its line of context; the context stays within the paragraph line and ends at word boundaries. */
export function excerpt(text: string, place: Place, context = CONTEXT): Excerpt {
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const nextBreak = text.indexOf('\n', place.end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = cutStart(text, { start: lineStart, end: place.start }, context);
  const to = cutEnd(text, { start: place.end, end: lineEnd }, context);
  return {
    place,
    before: oneLine(text.slice(from, place.start)),
    text: oneLine(text.slice(place.start, place.end)),
    after: oneLine(text.slice(place.end, to)),
    cutBefore: from > lineStart,
    cutAfter: to < lineEnd,
  };
}

/** The first words of a span, for names of symbols; at most `length` code units. */
export function firstWords(text: string, span: Span, length = 60): string {
  const end = cutEnd(text, span, length);
  const words = oneLine(text.slice(span.start, end)).trim();
  return end < span.end ? `${words}…` : words;
}

export const oneLine = (text: string): string => text.replaceAll('\n', ' ');

function cutStart(text: string, { start, end }: Span, context: number): number {
  if (end - start <= context) return start;
  const blank = text.indexOf(' ', end - context);
  return blank === -1 || blank >= end ? wholeCharacter(text, end - context) : blank + 1;
}

function cutEnd(text: string, { start, end }: Span, context: number): number {
  if (end - start <= context) return end;
  const blank = text.lastIndexOf(' ', start + context);
  return blank <= start ? wholeCharacter(text, start + context) : blank;
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
