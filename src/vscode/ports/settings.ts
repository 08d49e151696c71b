import { workspace, type Uri } from 'vscode';
import type { Severity } from '../../core/index.ts';
import { DEFAULT_SETTINGS, type SessionSettings, type Settings } from '../../session/index.ts';
import type { GitName } from './gitName.ts';
import { toKey } from '../convert.ts';
import { escapeGlob, type Root } from '../sessions.ts';

/** Bytes in a kilobyte, as the setting counts them. */
const KILOBYTE = 1024;

/** What the reader has set, for one folder. The manifest's defaults are those of the session. */
export const settingsFor = (root: Root, gitName: Pick<GitName, 'current'>): Settings => ({
  current(): SessionSettings {
    const set = workspace.getConfiguration('apparatus', root.only ?? root.folder);
    const get = <T>(key: string, otherwise: T): T => set.get<T>(key) ?? otherwise;
    const author = get('notes.author', '').trim();
    const language = get('sources.language', '').trim();
    return {
      ...DEFAULT_SETTINGS,
      include: root.only ? [escapeGlob(nameOf(root.only))] : get('sources.include', DEFAULT_SETTINGS.include),
      exclude: [...get('sources.exclude', DEFAULT_SETTINGS.exclude), ...foldersWithin(root.folder)],
      prose: get('sources.prose', DEFAULT_SETTINGS.prose),
      maxSourceBytes: get('sources.maxKilobytes', DEFAULT_SETTINGS.maxSourceBytes / KILOBYTE) * KILOBYTE,
      author: author === '' ? gitName.current : author,
      language: language === '' ? DEFAULT_SETTINGS.language : language,
      severities: get<Record<string, Severity | 'off'>>('findings.severities', {}),
    };
  },
});

const nameOf = (file: Uri): string => file.path.slice(file.path.lastIndexOf('/') + 1);

/** Workspace folders inside this one: each is a corpus of its own. */
const foldersWithin = (folder: Uri): string[] =>
  (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => toKey(uri).startsWith(`${toKey(folder)}/`))
    .map(({ uri }) => `${escapeGlob(uri.path.slice(folder.path.length + 1))}/**`);
