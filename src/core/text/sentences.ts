/** Paragraphs and sentences. Both survive missing blank lines, hard-wrapped text, and stops that end no sentence. */
import { CharacterClass, characterClass, isLetterClass } from './characters.ts';
import type { Span } from './span.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/** What a language knows about stops. All words are lower case; abbreviations carry their stop. */
export interface StopRules {
  /** Every abbreviation whose stop belongs to it ("gen.", "inc.", "u.s."). */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that bind to what follows and so never end a sentence ("gen.", "mr.", "no."). */
  readonly binding: ReadonlySet<string>;
  /** Words that, capitalised after an abbreviation, begin a sentence ("the", "he", "in"). */
  readonly starters: ReadonlySet<string>;
}

/** A sentence and its tokens: `[firstToken, endToken)`. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/** Widest line that a person or a mail program wraps at; longer lines are paragraphs of their own. */
const widestWrap = 120;
/** Narrower lines are lists and verse, not columns of prose. */
const narrowestWrap = 24;
/** Share of single line ends that must go on in mid-sentence before a text counts as hard-wrapped. */
const wrappedShare = 0.6;
/** Fewer line ends than this prove no wrapping. */
const fewestWrappedLines = 3;
/** Share of the width by which a line may be too short and yet be full: who wraps by hand, or counts bytes, stops early. */
const mostSlack = 0.25;
/** White space that indents the first line of a paragraph; a single blank may be left over from wrapping. */
const leastIndent = 2;

/**
 * Paragraphs, without the white space around them. A blank line always separates; a single line end does, too,
 * unless the text is hard-wrapped: then only an indent, or a line that had room for the next word, ends a paragraph.
 */
export function paragraphs(text: string): Span[] {
  const lines = linesOf(text);
  const wrap = wrapOf(text, lines);
  const spans: { start: number; end: number }[] = [];
  let open = false;
  lines.forEach((line, index) => {
    if (line.start === line.end) {
      open = false;
      return;
    }
    const last = spans.at(-1);
    if (open && last) last.end = line.end;
    else spans.push({ start: line.start, end: line.end });
    const next = lines[index + 1];
    open = wrap !== null && next !== undefined && goesOn(text, line, next, wrap);
  });
  return spans;
}

/** A line without the white space around it; empty for a blank line. */
interface Line extends Span {
  /** How much white space stood in front. */
  readonly indent: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start += 1;
    while (end > start && isSpace(text, end - 1)) end -= 1;
    lines.push({ start, end, indent: start - from });
    from = to + 1;
  }
  return lines;
}

const isSpace = (text: string, at: number): boolean => characterClass(text.charCodeAt(at)) <= CharacterClass.newline;

/** How a text is wrapped, in UTF-16 code units. */
interface Wrap {
  /** Length of its longest wrapped line. */
  readonly width: number;
  /** How much room for the next word a full line may have left. */
  readonly slack: number;
}

/** Null when line ends are the author's. Lines before a small letter surely go on; where there are none, open sentences tell. */
function wrapOf(text: string, lines: readonly Line[]): Wrap | null {
  const pairs: { line: Line; next: Line }[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (line.start !== line.end && next !== undefined && next.start !== next.end) pairs.push({ line, next });
  });
  const small = pairs.filter(({ next }) => startsSmall(text, next));
  const open = small.length > 0 ? small : pairs.filter(({ line }) => !endsSentence(text, line));
  let width = 0;
  for (const { line } of open) width = Math.max(width, line.end - line.start);
  if (width < narrowestWrap || width > widestWrap) return null;
  // Headings, salutations and names beneath a letter say nothing about how its prose is set.
  const full = pairs.filter(({ line }) => line.end - line.start >= width / 2);
  let slack = 0;
  for (const { line, next } of small) slack = Math.max(slack, roomLeft(text, line, next, width));
  const goingOn = full.filter(
    ({ line, next }) => startsSmall(text, next) || (!endsSentence(text, line) && roomLeft(text, line, next, width) < 0),
  ).length;
  return goingOn >= fewestWrappedLines && goingOn >= full.length * wrappedShare
    ? { width, slack: Math.min(slack, width * mostSlack) }
    : null;
}

function goesOn(text: string, line: Line, next: Line, { width, slack }: Wrap): boolean {
  if (next.start === next.end || next.indent >= line.indent + leastIndent) return false;
  return startsSmall(text, next) || roomLeft(text, line, next, width) <= slack;
}

/** What would have been left of `width` had the first word of `next` stood on `line`; negative when it did not fit. */
function roomLeft(text: string, line: Line, next: Line, width: number): number {
  let wordEnd = next.start;
  while (wordEnd < next.end && wordEnd - next.start <= width && !isSpace(text, wordEnd)) wordEnd += 1;
  return width - (measured(text, line.start, line.end) + 1 + measured(text, next.start, wordEnd));
}

/** Programs that count bytes take three for a curly mark or a dash. */
function measured(text: string, start: number, end: number): number {
  let length = end - start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x2010 && code <= 0x203a) length += 2;
  }
  return length;
}

function startsSmall(text: string, { start, end }: Span): boolean {
  const at = start + 1 < end && isOpener(text.charCodeAt(start)) ? start + 1 : start;
  return characterClass(text.charCodeAt(at)) === CharacterClass.lower;
}

function endsSentence(text: string, { start, end }: Span): boolean {
  let at = end - 1;
  while (at > start && isCloser(text.charCodeAt(at))) at -= 1;
  return isTerminator(text.charCodeAt(at));
}

/** Sentences of `tokens`, none across two of `paragraphSpans`. */
export function sentences(tokens: Tokens, paragraphSpans: readonly Span[], rules: StopRules): Sentence[] {
  const found: Sentence[] = [];
  let token = 0;
  for (const paragraph of paragraphSpans) {
    let first = token;
    while (token < tokens.length && (tokens.starts[token] as number) < paragraph.end) {
      const after = sentenceEnd(tokens, token, first, paragraph.end, rules);
      if (after > 0) {
        found.push(sentence(tokens, first, after));
        first = token = after;
      } else {
        token += 1;
      }
    }
    if (token > first) found.push(sentence(tokens, first, token));
  }
  return found;
}

const sentence = (tokens: Tokens, firstToken: number, endToken: number): Sentence => ({
  start: tokens.starts[firstToken] as number,
  end: tokens.ends[endToken - 1] as number,
  firstToken,
  endToken,
});

/** Index of the token after the sentence that `token` ends, or 0 when the sentence goes on. */
function sentenceEnd(tokens: Tokens, token: number, first: number, limit: number, rules: StopRules): number {
  const { text, starts, ends, kinds } = tokens;
  const end = ends[token] as number;
  const last = text.charCodeAt(end - 1);
  if (!isTerminator(last) || kinds[token] === TokenKind.url) return 0;
  const stopInWord = kinds[token] === TokenKind.word;
  // Closing marks and brackets that touch the stop belong to the sentence it ends.
  let after = token + 1;
  while (
    after < tokens.length &&
    starts[after] === ends[after - 1] &&
    isCloser(text.charCodeAt(starts[after] as number))
  )
    after += 1;
  if (after >= tokens.length || (starts[after] as number) >= limit) return after;
  const closed = after > token + 1;
  const glued = starts[after] === ends[after - 1];
  const opener = isOpener(text.charCodeAt(starts[after] as number));
  const next = opener && after + 1 < tokens.length ? after + 1 : after;
  const nextClass = characterClass(text.charCodeAt(starts[next] as number));
  if (last === 0x2c || isPlainContinuation(nextClass, kinds[next] as number)) return 0;
  if (glued) return !stopInWord && last === 0x2e && !closed && isMissingSpace(tokens, token, after) ? after : 0;
  if (!stopInWord) return last === 0x2e && isListNumber(tokens, token, first) ? 0 : after;
  if (closed) return after;
  const word = text.slice(starts[token], end).toLowerCase();
  if (rules.binding.has(word)) return 0;
  if (opener) return isInitial(tokens, token) ? 0 : after;
  return rules.starters.has(text.slice(starts[next], ends[next]).toLowerCase()) ? after : 0;
}

/** . ! ? … and their ideographic and Arabic siblings. */
const isTerminator = (code: number): boolean =>
  code === 0x2e ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x2026 ||
  code === 0x3002 ||
  code === 0xff01 ||
  code === 0xff1f ||
  code === 0x61f ||
  code === 0x6d4;

const isCloser = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x201d ||
  code === 0x2019 ||
  code === 0xbb;

const isOpener = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x28 ||
  code === 0x5b ||
  code === 0x201c ||
  code === 0x2018 ||
  code === 0xab;

/** A small letter, or a mark that cannot begin a sentence, carries the sentence on. */
function isPlainContinuation(nextClass: CharacterClass, kind: number): boolean {
  if (nextClass === CharacterClass.lower) return kind !== TokenKind.url && kind !== TokenKind.handle;
  return nextClass === CharacterClass.punctuation && kind === TokenKind.punctuation;
}

/** "…spoke.The council": a stop between a small letter and a capital word. */
function isMissingSpace(tokens: Tokens, stop: number, next: number): boolean {
  const { text, starts } = tokens;
  const before = characterClass(text.charCodeAt((starts[stop] as number) - 1));
  const start = starts[next] as number;
  return (
    before === CharacterClass.lower &&
    characterClass(text.charCodeAt(start)) === CharacterClass.upper &&
    characterClass(text.charCodeAt(start + 1)) !== CharacterClass.upper
  );
}

/** "1." at the beginning of a paragraph numbers what follows. */
const isListNumber = (tokens: Tokens, stop: number, first: number): boolean =>
  stop === first + 1 &&
  tokens.kinds[first] === TokenKind.number &&
  (tokens.ends[first] as number) - (tokens.starts[first] as number) <= 3;

const isInitial = (tokens: Tokens, token: number): boolean =>
  (tokens.ends[token] as number) - (tokens.starts[token] as number) === 2 &&
  isLetterClass(characterClass(tokens.text.charCodeAt(tokens.starts[token] as number)));
