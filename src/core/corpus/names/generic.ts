/** Words of organizations' and places' names that say what kind of thing is named. Folded. */
import { bodyWords, lores } from './lore.ts';

export const legalForms = bodyWords('legalForms');
export const functionWords = bodyWords('functionWords');
export const placeKinds = bodyWords('placeKinds');
export const namesakes = bodyWords('namesakes');
export const bodyKinds = bodyWords('bodyKinds');
export const invertible = bodyWords('invertible');
export const distinguishing = bodyWords('distinguishing');

export const ands: ReadonlySet<string> = new Set(lores.map(({ bodies }) => bodies.and));
export const ofs: ReadonlySet<string> = new Set(lores.map(({ bodies }) => bodies.of));

const spellings = new Map(lores.flatMap(({ bodies }) => Object.entries(bodies.usualSpelling)));

/** One spelling for words that are abbreviated, or that are spelt in several ways. */
export const usualSpelling = (word: string): string => spellings.get(word) ?? word;
