import type { Language } from '../language-pack.ts';
import { englishStops } from './abbreviations.ts';
import { englishAsides } from './asides.ts';
import { englishComparison } from './comparison.ts';
import { englishNames } from './names.ts';
import { englishQuotes } from './quotes.ts';
import { englishRoles } from './roles.ts';

export const english: Language = {
  tag: 'en',
  stops: englishStops,
  asides: englishAsides,
  names: englishNames,
  roles: englishRoles,
  quotes: englishQuotes,
  comparison: englishComparison,
};
