/** Reads one source. The order matters: each part may look at what the parts before it have found. */
import { paragraphs, sentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import { readAsides } from './asides/read-asides.ts';
import { Atoms } from './atoms.ts';
import { readDates } from './dates/read-dates.ts';
import { english } from './en/index.ts';
import { readFigures } from './figures/read-figures.ts';
import type { Language } from './language-pack.ts';
import { recognizeLanguage } from './language.ts';
import { isSupported, languageOf, LANGUAGES } from './languages.ts';
import { readNames, type NameModel } from './names/read-names.ts';
import { withoutCrossing } from './nesting.ts';
import { readMarks, type Marks } from './quotations/marks.ts';
import { readQuotations } from './quotations/read-quotations.ts';
import { readRoles } from './roles/read-roles.ts';
import type { SourceText } from './source-text.ts';
import type { LanguageGuess, Reading } from './types.ts';
import { Words } from './words.ts';

export interface ReadOptions {
  /** Recognised when left out. */
  readonly language?: Language;
  /** BCP 47, where the reader has told it; `language` wins. */
  readonly languageTag?: string;
  /** Weights for names; without them only what is plain is found, by rules. */
  readonly model: NameModel | null;
  /** EDTF; a date that the reader has set wins over what the text suggests. */
  readonly sourceDate?: string;
}

/**
 * What `text` (LF line ends, no BOM) says. Pure and total: never throws, whatever the text.
 * Of a text in a language without a reader, only paragraphs, sentences and marks are read.
 */
export function readSource(text: string, options: ReadOptions): Reading {
  const first = outline(text, options.language ?? english);
  const guess = guessOf(first, options);
  const language = options.language ?? readerFor(guess, first);
  const source = language === null || language === english ? first : outline(text, language);
  const marks = readMarks(text, source.paragraphs);
  return {
    text,
    language: guess,
    paragraphs: source.paragraphs,
    sentences: source.sentences,
    markProblems: marks.problems,
    ...(language === null ? NOTHING : contents(source, marks, language, options)),
  };
}

type Contents = Omit<Reading, 'text' | 'language' | 'paragraphs' | 'sentences' | 'markProblems'>;

const NOTHING: Contents = {
  asides: [],
  mentions: [],
  dates: [],
  sourceDate: null,
  figures: [],
  quotations: [],
  statements: [],
  cited: [],
};

function contents(source: SourceText, marks: Marks, language: Language, options: ReadOptions): Contents {
  const asides = readAsides(source, language.asides);
  const atoms = new Atoms(source, language.lexicon);
  const dating = { grammar: language.dates, asides, readerDate: options.sourceDate };
  const { dates, sourceDate } = readDates(source, atoms, dating);
  const names = withoutCrossing(readNames({ ...source, asides, dates }, options.model, language.names));
  const figures = readFigures(atoms, { grammar: language.figures, dates, names });
  const words = new Words(source, language.quotes, names, []);
  const mentions = readRoles(words, language.roles);
  const told = readQuotations(source, words, mentions, marks, asides);
  return { asides, mentions, dates, sourceDate, figures, ...told };
}

function outline(text: string, language: Language): SourceText {
  const tokens = tokenize(text, language.stops.abbreviations);
  const spans = paragraphs(text);
  return { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, language.stops) };
}

function guessOf({ tokens }: SourceText, { language, languageTag }: ReadOptions): LanguageGuess {
  const tag = language?.tag ?? languageTag;
  if (tag !== undefined) return { tag, confidence: 1, supported: isSupported(tag) };
  return recognizeLanguage(
    tokens,
    LANGUAGES.map((each) => each.tag),
  );
}

/** Prose of more tokens than this tells its language; where it does not, it is in one that we do not know. */
const SHORT_TEXT = 80;

/** Null where there is no reader. A note or a headline, too short to tell, is read as English. */
function readerFor(guess: LanguageGuess, { tokens }: SourceText): Language | null {
  if (guess.supported) return languageOf(guess.tag);
  return guess.tag === 'und' && tokens.length <= SHORT_TEXT ? english : null;
}
