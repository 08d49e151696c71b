import type { Entry } from '../lexicon.ts';
export const FIGURE_WORDS: readonly ({ readonly form: string } & Partial<Entry>)[] = [];
