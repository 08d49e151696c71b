/** All closed words of English that dates and figures look at, in one table, so that each word is looked up once. */
import { Lexicon } from '../lexicon.ts';
import { DATE_WORDS } from './date-words.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { FIGURE_WORDS } from './figure-words.ts';

export const englishLexicon = new Lexicon([...NUMBER_WORDS, ...DATE_WORDS, ...FIGURE_WORDS]);
