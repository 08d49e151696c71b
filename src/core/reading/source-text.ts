import type { Sentence } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Tokens } from '../text/tokens.ts';

/** A source's text with what every part of the reading starts from. */
export interface SourceText {
  readonly text: string;
  readonly tokens: Tokens;
  /** In order, trimmed, without overlap. */
  readonly paragraphs: readonly Span[];
  /** In order; none crosses a paragraph's end. */
  readonly sentences: readonly Sentence[];
}
