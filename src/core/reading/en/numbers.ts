/** English numerals: the words, and how they are put together. Shared by dates and figures. */
import { type Atoms } from '../atoms.ts';
import { Cue, type Entry } from '../lexicon.ts';

type Fact = { readonly form: string } & Partial<Entry>;

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  score: 20,
};

export const NUMBER_WORDS: readonly Fact[] = [
  ...ONES.split(' ').map((form, number) => ({ form, number, cues: Cue.cardinal })),
  ...TENS.split(' ').map((form, index) => ({ form, number: (index + 2) * 10, cues: Cue.cardinal })),
  { form: 'thirtieth', ordinal: 30, cues: Cue.ordinal },
  ...ORDINALS.split(' ').map((form, index) => ({ form, ordinal: index + 1, cues: Cue.ordinal })),
  ...Object.entries(SCALES).map(([form, number]) => ({ form, number, cues: Cue.scale })),
  ...['few', 'several', 'many', 'couple', 'some'].map((form) => ({ form, cues: Cue.untold })),
];

/** A number and where it ends; `end` is the index of the first atom after it. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** Spelt out, wholly or in part. */
  readonly words: boolean;
}

const COMMA = 0x2c;
const STOP = 0x2e;
const HYPHEN = 0x2d;

/** "1,200", "6.7", "4.83 million", "forty-five", "two hundred and fifty", "2 1/2"; null where no number begins at `at`. */
export function readNumeral(atoms: Atoms, at: number): Numeral | null {
  if (atoms.isDigits(at)) {
    const digits = readDigits(atoms, at);
    return digits && scaled(atoms, digits);
  }
  return readNumberWords(atoms, at);
}

/** Digits with thousands separators and decimals, without multipliers. */
export function readDigits(atoms: Atoms, at: number): Numeral | null {
  let value = atoms.number(at);
  if (value < 0) return null;
  let end = at + 1;
  // Groups of exactly three digits after one to three: "1,200" and not "3,15" or "in 2019,300 people".
  if (atoms.width(at) <= 3) {
    while (atoms.mark(end) === COMMA && isGroup(atoms, end + 1) && atoms.glued(end)) {
      value = value * 1000 + atoms.number(end + 1);
      end += 2;
    }
  }
  if (atoms.mark(end) === STOP && atoms.glued(end) && atoms.isDigits(end + 1) && atoms.glued(end + 1)) {
    value = Number(`${value}.${atoms.slice(end + 1)}`);
    end += 2;
    // "1.2.3" is a version or a date.
    if (atoms.mark(end) === STOP && atoms.glued(end) && atoms.isDigits(end + 1) && atoms.glued(end + 1)) return null;
  } else {
    const half = readFraction(atoms, end);
    if (half) return { value: value + half.value, end: half.end, words: false };
  }
  return { value, end, words: false };
}

const isGroup = (atoms: Atoms, at: number): boolean =>
  atoms.isDigits(at) && atoms.width(at) === 3 && atoms.glued(at) && !(atoms.isDigits(at + 1) && atoms.glued(at + 1));

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };

/** "½", or " 1/2" after a whole number. */
function readFraction(atoms: Atoms, at: number): { value: number; end: number } | null {
  const vulgar = VULGAR[String.fromCharCode(atoms.mark(at))];
  if (atoms.mark(at) > 0 && vulgar !== undefined) return { value: vulgar, end: at + 1 };
  const above = atoms.number(at);
  const below = atoms.number(at + 2);
  if (atoms.glued(at) || atoms.mark(at + 1) !== 0x2f || !atoms.glued(at + 1) || !atoms.glued(at + 2)) return null;
  return above >= 1 && above < below && below <= 16 ? { value: above / below, end: at + 3 } : null;
}

/** Applies "million" and its kind, and a half after it ("2 1/2 million", "two and a half million"). */
function scaled(atoms: Atoms, numeral: Numeral): Numeral {
  let { value, end, words } = numeral;
  for (let scale = atoms.entry(end); scale.cues & Cue.scale && scale.number !== 20; scale = atoms.entry(end)) {
    value *= scale.number;
    end += 1;
    words = true;
    if (scale.number === 12) break;
  }
  return { value, end, words };
}

/** Longest run of number words that anybody writes out. */
const LONGEST_WORDS = 16;

function readNumberWords(atoms: Atoms, at: number): Numeral | null {
  let total = 0;
  let part = -1;
  let end = at;
  const article = (atoms.is(at, 'a') || atoms.is(at, 'an')) && atoms.has(at + 1, Cue.scale);
  if (article) part = 1;
  for (let i = article ? at + 1 : at; i < at + LONGEST_WORDS;) {
    const entry = atoms.entry(i);
    const joined = i > at && (atoms.mark(i) === HYPHEN || atoms.is(i, 'and'));
    if (entry.cues & Cue.cardinal) {
      const { number } = entry;
      // "forty five" and "hundred five" go on; "two three" are two numbers.
      if (part >= 0 && !(isRoundAbove(part, number) && number > 0)) break;
      part = Math.max(part, 0) + number;
      end = i += 1;
    } else if (entry.cues & Cue.scale && entry.number !== 20 && part > 0) {
      if (entry.number === 100 || entry.number === 12) part *= entry.number;
      else {
        total += part * entry.number;
        part = 0;
      }
      end = i += 1;
      if (entry.number === 12) break;
    } else if (
      joined &&
      atoms.entry(i + 1).cues & Cue.cardinal &&
      (atoms.mark(i) === -1 ? part >= 100 || total > 0 : atoms.glued(i) && atoms.glued(i + 1))
    ) {
      i += 1;
    } else break;
  }
  // an article before a word that multiplies nothing ("a score") is no number
  return part < 0 || end === at ? null : { value: total + part, end, words: true };
}

/** Whether `number` fills zeros of `part`: 40 and 5, 200 and 45, but not 12 and 30. */
function isRoundAbove(part: number, number: number): boolean {
  if (part === 0) return true;
  if (part % 100 === 0) return number < 100;
  return part % 10 === 0 && part % 100 >= 20 && number < 10;
}
