import {
  Disposable,
  EventEmitter,
  InlayHint,
  InlayHintLabelPart,
  l10n,
  languages,
  MarkdownString,
  workspace,
  type DocumentSelector,
  type InlayHintsProvider,
} from 'vscode';
import { mentionAt, overlaps } from '../../core/index.ts';
import { isSic, placed } from '../comments/note.ts';
import { toSpan } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { bold, escapeMarkdown } from '../texts/markdown.ts';
import type { View } from '../view.ts';

/**
 * "[sic]" behind words that the reader has marked as misspelt in the source: as a hint of the editor, which is no part of the text, is not copied with it, has
 * the theme's own colours, and is read by "Read Line with Inlay Hints".
 */
export function registerSicHints(selector: DocumentSelector, sessions: Sessions): Disposable {
  const changed = new EventEmitter<void>();
  const provider: InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!workspace.getConfiguration('apparatus', document).get<boolean>('notes.sic', true)) return [];
      const view = await sessions.view(document, token);
      return view ? hints(view, toSpan(view.lines, range)) : [];
    },
  };
  return Disposable.from(
    changed,
    languages.registerInlayHintsProvider(selector, provider),
    sessions.onDidChange(({ change }) => {
      if (change.notes.size > 0) changed.fire();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('apparatus.notes.sic')) changed.fire();
    }),
  );
}

const hints = (view: View, shown: { start: number; end: number }): InlayHint[] =>
  view.notes.flatMap((note) => {
    const span = placed(note);
    if (!span || !isSic(note) || !overlaps(shown, span)) return [];
    const part = new InlayHintLabelPart('[sic]');
    const name = mentionAt(view.corpus, view.uri, span.start)?.entity.name;
    part.tooltip = new MarkdownString(
      name === undefined
        ? escapeMarkdown(l10n.t('The source has it so.'))
        : l10n.t('The source has it so; {0} is meant.', bold(name)),
    );
    const hint = new InlayHint(view.range(span).end, [part]);
    hint.paddingLeft = true;
    return [hint];
  });
