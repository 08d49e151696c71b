/** The state of everything, put together from those who know. */
import type { Uri } from '../core/index.ts';
import type { Library } from './library.ts';
import type { Opened } from './operations.ts';
import type { Readings } from './readings.ts';
import type { SafeCorpus } from './safeCorpus.ts';
import { conflictOf } from './snapshot.ts';
import type { Conflict, Problem, Status } from './types.ts';

/** `opened` is null before the journal was read. */
export function statusOf(library: Library, readings: Readings, corpus: SafeCorpus, opened: Opened | null): Status {
  const progress = opened ? readings.progress : { done: 0, total: 0 };
  // Before everything was read, every entity is unmentioned.
  const read = progress === null ? corpus.snapshot : null;
  const noted = opened
    ? [...opened.authority.problems(read), ...opened.notebook.problems, ...journalProblems(opened)]
    : [];
  return {
    progress,
    files: library.reports(),
    problems: [...noted, ...corpus.problems],
    stopped: readings.stopped,
    conflicts: opened ? conflictsOf(opened, (source) => library.version(source)?.text) : [],
    unsaved: opened?.notebook.unsaved ?? 0,
  };
}

const conflictsOf = ({ notebook }: Opened, textOf: (source: Uri) => string | undefined): Conflict[] =>
  notebook.conflicts().map(({ source, conflict }) => conflictOf(source, conflict, textOf(source)));

/** They stand at the authority file, which is the folder's own. */
function journalProblems({ journal, authority }: Opened): Problem[] {
  const message = { code: 'journal-unreadable', args: [journal.unreadable] };
  return journal.unreadable === 0 ? [] : [{ uri: authority.uri, severity: 'warning', message }];
}
