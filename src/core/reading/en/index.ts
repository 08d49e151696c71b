import type { Language } from '../language-pack.ts';
import { englishStops } from './abbreviations.ts';
import { englishAsides } from './asides.ts';
import { englishComparison } from './comparison.ts';
import { englishDates } from './dates.ts';
import { englishFigures } from './figures.ts';
import { englishLexicon } from './lexicon.ts';
import { englishLore } from './name-lore.ts';
import { englishNames } from './names.ts';
import { englishQuotes } from './quotes.ts';
import { englishRoles } from './roles.ts';

export const english: Language = {
  tag: 'en',
  stops: englishStops,
  asides: englishAsides,
  names: englishNames,
  lore: englishLore,
  roles: englishRoles,
  quotes: englishQuotes,
  lexicon: englishLexicon,
  dates: englishDates,
  figures: englishFigures,
  comparison: englishComparison,
};
