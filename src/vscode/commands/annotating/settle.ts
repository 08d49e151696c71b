import { commands, l10n, window } from 'vscode';
import type { Conflict, Note } from '../../../session/index.ts';
import type { Papers } from '../../documents/papers.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';
import { pick } from '../decisions/pick.ts';

type Choice = 'mine' | 'theirs' | 'both';

/** Shows each note that was changed here and elsewhere side by side, and asks which is kept; or settles the first as given. */
export async function settleConflicts(sessions: Sessions, papers: Papers, given?: string): Promise<void> {
  const open = sessions
    .all()
    .flatMap((session) => session.status().conflicts.map((conflict) => ({ session, conflict })));
  if (open.length === 0) return void window.showInformationMessage(l10n.t('No note is in conflict.'));
  for (const { session, conflict } of open) {
    if (given === 'mine' || given === 'theirs' || given === 'both') return session.settle(conflict.id, given);
    const choice = await ask(conflict, papers);
    if (choice === undefined) return;
    await session.settle(conflict.id, choice);
  }
}

async function ask(conflict: Conflict, papers: Papers): Promise<Choice | undefined> {
  const { mine, theirs, source } = conflict;
  const quote = (mine ?? theirs)?.quote ?? '';
  const title = `${fileName(source)}: “${quote}”`;
  await commands.executeCommand(
    'vscode.diff',
    papers.write(`${l10n.t('theirs')}.md`, said(theirs)),
    papers.write(`${l10n.t('mine')}.md`, said(mine)),
    l10n.t('{0}: theirs ↔ mine', fileName(source)),
    { preview: true, preserveFocus: true },
  );
  return pick<Choice>(title, [
    { label: l10n.t('Keep mine'), description: mine ? '' : l10n.t('it was deleted here'), value: 'mine' },
    { label: l10n.t('Keep theirs'), description: theirs ? '' : l10n.t('it was deleted there'), value: 'theirs' },
    { label: l10n.t('Keep both'), description: l10n.t('mine becomes a note of its own'), value: 'both' },
  ]);
}

/** What a reader would compare, a line for each thing. */
function said(note: Note | null): string {
  if (!note) return `${l10n.t('(deleted)')}\n`;
  const { annotation, body, tags, creator, quote } = note;
  const rows = [
    quote === '' ? '' : `> ${quote.replaceAll('\n', '\n> ')}\n`,
    body,
    '',
    tags.map((tag) => `#${tag}`).join(' '),
    [annotation.motivation, annotation.status, creator, annotation.modified ?? annotation.created]
      .filter(Boolean)
      .join(' · '),
  ];
  return `${rows.join('\n').trim()}\n`;
}
