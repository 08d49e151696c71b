/** What kind of character a UTF-16 code unit is, by Unicode's general category. Surrogates are looked at in pairs. */
export const CharacterClass = {
  space: 1,
  newline: 2,
  lower: 3,
  upper: 4,
  /** Letters without case, as in Arabic or Han. */
  letter: 5,
  /** Combining marks and joiners: they never begin a token. */
  mark: 6,
  digit: 7,
  punctuation: 8,
  symbol: 9,
  surrogate: 10,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

/** One byte per code unit, filled on demand: a memo of a pure function, 0 where nobody has asked yet. */
const classes = new Uint8Array(0x10000);

/** Class of one UTF-16 code unit; NaN (past the end of a text) counts as a newline. */
export function characterClass(code: number): CharacterClass {
  if (!(code >= 0)) return CharacterClass.newline;
  return (classes[code] || (classes[code] = classify(code))) as CharacterClass;
}

function classify(code: number): CharacterClass {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return CharacterClass.newline;
  if (code >= 0xd800 && code <= 0xdfff) return CharacterClass.surrogate;
  return classifyString(String.fromCharCode(code));
}

/** Class of a whole code point given as a string: what `characterClass` cannot tell from half a surrogate pair. */
export function classifyString(character: string): CharacterClass {
  if (/^[\s\p{Z}\p{Cc}\u200b\ufeff]$/u.test(character)) return CharacterClass.space;
  if (/^\p{Ll}$/u.test(character)) return CharacterClass.lower;
  if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return CharacterClass.upper;
  if (/^\p{L}$/u.test(character)) return CharacterClass.letter;
  if (/^(?:\p{M}|[\u200c\u00ad\u2060]|\u200d)$/u.test(character)) return CharacterClass.mark;
  if (/^\p{N}$/u.test(character)) return CharacterClass.digit;
  if (/^\p{P}$/u.test(character)) return CharacterClass.punctuation;
  return CharacterClass.symbol;
}

/** Whether a character of this class can stand inside a word. */
export const isWordClass = (kind: CharacterClass): boolean =>
  kind >= CharacterClass.lower && kind <= CharacterClass.digit;

/** Whether the class is a letter's, with or without case. */
export const isLetterClass = (kind: CharacterClass): boolean =>
  kind >= CharacterClass.lower && kind <= CharacterClass.letter;
