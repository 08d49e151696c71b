import { commands, l10n, window } from 'vscode';
import { comparisons, comparisonsAt, type Comparison } from '../../../core/index.ts';
import type { Session } from '../../../session/index.ts';
import { linesOfDocument, linesOfReading, toLocation, toOffset, toPosition, toUri } from '../../convert.ts';
import { findingDocUri } from '../../documents/address.ts';
import { comparisonUris } from '../../documents/passages.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick } from '../decisions/pick.ts';
import { COMMANDS } from '../names.ts';
import { findingTarget, sideAtCursor, type FindingTarget } from './target.ts';

/** To the side with this index; without one from the side at the cursor to the next, after the last to the first. */
export async function nextSide(sessions: Sessions, { finding }: FindingTarget, index?: number): Promise<void> {
  const { sides } = finding;
  const here = sideAtCursor(sessions, finding);
  const next = sides[index ?? (here ? sides.indexOf(here) + 1 : 0)] ?? sides[0];
  await commands.executeCommand(COMMANDS.goTo, next.uri, next.start, next.end);
}

/** Shows all sides in a peek view over the one at the cursor; over the first, from elsewhere. */
export async function peekSides(sessions: Sessions, { session, finding }: FindingTarget): Promise<void> {
  const at = sideAtCursor(sessions, finding) ?? finding.sides[0];
  const { corpus } = session.snapshot();
  const reading = corpus.source(at.uri)?.reading;
  if (!reading) return;
  if (activeSource(sessions)?.key !== at.uri) await commands.executeCommand(COMMANDS.goTo, at.uri, at.start, at.end);
  const locations = finding.sides.flatMap((side) => toLocation(corpus, side) ?? []);
  const position = toPosition(linesOfReading(reading).at(at.start));
  await commands.executeCommand('editor.action.peekLocations', toUri(at.uri), position, locations, 'peek');
}

/** The passages or quotations of a finding side by side; without one, those at the cursor. Of several sources the reader takes one. */
export async function compare(sessions: Sessions, first?: unknown, second?: unknown): Promise<void> {
  const found = first === undefined ? await atCursor(sessions) : await ofFinding(sessions, first, second);
  if (!found) return;
  const { session, choices } = found;
  if (choices.length === 0)
    return void window.showInformationMessage(
      l10n.t('Put the cursor on a passage or quotation that another source has too.'),
    );
  const chosen = choices.length === 1 ? choices[0] : await pick(l10n.t('Compare with…'), choices.map(choice));
  const { corpus } = session.snapshot();
  const uris = chosen && comparisonUris(session, corpus, chosen);
  if (uris) await commands.executeCommand('vscode.diff', uris.left, uris.right, uris.title);
}

interface Found {
  readonly session: Session;
  readonly choices: readonly Comparison[];
}

const choice = (value: Comparison) => ({
  label: fileName(value.right.uri),
  description: l10n.t('with {0}', fileName(value.left.uri)),
  value,
});

async function ofFinding(sessions: Sessions, first: unknown, second: unknown): Promise<Found | undefined> {
  const target = await findingTarget(sessions, first, second);
  if (!target) return undefined;
  return { session: target.session, choices: comparisons(target.session.snapshot().corpus, target.finding) };
}

async function atCursor(sessions: Sessions): Promise<Found | undefined> {
  const source = activeSource(sessions);
  if (!source) return void window.showInformationMessage(l10n.t('Open a source first.'));
  const snapshot = await source.session.settled(source.key);
  const offset = toOffset(linesOfDocument(source.editor.document), source.editor.selection.active);
  return snapshot && { session: source.session, choices: comparisonsAt(snapshot.corpus, source.key, offset) };
}

/** The page about a rule: of the finding, of a group of the tree, or by its code. */
export async function openFindingDoc(sessions: Sessions, first?: unknown, second?: unknown): Promise<void> {
  const code = codeOf(first) ?? (await findingTarget(sessions, first, second))?.finding.code;
  if (code !== undefined) await commands.executeCommand('markdown.showPreview', findingDocUri(code));
}

/** Codes have no colon, addresses of sources have. */
const codeOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.includes(':') ? undefined : value;
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : undefined;
};
