/**
 * Whether a text is prose: something that somebody wrote in sentences. Lists, tables, logs, settings and code are kept
 * in text files too, and a folder of those should hear nothing from us. The test knows no language and no outlet; it looks
 * for sentences and tells why it decided as it did.
 */
import type { Message } from '../core/index.ts';

export interface Verdict {
  readonly prose: boolean;
  /** A `file-*` code of `messages.ts`. */
  readonly reason: Message;
}

/** Code units that are looked at: enough to know a text by, and a huge file costs no more than a page. */
const SAMPLE = 64 * 1024;
/** Fewer words than in one short report ("Port Meridian fell silent on Monday, General Okafor said.") give no footing. */
const MIN_WORDS = 8;
/** Headings, captions, datelines and headers may make up half of a short article. */
const MIN_SENTENCE_SHARE = 0.5;
/** Words of a sentence; four of them are a short one, and beyond 150 it is a list without full stops. */
const SENTENCE_WORDS = { min: 4, max: 150 };
/** Letters among a sentence's marks: English news has more than 0.9, a line of a log about a half. */
const MIN_LETTER_SHARE = 0.7;
/** Words in a sentence that begin with a small letter; German with its nouns has about 0.6, a sentence full of names a third, a list of names none. */
const MIN_SMALL_SHARE = 0.3;
/** Lines that share their number of separators; prose is so regular only by chance, in very few lines. */
const TABLE = { minLines: 5, minSeparators: 2, minShare: 0.9 };
/**
 * Lines like statements of a programming language; one or two may be an enumeration. Comments count only beside statements, as
 * headings of Markdown look like them; with many of them code reads like prose.
 */
const CODE = { maxShare: 0.2, minLines: 3, minStatements: 2, minStatementShare: 0.1 };

/** Looks at the first 64 Ki code units. */
export function judgeProse(text: string): Verdict {
  const sample = text.slice(0, SAMPLE);
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return no('file-empty');
  if (isTable(lines)) return no('file-table');
  if (isCode(lines)) return no('file-code');
  const { words, sentences, share } = measure(isInCapitals(sample) ? sample.toLowerCase() : sample);
  if (words < MIN_WORDS) return no('file-short', words);
  const percent = Math.round(share * 100);
  return sentences > 0 && share >= MIN_SENTENCE_SHARE
    ? { prose: true, reason: { code: 'file-prose', args: [percent] } }
    : no('file-no-prose', percent);
}

/** Fewer letters are a heading; among many, a wire in capitals may have a small one here and there. */
const CAPITALS = { minLetters: 200, maxSmallShare: 0.02 };

/** Old wires are in capitals throughout: there small letters tell nothing, and sentences are looked for without them. */
function isInCapitals(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= CAPITALS.minLetters && small <= capitals * CAPITALS.maxSmallShare;
}

const no = (code: string, ...args: (string | number)[]): Verdict => ({ prose: false, reason: { code, args } });

function isTable(lines: readonly string[]): boolean {
  if (lines.length < TABLE.minLines) return false;
  return ['\t', ',', ';', '|'].some((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const separators = line.split(separator).length - 1;
      if (separators >= TABLE.minSeparators) counts.set(separators, (counts.get(separators) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) >= lines.length * TABLE.minShare;
  });
}

function isCode(lines: readonly string[]): boolean {
  const many = (found: number): boolean => found >= CODE.minLines && found > lines.length * CODE.maxShare;
  if (many(lines.filter(endsLikeCode).length)) return true;
  const statements = lines.filter(isStatement).length;
  return (
    statements >= CODE.minStatements &&
    statements > lines.length * CODE.minStatementShare &&
    many(statements + lines.filter(isComment).length)
  );
}

const endsLikeCode = (line: string): boolean => /[;{}]$/.test(line.trimEnd());

/** The end of a statement or block, a call at the end, an assignment, or an import. */
const isStatement = (line: string): boolean =>
  endsLikeCode(line) ||
  /[\p{L}\d_\])]\([^()]*\)[:,]?$/u.test(line.trimEnd()) ||
  /^\s*[\w.]{1,80}(?:\[[^\]]{0,40}\])? ?[-+*/|&:]?= ?\S/.test(line) ||
  /^(?:import [\w.]{1,80}$|from [\w.]{1,80} import )/.test(line.trimEnd());

const isComment = (line: string): boolean => /^\s*(?:#|\/\/|\/\*|\*|--|"""|''')/.test(line);

/** Marks that end a sentence, of the scripts that have their own. */
const TERMINATORS = new Set('.!?…。！？｡।॥۔؟։።។');
/** What may follow a terminator before the white space. */
const CLOSERS = new Set('"\'”’»›)]」』）');

/** Words of the text, and the sentences in it with their share of all its marks that are not white space. */
function measure(text: string): { words: number; sentences: number; share: number } {
  let words = 0;
  let sentences = 0;
  let marks = 0;
  let marksInSentences = 0;
  for (const stretch of stretches(text)) {
    const counts = count(stretch.text);
    words += counts.words;
    marks += counts.marks;
    if (!stretch.terminated || !isSentence(counts)) continue;
    sentences += 1;
    marksInSentences += counts.marks;
  }
  return { words, sentences, share: marks === 0 ? 0 : marksInSentences / marks };
}

/** The text cut after each end of a sentence and at each blank line; hard-wrapped lines belong together. */
function* stretches(text: string): Iterable<{ text: string; terminated: boolean }> {
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n' && (text[at + 1] === '\n' || at + 1 === text.length)) {
      yield { text: text.slice(from, at), terminated: false };
      from = at + 1;
    } else if (TERMINATORS.has(text[at]!)) {
      let end = at + 1;
      while (end < text.length && (TERMINATORS.has(text[end]!) || CLOSERS.has(text[end]!))) end += 1;
      const isWide = text.charCodeAt(at) >= 0x3000;
      if (end === text.length || isWide || text[end] === ' ' || text[end] === '\n') {
        yield { text: text.slice(from, end), terminated: true };
        from = end;
        // A blank line after a sentence cuts nothing more.
        at = end - 1;
      }
    }
  }
  yield { text: text.slice(from), terminated: false };
}

interface Counts {
  words: number;
  small: number;
  cased: number;
  letters: number;
  marks: number;
}

/** Letters of scripts that are written without blanks: two make about a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const SMALL = /\p{Ll}/u;
const CAPITAL = /[\p{Lu}\p{Lt}]/u;

function count(text: string): Counts {
  const counts: Counts = { words: 0, small: 0, cased: 0, letters: 0, marks: 0 };
  let unspaced = 0;
  let inWord = false;
  for (const character of text) {
    if (character === ' ' || character === '\n' || character === '\t' || character === '\u00a0') {
      inWord = false;
      continue;
    }
    counts.marks += 1;
    if (!LETTER.test(character)) continue;
    counts.letters += 1;
    if (UNSPACED.test(character)) unspaced += 1;
    else if (!inWord) {
      inWord = true;
      counts.words += 1;
      const small = SMALL.test(character);
      if (small || CAPITAL.test(character)) counts.cased += 1;
      if (small) counts.small += 1;
    }
  }
  counts.words += Math.ceil(unspaced / 2);
  return counts;
}

function isSentence({ words, small, cased, letters, marks }: Counts): boolean {
  return (
    words >= SENTENCE_WORDS.min &&
    words <= SENTENCE_WORDS.max &&
    letters >= marks * MIN_LETTER_SHARE &&
    small >= cased * MIN_SMALL_SHARE
  );
}
