/** How the reader answers findings: dismisses them, writes a note about them, takes an answer back. */
import { anchor, resolveIri, type Annotation, type Finding, type SourceTarget, type Uri } from '../core/index.ts';
import type { Notes } from './api.ts';
import { dismissing, noteOnFinding, type Stamp, type Version } from './compose.ts';
import { sameData } from './equal.ts';
import type { AnnotationChange } from './journalEntry.ts';
import { isAbout, type Dismissed } from './judge.ts';
import type { Notebook } from './notebook.ts';
import { bodyOf } from './notes.ts';
import type { OperationsHost } from './operations.ts';
import type { Dismissal, OperationLabel } from './types.ts';
import { sidecarOf } from './writable.ts';

/** What `noteOperations` gives to those who make changes for it. */
export interface Recorder {
  /** Throws an `OperationError` for what is no source. */
  versionOf(source: Uri): Version;
  stamp(): Stamp;
  commit(notebook: Notebook, changes: readonly AnnotationChange[], label: OperationLabel): Promise<void>;
}

type Answers = Pick<Notes, 'dismissFinding' | 'annotateFinding' | 'dismissed' | 'restoreFinding'>;

export function answers(host: OperationsHost, { versionOf, stamp, commit }: Recorder): Answers {
  const add = async (code: string, source: Uri, make: (stamp: Stamp) => Annotation): Promise<string> => {
    const { notebook } = await host.opened();
    await notebook.load(source);
    const after = make(stamp());
    await commit(notebook, [{ source, id: after.id, before: null, after }], { code, args: [] });
    return after.id;
  };
  return {
    dismissFinding: async (finding, reason) => {
      const { sides } = finding;
      await add('operation-dismiss', sides[0].uri, (made) =>
        dismissing(
          made,
          finding,
          reason,
          sides.map(({ uri }) => versionOf(uri)),
        ),
      );
    },
    annotateFinding: (finding, content) =>
      add('operation-annotate', finding.sides[0].uri, (made) =>
        noteOnFinding(
          made,
          finding,
          content,
          finding.sides.map(({ uri }) => versionOf(uri)),
        ),
      ),
    dismissed: () => dismissalsOf(host),
    restoreFinding: async (id) => {
      const { notebook } = await host.opened();
      const all = [...notebook.annotations()].flatMap(({ source, annotation }) =>
        isDismissal(annotation) ? [{ source, annotation, about: aboutOf(source, annotation) }] : [],
      );
      const chosen = all.find(({ annotation }) => annotation.id === id);
      // the same may have been dismissed twice, on two machines
      const changes = all
        .filter(({ about }) => sameData(about, chosen?.about))
        .map(({ source, annotation }) => ({ source, id: annotation.id, before: annotation, after: null }));
      if (changes.length > 0) await commit(notebook, changes, { code: 'operation-restore', args: [] });
    },
  };
}

/** Findings that the reader has dismissed. */
export function dismissedIn(notebook: Notebook): Dismissed {
  const dismissed = new Map<string, (readonly Uri[])[]>();
  for (const { source, annotation } of notebook.annotations()) {
    if (!isDismissal(annotation)) continue;
    const { fingerprint, sources } = aboutOf(source, annotation);
    dismissed.set(fingerprint, [...(dismissed.get(fingerprint) ?? []), sources]);
  }
  return dismissed;
}

/** Which finding an answer is about: its fingerprint, and the sources at its sides when it was answered. */
const aboutOf = (home: Uri, annotation: AnswerAnnotation): { fingerprint: string; sources: readonly Uri[] } => ({
  fingerprint: annotation.finding.fingerprint,
  sources: sourcesOf(home, annotation),
});

const sourcesOf = (home: Uri, annotation: Annotation): readonly Uri[] => [
  ...new Set([home, ...targetsOf(annotation).map(({ source }) => resolveIri(sidecarOf(home), source))]),
];

type AnswerAnnotation = Annotation & { readonly finding: NonNullable<Annotation['finding']> };

const isDismissal = (annotation: Annotation): annotation is AnswerAnnotation =>
  annotation.finding !== undefined && annotation.status === 'dismissed';

function dismissalsOf(host: OperationsHost): Dismissal[] {
  const notebook = host.openedNow()?.notebook;
  if (!notebook) return [];
  return [...notebook.annotations()].flatMap(({ source, annotation }) => {
    if (!isDismissal(annotation)) return [];
    const { fingerprint, code } = annotation.finding;
    const finding = findingOf(host, source, annotation) ?? null;
    const quotes = [...new Set(targetsOf(annotation).flatMap(quoteOf))];
    const state = finding ? 'holds' : areWordsThere(host, source, annotation) ? 'not-found' : 'changed';
    return [{ id: annotation.id, source, fingerprint, code, reason: bodyOf(annotation), finding, state, quotes }];
  });
}

/** The finding as it is now. Only the sources at its sides are looked at: a list of answers must not cost a look at the whole corpus. */
function findingOf(host: OperationsHost, home: Uri, annotation: AnswerAnnotation): Finding | undefined {
  const sources = sourcesOf(home, annotation);
  const isSource = (uri: Uri): boolean => host.version(uri) !== undefined;
  for (const source of sources) {
    const found = host
      .rawFindings(source)
      .find((finding) => finding.fingerprint === annotation.finding.fingerprint && isAbout(sources, finding, isSource));
    if (found) return found;
  }
  return undefined;
}

/** Whether the words of all sides are found again in their sources as they were. */
const areWordsThere = (host: OperationsHost, home: Uri, annotation: Annotation): boolean =>
  targetsOf(annotation).every(({ source, selectors }) => {
    const text = host.version(resolveIri(sidecarOf(home), source))?.text;
    const outcome = text === undefined ? 'orphaned' : anchor(text, selectors).outcome;
    return outcome === 'exact' || outcome === 'moved';
  });

const targetsOf = ({ targets }: Annotation): SourceTarget[] => targets.filter((target) => target.kind === 'source');

const quoteOf = ({ selectors }: SourceTarget): string[] =>
  selectors.flatMap((selector) => (selector.type === 'TextQuoteSelector' ? [selector.exact] : []));
