/** What the name reader must know about a language. One object per language; `en/names.ts` is the first. */
export interface NameLanguage {
  readonly personTitles: ReadonlySet<string>;
  readonly organizationWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly sayingVerbs: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly nameLinks: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly calendarWords: ReadonlySet<string>;
  readonly eventPrefixes: ReadonlySet<string>;
  readonly eventHeads: ReadonlySet<string>;
  readonly eventsOf: ReadonlySet<string>;
  readonly workHeads: ReadonlySet<string>;
  readonly workKinds: ReadonlySet<string>;
  readonly predicateVerbs: ReadonlySet<string>;
  readonly descriptiveParticiples: ReadonlySet<string>;
  readonly stateBodies: ReadonlySet<string>;
  readonly leaderBodies: ReadonlySet<string>;
  /** What ends a company's name by law, lower case, without full stop ("plc"). */
  readonly legalForms: ReadonlySet<string>;
  /** Plurals by which clubs are called, and by which regiments are. */
  readonly teamHeads: ReadonlySet<string>;
  readonly regimentHeads: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
  readonly shortPlatforms: ReadonlySet<string>;
  readonly institutions: ReadonlySet<string>;
  readonly worksOf: ReadonlySet<string>;
  readonly placePlurals: ReadonlySet<string>;
  readonly placeSingulars: ReadonlySet<string>;
  readonly postingPrepositions: ReadonlySet<string>;
  /** Names of countries and regions as written. */
  readonly places: ReadonlySet<string>;
  /** Adjectives and nouns of origin as written. */
  readonly demonyms: ReadonlySet<string>;
  /** Acronyms of places that stand as adjectives ("US troops"). */
  readonly adjectivalAcronyms: ReadonlySet<string>;
}
