/** What the reader of roles must know of a language. Words are lower case, without the stop of an abbreviation. */
export const RoleWord = {
  office: 1,
  /** Part of a military rank ("lieutenant", "general"). */
  rank: 2,
  /** "Mr.", "Sir": says little more than a gender. */
  honorific: 4,
  /** "deputy", "acting", "chief" in front of an office. */
  modifier: 8,
  former: 16,
  designate: 32,
  /** What an office is for, where it is no name ("prime", "defence", "foreign"). */
  portfolio: 64,
  /** A branch of armed forces ("marine", "army"), in front of a rank. */
  branch: 128,
} as const;

export interface RoleLexicon {
  readonly words: ReadonlyMap<string, number>;
  /** Abbreviations and other forms, to the word that `words`, `offices` and `ranks` know ("gen" is "general"). */
  readonly normal: ReadonlyMap<string, string>;
  /** Offices of several words, to their normalised head ("secretary of state", "prime minister"). */
  readonly offices: ReadonlySet<string>;
  /** Ranks, of one to four words, with their NATO grade (STANAG 2116); null where forces differ. */
  readonly ranks: ReadonlyMap<string, string | null>;
  /** Grades at sea where they differ from those on land. */
  readonly seaGrades: ReadonlyMap<string, string>;
  readonly landGrades: ReadonlyMap<string, string>;
  readonly seaBranches: ReadonlySet<string>;
  readonly landBranches: ReadonlySet<string>;
  readonly genders: ReadonlyMap<string, 'female' | 'male'>;
  /** Join an office and what it is of ("of", "for", "at", "in"). */
  readonly links: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Verbs in front of "as" and an office ("served as"). */
  readonly servingVerbs: ReadonlySet<string>;
  readonly as: string;
  readonly and: string;
}
