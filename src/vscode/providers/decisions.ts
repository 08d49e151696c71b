import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  l10n,
  type CodeActionProvider,
  type Diagnostic,
} from 'vscode';
import { fold, mentionAt, type Finding, type Side } from '../../core/index.ts';
import type { PlaceAddress } from '../commands/decisions/target.ts';
import { COMMANDS } from '../commands/names.ts';
import type { Sessions } from '../sessions.ts';
import type { View } from '../view.ts';
import { findingOf } from './diagnostics.ts';

export const DECISION_KINDS: readonly CodeActionKind[] = [CodeActionKind.QuickFix, CodeActionKind.Refactor];

/**
 * Decisions at a name. Answers to a finding about a name light the bulb; the others are there when they are asked for, as a bulb at every name would be
 * in the way of reading.
 */
export const decisionActions = (sessions: Sessions): CodeActionProvider => ({
  async provideCodeActions(document, range, { diagnostics, triggerKind, only }, token) {
    const view = await sessions.view(document, token);
    if (!view) return [];
    const fixes = diagnostics.flatMap((diagnostic) => answers(view, diagnostic));
    const isAsked = triggerKind === CodeActionTriggerKind.Invoke || only?.contains(CodeActionKind.Refactor);
    return isAsked ? [...fixes, ...decisions(view, view.offset(range.start))] : fixes;
  },
});

/** What a reader may answer to a finding about how a name is spelt. */
function answers(view: View, diagnostic: Diagnostic): CodeAction[] {
  const finding = findingOf(diagnostic);
  const first = finding?.sides[0];
  const found = first && mentionAt(view.corpus, first.uri, first.start);
  if (!finding || !found) return [];
  const form = formOf(finding, first);
  const { name } = found.entity;
  const at: PlaceAddress = { uri: first.uri, offset: first.start };
  const fix = (title: string, command: string, ...given: readonly unknown[]): CodeAction => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command, title, arguments: [at, undefined, ...given] };
    action.diagnostics = [diagnostic];
    return action;
  };
  const accept = fix(l10n.t('“{0}” is right: it is a name of {1}', form, name), COMMANDS.acceptName, form);
  const part = fix(l10n.t('“{0}” is not {1}', form, name), COMMANDS.takeName, form);
  switch (finding.code) {
    case 'name-misspelling': {
      const places = finding.sides.filter((side) => side.label.code === 'name-misspelling-here');
      const sic = fix(l10n.t('“{0}” is misspelt in the source [sic]', form), COMMANDS.markMisspelt, places);
      sic.isPreferred = true;
      return [sic, accept, part];
    }
    case 'name-variant':
      // Decisions take spellings that differ by accents or capitals for one name: there is nothing to decide about these.
      return fold(form) === fold(name) ? [] : [accept, part];
    default:
      return [];
  }
}

/** The written form that a finding is about: what its first side says of it. */
const formOf = ({ message }: Finding, { label }: Side): string => String(label.args[0] ?? message.args[0] ?? '');

function decisions(view: View, offset: number): CodeAction[] {
  const found = mentionAt(view.corpus, view.uri, offset);
  if (!found) return [];
  const { name } = found.entity;
  const at: PlaceAddress = { uri: view.uri, offset };
  const action = (title: string, command: string): CodeAction => {
    const made = new CodeAction(title, CodeActionKind.Refactor);
    made.command = { command, title, arguments: [at] };
    return made;
  };
  return [
    action(l10n.t('“{0}” is the same as…', name), COMMANDS.sameAs),
    action(l10n.t('“{0}” is not the same as…', name), COMMANDS.notSameAs),
    action(l10n.t('This mention names another…'), COMMANDS.splitOff),
    action(l10n.t('Change the type of “{0}”…', name), COMMANDS.changeType),
    action(l10n.t('This is not a name…'), COMMANDS.notAName),
    action(l10n.t('Misspelt in the source [sic]'), COMMANDS.markMisspelt),
    action(l10n.t('Link “{0}” to an authority…', name), COMMANDS.linkToAuthority),
  ];
}
