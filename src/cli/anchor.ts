import path from 'node:path';
import { decode, parseSidecar, type Decoded } from '../core/index.ts';
import { anchoringJson } from '../formats/anchoring.ts';
import { fileUri, nodeDigest, nodeFiles } from '../node/index.ts';
import { adopted, foresee, isSidecar, notForeseen, SIDECAR_SUFFIX, sourceOf, unreadable } from '../session/index.ts';
import { UsageError } from './args.ts';
import { fileProblem, sentence } from './corpus.ts';
import type { ExitCode, Io } from './io.ts';

/**
 * What would happen to each note of a sidecar if its source were the new text. Where the source still stands beside the
 * sidecar and is what the notes were made for, the two texts are compared; else the quotes are searched for.
 */
export async function anchorNotes(sidecar: string, newText: string, io: Io): Promise<ExitCode> {
  const file = path.resolve(io.cwd, sidecar);
  const uri = fileUri(file);
  if (!isSidecar(uri)) throw new UsageError(`${sidecar} is no sidecar: those end in ${SIDECAR_SUFFIX}`);
  const { page: read, problems, writable } = parseSidecar((await textOf(file, sidecar)).text);
  const page = adopted(read, sourceOf(uri));
  for (const { code, args, severity, position } of problems)
    io.err(fileProblem(sidecar, { severity, position, message: { code, args } }));
  if (!writable && page.annotations.length === 0) throw new UsageError(`${sidecar}: no note in it can be read`);
  const after = (await textOf(path.resolve(io.cwd, newText), newText)).text;
  const before = await sourceBeside(file);
  const notes = foresee(sourceOf(uri), page.annotations, {
    before: before?.text ?? null,
    after,
    oldTexts: new Map(before ? [[before.digest, before.text]] : []),
  });
  const leftOut = notForeseen(sourceOf(uri), page.annotations);
  io.out(anchoringJson({ sidecar, newText, isSourceThere: before !== null, notes, leftOut }));
  const isSure = notes.every(({ after: { outcome } }) => outcome === 'exact' || outcome === 'moved');
  return isSure ? 0 : 1;
}

async function textOf(file: string, given: string): Promise<Decoded> {
  const bytes = await nodeFiles.read(fileUri(file)).catch((error: unknown) => {
    throw new UsageError(`${given}: ${sentence(unreadable(error))}`);
  });
  const decoded = decode(bytes);
  if (!decoded) throw new UsageError(`${given} is no text`);
  return decoded;
}

async function sourceBeside(sidecar: string): Promise<{ readonly text: string; readonly digest: string } | null> {
  const bytes = await nodeFiles.read(fileUri(sidecar.slice(0, -SIDECAR_SUFFIX.length))).catch(() => null);
  const decoded = bytes && decode(bytes);
  return decoded ? { text: decoded.text, digest: `sha256:${await nodeDigest.sha256(bytes)}` } : null;
}
