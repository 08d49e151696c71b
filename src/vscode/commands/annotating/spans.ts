import { l10n, window } from 'vscode';
import type { Span } from '../../../core/index.ts';
import type { Session } from '../../../session/index.ts';
import { linesOfDocument, toSpan } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { shorten } from '../../texts/markdown.ts';
import { fileName } from '../../texts/sentences.ts';
import { activeSource, selectedRange } from '../context.ts';
import { decided } from '../decisions/tell.ts';

/** Words of a source that are selected. */
export interface SelectedWords {
  readonly session: Session;
  readonly source: string;
  readonly span: Span;
  readonly words: string;
}

/** Tells how to select where nothing is. */
export function selectedWords(sessions: Sessions): SelectedWords | undefined {
  const source = activeSource(sessions);
  const range = source && selectedRange(source.editor);
  if (!source || !range) {
    tellHowToSelect();
    return undefined;
  }
  const span = toSpan(linesOfDocument(source.editor.document), range);
  const words = source.session.text(source.key)?.slice(span.start, span.end) ?? '';
  return { session: source.session, source: source.key, span, words };
}

export function tellHowToSelect(): void {
  void window.showInformationMessage(l10n.t('Select some words of a source first.'));
}

/** A question about the selected words. */
export async function ask(sessions: Sessions, given?: string): Promise<void> {
  const selected = selectedWords(sessions);
  if (!selected) return;
  const { session, source, span, words } = selected;
  const title = l10n.t('Question about “{0}”', shorten(words, WORDS_LENGTH));
  const body = given ?? (await window.showInputBox({ title, prompt: l10n.t('Markdown and #tags are understood.') }));
  if (body === undefined || body.trim() === '') return;
  await session.annotate(source, span, { motivation: 'questioning', body });
}

/** Code units of words in a title. */
const WORDS_LENGTH = 60;

/** Links two spans: the first call marks one end, the second makes the link. */
export class Links {
  readonly #sessions: Sessions;
  #begun: SelectedWords | null = null;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async mark(): Promise<void> {
    const selected = selectedWords(this.#sessions);
    if (!selected) return;
    const begun = this.#begun;
    if (!begun || !isStillThere(begun) || isSame(begun, selected)) return this.#begin(selected);
    if (begun.session !== selected.session) {
      void window.showInformationMessage(
        l10n.t('A link stays within one folder. This end is the first of a new one now.'),
      );
      return this.#begin(selected);
    }
    this.#begun = null;
    const link = { source: selected.source, span: selected.span };
    await begun.session.annotate(begun.source, begun.span, { motivation: 'linking', link });
    decided(l10n.t('Linked “{0}” to “{1}”', shorten(begun.words, WORDS_LENGTH), shorten(selected.words, WORDS_LENGTH)));
  }

  #begin(selected: SelectedWords): void {
    this.#begun = selected;
    const words = shorten(selected.words, WORDS_LENGTH);
    window.setStatusBarMessage(
      l10n.t('$(link) “{0}” in {1}: select the other end and link again', words, fileName(selected.source)),
      BEGUN_TIME,
    );
  }
}

/** Milliseconds in which somebody finds the other end; the mark itself stays. */
const BEGUN_TIME = 20_000;

/** Edits in between would have moved the words away from under the mark. */
const isStillThere = ({ session, source, span, words }: SelectedWords): boolean =>
  session.text(source)?.slice(span.start, span.end) === words;

const isSame = (a: SelectedWords, b: SelectedWords): boolean =>
  a.source === b.source && a.span.start === b.span.start && a.span.end === b.span.end;
