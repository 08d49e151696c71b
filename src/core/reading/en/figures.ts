/** English figures: how numbers are written, measured, counted and hedged. */
import { AtomKind, type Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import type { CountedPhrase, FigureGrammar, NumberPhrase } from '../figures/grammar.ts';
import { roundingSlack } from '../figures/intervals.ts';
import { readHedge } from './figure-hedges.ts';
import { readUnit } from './figure-units.ts';
import {
  AFTER_PRONOUN_ONE,
  IRREGULAR_PLURALS,
  LABELS,
  MEASURES,
  NOT_PLURAL,
  OPEN_NUMBERS,
  SUFFIX_FACTORS,
  CURRENCY_MARKS,
} from './figure-words.ts';
import { isApostrophe, isDash, Mark, skipHyphen } from './marks.ts';
import { readNumeral, type Numeral } from './numbers.ts';

export const englishFigures: FigureGrammar = {
  readNumber,
  readUnit,
  readHedge,
  readCounted,
  isLabel,
  isBareLabel,
  changeLink,
  lemma,
};

function readNumber(atoms: Atoms, at: number): NumberPhrase | null {
  if (atoms.isDigits(at)) {
    const numeral = readNumeral(atoms, at);
    return numeral && (readChance(atoms, at, numeral) ?? withRange(atoms, at, numeral));
  }
  const { cues } = atoms.entry(at);
  if (cues & Cue.cardinal) {
    const numeral = readNumeral(atoms, at);
    if (!numeral || isOrdinalNext(atoms, numeral.end)) return null;
    return readChance(atoms, at, numeral) ?? readParts(atoms, numeral) ?? withRange(atoms, at, numeral);
  }
  if (cues & Cue.untold) return readOpen(atoms, at);
  if (cues & Cue.determiner && (atoms.is(at, 'a') || atoms.is(at, 'an'))) {
    if (atoms.has(at + 1, Cue.scale) && !isDash(atoms.mark(at + 2))) {
      const numeral = readNumeral(atoms, at);
      return numeral && { end: numeral.end, value: numeral.value, slack: 0, words: true };
    }
    return atoms.has(at + 1, Cue.fraction) && atoms.is(at + 2, 'of')
      ? readParts(atoms, { value: 1, end: at + 1, words: true })
      : null;
  }
  return cues & Cue.fraction && atoms.is(at, 'half') ? readHalf(atoms, at) : null;
}

/** "twenty-first" is no number of anything. */
const isOrdinalNext = (atoms: Atoms, end: number): boolean =>
  skipHyphen(atoms, end) > end && atoms.has(end + 1, Cue.ordinal) && !atoms.has(end + 1, Cue.fraction);

/** "10 to 12", "six or seven", "10–12 people", "between $5 and $6 million"; a bare "3-2" is a score. */
function withRange(atoms: Atoms, at: number, numeral: Numeral): NumberPhrase {
  const { end, value, words } = numeral;
  const plain = { end, value, slack: slackOf(atoms, at, numeral), words };
  const money = CURRENCY_MARKS.has(atoms.mark(at - 1));
  const before = money ? at - 2 : at - 1;
  const dash = isDash(atoms.mark(end)) && atoms.glued(end);
  const or = atoms.is(end, 'or');
  const joined = atoms.is(end, 'to') ? !atoms.is(before, 'from') : atoms.is(end, 'and') && atoms.is(before, 'between');
  if (!dash && !joined && !or) return plain;
  const second = readNumeral(atoms, CURRENCY_MARKS.has(atoms.mark(end + 1)) ? end + 2 : end + 1);
  if (!second) return plain;
  // "six or seven" is a guess, "5 or 50" are two cases.
  if (or && second.value > value * WIDEST_GUESS) return plain;
  // "10 to 12 million": the multiplier holds for both.
  const scale = second.words && !words ? scaleOf(atoms, end + 1, second.end) : 1;
  const low = value < second.value / scale ? value * scale : value;
  if (second.value <= low) return plain;
  const measured = atoms.isWord(second.end) || atoms.mark(second.end) === Mark.percent || money;
  return measured || atoms.is(end, 'and') ? { end: second.end, value: low, to: second.value, slack: 0, words } : plain;
}

/** "one or two", "40 or 50": the larger number of a guess is at most so many times the smaller. */
const WIDEST_GUESS = 2;

/** Product of the multipliers that end a number. */
function scaleOf(atoms: Atoms, at: number, end: number): number {
  let scale = 1;
  for (let i = end - 1; i > at && atoms.has(i, Cue.scale); i -= 1) scale *= atoms.entry(i).number;
  return scale;
}

/** Half of what the last digit is worth, for numbers printed with a multiplier of thousands and more. */
function slackOf(atoms: Atoms, at: number, { end, words, value }: Numeral): number {
  if (!words || !atoms.isDigits(at)) return 0;
  const scale = scaleOf(atoms, at, end);
  if (scale < 1000) return 0;
  const decimals = atoms.mark(at + 1) === Mark.stop && atoms.isDigits(at + 2) ? atoms.width(at + 2) : 0;
  return roundingSlack(scale * 10 ** -decimals, value);
}

/** Odds longer than these are told as numbers, not as shares. */
const LONGEST_ODDS = 1000;

/** "one in five", "1 in 10", "three out of four". */
function readChance(atoms: Atoms, at: number, numeral: Numeral): NumberPhrase | null {
  const out = atoms.is(numeral.end, 'out') && atoms.is(numeral.end + 1, 'of');
  const chance = atoms.is(numeral.end, 'in');
  if (!out && !chance) return null;
  const whole = readNumeral(atoms, numeral.end + (out ? 2 : 1));
  if (!whole || whole.value <= numeral.value || whole.value > LONGEST_ODDS) return null;
  // "two in three towns" counts towns; only round odds are told of more than one.
  if (chance && numeral.value !== 1 && !ROUND_ODDS.has(whole.value)) return null;
  if (chance && numeral.value === 1 && atoms.isDigits(at) !== atoms.isDigits(numeral.end + 1)) return null;
  return { end: whole.end, value: numeral.value / whole.value, slack: 0, unit: 'share', words: numeral.words };
}

const ROUND_ODDS = new Set([4, 5, 10, 20, 100, 1000]);

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);

/** "two-thirds", "three quarters", "a third of", "one-fifth". */
function readParts(atoms: Atoms, { value, end }: Numeral): NumberPhrase | null {
  const part = skipHyphen(atoms, end);
  const whole = PARTS.get(atoms.lower(part));
  if (whole === undefined || value >= whole) return null;
  const plural = value > 1;
  if (!plural && !atoms.is(part + 1, 'of') && part === end) return null;
  if (plural !== atoms.lower(part).endsWith('s')) return null;
  return { end: part + 1, value: value / whole, slack: 0, unit: 'share', words: true };
}

/** "half of", "half the country", "half a million", "half a dozen". */
function readHalf(atoms: Atoms, at: number): NumberPhrase | null {
  if (atoms.is(at + 1, 'a') && atoms.has(at + 2, Cue.scale)) {
    const numeral = readNumeral(atoms, at + 1);
    return numeral && { end: numeral.end, value: numeral.value / 2, slack: 0, words: true };
  }
  const share =
    atoms.is(at + 1, 'of') || atoms.is(at + 1, 'the') || atoms.is(at + 1, 'its') || atoms.is(at + 1, 'their');
  if (!share || atoms.has(at - 1, Cue.ordinal | Cue.shift | Cue.determiner)) return null;
  return { end: at + 1, value: 0.5, slack: 0, unit: 'share', words: true };
}

/** "dozens", "hundreds of thousands". */
function readOpen(atoms: Atoms, at: number): NumberPhrase | null {
  const tens = atoms.is(at, 'tens');
  let floor = tens ? 20 : OPEN_NUMBERS.get(atoms.entry(at).form);
  if (floor === undefined) return null;
  const of = atoms.is(at + 1, 'of');
  const outer = of ? OPEN_NUMBERS.get(atoms.entry(at + 2).form) : undefined;
  if (outer !== undefined) {
    floor *= outer / 2;
    return { end: at + 3, value: null, floor, slack: 0, words: true };
  }
  // Scores are also of games, and no tens stand alone; "in the hundreds" is still open.
  if (tens || (atoms.is(at, 'scores') && !of)) return null;
  return { end: at + 1, value: null, floor, slack: 0, words: true };
}

/** Words that make "one" a pronoun. */
const BEFORE_PRONOUN_ONE = new Set(['no', 'any', 'every', 'some', 'each', 'the', 'this', 'that', 'which']);
/** What a counted phrase may not contain. */
const BLOCKS =
  Cue.function |
  Cue.past |
  Cue.preposition |
  Cue.month |
  Cue.weekday |
  Cue.cardinal |
  Cue.determiner |
  Cue.each |
  Cue.distance |
  Cue.deictic |
  Cue.future |
  Cue.measure;
/** Farthest that a head noun stands from its number: "three suspected right-wing armed young insurgents". */
const LONGEST_PHRASE = 8;
const OPENERS = new Set([0x22, 0x201c, 0x2018, 0x60]);

/** Looks past adjectives and quotation marks for the first plural, or, for "one", for the last word of the phrase. */
function readCounted(atoms: Atoms, at: number, one: boolean): CountedPhrase | null {
  // "one of the oldest towns" counts nothing.
  if (one && (atoms.is(at, 'of') || isApostrophe(atoms.mark(at)) || BEFORE_PRONOUN_ONE.has(atoms.lower(at - 2))))
    return null;
  const compound = skipHyphen(atoms, at);
  if (compound > at && atoms.isDigits(at - 1) && atoms.isWord(compound) && atoms.entry(compound).cues === 0)
    return { first: compound, end: compound + 1 };
  let from = at;
  let partitive = false;
  if (atoms.is(from, 'of')) {
    partitive = true;
    from += 1;
    while (from < at + 3 && atoms.has(from, Cue.determiner)) from += 1;
  } else if (atoms.is(from, 'more') || atoms.is(from, 'other') || atoms.is(from, 'additional')) from += 1;
  if (one && AFTER_PRONOUN_ONE.has(atoms.lower(from))) return null;
  let last = -1;
  for (let i = from; i < from + LONGEST_PHRASE; i += 1) {
    const mark = atoms.mark(i);
    if (mark !== -1) {
      if (isApostrophe(mark) && atoms.glued(i) && atoms.is(i + 1, 's')) {
        // A possessor is not what is counted: "of the world's grain".
        i += 1;
        last = -1;
        continue;
      }
      if (OPENERS.has(mark) && !atoms.glued(i)) continue;
      if (isDash(mark) && atoms.glued(i)) {
        if (atoms.glued(i + 1)) continue;
        // "coal- and gas-fired plants"
        if (atoms.is(i + 1, 'and') || atoms.is(i + 1, 'or')) {
          i += 1;
          continue;
        }
      }
      break;
    }
    if (!atoms.isWord(i) || atoms.has(i, BLOCKS)) break;
    last = i;
    if (!one && isPlural(atoms, i) && !isNameBefore(atoms, i)) return headAt(atoms, extend(atoms, i), from);
  }
  if (last === -1) return null;
  if (one && (atoms.isCapitalized(last) || atoms.width(last) < 3 || atoms.text.startsWith('ing', atoms.end(last) - 3)))
    return null;
  if (one)
    return atoms.text.endsWith('ed', atoms.end(last)) && last > from
      ? headAt(atoms, last - 1, from)
      : headAt(atoms, last, from);
  return partitive && atoms.entry(last).cues === 0 ? headAt(atoms, last, from) : null;
}

/** "five Athens officers", "four sports-loving boys": a capitalised word before a small one, or a compound's first part, is no head. */
const isNameBefore = (atoms: Atoms, at: number): boolean =>
  skipHyphen(atoms, at + 1) > at + 1 ||
  (atoms.isCapitalized(at) && atoms.isWord(at + 1) && !atoms.isCapitalized(at + 1) && !atoms.has(at + 1, BLOCKS));

/** "weapons systems", "crew members": a plural right after a plural is the head, unless it can be a verb. */
function extend(atoms: Atoms, at: number): number {
  const next = at + 1;
  if (!atoms.isWord(next) || atoms.has(next, BLOCKS) || !isPlural(atoms, next)) return at;
  const group = IRREGULAR_PLURALS.get(atoms.lower(at)) === atoms.lower(at);
  return group || (!IRREGULAR_PLURALS.has(atoms.lower(at)) && /(?:ms|ons|ers|ts)$/.test(atoms.lower(next))) ? next : at;
}

/** The head with what a hyphen joins to it: "tea-growers". */
function headAt(atoms: Atoms, at: number, from: number): CountedPhrase {
  let first = at;
  while (first - 2 >= from && isDash(atoms.mark(first - 1)) && atoms.glued(first) && atoms.glued(first - 1)) first -= 2;
  return { first, end: at + 1 };
}

function isPlural(atoms: Atoms, at: number): boolean {
  const word = atoms.lower(at);
  if (IRREGULAR_PLURALS.has(word)) return true;
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith('us') &&
    !word.endsWith('is') &&
    !NOT_PLURAL.has(word)
  );
}

function isLabel(atoms: Atoms, first: number, end: number): boolean {
  const before = atoms.mark(first - 1);
  const after = atoms.mark(end);
  if (atoms.isDigits(first)) {
    if (atoms.width(first) > 1 && atoms.text.startsWith('0', atoms.start(first))) return true;
    if (atoms.number(first) < 0 || isDialled(atoms, first)) return true;
    if (atoms.glued(first)) {
      if (atoms.isWord(first - 1)) return !isCurrencyLetters(atoms, first - 1);
      // "F-16", "555-0100", "9/11", "12:30", "#5", "+44", ".5"; a dash after a word with a space is a pause.
      if (isDash(before))
        return atoms.glued(first - 1) && (atoms.isWord(first - 2) || atoms.isDigits(first - 2)) && before !== 0x2014;
      if (
        before === Mark.slash ||
        before === Mark.colon ||
        before === Mark.hash ||
        before === 0x2b ||
        before === Mark.stop ||
        before === 0x5f ||
        before === 0xa7
      )
        return true;
      if (before === Mark.comma) return true;
      // "the ’16 campaign"
      if (isApostrophe(before) && atoms.width(first) === 2 && !atoms.has(end, Cue.measure)) return true;
    }
    if (atoms.glued(end)) {
      if (atoms.isWord(end)) return !isKnownSuffix(atoms, end);
      if ((after === Mark.slash || after === Mark.colon || after === 0x5f) && atoms.glued(end + 1)) return true;
      if (isDash(after) && atoms.glued(end + 1) && atoms.isDigits(end + 1)) return true;
    }
    // "1. First", "(2)", "3)"
    const opens = atoms.isEnd(first - 1);
    if (opens && (after === Mark.stop || after === Mark.closeParenthesis)) return true;
    if (before === Mark.openParenthesis && after === Mark.closeParenthesis) return true;
  }
  const word = before === Mark.stop ? first - 2 : first - 1;
  if (!atoms.isWord(word) || !LABELS.has(atoms.lower(word))) return false;
  // "no" labels only as "No." or "no. 5"; everything else by itself.
  return atoms.is(word, 'no') || atoms.is(word, 'p') ? before === Mark.stop : before !== Mark.stop;
}

/** "01632 960 123", "+44 20 7946": a group of digits behind one that only telephone numbers begin with. */
function isDialled(atoms: Atoms, first: number): boolean {
  for (let at = first - 1; at >= first - MOST_GROUPS && atoms.isDigits(at); at -= 1)
    if (atoms.mark(at - 1) === PLUS || (atoms.width(at) > 1 && atoms.text.startsWith('0', atoms.start(at))))
      return true;
  return false;
}

const PLUS = 0x2b;
/** Groups of digits in a telephone number, the first not counted. */
const MOST_GROUPS = 5;

const isCurrencyLetters = (atoms: Atoms, at: number): boolean => CURRENCY_CODES.has(atoms.slice(at));
const CURRENCY_CODES = new Set([
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'CNY',
  'RMB',
  'INR',
  'RUB',
  'CHF',
  'CAD',
  'AUD',
  'Rs',
  'US',
]);

const isKnownSuffix = (atoms: Atoms, at: number): boolean =>
  SUFFIX_FACTORS.has(atoms.lower(at)) || MEASURES.has(atoms.lower(at));

/** "Boeing 747", "Windows 10", "Apollo 11": a capitalised name right before bare digits. */
function isBareLabel(atoms: Atoms, first: number, end: number): boolean {
  if (!atoms.isDigits(first)) return false;
  // Alone in its line it numbers what follows.
  if (atoms.kind(first - 1) === AtomKind.paragraphEnd && atoms.kind(end) === AtomKind.paragraphEnd) return true;
  if (atoms.isCapitalized(first - 1) && atoms.entry(first - 1).cues === 0) return true;
  // "131 West Quay Street"
  if (atoms.isCapitalized(end) && !atoms.has(end, Cue.function)) return true;
  // "92 to 0", and its second part
  const score = end === first + 1 && atoms.width(first) <= LONGEST_SCORE;
  if (score && atoms.is(first - 1, 'to') && atoms.isDigits(first - 2) && atoms.width(first - 2) <= LONGEST_SCORE)
    return true;
  if (score && atoms.is(end, 'to') && atoms.isDigits(end + 1)) return !atoms.is(first - 1, 'from');
  return atoms.glued(end) && isDash(atoms.mark(end));
}

/** Digits of a side's score; four are a year. */
const LONGEST_SCORE = 3;

function changeLink(atoms: Atoms, first: number): 'from' | 'to' | null {
  let before = first - 1;
  if (CURRENCY_MARKS.has(atoms.mark(before))) before -= 1;
  while (before > first - 4 && atoms.has(before, Cue.hedge)) before -= 1;
  return atoms.is(before, 'from') ? 'from' : atoms.is(before, 'to') ? 'to' : null;
}

/** The English singular by its ending; the list holds what the endings would get wrong. */
function lemma(word: string): string {
  const lower = word.toLowerCase();
  const cut = lower.lastIndexOf('-') + 1;
  return lower.slice(0, cut) + singular(lower.slice(cut));
}

function singular(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sx]h?|z|ch)es$/.test(word) && !word.endsWith('ches'))
    return word.endsWith('ses') || word.endsWith('zes') ? singularSes(word) : word.slice(0, -2);
  if (word.endsWith('ches')) return word.endsWith('aches') && word.length <= 5 ? word.slice(0, -1) : word.slice(0, -2);
  return word.slice(0, -1);
}

/** "classes" loses -es, "nurses" and "prizes" lose -s. */
const singularSes = (word: string): string =>
  word.endsWith('sses') || word.endsWith('zzes') ? word.slice(0, -2) : word.slice(0, -1);
