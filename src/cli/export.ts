import { notesCollection, notesCsv, notesHtml, notesMarkdown, type NotesInput } from '../formats/notes.ts';
import { fileUri } from '../node/index.ts';
import { sidecarOf } from '../session/index.ts';
import type { Command } from './args.ts';
import type { CliCorpus } from './corpus.ts';
import type { Io } from './io.ts';

/** The name that a collection is known by until somebody gives it another. */
const COLLECTION_NAME = 'annotations.jsonld';

/** All notes of the corpus in one file. */
export function exportNotes(
  { to }: Extract<Command, { name: 'export' }>,
  { session, path }: CliCorpus,
  io: Io,
): string {
  const snapshot = session.snapshot();
  const sources = snapshot.annotated();
  if (to === 'w3c') {
    const annotations = sources.flatMap((source) =>
      snapshot
        .notes(source)
        .flatMap((note) =>
          [note, ...note.replies].map(({ annotation }) => ({ sidecar: sidecarOf(source), annotation })),
        ),
    );
    return notesCollection({ title: 'Notes', home: `${fileUri(io.cwd)}/${COLLECTION_NAME}`, annotations });
  }
  const input: NotesInput = {
    title: 'Notes',
    notes: sources.flatMap((source) => snapshot.notes(source)).filter(({ annotation }) => isRemark(annotation)),
    path,
    text: (source) => session.text(source),
    facts: (source) => session.facts(source),
  };
  return WRITERS[to](input);
}

const WRITERS = { csv: notesCsv, markdown: notesMarkdown, html: notesHtml } as const;

/** Facts stand with their source, and answers to findings are no notes to read. */
const isRemark = ({ motivation }: { readonly motivation?: string }): boolean =>
  motivation !== 'describing' && motivation !== 'assessing';
