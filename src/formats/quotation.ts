/** Words of a source with the source's facts and the line, for one's own text and for a reference manager. */
import { parseEdtf, type Edtf, type SourceFacts } from '../core/index.ts';
import { escapeMarkdown } from './page.ts';

export interface QuotedWords {
  readonly words: string;
  /** Counted from 1. */
  readonly line: number;
  /** Headline, where the source has one; else the file's name. */
  readonly title: string;
  /** The file, as the reader names it. */
  readonly path: string;
  /** What the reader has set, and a date that was read off the text where none was set. */
  readonly facts: SourceFacts;
}

/** “Words” (author, “title”, outlet, date, URL; file, line 3). */
export const quotationText = (quoted: QuotedWords): string => `“${quoted.words}” (${reference(quoted).join(', ')})\n`;

export function quotationMarkdown(quoted: QuotedWords): string {
  const lines = quoted.words.split('\n').map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
  const { url } = quoted.facts;
  const said = reference(quoted).map((part) => (part === url ? `<${part}>` : escapeMarkdown(part)));
  return `${lines.join('\n')}\n>\n> ${said.join(', ')}\n`;
}

function reference({ title, path, line, facts }: QuotedWords): string[] {
  const { author, outlet, wire, date, url } = facts;
  const named = title === path ? undefined : `“${title}”`;
  const parts = [author, named, outlet, wire && wire !== outlet ? wire : undefined, date, url, path, `line ${line}`];
  return parts.filter((part): part is string => part !== undefined && part !== '');
}

/**
 * One item of CSL-JSON (Citation Style Language 1.0.2, appendices III and IV), in a list, as reference managers import it. The
 * words themselves are its annotation, with the line.
 */
export const quotationCsl = (quoted: QuotedWords): string => `${JSON.stringify([cslItem(quoted)], null, 2)}\n`;

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  /** A name that is not to be taken apart. */
  readonly literal?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly literal?: string;
}

export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'document';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly URL?: string;
  /** Where a text comes from before it was published here: the wire. */
  readonly source?: string;
  readonly annote: string;
}

export function cslItem({ words, line, title, path, facts }: QuotedWords): CslItem {
  const { author = '', outlet = '', wire = '', date = '', url = '' } = facts;
  const authors = author
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(cslName);
  return {
    id: path,
    type: outlet === '' ? 'document' : 'article-newspaper',
    title,
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(outlet === '' ? {} : { 'container-title': outlet }),
    ...(date === '' ? {} : { issued: cslDate(date) }),
    ...(url === '' ? {} : { URL: url }),
    ...(wire === '' ? {} : { source: wire }),
    annote: `“${words}” (line ${line})`,
  };
}

/** "Lovelace, Ada" has two parts; which part of "Ada Lovelace" is which nobody can tell for all the world's names. */
function cslName(name: string): CslName {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  return family !== '' && given !== '' && more.length === 0 ? { family, given } : { literal: name };
}

/** Dates and intervals of whole years, months and days in numbers; what has no numbers in CSL as it is written. */
function cslDate(written: string): CslDate {
  const edtf = parseEdtf(written);
  const parts = edtf && dateParts(edtf);
  if (!parts) return { literal: written };
  const isVague = /[?~%]/.test(written);
  return { 'date-parts': parts, ...(isVague ? { circa: true } : {}) };
}

function dateParts(edtf: Edtf): number[][] | null {
  if (edtf.kind === 'interval') {
    const sides = [edtf.start, edtf.end].map((side) => (typeof side === 'string' ? null : dateParts(side)?.[0]));
    return sides.every((side) => side != null) ? sides : null;
  }
  if (edtf.kind !== 'date') return null;
  const parts = [edtf.year, edtf.month, edtf.day].filter((part) => part !== null).map(Number);
  const isCalendar = parts.every(Number.isInteger) && (parts[1] ?? 1) <= 12;
  return isCalendar ? [parts] : null;
}
