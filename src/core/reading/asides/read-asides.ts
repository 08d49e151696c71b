/**
 * Asides: what stands in the file but is not the author's prose. Paragraph by paragraph, precision first:
 * a paragraph that nothing gives away is prose.
 */
import type { Span } from '../../text/span.ts';
import type { SourceText } from '../source-text.ts';
import type { Aside } from '../types.ts';
import { dateLine } from './date-lines.ts';
import { dateline } from './datelines.ts';
import type { AsideLexicon } from './lexicon.ts';
import { isProse, isHeadline, paragraphWords } from './lines.ts';
import { picture } from './pictures.ts';
import { wireCredit } from './wire-credits.ts';

/** A head of a file (date, headline, byline) is over after this many paragraphs, whatever they are. */
const HEAD_PARAGRAPHS = 8;
/** Bare datelines, without date or agency, stand in front of the first prose only. */
const DATELINE_PARAGRAPHS = 2;

/** Finds the asides of a source, in document order and without overlap. */
export function readAsides(source: SourceText, lexicon: AsideLexicon): Aside[] {
  const { text, paragraphs } = source;
  const asides: Aside[] = [];
  let proseSeen = 0;
  let headlineSeen = false;
  const transcribed = isTranscript(text, paragraphs);
  for (const [index, whole] of paragraphs.entries()) {
    let paragraph: Span = whole;
    const inHead = proseSeen === 0 && index < HEAD_PARAGRAPHS;
    const header = headerOf(text, paragraph, lexicon);
    if (header !== null && (inHead || header.end === paragraph.end)) {
      asides.push(header);
      paragraph = trimmed(text, header.end, paragraph.end);
      if (paragraph.start >= paragraph.end) continue;
    }
    const line = lineOf(text, paragraph, lexicon) ?? (inHead ? dateLine(text, paragraph, lexicon) : null);
    if (line !== null) {
      asides.push(line);
      continue;
    }
    const pictured = picture(text, paragraph, lexicon);
    if (pictured !== null) {
      asides.push(...pictured);
      continue;
    }
    if (inHead && !headlineSeen && isHeadline(text, paragraph, nextText(source, index, lexicon), lexicon)) {
      asides.push({ ...paragraph, kind: 'headline', rule: 'first-line' });
      headlineSeen = true;
      continue;
    }
    const place = dateline(text, paragraph, lexicon, proseSeen < DATELINE_PARAGRAPHS && !transcribed);
    if (place !== null) asides.push(place);
    const credit = wireCredit(text, paragraph, lexicon, index >= paragraphs.length - LAST_PARAGRAPHS);
    if (credit !== null) asides.push(credit);
    if (isProse(text, paragraph)) proseSeen += 1;
  }
  return asides;
}

/** "LOVELACE: …" where several lines begin so is a turn of speech, and no place. */
function isTranscript(text: string, paragraphs: readonly Span[]): boolean {
  let turns = 0;
  for (const { start, end } of paragraphs) {
    if (TURN.test(text.slice(start, Math.min(end, start + TURN_REACH)))) turns += 1;
    if (turns >= FEWEST_TURNS) return true;
  }
  return false;
}

const TURN = /^\p{Lu}[\p{Lu}\p{M}.'’ -]{1,30}: /u;
const TURN_REACH = 40;
const FEWEST_TURNS = 2;

/** The paragraph that a headline stands in front of: lines for date and author between them are not compared with it. */
function nextText({ text, paragraphs }: SourceText, headline: number, lexicon: AsideLexicon): Span | null {
  for (let index = headline + 1; index < Math.min(paragraphs.length, HEAD_PARAGRAPHS); index += 1) {
    const paragraph = paragraphs[index]!;
    const header = headerOf(text, paragraph, lexicon);
    if (header?.end === paragraph.end || lineOf(text, paragraph, lexicon) !== null) continue;
    if (dateLine(text, paragraph, lexicon) === null) return paragraph;
  }
  return paragraphs[headline + 1] ?? null;
}

/** A wire's credit closes the prose; only promotion and contributors follow it. */
const LAST_PARAGRAPHS = 4;
/** A header's pattern never looks further than this. */
const HEADER_REACH = 260;
/** A short line that begins as a header and has no stop is nothing else. */
const LONGEST_HEADER = 120;
/** No line pattern allows more words than would fit here. */
const LINE_REACH = 480;

function headerOf(text: string, paragraph: Span, lexicon: AsideLexicon): Aside | null {
  const start = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + HEADER_REACH));
  const whole = start.length < HEADER_REACH ? (lexicon.bareDate.exec(start) ?? placedDate(start, lexicon)) : null;
  const found = lexicon.header.exec(start) ?? whole;
  if (found === null) return null;
  const wholeLine = start.length <= LONGEST_HEADER && !/[.!?]["”’)]?$/u.test(start);
  const span = wholeLine ? paragraph : trimmed(text, paragraph.start, paragraph.start + found[0].length);
  return { ...span, kind: 'header', rule: 'date-header' };
}

const placedDate = (start: string, lexicon: AsideLexicon): RegExpExecArray | null =>
  lexicon.eventTitle.test(start) ? null : lexicon.placedDate.exec(start);

function lineOf(text: string, paragraph: Span, lexicon: AsideLexicon): Aside | null {
  if (paragraph.end - paragraph.start > LINE_REACH) return null;
  const content = text.slice(paragraph.start, paragraph.end);
  let words = -1;
  for (const { pattern, rule, kind, longest } of lexicon.lines) {
    const found = pattern.exec(content);
    if (found === null) continue;
    if (words < 0) words = paragraphWords(content);
    if (words > longest) continue;
    const name = found.groups?.['credited'];
    const at = name === undefined ? -1 : paragraph.start + found[0].indexOf(name);
    const credited = name === undefined ? {} : { credited: [{ start: at, end: at + name.length }] };
    return { ...paragraph, kind, rule, ...credited };
  }
  return null;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return { start, end };
}
