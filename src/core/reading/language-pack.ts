/**
 * Everything that depends on the source's language, behind one interface: a second language is a folder beside `en`.
 * What is left outside it (marks, offsets, the order of reading) holds for all languages.
 */
import type { StopRules } from '../text/sentences.ts';
import type { AsideLexicon } from './asides/lexicon.ts';
import type { ComparisonWords } from './comparison-words.ts';
import type { DateGrammar } from './dates/grammar.ts';
import type { FigureGrammar } from './figures/grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameLore } from './name-lore.ts';
import type { NameLanguage } from './names/language.ts';
import type { QuoteLexicon } from './quotations/lexicon.ts';
import type { RoleLexicon } from './roles/lexicon.ts';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly stops: StopRules;
  readonly asides: AsideLexicon;
  readonly names: NameLanguage;
  /** By which names are compared across sources. */
  readonly lore: NameLore;
  readonly roles: RoleLexicon;
  readonly quotes: QuoteLexicon;
  /** What the words of dates and figures mean. */
  readonly lexicon: Lexicon;
  readonly dates: DateGrammar;
  readonly figures: FigureGrammar;
  readonly comparison: ComparisonWords;
}
