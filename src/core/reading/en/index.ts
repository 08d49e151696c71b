import type { Language } from '../language-pack.ts';
import { englishStops } from './abbreviations.ts';

export const english: Language = {
  tag: 'en',
  stops: englishStops,
};
