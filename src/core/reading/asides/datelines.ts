/** "PORT MERIDIAN, March 7 (Agency) —" in front of a report's first sentence. */
import type { Span } from '../../text/span.ts';
import type { Aside } from '../types.ts';
import type { AsideLexicon } from './lexicon.ts';

/** A dateline is short; its dash stands within this many code units. */
const REACH = 100;
/** "PUBLISHED: May 5" is a label; a dateline has a sentence behind it. */
const LEAST_PROSE = 60;
const MOST_PLACE_WORDS = 7;
const DASH = /\s(?:—|–|--|-|―)\s|(?<=\))(?:—|–|--|-)\s?|—\s?/u;
const BRACKET = /\s?\(([^()]{2,40})\)[,:]?$/u;
const CAPITAL_WORD = /^[\p{Lu}][\p{Lu}\p{M}\p{N}.'’/-]+,?$/u;
/** Up to four capitalised words. */
const AGENCY_NAME = /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]{1,30}(?: (?:of |the |& )?\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,30}){0,3}$/u;
const TITLE_WORD = /^[\p{Lu}][\p{L}\p{M}.'’/-]*,?$/u;
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'el',
  'le',
  'of',
  'the',
  'al',
  'and',
  'da',
  'do',
  'di',
  'am',
  'an',
  'der',
  '/',
]);

/** The dateline at the paragraph's beginning; `bare` allows one without date and agency. */
export function dateline(text: string, paragraph: Span, lexicon: AsideLexicon, bare: boolean): Aside | null {
  const start = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + REACH));
  const dash = DASH.exec(start);
  if (dash !== null) {
    return (
      withDateBetween(paragraph.start, start, dash, lexicon) ??
      withDash(paragraph.start, start.slice(0, dash.index), dash, lexicon, bare)
    );
  }
  return bare && paragraph.end - paragraph.start >= LEAST_PROSE ? withColon(paragraph.start, start) : null;
}

/** "STRELSAU — May 3, 2026 —": the date between two dashes. */
function withDateBetween(offset: number, start: string, dash: RegExpExecArray, lexicon: AsideLexicon): Aside | null {
  const from = dash.index + dash[0].length;
  lexicon.datelineDate.lastIndex = from;
  const date = lexicon.datelineDate.exec(start)?.[0].trimEnd() ?? '';
  const rest = start.slice(from + date.length);
  const second = DASH.exec(rest);
  if (date.length <= 2 || second?.index !== 0 || !isPlace(start.slice(0, dash.index).trim(), true, lexicon))
    return null;
  const end = offset + from + date.length + second[0].trimEnd().length;
  return { start: offset, end, kind: 'dateline', rule: 'dateline' };
}

function withDash(
  offset: number,
  prefix: string,
  dash: RegExpExecArray,
  lexicon: AsideLexicon,
  bare: boolean,
): Aside | null {
  const bracket = BRACKET.exec(prefix);
  let place = bracket ? prefix.slice(0, bracket.index) : prefix;
  const agency = bracket?.[1];
  const date = trailingDate(place, lexicon);
  if (date >= 0) place = place.slice(0, date);
  const known = agency !== undefined && isAgency(agency, lexicon);
  // between a place with its date, or a place in capitals, and the dash any name is the agency's
  if (agency !== undefined && !known && !AGENCY_NAME.test(agency)) return null;
  const told = known || date >= 0;
  if (!(place.trim() === '' ? known : isPlace(place.trim(), told, lexicon)) || (!told && !bare)) return null;
  const end = offset + dash.index + dash[0].trimEnd().length;
  const at = agency === undefined ? -1 : offset + prefix.lastIndexOf(agency);
  // without a date before it, a name that is no known agency's may be the country's
  const credited = agency === undefined || !told ? {} : { credited: [{ start: at, end: at + agency.length }] };
  return { start: offset, end, kind: 'dateline', rule: told ? 'dateline' : 'dateline-bare', ...credited };
}

/** "PORT MERIDIAN: The council …" */
function withColon(offset: number, start: string): Aside | null {
  const colon = start.indexOf(': ');
  if (colon < 3 || !/^\p{Lu}/u.test(start.slice(colon + 2))) return null;
  const place = start.slice(0, colon);
  const words = place.split(' ');
  if (words.length > 3 || !words.every((word) => CAPITAL_WORD.test(word)) || place.length < 4) return null;
  return { start: offset, end: offset + colon + 1, kind: 'dateline', rule: 'dateline-colon' };
}

/** All of the place in capitals ("PORT MERIDIAN, Ontario"); capitalised words will do where a date or an agency stands by. */
function isPlace(place: string, told: boolean, lexicon: AsideLexicon): boolean {
  const words = place.replace(/,$/u, '').split(/\s+/u);
  if (words.length > MOST_PLACE_WORDS || lexicon.titleSmallWords.has(words[0]!.toLowerCase())) return false;
  if (!words.every((word) => TITLE_WORD.test(word) || PARTICLES.has(word))) return false;
  return told || (CAPITAL_WORD.test(words[0]!) && words[0]!.replace(/\P{L}/gu, '').length >= 3);
}

function isAgency(name: string, lexicon: AsideLexicon): boolean {
  const lower = name.toLowerCase();
  if (lexicon.agencies.has(lower) || /^[\p{Lu}/]{2,6}$/u.test(name)) return true;
  return lower.split(/[\s/]+/u).some((word) => lexicon.agencyWords.has(word) || lexicon.agencies.has(word));
}

/** Where a date at the end of `place` begins, or -1. */
function trailingDate(place: string, lexicon: AsideLexicon): number {
  for (let at = 0; at < place.length; at += 1) {
    if (at > 0 && !/[\s,]/u.test(place[at - 1]!)) continue;
    lexicon.datelineDate.lastIndex = at;
    const found = lexicon.datelineDate.exec(place);
    if (found !== null && found[0].trim().length > 2 && at + found[0].length >= place.trimEnd().length) return at;
  }
  return -1;
}
