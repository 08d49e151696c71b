import { commands, Disposable, l10n, window } from 'vscode';
import type { Place } from '../../../core/index.ts';
import type { Sessions } from '../../sessions.ts';
import type { Views } from '../../views/views.ts';
import { register } from '../context.ts';
import { COMMANDS } from '../names.ts';
import {
  acceptEntity,
  acceptName,
  changeType,
  keepEntity,
  notSameAs,
  renameEntity,
  sameAs,
  takeName,
} from './entities.ts';
import { linkToAuthority } from './lookUp.ts';
import { addMention, misspelt, notAName, splitOff, type MissedAnswers, type SplitAnswers } from './mentions.ts';
import { answerSuggestion, review, type SuggestionAnswer } from './suggestions.ts';
import { targetOf, type Target } from './target.ts';

/** Decisions about entities, on the name at the cursor, on what is selected in a tree, and on suggestions. */
export function registerDecisionCommands(sessions: Sessions, { entities, suggestions }: Views): Disposable {
  /** Runs a decision on what the command is about; what is given with it comes behind. */
  const on =
    <Given extends unknown[]>(decide: (target: Target, ...given: Given) => Promise<void>) =>
    async (first: unknown, second?: unknown, ...given: Given): Promise<void> => {
      const target = targetOf(sessions, entities.view, first, second);
      if (target) await decide(target, ...given);
    };
  const answer = (how: SuggestionAnswer) => (item: unknown) => answerSuggestion(suggestions, how, item);
  return Disposable.from(
    register(COMMANDS.sameAs, on(sameAs)),
    register(COMMANDS.notSameAs, on(notSameAs)),
    register(
      COMMANDS.splitOff,
      on((target, answers?: SplitAnswers) => splitOff(target, answers ?? {})),
    ),
    register(COMMANDS.renameEntity, on(renameEntity)),
    register(COMMANDS.changeType, on(changeType)),
    register(COMMANDS.notAName, on(notAName)),
    register(COMMANDS.addMention, (answers?: unknown) =>
      addMention(sessions, isMissedAnswers(answers) ? answers : undefined),
    ),
    register(
      COMMANDS.markMisspelt,
      on((target, places?: readonly Place[]) => misspelt(target, places ?? (target.mention ? [target.mention] : []))),
    ),
    register(COMMANDS.acceptEntity, on(acceptEntity)),
    register(COMMANDS.acceptName, on(acceptName)),
    register(
      COMMANDS.takeName,
      on(({ session, entities: [entity] }, name: string) => takeName(session, entity, name)),
    ),
    register(COMMANDS.keepEntity, async (folder: string, entity: string, id: string) => {
      const target = targetOf(sessions, entities.view, { folder, entities: [entity] });
      if (target) await keepEntity(target, id);
    }),
    register(COMMANDS.linkToAuthority, on(linkToAuthority)),
    register(COMMANDS.acceptSuggestion, answer('same')),
    register(COMMANDS.refuseSuggestion, answer('different')),
    register(COMMANDS.dropSuggestion, answer('drop')),
    register(COMMANDS.skipSuggestion, answer('skip')),
    register(COMMANDS.previousSuggestion, answer('back')),
    register(COMMANDS.reviewSuggestions, () => review(suggestions)),
    register(COMMANDS.filterEntities, (words?: string) => filter(entities, words)),
    register(COMMANDS.clearEntityFilter, () => filter(entities, '')),
  );
}

/** Menus of editors pass the address of the file. */
const isMissedAnswers = (given: unknown): given is MissedAnswers =>
  typeof given === 'object' && given !== null && 'type' in given && 'scope' in given && typeof given.type === 'string';

/** Asks for the words that are looked for, unless they are given. */
async function filter({ tree, view }: Views['entities'], given?: string): Promise<void> {
  const words =
    typeof given === 'string'
      ? given
      : await window.showInputBox({
          title: l10n.t('Show entities with a name that has…'),
          prompt: l10n.t('Letters of any of their names; empty shows all.'),
          value: tree.filter,
        });
  if (words === undefined) return;
  tree.filter = words;
  view.description = tree.filter === '' ? '' : `“${tree.filter}”`;
  await commands.executeCommand('setContext', 'apparatus.entitiesFiltered', tree.filter !== '');
}
