import { CodeAction, CodeActionKind, l10n, type CodeActionProvider } from 'vscode';
import { COMMANDS } from '../commands/names.ts';
import { findingOf } from './diagnostics.ts';

export const ACTION_KINDS: readonly CodeActionKind[] = [CodeActionKind.QuickFix];

/** Answers to a finding: what it means, and that it is none. */
export const actionProvider: CodeActionProvider = {
  provideCodeActions(_document, _range, { diagnostics }) {
    return diagnostics.flatMap((diagnostic) => {
      const finding = findingOf(diagnostic);
      if (!finding) return [];
      const dismiss = new CodeAction(l10n.t('Dismiss “{0}” with a reason…', finding.code), CodeActionKind.QuickFix);
      dismiss.command = {
        command: COMMANDS.dismissFinding,
        title: dismiss.title,
        arguments: [finding.sides[0].uri, finding.fingerprint],
      };
      dismiss.diagnostics = [diagnostic];
      const explain = new CodeAction(l10n.t('What does “{0}” mean?', finding.code), CodeActionKind.QuickFix);
      explain.command = { command: COMMANDS.openFindingDoc, title: explain.title, arguments: [finding.code] };
      explain.diagnostics = [diagnostic];
      return [dismiss, explain];
    });
  },
};
