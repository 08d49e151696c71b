import { env, l10n, window } from 'vscode';
import { LineIndex } from '../../../core/index.ts';
import { quotationCsl, quotationMarkdown, quotationText, type QuotedWords } from '../../../formats/quotation.ts';
import type { Sessions } from '../../sessions.ts';
import { pick } from '../decisions/pick.ts';
import { pathIn } from './paths.ts';
import { selectedWords, type SelectedWords } from './spans.ts';

const WRITERS = { plain: quotationText, markdown: quotationMarkdown, csl: quotationCsl } as const;
type Format = keyof typeof WRITERS;

/** Milliseconds of a word in the status bar. */
const TOLD = 4000;

/** Copies the selected words with the source's facts and the line. */
export async function copyQuotation(sessions: Sessions, given?: string): Promise<void> {
  const selected = selectedWords(sessions);
  if (!selected) return;
  const format = given !== undefined && given in WRITERS ? (given as Format) : await pickFormat();
  if (!format) return;
  await env.clipboard.writeText(WRITERS[format](quotedWords(selected)));
  window.setStatusBarMessage(l10n.t('Copied with its reference'), TOLD);
}

function quotedWords({ session, source, span, words }: SelectedWords): QuotedWords {
  const reading = session.snapshot().corpus.source(source)?.reading;
  const path = pathIn(session.folder, source);
  const headline = reading?.asides.find(({ kind }) => kind === 'headline');
  const facts = session.facts(source);
  const read = reading?.sourceDate?.value;
  return {
    words,
    line: new LineIndex(session.text(source) ?? '').at(span.start).line + 1,
    title: headline && reading ? reading.text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim() : path,
    path,
    facts: facts.date === undefined && read !== undefined ? { ...facts, date: read } : facts,
  };
}

const pickFormat = (): Promise<Format | undefined> =>
  pick<Format>(l10n.t('Copy quotation as'), [
    { label: l10n.t('Plain text'), value: 'plain' },
    { label: 'Markdown', value: 'markdown' },
    { label: 'CSL-JSON', description: l10n.t('for a reference manager'), value: 'csl' },
  ]);
