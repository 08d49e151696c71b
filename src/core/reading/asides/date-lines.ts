/** Lines of a file's head that hold a whole date and, beside it, only what such lines hold. */
import type { Span } from '../../text/span.ts';
import type { Aside } from '../types.ts';
import type { AsideLexicon } from './lexicon.ts';

/** A line of a date, an outlet and an author is no longer than this, in code units. */
const LONGEST_LINE = 120;
/** Parts between the marks of one line. */
const MOST_PARTS = 8;
const SEPARATOR = /\s?[|·•/;()[\]]\s?|\s[—–-]\s|[,.:](?:\s|$)/u;

/**
 * "Strelsau Herald, 2 March 2025. By Ada Okafor", "Port Meridian Gazette, Vol. XII, No. 4, 3 May 1911": every part of the
 * paragraph must be one that heads of texts have, so that a sentence is none. A byline where an author is named, else a header.
 */
export function dateLine(text: string, paragraph: Span, lexicon: AsideLexicon): Aside | null {
  if (paragraph.end - paragraph.start > LONGEST_LINE) return null;
  const content = text.slice(paragraph.start, paragraph.end);
  const date = lexicon.lineDate.exec(content);
  if (date === null) return null;
  const before = content.slice(0, date.index);
  const after = content.slice(date.index + date[0].length);
  const parts = [before, after].flatMap((side) => side.split(SEPARATOR)).map((part) => part.trim());
  const told = parts.filter((part) => part !== '');
  if (told.length > MOST_PARTS || lexicon.eventTitle.test(content)) return null;
  // what runs into the date without a mark must label it ("Published …", "By Ada Okafor on …")
  if (/[^\s\p{P}\p{S}]\s*$/u.test(before) && !lexicon.dateLabel.test(parts[before.split(SEPARATOR).length - 1] ?? ''))
    return null;
  const isPart = (part: string): boolean =>
    [lexicon.linePart, lexicon.lineAuthor, lexicon.lineName, lexicon.dateLabel].some((pattern) => pattern.test(part));
  if (!told.every(isPart)) return null;
  const name = told.map((part) => lexicon.lineAuthor.exec(part)?.groups?.['credited']).find(Boolean);
  if (name === undefined) return { ...paragraph, kind: 'header', rule: 'date-line' };
  const start = paragraph.start + content.indexOf(name);
  return { ...paragraph, kind: 'byline', rule: 'date-line', credited: [{ start, end: start + name.length }] };
}
