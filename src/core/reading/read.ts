/** Reads one source. The order matters: each part may look at what the parts before it have found. */
import { paragraphs, sentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import { readAsides } from './asides/read-asides.ts';
import { Atoms } from './atoms.ts';
import { readDates } from './dates/read-dates.ts';
import { english } from './en/index.ts';
import { readFigures } from './figures/read-figures.ts';
import type { Language } from './language-pack.ts';
import { readNames, type NameModel } from './names/read-names.ts';
import { readMarks } from './quotations/marks.ts';
import { readQuotations } from './quotations/read-quotations.ts';
import { readRoles } from './roles/read-roles.ts';
import type { SourceText } from './source-text.ts';
import type { Reading } from './types.ts';
import { Words } from './words.ts';

export interface ReadOptions {
  /** English when left out. */
  readonly language?: Language;
  /** Weights for names; without them only what is plain is found, by rules. */
  readonly model: NameModel | null;
  /** EDTF; a date that the reader has set wins over what the text suggests. */
  readonly sourceDate?: string;
}

/** What `text` (LF line ends, no BOM) says. Pure and total: never throws, whatever the text. */
export function readSource(text: string, { language = english, model, sourceDate: readerDate }: ReadOptions): Reading {
  const source = outline(text, language);
  const asides = readAsides(source, language.asides);
  const atoms = new Atoms(source, language.lexicon);
  const { dates, sourceDate } = readDates(source, atoms, { grammar: language.dates, asides, readerDate });
  const names = readNames({ ...source, asides, dates }, model, language.names);
  const words = new Words(source, language.quotes, names, []);
  const mentions = readRoles(words, language.roles);
  const figures = readFigures(atoms, { grammar: language.figures, dates, names });
  const marks = readMarks(text, source.paragraphs);
  const { quotations, statements } = readQuotations(source, words, mentions, marks, asides);
  return {
    text,
    language: { tag: language.tag, confidence: 1, supported: true },
    paragraphs: source.paragraphs,
    sentences: source.sentences,
    asides,
    mentions,
    dates,
    sourceDate,
    figures,
    quotations,
    statements,
    markProblems: marks.problems,
  };
}

function outline(text: string, language: Language): SourceText {
  const tokens = tokenize(text, language.stops.abbreviations);
  const spans = paragraphs(text);
  return { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, language.stops) };
}
