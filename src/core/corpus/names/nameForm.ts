/** What a written name says by itself, as data. */
import type { NameType } from '../../reading/types.ts';
import type { LinkReason } from '../types.ts';
import type { CountryName } from './countries.ts';

/** Demonyms belong to their places. */
export type NameClass = Exclude<NameType, 'demonym'>;
export type Gender = 'female' | 'male' | null;

export const gendersAgree = (a: Gender, b: Gender): boolean => a === null || b === null || a === b;

/** A shorter form that may stand for a name, as the key under which the shorter name asks. */
export interface Offer {
  readonly key: string;
  readonly reason: LinkReason;
  /** 0 to 1: how often the short form means this name when no other name offers it. */
  readonly confidence: number;
  /** Holds only for short names of the text that has the longer one. */
  readonly withinText?: true;
}

/** Another spelling's way to the same name: forms that share such a key are one name. */
export interface SpellingKey {
  readonly key: string;
  readonly reason: LinkReason;
  readonly confidence: number;
}

export interface NameForm {
  /** Class and words: two mentions with one key are one name. */
  readonly key: string;
  readonly nameClass: NameClass;
  readonly words: readonly string[];
  readonly gender: Gender;
  /** Longer forms rank higher; a form can only stand for one that ranks above it. */
  readonly rank: number;
  /** Keys under which longer names may offer themselves for this one. */
  readonly asks: readonly string[];
  readonly offers: readonly Offer[];
  readonly spellings: readonly SpellingKey[];
  /** How the country table knows it: then no slip or longer name can claim it. */
  readonly country: CountryName | null;
}

export const keyOf = (nameClass: NameClass, words: readonly string[]): string => `${nameClass}:${words.join(' ')}`;

/** Room between the ranks of n and n + 1 words, for forms that say more ("Mr. Okafor", "Ada Okafor Jr.") or less ("A. Okafor") than others of n. */
export const rankOfWord = 4;

/** How sure a link of each kind is. Estimates: their order decides between links, their size is for the reader's eye. */
export const confidences = {
  surname: 0.9,
  givenName: 0.7,
  generation: 0.9,
  firstAndLast: 0.92,
  initials: 0.85,
  personPart: 0.85,
  nickname: 0.85,
  byname: 0.9,
  transliteration: 0.8,
  shortTransliteration: 0.75,
  turned: 0.8,
  spacing: 0.95,
  acronym: 0.85,
  bodyPart: 0.75,
  placePart: 0.85,
  placeEnd: 0.75,
  /** "Arden" is seldom the "Arden River": for the reader to say. */
  namesake: 0.4,
  countryPrefix: 0.8,
  demonymStem: 0.85,
} as const;

/** Offers that are less sure are no links, only suggestions. */
export const leastLinked = 0.5;
