/** Answers to suggestions, each of which goes on to the next. */
import { commands, l10n, window } from 'vscode';
import { dismissSuggestion } from '../../../core/index.ts';
import { isSuggestion, type SuggestionNode, type SuggestionsView } from '../../views/suggestions.ts';
import { keepApart, makeOne } from './entities.ts';
import { decided } from './tell.ts';

export type SuggestionAnswer = 'same' | 'different' | 'drop' | 'skip' | 'back';

/** Answers what the item says, or what is selected. */
export const answerSuggestion = (view: SuggestionsView, answer: SuggestionAnswer, item: unknown): Promise<void> =>
  view.inTurn(async () => {
    const node = isSuggestion(item) ? item : view.current;
    if (!node) return review(view);
    if (answer === 'back') return view.previous(node);
    // What has been answered a moment ago is not answered otherwise by the next key.
    if (view.has(node)) await decide(node, answer);
    await view.next(node);
  });

async function decide({ session, entities: [a, b] }: SuggestionNode, answer: SuggestionAnswer): Promise<void> {
  switch (answer) {
    case 'same':
      return makeOne(session, [a, b]);
    case 'different':
      return keepApart(session, a, b);
    case 'drop':
      await session.decide({ code: 'operation-drop-suggestion', args: [a.name, b.name] }, (authority) =>
        dismissSuggestion(authority, a, b),
      );
      return decided(l10n.t('“{0}” and “{1}” are not suggested again', a.name, b.name));
    default:
  }
}

/** Goes to the list, and selects its first pair. */
export async function review(view: SuggestionsView): Promise<void> {
  await commands.executeCommand('apparatus.suggestions.focus');
  await view.next();
  if (view.isEmpty) void window.showInformationMessage(l10n.t('There is nothing to decide.'));
}
