import { commands, l10n, window } from 'vscode';
import { anchor, contains, resolveIri, sameIri, type Place, type ResourceBody } from '../../../core/index.ts';
import { sidecarOf, type Note, type Session } from '../../../session/index.ts';
import { linkOf, placed } from '../../comments/note.ts';
import { linesOfDocument, toOffset } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { shorten } from '../../texts/markdown.ts';
import { fileName } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick } from '../decisions/pick.ts';
import { COMMANDS } from '../names.ts';

/** Code units of words in a list. */
const WORDS_LENGTH = 60;

/** Goes to the other end of a link at the cursor, from either end. */
export async function followLink(sessions: Sessions): Promise<void> {
  const source = activeSource(sessions);
  if (!source) return;
  const offset = toOffset(linesOfDocument(source.editor.document), source.editor.selection.start);
  const ends = otherEnds(source.session, source.key, offset);
  const [only, ...others] = ends;
  if (!only) return void window.showInformationMessage(l10n.t('There is no link here whose other end can be found.'));
  const end = others.length === 0 ? only : await pickEnd(source.session, ends);
  if (end) await commands.executeCommand(COMMANDS.goTo, end.uri, end.start, end.end);
}

function otherEnds(session: Session, source: string, offset: number): Place[] {
  const snapshot = session.snapshot();
  const here = { start: offset, end: offset };
  return snapshot.annotated().flatMap((home) =>
    snapshot.notes(home).flatMap((note): Place[] => {
      const link = linkOf(note);
      if (!link) return [];
      const [near, far] = [nearEnd(note), farEnd(session, note, link)];
      if (!near || !far) return [];
      const isAt = ({ uri, start, end }: Place): boolean => uri === source && contains({ start, end }, here);
      return isAt(near) ? [far] : isAt(far) ? [near] : [];
    }),
  );
}

function nearEnd(note: Note): Place | null {
  const span = placed(note);
  return span && { uri: note.source, start: span.start, end: span.end };
}

/** Where the words at the other end stand now; null where they are not certain, or their source is gone. */
function farEnd(session: Session, note: Note, link: ResourceBody): Place | null {
  const meant = resolveIri(sidecarOf(note.source), link.source);
  const uri = session
    .snapshot()
    .corpus.uris()
    .find((each) => sameIri(each, meant));
  const text = uri === undefined ? undefined : session.text(uri);
  if (uri === undefined || text === undefined) return null;
  if (link.selectors.length === 0) return { uri, start: 0, end: 0 };
  const found = anchor(text, link.selectors);
  return 'span' in found ? { uri, start: found.span.start, end: found.span.end } : null;
}

const pickEnd = (session: Session, ends: readonly Place[]): Promise<Place | undefined> =>
  pick(
    l10n.t('Which link?'),
    ends.map((end) => ({
      label: shorten(session.text(end.uri)?.slice(end.start, end.end) ?? '', WORDS_LENGTH) || fileName(end.uri),
      description: fileName(end.uri),
      value: end,
    })),
  );
