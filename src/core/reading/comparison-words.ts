/** What comparing two sources must know of a language. Words are as `core/text/words.ts` makes them: lower case, without accents. */
export interface ComparisonWords {
  /** Words that tell nothing about what a sentence is about. */
  readonly function: ReadonlySet<string>;
  /** Words before a noun that tell that nobody in particular is meant ("a spokesman"). */
  readonly indefinite: ReadonlySet<string>;
  /** Words that leave open whether a thing is so ("alleged"). */
  readonly hedges: ReadonlySet<string>;
  /** Nouns for human beings of no certain kind, and for what befell them: a count of one may be a count of another; "women" are not "people". */
  readonly people: ReadonlySet<string>;
  /** What happened to those who are counted, by stem: words of one class tell of one outcome ("killed", "dead": "death"). */
  readonly outcomes: ReadonlyMap<string, string>;
  /** Stems of words, besides those of outcomes, beside which a count may grow while the news goes on ("destroyed", "votes"). */
  readonly growing: ReadonlySet<string>;
  /** One form for the inflected forms of a word, as far as endings tell; need not be a word itself. */
  stem(word: string): string;
  /** Offices that are ranks, as of the police: whoever has one has no other. */
  readonly ranks: ReadonlySet<string>;
  /** Stems of nouns that reports of matches count anew for each match, season and player. */
  readonly statistics: ReadonlySet<string>;
  /** The words that a contraction stands for, itself in lower case with a straight apostrophe ("won't": will, not); null for other words. */
  expand(word: string): readonly string[] | null;
  /** Equal for a word and for what `expand` makes of its contraction ("is", "has" and "'s"). */
  contracted(word: string): string;
  /** Words that tell that a count is a running total, or a part of one. */
  readonly scopes: ReadonlySet<string>;
}
