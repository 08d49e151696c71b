/** Quotations set off without marks: posts and statements behind a colon, speeches in a transcript. */
import type { Span } from '../../text/span.ts';
import type { Words } from '../words.ts';
import { WordClass } from './lexicon.ts';
import { isStrong, subjectBefore, type Phrase } from './phrases.ts';

/** A block by its span, with who is told to have spoken it. */
export interface Block {
  readonly span: Span;
  readonly phrase: Phrase;
  readonly cue: { readonly first: number; readonly last: number };
}

/** The verb that introduces a block stands this near to its colon. */
const CUE_REACH = 12;
/** Names in front of the speeches of a transcript are short. */
const LONGEST_SPEAKER = 5;
/** A single "NAME:" is a label; so many make a transcript. */
const FEWEST_SPEECHES = 3;
const SHORTEST_BLOCK = 20;

/** Blocks among `paragraphs` that hold no marks at their beginning and are no asides. */
export function findBlocks(words: Words, paragraphs: readonly Span[], asideAt: (span: Span) => Span | null): Block[] {
  const speeches = paragraphs.flatMap((paragraph) => speech(words, paragraph) ?? []);
  const blocks = speeches.length >= FEWEST_SPEECHES ? speeches : [];
  for (let i = 1; i < paragraphs.length; i += 1) {
    const block = behindColon(words, paragraphs[i - 1]!, paragraphs[i]!);
    if (block !== null && asideAt(paragraphs[i]!) === null) blocks.push(block);
  }
  return blocks;
}

/** "Ada Lovelace wrote on the platform:" and a paragraph without marks. */
function behindColon(words: Words, before: Span, paragraph: Span): Block | null {
  const colon = words.range(before).last;
  if (words.word(colon) !== ':' || paragraph.end - paragraph.start < SHORTEST_BLOCK) return null;
  const { first } = words.range(paragraph);
  if (words.quotationAt(first) >= 0 || words.quotationAt(colon) >= 0 || !words.isWord(first)) return null;
  const start = words.tokenAt(before.start);
  for (let i = colon - 1; i >= Math.max(start, colon - CUE_REACH); i -= 1) {
    if (words.quotationAt(i) >= 0) return null;
    if (!words.is(i, WordClass.says) || words.mentionAt(i) >= 0) continue;
    const phrase = subjectBefore(words, i, start);
    return phrase !== null && isStrong(words, phrase) ? { span: paragraph, phrase, cue: { first: i, last: i } } : null;
  }
  return null;
}

/** "LOVELACE: …" at the beginning of a paragraph. */
function speech(words: Words, paragraph: Span): Block | null {
  const { first, last } = words.range(paragraph);
  for (let i = first; i < Math.min(last, first + LONGEST_SPEAKER); i += 1) {
    if (words.word(i) === ':' && i > first) {
      const span = { start: words.tokens.starts[i + 1]!, end: paragraph.end };
      return words.quotationAt(i + 1) >= 0
        ? null
        : { span, phrase: { first, last: i - 1, head: i - 1 }, cue: { first: i, last: i } };
    }
    if (!isShouted(words, i)) return null;
  }
  return null;
}

function isShouted(words: Words, token: number): boolean {
  const { start, end } = words.span(token, token);
  const text = words.tokens.text.slice(start, end);
  return (
    words.isWord(token) &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase() &&
    (text.length > 1 || words.isWord(token + 1))
  );
}
