import { l10n } from 'vscode';
import { origins } from '../../core/index.ts';
import type { FileReport, Session, Status } from '../../session/index.ts';
import { toUri } from '../convert.ts';
import { fileName, origins as countOfOrigins, sentence, severityName, sources } from '../texts/sentences.ts';
import { PageWriter, type Page } from './page.ts';

/** What each session took and why, what it passed over and why, and what stands in its way. */
export function statusPage(sessions: readonly Session[]): Page {
  const page = new PageWriter().heading(1, 'Apparatus');
  if (sessions.length === 0) page.words(l10n.t('No folder and no text file is open.')).line();
  for (const session of sessions) {
    page.heading(2, fileName(session.folder) || session.folder);
    writeStatus(page, session.folder, session.status());
    writeOrigins(page, session);
  }
  return page.page();
}

function writeStatus(page: PageWriter, folder: string, status: Status): void {
  const taken = status.files.filter((file) => file.taken);
  const passed = status.files.filter((file) => !file.taken);
  if (status.progress) page.words(l10n.t('Reading: {0} of {1}', status.progress.done, status.progress.total)).line();
  if (status.stopped > 0) page.words(l10n.t('Reading was stopped: {0} files wait', status.stopped)).line();
  if (status.unsaved > 0) page.words(l10n.t('{0} changes wait to be saved', status.unsaved)).line();
  if (status.problems.length > 0) {
    page.heading(3, l10n.t('Problems'));
    for (const { uri, severity, message } of status.problems) {
      page
        .markdown('- ')
        .words(`${severityName(severity)}: `)
        .link(nameIn(folder, uri), toUri(uri), l10n.t('Open'));
      page.words(` · ${sentence(message)}`).line();
    }
  }
  writeFiles(page, folder, l10n.t('Read as sources: {0}', sources(taken.length)), taken);
  writeFiles(page, folder, l10n.t('Passed over: {0}', passed.length), passed);
}

/** Sources that share prose are one witness: they are listed together. */
function writeOrigins(page: PageWriter, session: Session): void {
  const { corpus } = session.snapshot();
  const groups = origins(corpus, corpus.uris());
  if (groups.length === 0) return;
  const counts = `${sources(corpus.uris().length)}, ${countOfOrigins(groups.length)}`;
  page.heading(3, l10n.t('Independence: {0}', counts));
  const shared = groups.filter((group) => group.length > 1);
  if (shared.length === 0) page.words(l10n.t('No two sources share so much prose that they are one witness.')).line();
  for (const group of shared) {
    page.markdown('- ').words(`${l10n.t('One origin, by the prose they share')}: `);
    for (const [index, uri] of group.entries()) {
      if (index > 0) page.words(', ');
      page.link(nameIn(session.folder, uri), toUri(uri), l10n.t('Open'));
    }
    page.line();
  }
}

function writeFiles(page: PageWriter, folder: string, title: string, files: readonly FileReport[]): void {
  if (files.length === 0) return;
  page.heading(3, title);
  for (const { uri, reason, encoding } of files) {
    page
      .markdown('- ')
      .link(nameIn(folder, uri), toUri(uri), l10n.t('Open'))
      .words(` · ${sentence(reason)}`);
    if (encoding) page.words(` · ${encodingName(encoding)}`);
    page.line();
  }
}

function encodingName({ encoding: name, by }: NonNullable<FileReport['encoding']>): string {
  switch (by) {
    case 'bom':
      return l10n.t('{0}, by its byte order mark', name);
    case 'valid':
      return name;
    case 'fallback':
      return l10n.t('{0}, as it is no valid UTF-8', name);
  }
}

const nameIn = (folder: string, uri: string): string =>
  uri.startsWith(`${folder}/`) ? decodeURIComponent(uri.slice(folder.length + 1)) : fileName(uri);
