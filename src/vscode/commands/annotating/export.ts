import { commands, l10n, Uri, window, workspace } from 'vscode';
import { dossier, type Entity } from '../../../core/index.ts';
import { dossierCsv, dossierHtml, dossierMarkdown } from '../../../formats/dossier.ts';
import { notesCollection, notesCsv, notesHtml, notesMarkdown } from '../../../formats/notes.ts';
import { AUTHORITY_NAME, isSidecar, notesAbout, sidecarOf, type Note, type Session } from '../../../session/index.ts';
import { isRemark } from '../../comments/note.ts';
import { toKey, toUri } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName, notes, voice } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick, pickEntity } from '../decisions/pick.ts';
import { isEntityItem } from '../decisions/target.ts';
import { pathIn } from './paths.ts';

type Format = 'markdown' | 'html' | 'csv' | 'w3c';

/** How to export, for callers that know; what is missing is asked for. */
interface How {
  readonly format?: Format;
  readonly target?: Uri;
  /** Only this source's notes. */
  readonly source?: string;
}

const ENDINGS: Readonly<Record<Format, string>> = { markdown: 'md', html: 'html', csv: 'csv', w3c: 'jsonld' };

/** Where the last export went, in this window: the next one is proposed to go there too. */
let lastFolder: Uri | undefined;

const ANYBODY = { forms: [], type: null, without: new Set<string>() };

/** Excel takes a file without it for its own code page. */
const BOM = '\ufeff';

export async function exportNotes(sessions: Sessions, given?: unknown): Promise<void> {
  const how = asHow(given);
  const active = activeSource(sessions);
  const session = active?.session ?? sessions.all()[0];
  if (!session) return;
  const format = how.format ?? (await pickFormat(['markdown', 'html', 'csv', 'w3c']));
  const scope = format && (how.target ? (how.source ?? 'all') : await pickScope(active?.key));
  if (!format || scope === undefined) return;
  const sources = scope === 'all' ? session.snapshot().annotated() : [scope];
  const name = scope === 'all' ? l10n.t('Notes') : l10n.t('Notes on {0}', fileName(scope));
  const target = how.target ?? (await askTarget(session, name, format));
  if (!target || !(await mayWrite(sessions, target))) return;
  const exported = notesOf(session, sources, format);
  await write(target, notesText(session, exported, name, format, target), format, notes(exported.length));
}

export async function exportDossier(sessions: Sessions, given?: unknown): Promise<void> {
  const how = asHow(given);
  const session = isEntityItem(given) ? given.session : (activeSource(sessions)?.session ?? sessions.all()[0]);
  if (!session) return;
  const { corpus } = session.snapshot();
  const named = isObject(given) && typeof given['entity'] === 'string' ? corpus.entity(given['entity']) : undefined;
  const entity: Entity | undefined = isEntityItem(given)
    ? given.entity
    : (named ?? (await pickEntity(l10n.t('Whose dossier?'), corpus, ANYBODY)));
  const found = entity && dossier(corpus, entity.id);
  const format = found && (how.format ?? (await pickFormat(['markdown', 'html', 'csv'])));
  if (!found || !format || format === 'w3c') return;
  const target = how.target ?? (await askTarget(session, entity.name, format));
  if (!target || !(await mayWrite(sessions, target))) return;
  const writers = { markdown: dossierMarkdown, html: dossierHtml, csv: dossierCsv } as const;
  const path = (uri: string): string => pathIn(session.folder, uri);
  const text = (uri: string): string => corpus.source(uri)?.reading.text ?? '';
  const said = notesAbout(session.snapshot(), session.authority(), found.entity.decided);
  const content = writers[format]({ dossier: found, notes: said, path, text }, voice());
  await write(target, content, format, l10n.t('Dossier of {0}', entity.name));
}

/** Facts and answers to findings are data for other programs, and no notes to read. */
function notesOf(session: Session, sources: readonly string[], format: Format): readonly Note[] {
  const all = sources.flatMap((source) => session.snapshot().notes(source));
  return format === 'w3c' ? all : all.filter(isRemark);
}

function notesText(session: Session, exported: readonly Note[], title: string, format: Format, target: Uri): string {
  if (format === 'w3c') {
    const annotations = exported.flatMap((note) =>
      [note, ...note.replies].map(({ annotation }) => ({ sidecar: sidecarOf(note.source), annotation })),
    );
    return notesCollection({ title, home: toKey(target), annotations });
  }
  const writers = { markdown: notesMarkdown, html: notesHtml, csv: notesCsv } as const;
  const input = {
    title,
    notes: exported,
    path: (source: string) => pathIn(session.folder, source),
    text: (source: string) => session.text(source),
    facts: (source: string) => session.facts(source),
  };
  return writers[format](input, voice());
}

const pickFormat = (formats: readonly Format[]): Promise<Format | undefined> =>
  pick(
    l10n.t('Export as'),
    formats.map((format) => ({ ...formatChoice(format), value: format })),
  );

function formatChoice(format: Format): { label: string; description: string } {
  switch (format) {
    case 'markdown':
      return { label: 'Markdown', description: l10n.t('to go on writing') };
    case 'html':
      return { label: 'HTML', description: l10n.t('to read and print') };
    case 'csv':
      return { label: 'CSV', description: l10n.t('a table, with the span of every row') };
    case 'w3c':
      return { label: 'JSON-LD', description: l10n.t('W3C Web Annotations, for other programs') };
  }
}

async function pickScope(active: string | undefined): Promise<string | undefined> {
  if (active === undefined) return 'all';
  return pick(l10n.t('Whose notes?'), [
    { label: l10n.t('All sources of this folder'), value: 'all' },
    { label: fileName(active), value: active },
  ]);
}

/**
 * Beside the folder, not in it, as what is exported is no source; in the folder where nothing lies beside it, as on the web. VS Code asks
 * before a file that is there is written over.
 */
async function askTarget(session: Session, name: string, format: Format): Promise<Uri | undefined> {
  const safe = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  const folder = toUri(session.folder);
  const beside = lastFolder ?? (folder.scheme === 'file' ? Uri.joinPath(folder, '..') : folder);
  const target = await window.showSaveDialog({
    title: l10n.t('Export'),
    saveLabel: l10n.t('Export'),
    defaultUri: Uri.joinPath(beside, `${safe}.${ENDINGS[format]}`),
    filters: { [formatChoice(format).label]: [ENDINGS[format]] },
  });
  if (target) lastFolder = Uri.joinPath(target, '..');
  return target;
}

/** No source, sidecar or authority file is ever written over, whatever name is chosen for an export. */
async function mayWrite(sessions: Sessions, target: Uri): Promise<boolean> {
  const key = toKey(target);
  const isOurs = sessions.source(target) !== undefined || isSidecar(key) || fileName(key) === AUTHORITY_NAME;
  if (isOurs) void window.showErrorMessage(l10n.t('{0} belongs to the corpus. Choose another name.', fileName(key)));
  return !isOurs;
}

/** Writes the file, and tells what was written where. */
async function write(target: Uri, text: string, format: Format, what: string): Promise<void> {
  const path = target.scheme === 'file' ? target.fsPath : target.path;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode((format === 'csv' ? BOM : '') + text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be written: {1}', path, detail));
    return;
  }
  const open = l10n.t('Open');
  void window.showInformationMessage(l10n.t('Exported to {0}: {1}.', path, what), open).then((answer) => {
    if (answer === open) void commands.executeCommand('vscode.open', target);
  });
}

function asHow(given: unknown): How {
  if (!isObject(given)) return {};
  const { format, target, source } = given;
  return {
    ...(typeof format === 'string' && format in ENDINGS ? { format: format as Format } : {}),
    ...(target instanceof Uri ? { target } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null;
