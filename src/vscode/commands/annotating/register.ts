import { Disposable } from 'vscode';
import type { Threads } from '../../comments/threads.ts';
import { Papers } from '../../documents/papers.ts';
import type { Sessions } from '../../sessions.ts';
import { ChangeReport } from '../../views/changeReport.ts';
import { ConflictReport } from '../../views/conflictReport.ts';
import { register } from '../context.ts';
import { COMMANDS } from '../names.ts';
import { changeCodebook, renameTagEverywhere } from './codebook.ts';
import { describeSource } from './describe.ts';
import { exportDossier, exportNotes } from './export.ts';
import { followLink } from './follow.ts';
import { goToNote } from './navigate.ts';
import { copyQuotation } from './quotation.ts';
import { acceptPlace, attachNote, goToUnsure, previewReplacement, revertPlace } from './review.ts';
import { CONFLICT_SCHEME, Settling } from './settle.ts';
import { ask, Links } from './spans.ts';
import { Tagging } from './tagging.ts';

/** What is done with notes beside writing them: tags, links, facts, going through them, and getting them out. */
export function registerAnnotatingCommands(sessions: Sessions, threads: Threads): Disposable {
  const tagging = new Tagging(sessions);
  const links = new Links(sessions);
  const previews = new Papers('apparatus-preview');
  const sides = new Papers(CONFLICT_SCHEME);
  const settling = new Settling(sessions, sides);
  return Disposable.from(
    previews,
    sides,
    new ChangeReport(sessions),
    new ConflictReport(sessions),
    register(COMMANDS.tag, (tags?: readonly string[]) => tagging.tag(tags)),
    register(COMMANDS.repeatTag, () => tagging.repeat()),
    register(COMMANDS.tagByNumber, (number?: number) => tagging.byNumber(number)),
    register(COMMANDS.changeCodebook, (name?: unknown) => changeCodebook(sessions, textOf(name))),
    register(COMMANDS.renameTag, (from?: unknown, to?: unknown) =>
      renameTagEverywhere(sessions, textOf(from), textOf(to)),
    ),
    register(COMMANDS.question, (words?: unknown) => ask(sessions, textOf(words))),
    register(COMMANDS.linkSpans, () => links.mark()),
    register(COMMANDS.followLink, () => followLink(sessions)),
    register(COMMANDS.describeSource, (uri?: unknown, facts?: unknown) => describeSource(sessions, uri, facts)),
    register(COMMANDS.copyQuotation, (format?: unknown) => copyQuotation(sessions, textOf(format))),
    register(COMMANDS.exportNotes, (how?: unknown) => exportNotes(sessions, how)),
    register(COMMANDS.exportDossier, (how?: unknown) => exportDossier(sessions, how)),
    register(COMMANDS.nextNote, () => goToNote(sessions, 1)),
    register(COMMANDS.previousNote, () => goToNote(sessions, -1)),
    register(COMMANDS.nextUnsure, () => goToUnsure(sessions)),
    register(COMMANDS.acceptPlace, (item?: unknown) => acceptPlace(sessions, threads, item)),
    register(COMMANDS.attachNote, (item?: unknown) => attachNote(sessions, threads, item)),
    register(COMMANDS.revertPlace, (item?: unknown) => revertPlace(sessions, threads, item)),
    register(COMMANDS.previewReplacement, (uri?: unknown, other?: unknown) =>
      previewReplacement(sessions, previews, uri, other),
    ),
    register(COMMANDS.settleConflicts, () => settling.show()),
    register(COMMANDS.keepMine, () => settling.keep('mine')),
    register(COMMANDS.keepTheirs, () => settling.keep('theirs')),
    register(COMMANDS.keepBoth, () => settling.keep('both')),
  );
}

/** Menus pass what they stand on; callers that know what they want pass a text. */
const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
