/** Captions and the credits of pictures. A caption describes in the present what a dated picture shows, or points into it. */
import type { Span } from '../../text/span.ts';
import type { Aside } from '../types.ts';
import type { AsideLexicon } from './lexicon.ts';
import { paragraphWords } from './lines.ts';

const LONGEST_CAPTION = 85;
/** A caption that only its tense and date give away is one sentence. */
const LONGEST_PLAIN_CAPTION = 45;
/** The picture's verb follows its subject soon. */
const VERB_REACH = 14;
const LONGEST_CREDIT = 14;
/** Where a credit may begin, seen from the paragraph's end, in code units. */
const CREDIT_REACH = 150;
const CREDIT_STARTS = /(?:[.!?]["”’')\]]{0,2}|["”])\s+(?=\S)|\s(?=[—–|]\s|--\s|\()/gu;
const CREDIT_PARTS =
  /\s?(?:\/|\bvia\b|\bhandout\b|\bpics?\b|\bphotos?\b|\bimages? by\b|\bcourtesy of\b|\bcredit\b|\bby\b|[:|()[\]—–])\s?/giu;

/** Caption and credit of a paragraph that belongs to a picture, or null. */
export function picture(text: string, paragraph: Span, lexicon: AsideLexicon): Aside[] | null {
  if (paragraph.end - paragraph.start > LONGEST_CAPTION * 9) return null;
  const content = text.slice(paragraph.start, paragraph.end);
  const words = paragraphWords(content);
  if (words > LONGEST_CAPTION || words < 2) return null;
  const creditAt = creditStart(content, lexicon);
  const caption = creditAt < 0 ? content : content.slice(0, creditAt).trimEnd();
  const rule = captionRule(caption, creditAt >= 0, words, lexicon);
  if (rule === null) return null;
  const asides: Aside[] = [];
  if (caption !== '')
    asides.push({ start: paragraph.start, end: paragraph.start + caption.length, kind: 'caption', rule });
  if (creditAt >= 0) {
    const start = paragraph.start + creditAt;
    asides.push({
      start,
      end: paragraph.end,
      kind: 'credit',
      rule: 'photo-credit',
      credited: creditedIn(text, start, paragraph.end),
    });
  }
  return asides;
}

function captionRule(caption: string, credited: boolean, words: number, lexicon: AsideLexicon): string | null {
  if (credited) return 'caption-credit';
  const dated = lexicon.fullDate.test(caption);
  const pointers = caption.match(lexicon.captionPointer) ?? [];
  if (
    lexicon.captionStart.test(caption) &&
    (dated ||
      pointers.length > 0 ||
      /^[^.]{0,40}(?::|\s[—–-]\s)/u.test(caption) ||
      describes(caption, lexicon) ||
      !/[.!?]$/u.test(caption))
  )
    return 'caption-start';
  if (pointers.some((pointer) => lexicon.sidePointer.test(pointer)) && words <= LONGEST_PLAIN_CAPTION)
    return 'caption-pointer';
  if (pointers.length > 0 && dated) return 'caption-pointer';
  return dated && words <= LONGEST_PLAIN_CAPTION && describes(caption, lexicon) && datedAtEnd(caption, lexicon)
    ? 'caption-present'
    : null;
}

/** A verb of the present, soon after the subject, and no other sentence behind. */
function describes(caption: string, lexicon: AsideLexicon): boolean {
  return caption
    .split(/\s+/u, VERB_REACH)
    .some(
      (word, index, all) =>
        index > 0 && lexicon.pictureVerbs.has(word) && !lexicon.beforeBaseForms.has(all[index - 1]!),
    );
}

function datedAtEnd(caption: string, lexicon: AsideLexicon): boolean {
  const found = lexicon.fullDate.exec(caption);
  return found !== null && found.index + found[0].length >= caption.length - 2;
}

/** Offset in `content` at which a credit begins, or -1. */
function creditStart(content: string, lexicon: AsideLexicon): number {
  const from = Math.max(0, content.length - CREDIT_REACH);
  if (from === 0 && isCredit(content, lexicon) && paragraphWords(content) <= LONGEST_CREDIT) return 0;
  CREDIT_STARTS.lastIndex = from;
  for (let found = CREDIT_STARTS.exec(content); found !== null; found = CREDIT_STARTS.exec(content)) {
    const start = found.index + found[0].length;
    const rest = content.slice(start);
    if (paragraphWords(rest) <= LONGEST_CREDIT && isCredit(rest, lexicon)) return start;
  }
  return -1;
}

/** Names and a few joining words, without a number and without the stop of a sentence. */
function isCredit(rest: string, lexicon: AsideLexicon): boolean {
  const plain = rest.replace(INITIAL_STOPS, '');
  if (!CREDIT_SHAPE.test(plain) || !lexicon.photoCredit.some((pattern) => pattern.test(plain))) return false;
  const lower = rest.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? [];
  return lower.every((word) => lexicon.creditWords.has(word));
}

/** The stops of "U.S. Navy" end nothing. */
const INITIAL_STOPS = /(?<=(?<![\p{L}])\p{Lu})\./gu;
const CREDIT_SHAPE = /^[—–|([-]{0,2}\s?\p{Lu}[^\d]*(?:[^\d.]|\.[)\]])$/u;

/** The photographers and agencies that a credit names: its capitalised parts. */
function creditedIn(text: string, start: number, end: number): Span[] {
  const credit = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const part = credit.slice(from, to);
    const name = part.trim().replace(/\.$/u, '');
    if (/^\p{Lu}/u.test(name)) {
      const at = start + from + part.indexOf(name);
      spans.push({ start: at, end: at + name.length });
    }
  };
  for (const separator of credit.matchAll(CREDIT_PARTS)) {
    add(separator.index);
    from = separator.index + separator[0].length;
  }
  add(credit.length);
  return spans;
}
