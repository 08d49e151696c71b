import { l10n, window } from 'vscode';
import { findingKey, touches, type Finding, type Side } from '../../../core/index.ts';
import type { Session } from '../../../session/index.ts';
import { linesOfDocument, toOffset, toUri } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { bySeverity, severityIcon } from '../../texts/severities.ts';
import { sentence } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick } from '../decisions/pick.ts';

/** A finding that a command is about; a node of the tree is one. */
export interface FindingTarget {
  readonly session: Session;
  readonly finding: Finding;
}

/**
 * What a command is about: a node of the tree, a finding by a source and its key, else the finding at the cursor; of several the
 * reader takes one. Says so where there is none.
 */
export async function findingTarget(
  sessions: Sessions,
  first?: unknown,
  second?: unknown,
): Promise<FindingTarget | undefined> {
  if (isTarget(first)) return first;
  if (typeof first === 'string') {
    const session = sessions.of(toUri(first));
    // A quick fix may have been chosen while what was typed had not been read.
    await session?.settled(first);
    const finding = session?.findings(first).find((each) => findingKey(each) === second);
    return session && finding ? { session, finding } : tellGone();
  }
  const here = await findingsAtCursor(sessions);
  if (here.length < 2) return here[0] ?? tellNone();
  return pick(
    l10n.t('Which finding?'),
    here.map((value) => ({
      label: sentence(value.finding.message),
      description: value.finding.code,
      iconPath: severityIcon(value.finding.severity),
      value,
    })),
  );
}

/** The side of a finding that the cursor is in. */
export function sideAtCursor(sessions: Sessions, { sides }: Finding): Side | undefined {
  const source = activeSource(sessions);
  if (!source) return undefined;
  const offset = toOffset(linesOfDocument(source.editor.document), source.editor.selection.active);
  return sides.find((side) => side.uri === source.key && touches(side, offset));
}

/** The gravest first, of equal ones that of the fewest words. */
async function findingsAtCursor(sessions: Sessions): Promise<readonly FindingTarget[]> {
  const source = activeSource(sessions);
  if (!source) return [];
  const { session, key } = source;
  await session.settled(key);
  return session
    .findings(key)
    .flatMap((finding) => {
      const side = sideAtCursor(sessions, finding);
      return side ? [{ session, finding, length: side.end - side.start }] : [];
    })
    .sort((a, b) => bySeverity(a.finding, b.finding) || a.length - b.length);
}

const isTarget = (value: unknown): value is FindingTarget =>
  typeof value === 'object' && value !== null && 'session' in value && 'finding' in value && value.finding !== null;

function tellGone(): undefined {
  void window.showInformationMessage(l10n.t('This finding is not there any more: its words have changed.'));
  return undefined;
}

function tellNone(): undefined {
  void window.showInformationMessage(l10n.t('Put the cursor on a finding first.'));
  return undefined;
}
