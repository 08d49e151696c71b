import type { Language } from '../language-pack.ts';
import { englishStops } from './abbreviations.ts';
import { englishComparison } from './comparison.ts';

export const english: Language = {
  tag: 'en',
  stops: englishStops,
  comparison: englishComparison,
};
