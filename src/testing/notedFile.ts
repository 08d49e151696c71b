/** One source with its sidecar, for tests of what becomes of notes. */
import assert from 'node:assert/strict';
import { parseSidecar } from '../core/index.ts';
import { sidecarOf, type Session } from '../session/index.ts';
import { FOLDER, type MemoryPorts } from './ports.ts';

export const SOURCE = `${FOLDER}/a.txt`;
export const SIDECAR = sidecarOf(SOURCE);
export const TEXT = 'Ada came to the harbour at dawn. Nobody saw her leave.';

export const add = (session: Session, body: string): Promise<string> =>
  session.annotate(SOURCE, { start: 0, end: 3 }, { body });

/** Of the notes that the session shows, in order. */
export const bodies = (session: Session): string[] =>
  session
    .snapshot()
    .notes(SOURCE)
    .map(({ body }) => body)
    .sort();

/** Of the notes in the sidecar, in order; none where there is no sidecar, which otherwise is whole. */
export function onDisk({ files }: MemoryPorts): string[] {
  const text = files.text(SIDECAR);
  if (text === undefined) return [];
  const { page, writable } = parseSidecar(text);
  assert.ok(writable);
  return page.annotations.map(({ bodies: [body] }) => (body?.kind === 'text' ? body.value : '')).sort();
}
