import type { NameLanguage } from '../names/language.ts';
import { adjectivalAcronyms, englishOrigins } from './countries.ts';
import * as bodies from './bodies.ts';
import * as events from './event-words.ts';
import * as lists from './name-words.ts';

export const englishNames: NameLanguage = { ...lists, ...events, ...bodies, ...englishOrigins, adjectivalAcronyms };
