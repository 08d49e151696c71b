/** Bases after which 's is a verb; after nouns it is as often a genitive, and stays. */
const BEFORE_IS: ReadonlySet<string> = new Set(
  'he she it that this there here what who where when how why everybody everyone nobody somebody someone everything nothing'.split(
    ' ',
  ),
);

/** Contractions whose parts cannot be told by their endings. */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["let's", ['let', 'us']],
  ["i'm", ['i', 'am']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
]);

/** Endings and what they stand for; those that may stand for two words are left as they are, and `ENDING_OF` leads there. */
const ENDINGS: readonly (readonly [ending: string, word: string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", "'ll"],
  ["'d", "'d"],
];

const ENDING_OF: ReadonlyMap<string, string> = new Map([
  ['is', "'s"],
  ['has', "'s"],
  ['will', "'ll"],
  ['shall', "'ll"],
  ['had', "'d"],
  ['would', "'d"],
]);

/** The words that a contraction stands for, in lower case with a straight apostrophe ("won't": will, not); null for other words. */
export function expandContraction(word: string): readonly string[] | null {
  const whole = WHOLE.get(word);
  if (whole) return whole;
  if (word.endsWith("'s")) return BEFORE_IS.has(word.slice(0, -2)) ? [word.slice(0, -2), "'s"] : null;
  for (const [ending, expanded] of ENDINGS) {
    if (word.length > ending.length && word.endsWith(ending)) return [word.slice(0, -ending.length), expanded];
  }
  return null;
}

/** Equal for a verb and the ending that it may be contracted to: "is", "has" and "'s". */
export const contractedForm = (word: string): string => ENDING_OF.get(word) ?? word;
