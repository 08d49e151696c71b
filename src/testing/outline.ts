import { english } from '../core/reading/en/index.ts';
import type { SourceText } from '../core/reading/source-text.ts';
import { paragraphs, sentences } from '../core/text/sentences.ts';
import { tokenize } from '../core/text/tokens.ts';

/** An English text as its readers get it. */
export function outlineOf(text: string): SourceText {
  const tokens = tokenize(text, english.stops.abbreviations);
  const spans = paragraphs(text);
  return { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, english.stops) };
}

export interface Mark {
  /** Code units. */
  readonly at: number;
  readonly words: string;
  /** What is said of the words, between bars. */
  readonly said: readonly string[];
}

/** Takes the marks out of a text: "on [May 4|2026-05-04]" in square or curly brackets. */
export function unmark(
  marked: string,
  brackets: '[]' | '{}',
): { readonly text: string; readonly marks: readonly Mark[] } {
  const pattern = brackets === '[]' ? /\[([^|\]]+)\|([^\]]+)\]/g : /\{([^|}]+)\|([^}]+)\}/g;
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const { 0: all, 1: words = '', 2: said = '', index } of marked.matchAll(pattern)) {
    text += marked.slice(from, index);
    marks.push({ at: text.length, words, said: said.split('|') });
    text += words;
    from = index + all.length;
  }
  return { text: text + marked.slice(from), marks };
}
