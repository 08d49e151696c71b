import { l10n, Uri, window, workspace } from 'vscode';
import { dossier, type Entity } from '../../../core/index.ts';
import { dossierCsv, dossierHtml, dossierMarkdown } from '../../../formats/dossier.ts';
import { notesCollection, notesCsv, notesHtml, notesMarkdown } from '../../../formats/notes.ts';
import { AUTHORITY_NAME, isSidecar, sidecarOf, type Session } from '../../../session/index.ts';
import { isRemark } from '../../comments/note.ts';
import { toKey, toUri } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';
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
  if (target && (await mayWrite(sessions, target)))
    await write(target, notesText(session, sources, name, format, target), format);
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
  await write(target, writers[format]({ dossier: found, path, text }), format);
}

function notesText(session: Session, sources: readonly string[], title: string, format: Format, target: Uri): string {
  const snapshot = session.snapshot();
  const notes = sources.flatMap((source) => snapshot.notes(source));
  if (format === 'w3c') {
    const annotations = notes.flatMap((note) =>
      [note, ...note.replies].map(({ annotation }) => ({ sidecar: sidecarOf(note.source), annotation })),
    );
    return notesCollection({ title, home: toKey(target), annotations });
  }
  const writers = { markdown: notesMarkdown, html: notesHtml, csv: notesCsv } as const;
  return writers[format]({
    title,
    notes: notes.filter(isRemark),
    path: (source) => pathIn(session.folder, source),
    text: (source) => session.text(source),
    facts: (source) => session.facts(source),
  });
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

function askTarget(session: Session, name: string, format: Format): Thenable<Uri | undefined> {
  const safe = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(toUri(session.folder), `${safe}.${ENDINGS[format]}`),
    filters: { [formatChoice(format).label]: [ENDINGS[format]] },
  });
}

/** No source, sidecar or authority file is ever written over, whatever name is chosen for an export. */
async function mayWrite(sessions: Sessions, target: Uri): Promise<boolean> {
  const key = toKey(target);
  const isOurs = sessions.source(target) !== undefined || isSidecar(key) || fileName(key) === AUTHORITY_NAME;
  if (isOurs) void window.showErrorMessage(l10n.t('{0} belongs to the corpus. Choose another name.', fileName(key)));
  return !isOurs;
}

async function write(target: Uri, text: string, format: Format): Promise<void> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode((format === 'csv' ? BOM : '') + text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be written: {1}', fileName(toKey(target)), detail));
    return;
  }
  const open = l10n.t('Open');
  void window.showInformationMessage(l10n.t('Exported to {0}.', fileName(toKey(target))), open).then((answer) => {
    if (answer === open) void window.showTextDocument(target);
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
