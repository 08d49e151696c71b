import { commands, l10n, ThemeIcon, window } from 'vscode';
import { decideSeverity, RULES, type Severity } from '../../../core/index.ts';
import type { Dismissal, Session } from '../../../session/index.ts';
import type { Sessions } from '../../sessions.ts';
import { SEVERITIES, severityIcon } from '../../texts/severities.ts';
import { fileName, sentence, severityName } from '../../texts/sentences.ts';
import { dismissalState, dismissalTitle } from '../../views/findingItems.ts';
import { pick } from '../decisions/pick.ts';
import { decided } from '../decisions/tell.ts';
import { COMMANDS } from '../names.ts';
import type { FindingTarget } from './target.ts';

/** Asks for the reason unless it is given. */
export async function dismiss({ session, finding }: FindingTarget, given?: string): Promise<void> {
  const reason = given ?? (await askReason());
  if (reason === undefined) return;
  await session.dismissFinding(finding, reason);
  decided(l10n.t('Finding dismissed'));
}

/** Reasons that readers give again and again; what is typed stands above them. */
const usualReasons = (): readonly string[] => [
  l10n.t('They speak of different things'),
  l10n.t('They speak of different times'),
  l10n.t('One corrects or updates the other'),
  l10n.t('Checked: of no importance here'),
  l10n.t('Apparatus is mistaken'),
];

/** One of the usual reasons, or what the reader types; undefined when the reader thinks better of it. */
function askReason(): Promise<string | undefined> {
  const input = window.createQuickPick();
  input.title = l10n.t('Dismiss this finding');
  input.placeholder = l10n.t('Why is it none? Pick or type a reason; it is kept beside the source.');
  const usual = usualReasons().map((label) => ({ label }));
  input.items = usual;
  input.onDidChangeValue((value) => {
    const typed = value.trim();
    const own = { label: typed, iconPath: new ThemeIcon('edit'), alwaysShow: true };
    input.items = typed === '' || usualReasons().includes(typed) ? usual : [own, ...usual];
  });
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(input.activeItems[0]?.label);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Makes a note of it, with all sides as its targets, and shows it. Asks for its text unless that is given. */
export async function annotate({ session, finding }: FindingTarget, given?: string): Promise<void> {
  const value = sentence(finding.message);
  const prompt = l10n.t('Markdown; #words are tags. The note is about all sides of the finding.');
  const body = given ?? (await window.showInputBox({ title: l10n.t('Note on this finding'), prompt, value }));
  if (body === undefined || body.trim() === '') return;
  const id = await session.annotateFinding(finding, { body });
  await commands.executeCommand(COMMANDS.showNote, { session, note: { id } });
}

type Choice = Severity | 'off' | 'default';

/** Sets a rule's severity in the folders' authority files. Asks for it unless it is given. */
export async function setSeverity(sessions: readonly Session[], code: string, given?: Choice): Promise<void> {
  const choice = given ?? (await askSeverity(code));
  if (choice === undefined) return;
  const label = { code: 'operation-severity', args: [code] };
  const severity = choice === 'default' ? null : choice;
  for (const session of sessions) await session.decide(label, (authority) => decideSeverity(authority, code, severity));
  decided(
    choice === 'off'
      ? l10n.t('“{0}” is silent in this folder', code)
      : l10n.t(
          'Severity of “{0}” in this folder: {1}',
          code,
          choice === 'default' ? l10n.t('default') : severityName(choice),
        ),
  );
}

function askSeverity(code: string): Promise<Choice | undefined> {
  const usual = RULES.find((rule) => rule.code === code)?.severity;
  return pick<Choice>(l10n.t('Severity of “{0}” in this folder', code), [
    ...SEVERITIES.map((value) => ({
      label: severityName(value),
      iconPath: severityIcon(value),
      ...(value === usual ? { description: l10n.t('the rule’s own') } : {}),
      value,
    })),
    {
      label: l10n.t('off'),
      iconPath: new ThemeIcon('circle-slash'),
      description: l10n.t('not reported here'),
      value: 'off',
    },
    {
      label: l10n.t('default'),
      iconPath: new ThemeIcon('discard'),
      description: l10n.t('as your settings or the rule say'),
      value: 'default',
    },
  ]);
}

/** Brings a dismissed finding back. */
export async function restore({ session, dismissal }: DismissalTarget): Promise<void> {
  await session.restoreFinding(dismissal.id);
  decided(dismissal.state === 'changed' ? l10n.t('Stale dismissal removed') : l10n.t('Finding brought back'));
}

export interface DismissalTarget {
  readonly session: Session;
  readonly dismissal: Dismissal;
}

/** Lists what was dismissed, stale answers first; brings back what is chosen. */
export async function listDismissed(sessions: Sessions): Promise<void> {
  const all = sessions
    .all()
    .flatMap((session) => session.dismissed().map((dismissal): DismissalTarget => ({ session, dismissal })));
  if (all.length === 0) return void window.showInformationMessage(l10n.t('No finding has been dismissed.'));
  const chosen = await pick(
    l10n.t('Dismissed findings: choose one to bring it back'),
    [...all.filter(isStale), ...all.filter((each) => !isStale(each))].map((value) => ({
      label: dismissalTitle(value.dismissal),
      iconPath: new ThemeIcon(isStale(value) ? 'warning' : 'pass'),
      description: [value.dismissal.code, fileName(value.dismissal.source), dismissalState(value.dismissal)]
        .filter(Boolean)
        .join(' · '),
      ...(value.dismissal.reason === '' ? {} : { detail: value.dismissal.reason }),
      value,
    })),
  );
  if (chosen) await restore(chosen);
}

const isStale = ({ dismissal }: DismissalTarget): boolean => dismissal.state === 'changed';
