/**
 * What a language's writers know of names by heart: titles, short forms of given names, countries, kinds of bodies.
 * A folder's sources may be of several languages, and a name is one in all of them: names are compared by the lore of
 * every language that there is a reader for. Words are folded: lower case, no accents.
 */
export interface NameLore {
  readonly countries: readonly Country[];
  /** Everyday short forms of given names, one line a name: its spellings, then ":", then its short forms. */
  readonly nicknames: readonly Nicknames[];
  /** Given names that nearly all bearers of one sex have. */
  readonly womensNames: readonly string[];
  readonly mensNames: readonly string[];
  /** Whether a word, in lower case, is a given name that everybody knows. */
  readonly isFirstName: (word: string) => boolean;
  readonly titles: Titles;
  /** Offices of which nobody holds two at once, of two bodies ("mayor"); as the reader of roles normalises them. */
  readonly exclusiveOffices: readonly string[];
  /** "brother", "wife", the pronouns that say whose, and the articles before whoever else it is ("the mayor's wife"). */
  readonly kin: {
    readonly words: readonly string[];
    readonly possessives: readonly string[];
    readonly articles: readonly string[];
  };
  readonly bodies: BodyWords;
  /** What stands between a name and its acronym where no bracket does (", or "), and what may follow the acronym. */
  readonly acronymLinks: readonly string[];
}

export interface Country {
  /** Everyday name, without article. */
  readonly name: string;
  /** Other names and abbreviations, as written. */
  readonly aliases: readonly string[];
  /** Adjectives and nouns of origin, plurals included, as written. */
  readonly demonyms: readonly string[];
}

export interface Nicknames {
  readonly names: readonly string[];
  readonly short: readonly string[];
}

/** Words around a person's name that are not part of it. */
export interface Titles {
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly neutral: readonly string[];
  /** Titles that may also be somebody's given name: they fall only where a full name follows. */
  readonly alsoNames: readonly string[];
  /** Titles before a given name alone ("Sister Ada"); behind all others a name alone is a surname. */
  readonly beforeGivenNames: readonly string[];
  /** Titles that end what stands before them, a body or a place ("Port Arden Police Chief"): nobody's middle name. */
  readonly afterBodies: readonly string[];
  /** Letters after a name. */
  readonly suffixes: readonly string[];
  /** Words after a name that tell one bearer from another ("Jr."), to the one that stands for all of the kind. */
  readonly generations: Readonly<Record<string, string>>;
}

/** Words of the names of bodies and places. */
export interface BodyWords {
  /** Dropped from the end of a company's name. */
  readonly legalForms: readonly string[];
  /** Left out of acronyms, at will. */
  readonly functionWords: readonly string[];
  /** Often kept in acronyms all the same. */
  readonly and: string;
  /** A place's name may go without these ("Arden Province"). */
  readonly placeKinds: readonly string[];
  /** Of these kinds, those that stand beside a town of the name ("Arden River"). */
  readonly namesakes: readonly string[];
  /** A body of this kind is a part of what it is named after, or another thing: never the same ("Arden", "Arden Hospital"). */
  readonly bodyKinds: readonly string[];
  /** Kinds that may stand before their object as well as behind it ("Ministry of Health", "Health Ministry"). */
  readonly invertible: readonly string[];
  /** Joins such a kind to its object ("of"). */
  readonly of: string;
  /** What turns a name into that of another place or body ("South", "New"). */
  readonly distinguishing: readonly string[];
  /** Words that are abbreviated, or spelt in several ways, to the usual one. */
  readonly usualSpelling: Readonly<Record<string, string>>;
}
