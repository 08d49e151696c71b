import type { Language } from '../language-pack.ts';
import { englishStops } from './abbreviations.ts';
import { englishAsides } from './asides.ts';
import { englishQuotes } from './quotes.ts';
import { englishComparison } from './comparison.ts';

export const english: Language = {
  tag: 'en',
  stops: englishStops,
  asides: englishAsides,
  quotes: englishQuotes,
  comparison: englishComparison,
};
