import { Disposable, l10n } from 'vscode';
import type { Severity } from '../../../core/index.ts';
import type { Sessions } from '../../sessions.ts';
import { SEVERITIES, severityIcon } from '../../texts/severities.ts';
import type { FindingsView } from '../../views/findings.ts';
import type { CodeNode } from '../../views/findingGroups.ts';
import { register } from '../context.ts';
import { pick } from '../decisions/pick.ts';
import { COMMANDS } from '../names.ts';
import { annotate, dismiss, listDismissed, restore, setSeverity, type DismissalTarget } from './answer.ts';
import { compare, nextSide, openFindingDoc, peekSides } from './places.ts';
import { findingTarget, type FindingTarget } from './target.ts';

/** Answers to findings, and ways through them: at the cursor, from a quick fix, or on a node of the tree. */
export function registerFindingCommands(sessions: Sessions, view: FindingsView): Disposable {
  const on =
    <Given extends unknown[]>(run: (target: FindingTarget, ...given: Given) => Promise<void>) =>
    async (first?: unknown, second?: unknown, ...given: Given): Promise<void> => {
      const target = await findingTarget(sessions, first, second);
      if (target) await run(target, ...given);
    };
  return Disposable.from(
    register(COMMANDS.dismissFinding, on(dismissGiven)),
    register(COMMANDS.annotateFinding, on(annotateGiven)),
    register(
      COMMANDS.nextSide,
      on((target, index?: unknown) => nextSide(sessions, target, typeof index === 'number' ? index : undefined)),
    ),
    register(
      COMMANDS.peekSides,
      on((target) => peekSides(sessions, target)),
    ),
    register(COMMANDS.setSeverity, async (first?: unknown, second?: unknown, given?: Severity | 'off' | 'default') => {
      if (isCodeNode(first)) {
        return setSeverity([...new Set(first.findings.map(({ session }) => session))], first.code, given);
      }
      const target = await findingTarget(sessions, first, second);
      if (target) await setSeverity([target.session], target.finding.code, given);
    }),
    register(COMMANDS.comparePassages, (first?: unknown, second?: unknown) => compare(sessions, first, second)),
    register(COMMANDS.openFindingDoc, (first?: unknown, second?: unknown) => openFindingDoc(sessions, first, second)),
    register(COMMANDS.listDismissed, () => listDismissed(sessions)),
    register(COMMANDS.restoreFinding, (dismissal: DismissalTarget) => restore(dismissal)),
    register(COMMANDS.groupByRule, () => view.set({ grouping: 'rule' })),
    register(COMMANDS.groupBySources, () => view.set({ grouping: 'sources' })),
    register(COMMANDS.filterFindings, async (given?: Severity) => {
      const least = SEVERITIES.includes(given!) ? given : await askLeast(view.shown.least);
      if (least) await view.set({ least });
    }),
  );
}

/** VS Code hands the selection of a tree to its commands as a second argument: only a text is a reason. */
const dismissGiven = (target: FindingTarget, reason?: unknown): Promise<void> => dismiss(target, textOf(reason));
const annotateGiven = (target: FindingTarget, body?: unknown): Promise<void> => annotate(target, textOf(body));

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isCodeNode = (value: unknown): value is CodeNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'code';

function askLeast(current: Severity): Promise<Severity | undefined> {
  const titles: Readonly<Record<Severity, string>> = {
    error: l10n.t('Only errors'),
    warning: l10n.t('Warnings and errors'),
    information: l10n.t('All but hints'),
    hint: l10n.t('All findings'),
  };
  return pick<Severity>(
    l10n.t('Findings that the tree shows'),
    SEVERITIES.map((value) => ({
      label: titles[value],
      iconPath: severityIcon(value),
      ...(value === current ? { description: l10n.t('now') } : {}),
      value,
    })),
  );
}
