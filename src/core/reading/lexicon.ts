/** The closed words that dates and figures are made of, with what each can mean; a language fills it. */

/** What a word may be. A word may be several things ("second", "may"); the grammar decides. */
export const Cue = {
  month: 1 << 0,
  /** A month's abbreviation, or a month that is another word or a name too: never a month without help. */
  weakMonth: 1 << 1,
  weekday: 1 << 2,
  weakWeekday: 1 << 3,
  /** Unit of time. */
  unit: 1 << 4,
  plural: 1 << 5,
  cardinal: 1 << 6,
  /** "hundred", "million", "dozen": multiplies what stands before it. */
  scale: 1 << 7,
  ordinal: 1 << 8,
  season: 1 << 9,
  /** "morning", "night". */
  dayPart: 1 << 10,
  /** "today", "yesterday". */
  deictic: 1 << 11,
  /** "the", "a", "this", "that". */
  determiner: 1 << 12,
  /** "last", "next", "previous": chooses a unit beside another one. */
  shift: 1 << 13,
  /** "early", "late", "mid". */
  phase: 1 << 14,
  /** "every", "each". */
  each: 1 << 15,
  /** "daily". */
  frequency: 1 << 16,
  /** "ago", "later", "earlier". */
  distance: 1 << 17,
  /** "now", "recently": time without a calendar. */
  vague: 1 << 18,
  holiday: 1 << 19,
  /** A word that often stands before a date. */
  preposition: 1 << 20,
  /** A verb form that puts its clause in the future, or in the past. */
  future: 1 << 21,
  past: 1 << 22,
  /** Puts its clause in the future when an infinitive follows: "plans to". */
  intention: 1 << 28,
  /** "fiscal": between a determiner and its year or quarter. */
  fiscal: 1 << 29,
  /** May begin a hedge: "more", "at", "up", "around". */
  hedge: 1 << 23,
  /** "dollars", "euro", "m", "bn", "percent", "kg": reads on after a number. */
  measure: 1 << 24,
  /** Function word: never what is counted, and it ends the counted phrase. */
  function: 1 << 25,
  /** "few", "several", "many": an untold number. */
  untold: 1 << 26,
  /** "half", "third", "quarter" as parts of a whole. */
  fraction: 1 << 27,
} as const;

export interface Entry {
  /** Lower case. */
  readonly form: string;
  /** Bits of `Cue`. */
  readonly cues: number;
  /** 1 to 12; 0 for none. The same for the fields below. */
  readonly month: number;
  /** ISO, 1 is Monday. */
  readonly weekday: number;
  /** Index into `Unit`. */
  readonly unit: number;
  /** Value of a cardinal, a scale or a fraction; -1 for none. */
  readonly number: number;
  readonly ordinal: number;
  /** EDTF season, 21 to 24. */
  readonly season: number;
  /** Days from the anchor of a deictic; -1, 0 or +1 of a shift. */
  readonly offset: number;
}

export const NO_ENTRY: Entry = {
  form: '',
  cues: 0,
  month: 0,
  weekday: 0,
  unit: 0,
  number: -1,
  ordinal: 0,
  season: 0,
  offset: 0,
};

/** An open-addressing table over a rolling hash that the scanner computes anyway: a miss allocates nothing. */
export class Lexicon {
  readonly #slots: (Entry | undefined)[];
  readonly #mask: number;
  readonly #longest: number;

  /** Facts about one word are merged, whichever list they come from. */
  constructor(facts: Iterable<{ readonly form: string } & Partial<Entry>>) {
    const merged = new Map<string, Entry>();
    for (const fact of facts) {
      const known = merged.get(fact.form) ?? NO_ENTRY;
      merged.set(fact.form, { ...known, ...fact, cues: known.cues | (fact.cues ?? 0) });
    }
    // At most a quarter full, so that most misses end at the first slot.
    let size = 64;
    while (size < merged.size * 4) size *= 2;
    this.#slots = new Array<Entry | undefined>(size).fill(undefined);
    this.#mask = size - 1;
    this.#longest = Math.max(0, ...[...merged.keys()].map((form) => form.length));
    for (const entry of merged.values()) this.#insert(entry);
  }

  /** The entry of `text.slice(start, end)` in any case, given the scanner's hash of it. */
  find(hash: number, text: string, start: number, end: number): Entry {
    if (end - start > this.#longest) return NO_ENTRY;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const entry = this.#slots[slot];
      if (entry === undefined) return NO_ENTRY;
      if (matches(entry.form, text, start, end)) return entry;
    }
  }

  #insert(entry: Entry): void {
    let hash = 0;
    for (let at = 0; at < entry.form.length; at += 1)
      hash = Math.imul(hash ^ (entry.form.charCodeAt(at) | 0x20), 0x01000193);
    let slot = spread(hash) & this.#mask;
    while (this.#slots[slot] !== undefined) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = entry;
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

function matches(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = 0; at < form.length; at += 1)
    if (form.charCodeAt(at) !== foldCase(text.charCodeAt(start + at))) return false;
  return true;
}

const foldCase = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
