import { CodeAction, CodeActionKind, l10n, type CodeActionProvider, type Diagnostic } from 'vscode';
import { comparisons, findingKey, type Finding, type Place } from '../../core/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { lineOf } from '../documents/places.ts';
import type { Sessions } from '../sessions.ts';
import { fileName } from '../texts/sentences.ts';
import type { View } from '../view.ts';
import { findingOf } from './diagnostics.ts';

export const ACTION_KINDS: readonly CodeActionKind[] = [CodeActionKind.QuickFix];

/** Answers to a finding, and ways from it: to its other sides, to its rule. */
export const actionProvider = (sessions: Sessions): CodeActionProvider => ({
  async provideCodeActions(document, _range, { diagnostics }, token) {
    const view = await sessions.view(document, token);
    if (!view) return [];
    // Where findings overlap, the gravest comes first.
    return [...diagnostics]
      .sort((a, b) => a.severity - b.severity)
      .flatMap((diagnostic) => {
        const finding = findingOf(diagnostic);
        return finding ? actions(view, diagnostic, finding) : [];
      });
  },
});

function actions(view: View, diagnostic: Diagnostic, finding: Finding): CodeAction[] {
  const { code, sides } = finding;
  const key = findingKey(finding);
  const fix = (title: string, command: string, ...given: readonly unknown[]): CodeAction => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command, title, arguments: [sides[0].uri, key, ...given] };
    action.diagnostics = [diagnostic];
    return action;
  };
  return [
    ...ways(view, view.offset(diagnostic.range.start), finding).map((way) => fix(...way)),
    fix(l10n.t('Dismiss “{0}” with a reason…', code), COMMANDS.dismissFinding),
    fix(
      sides.length > 1 ? l10n.t('Make a note of “{0}”, about all sides…', code) : l10n.t('Make a note of “{0}”…', code),
      COMMANDS.annotateFinding,
    ),
    fix(l10n.t('Change the severity of “{0}” in this folder…', code), COMMANDS.setSeverity),
    fix(l10n.t('What does “{0}” mean?', code), COMMANDS.openFindingDoc),
  ];
}

type Way = [title: string, command: string, ...given: unknown[]];

/** From a finding with several sides to the others; `offset` is where one of them begins. */
function ways({ corpus, uri }: View, offset: number, finding: Finding): Way[] {
  const { code, sides } = finding;
  if (sides.length === 1) return [];
  const at = sides.findIndex((side) => side.uri === uri && side.start === offset);
  const next = (at + 1) % sides.length;
  const place = placeName(corpus, sides[next]!);
  const found: Way[] = [
    [
      sides.length === 2
        ? l10n.t('Go to the other side of “{0}”: {1}', code, place)
        : l10n.t('Go to the next side of “{0}”: {1}', code, place),
      COMMANDS.nextSide,
      next,
    ],
    [l10n.t('Peek at all {0} sides of “{1}”', sides.length, code), COMMANDS.peekSides],
  ];
  if (comparisons(corpus, finding).length > 0)
    found.push([l10n.t('Compare the sides of “{0}”', code), COMMANDS.comparePassages]);
  return found;
}

const placeName = (corpus: View['corpus'], place: Place): string => `${fileName(place.uri)}:${lineOf(corpus, place)}`;
