/**
 * When the source was written, from what stands in its text. Too little evidence gives null: a wrong date would move
 * every "Tuesday" of the source, an unknown one only leaves them open.
 */
import { civilDate, dayNumber, isCivilDate, weekdayOf } from '../../text/calendar.ts';
import type { Span } from '../../text/span.ts';
import { TokenKind } from '../../text/tokens.ts';
import type { SourceText } from '../source-text.ts';
import type { Aside, AsideKind, SourceDate } from '../types.ts';
import { edtfDay, rangeOf } from './edtf.ts';
import type { DateGrammar } from './grammar.ts';
import type { DateCandidate, Fields } from './meaning.ts';

export interface SourceDateOptions {
  readonly asides: readonly Aside[];
  /** All date expressions of the text, in order. */
  readonly candidates: readonly DateCandidate[];
  readonly grammar: DateGrammar;
}

/** How sure each kind of evidence makes; measured by eye on news files, only their order matters. */
const CONFIDENCE = { header: 0.97, dateline: 0.97, head: 0.9, label: 0.95, url: 0.9, today: 0.85 } as const;

/** The date that the reader has set, as a source's date; null where it is no EDTF with a known year. */
export const readerSourceDate = (value: string): SourceDate | null =>
  rangeOf(value) && { value, basis: 'reader', evidence: [], confidence: 1 };

export function findSourceDate(source: SourceText, options: SourceDateOptions): SourceDate | null {
  const dated = candidatesWithFields(options.candidates);
  return (
    inAside(dated, options.asides, 'header') ??
    inAside(dated, options.asides, 'dateline') ??
    inAside(dated, options.asides, 'byline') ??
    beforeText(source, dated) ??
    inTitle(source, dated, options.grammar) ??
    afterLabel(source, dated, options.grammar) ??
    inUrl(source) ??
    calledToday(source, options.candidates) ??
    completed(dated, options.asides, 'header') ??
    completed(dated, options.asides, 'dateline')
  );
}

interface Dated {
  readonly candidate: DateCandidate;
  readonly fields: Fields;
}

/** Two days with only a dash between them are a life or a span, and no evidence ("9 August 1929 – 13 February 2014"). */
const LONGEST_DASH = 3;

function candidatesWithFields(candidates: readonly DateCandidate[]): Dated[] {
  const dated: Dated[] = [];
  candidates.forEach((candidate, index) => {
    const { meaning, start, end } = candidate;
    const spanned = [candidates[index - 1], candidates[index + 1]].some(
      (other) =>
        other?.meaning.kind === 'fields' &&
        other.meaning.fields.year !== undefined &&
        other.meaning.fields.day !== undefined &&
        (other.start > end ? other.start - end : start - other.end) <= LONGEST_DASH,
    );
    if (meaning.kind === 'fields' && !spanned) dated.push({ candidate, fields: meaning.fields });
  });
  return dated;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The day that the fields name; null unless they name one, year and all. */
function wholeDay({ year, month, day }: Fields): number | null {
  if (year === undefined || month === undefined || day === undefined || !isCivilDate(year, month, day)) return null;
  return dayNumber(year, month, day);
}

function* withinAsides(dated: readonly Dated[], asides: readonly Aside[], kind: AsideKind): Generator<Dated> {
  let at = 0;
  for (const aside of asides) {
    if (aside.kind !== kind) continue;
    while (at < dated.length && (dated[at] as Dated).candidate.start < aside.start) at += 1;
    while (at < dated.length && (dated[at] as Dated).candidate.end <= aside.end) {
      yield dated[at] as Dated;
      at += 1;
    }
  }
}

function inAside(
  dated: readonly Dated[],
  asides: readonly Aside[],
  kind: 'header' | 'dateline' | 'byline',
): SourceDate | null {
  for (const { candidate, fields } of withinAsides(dated, asides, kind)) {
    const day = wholeDay(fields);
    if (day === null) continue;
    const basis = kind === 'byline' ? 'header' : kind;
    return { value: edtfDay(day), basis, evidence: [spanOf(candidate)], confidence: CONFIDENCE[basis] };
  }
  return null;
}

/** A head is over after this many paragraphs. */
const HEAD_PARAGRAPHS = 3;
/** What stands before a head's date: a place, an outlet, a headline, at most so long. */
const LONGEST_HEAD = 100;

/**
 * "Port Meridian, March 5, 2026: The council …", "(March 5, 2026 / Wire)", "Harbour works delayed — 5 March 2026": a whole date
 * that a mark sets apart at the beginning of a file, from the text after it or from the headline before it.
 */
function beforeText({ text, paragraphs }: SourceText, dated: readonly Dated[]): SourceDate | null {
  for (const { candidate, fields } of dated) {
    const paragraph = paragraphs[candidate.paragraph];
    if (!paragraph || candidate.paragraph >= HEAD_PARAGRAPHS) return null;
    const day = wholeDay(fields);
    if (day === null || candidate.start - paragraph.start > LONGEST_HEAD) continue;
    const before = text.slice(paragraph.start, candidate.start);
    const after = text.slice(candidate.end, Math.min(paragraph.end, candidate.end + 3));
    const setApart =
      after === '' || after === ')' || after === ']'
        ? /(?:^|\s[—–|-]\s|[([])$/u.test(before)
        : /^(?::|\s?[—–|/]|\s-|\)|\])/u.test(after) && /(?:^[([]?|,\s)$/u.test(before) && isPlaceLike(before);
    if (setApart)
      return { value: edtfDay(day), basis: 'header', evidence: [spanOf(candidate)], confidence: CONFIDENCE.head };
  }
  return null;
}

/** A title is one of the file's first lines, and no longer than this. */
const TITLE_PARAGRAPHS = 3;
const LONGEST_TITLE = 160;

/** Nothing but capitalised words and marks. */
const isPlaceLike = (before: string): boolean => before.split(/\s+/u).every((word) => !/^\p{Ll}/u.test(word));

/** "Letter of Ada Lovelace to her sister, 16 March 1911": the day at the end of a first line that is a document's title. */
function inTitle({ text, paragraphs }: SourceText, dated: readonly Dated[], grammar: DateGrammar): SourceDate | null {
  for (const { candidate, fields } of dated) {
    const paragraph = paragraphs[candidate.paragraph];
    if (!paragraph || candidate.paragraph >= TITLE_PARAGRAPHS) return null;
    const day = wholeDay(fields);
    if (day === null || candidate.start - paragraph.start > LONGEST_TITLE) continue;
    if (!/^[)\]]?\.?$/.test(text.slice(candidate.end, Math.min(paragraph.end, candidate.end + 3)))) continue;
    const title = /^(.{1,200}?)(?:[,.:;]| ?[—–-]| ?[([]|,? dated)\s?$/u.exec(
      text.slice(paragraph.start, candidate.start),
    )?.[1];
    if (title !== undefined && grammar.isDocumentTitle(title))
      return { value: edtfDay(day), basis: 'header', evidence: [spanOf(candidate)], confidence: CONFIDENCE.head };
  }
  return null;
}

/** A label stands within this many paragraphs of the file's ends. */
const LABEL_PARAGRAPHS = 6;
/** Between a label and its date stand a colon, "on", a weekday at most. */
const LONGEST_LABEL_GAP = 14;

/** "Published: 5 March 2026", "Posted on March 5, 2026" at the beginning of a paragraph near the ends of the file. */
function afterLabel(
  { text, paragraphs }: SourceText,
  dated: readonly Dated[],
  grammar: DateGrammar,
): SourceDate | null {
  for (const { candidate, fields } of dated) {
    const { start, paragraph: index } = candidate;
    const paragraph = paragraphs[index];
    if (!paragraph || (index >= LABEL_PARAGRAPHS && index < paragraphs.length - LABEL_PARAGRAPHS)) continue;
    const before = text.slice(paragraph.start, start);
    if (before.length > LONGEST_LABEL_GAP * 2) continue;
    const words = before.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length === 0 || words.length > 3 || !grammar.dateLabels.has(words[0] ?? '')) continue;
    const day = wholeDay(fields);
    if (day !== null)
      return { value: edtfDay(day), basis: 'header', evidence: [spanOf(candidate)], confidence: CONFIDENCE.label };
  }
  return null;
}

/** What may stand beside an address on its line ("Source: "). */
const LONGEST_URL_LABEL = 24;

/** "https://example.org/2026/03/05/story" alone on its line: an address within the prose is another text's. */
function inUrl({ text, tokens, paragraphs }: SourceText): SourceDate | null {
  let paragraph = 0;
  for (let token = 0; token < tokens.length; token += 1) {
    if (tokens.kinds[token] !== TokenKind.url) continue;
    const start = tokens.starts[token] ?? 0;
    const end = tokens.ends[token] ?? 0;
    while (paragraph < paragraphs.length && (paragraphs[paragraph]?.end ?? 0) <= start) paragraph += 1;
    const line = paragraphs[paragraph];
    if (!line || line.end - line.start - (end - start) > LONGEST_URL_LABEL) continue;
    const found = /[/-]((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?=[/-]|$)/.exec(text.slice(start, end));
    const day = found && wholeDay({ year: Number(found[1]), month: Number(found[3]), day: Number(found[4]) });
    if (!found || day === null) continue;
    const at = start + found.index + 1;
    return {
      value: edtfDay(day),
      basis: 'url',
      evidence: [{ start: at, end: at + found[0].length - 1 }],
      confidence: CONFIDENCE.url,
    };
  }
  return null;
}

/** "today, March 5, 2026", "yesterday (4 March 2026)". */
function calledToday({ text }: SourceText, candidates: readonly DateCandidate[]): SourceDate | null {
  for (let index = 0; index + 1 < candidates.length; index += 1) {
    const deictic = candidates[index] as DateCandidate;
    const date = candidates[index + 1] as DateCandidate;
    if (deictic.rule !== 'deictic' || deictic.meaning.kind !== 'offset' || date.meaning.kind !== 'fields') continue;
    if (!/^\s?[,(]\s?$/.test(text.slice(deictic.end, Math.min(date.start, deictic.end + 4)))) continue;
    const day = wholeDay(date.meaning.fields);
    if (day !== null) {
      const evidence = [{ start: deictic.start, end: date.end }];
      return {
        value: edtfDay(day - deictic.meaning.amount),
        basis: 'explicit',
        evidence,
        confidence: CONFIDENCE.today,
      };
    }
  }
  return null;
}

/** A day and month without year, in header or dateline; the year comes from the rest of the text. */
function completed(dated: readonly Dated[], asides: readonly Aside[], kind: 'header' | 'dateline'): SourceDate | null {
  for (const { candidate, fields } of withinAsides(dated, asides, kind)) {
    if (fields.month === undefined || fields.day === undefined || fields.year !== undefined) continue;
    const pairs = dated.filter((each) => isWeekdayPair(each.fields));
    const found = yearFromDates(fields, dated, pairs) ?? yearFromWeekdays(fields, dated, pairs);
    if (found)
      return {
        value: edtfDay(found.day),
        basis: found.basis ?? kind,
        evidence: [spanOf(candidate), ...found.evidence],
        confidence: found.confidence,
      };
  }
  return null;
}

const isWeekdayPair = ({ weekday, month, day, year }: Fields): boolean =>
  weekday !== undefined && month !== undefined && day !== undefined && year === undefined;

interface FoundYear {
  readonly day: number;
  readonly evidence: readonly Span[];
  readonly confidence: number;
  readonly basis?: 'weekday-arithmetic';
}

/**
 * Reports are written soon after the latest thing that they date in full (a caption's day, "in May 2019"):
 * the nearer it lies before the dateline, the surer the year. Beyond the last bound another year is as likely.
 */
const YEAR_GAPS: readonly (readonly [number, number])[] = [
  [92, 0.9],
  [183, 0.75],
  [300, 0.6],
];
/** A weekday that agrees with the year found rules out six other years of seven. */
const AGREEMENT = 0.07;
/** Clocks differ: a report may carry the day before what it tells of. */
const DAY_SLACK = 1;

function yearFromDates(fields: Fields, dated: readonly Dated[], pairs: readonly Dated[]): FoundYear | null {
  let latest: Dated | null = null;
  let first = -Infinity;
  for (const each of dated) {
    const { year, month, day = 1, yearGrain } = each.fields;
    if (year === undefined || month === undefined || yearGrain !== undefined || each.candidate.direction > 0) continue;
    if (!isCivilDate(year, month, day) || dayNumber(year, month, day) <= first) continue;
    first = dayNumber(year, month, day);
    latest = each;
  }
  if (!latest) return null;
  const start = civilDate(first).year;
  for (const year of [start, start + 1]) {
    const day = wholeDay({ ...fields, year });
    if (day === null || day < first - DAY_SLACK) continue;
    const confidence = YEAR_GAPS.find(([gap]) => day - first <= gap)?.[1];
    if (confidence === undefined || !agrees(day, fields, pairs)) return null;
    const supported = pairs.length > 0 || fields.weekday !== undefined;
    return {
      day,
      evidence: [spanOf(latest.candidate)],
      confidence: supported ? Math.min(CONFIDENCE.header, confidence + AGREEMENT) : confidence,
    };
  }
  return null;
}

/** Years after the latest one that the text names, among which a weekday decides; a seventh would begin the cycle anew. */
const YEARS_TRIED = 4;
const WEEKDAY_CONFIDENCE = 0.7;

/** "Tuesday, March 3" fixes the year among the few that can follow the latest year named. */
function yearFromWeekdays(fields: Fields, dated: readonly Dated[], pairs: readonly Dated[]): FoundYear | null {
  if (pairs.length === 0) return null;
  let latest: Dated | null = null;
  for (const each of dated) {
    const { year, yearGrain } = each.fields;
    if (
      year !== undefined &&
      yearGrain === undefined &&
      each.candidate.direction <= 0 &&
      year > (latest?.fields.year ?? -Infinity)
    )
      latest = each;
  }
  if (!latest) return null;
  const days: number[] = [];
  for (
    let year = latest.fields.year ?? 0;
    days.length < 2 && year < (latest.fields.year ?? 0) + YEARS_TRIED;
    year += 1
  ) {
    const day = wholeDay({ ...fields, year });
    if (day !== null && agrees(day, fields, pairs)) days.push(day);
  }
  const [day] = days;
  if (day === undefined || days.length !== 1) return null;
  return {
    day,
    evidence: [...pairs.map(({ candidate }) => spanOf(candidate)), spanOf(latest.candidate)],
    confidence: WEEKDAY_CONFIDENCE,
    basis: 'weekday-arithmetic',
  };
}

/** Whether every weekday that the text puts beside a day of the month holds in the year nearest to `written`. */
function agrees(written: number, fields: Fields, pairs: readonly Dated[]): boolean {
  if (fields.weekday !== undefined && weekdayOf(written) !== fields.weekday) return false;
  const { year } = civilDate(written);
  return pairs.every(({ fields: { weekday, month = 1, day = 1 } }) => {
    const days = [year - 1, year, year + 1]
      .filter((y) => isCivilDate(y, month, day))
      .map((y) => dayNumber(y, month, day));
    if (days.length === 0) return true;
    const nearest = days.reduce((a, b) => (Math.abs(a - written) <= Math.abs(b - written) ? a : b));
    return weekdayOf(nearest) === weekday;
  });
}
