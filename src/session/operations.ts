/** What the reader does, each as one entry of the journal. */
import {
  emptyAuthority,
  renameTag,
  type Annotation,
  type Finding,
  type Instant,
  type SourceFacts,
  type Span,
  type Uri,
} from '../core/index.ts';
import { answers } from './answers.ts';
import { OperationError, type Notes } from './api.ts';
import type { AuthorityFile } from './authority.ts';
import { attached, describing, edited, linkBody, newNote, newReply, type Stamp, type Version } from './compose.ts';
import { factsAbout, statingFacts } from './facts.ts';
import { asDecision, mentionChanges } from './decision.ts';
import { sameData } from './equal.ts';
import { instantOf } from './instant.ts';
import type { Journal } from './journal.ts';
import type { AnnotationChange } from './journalEntry.ts';
import type { Notebook } from './notebook.ts';
import { withReplies } from './notes.ts';
import type { Ports } from './ports.ts';
import { revert } from './revert.ts';
import { earlierPlace, REVERT_PLACE, withTargetOf } from './revertPlace.ts';
import { retagged } from './retag.ts';
import { taggingChanges } from './tagging.ts';
import { isTagName } from './tags.ts';
import type { Decision, NoteContent, NoteId, OperationLabel } from './types.ts';

export interface Opened {
  readonly notebook: Notebook;
  readonly journal: Journal;
  readonly authority: AuthorityFile;
}

export interface OperationsHost {
  readonly ports: Ports;
  /** Resolves when the journal has been read. */
  opened(): Promise<Opened>;
  /** The same before it has: null. */
  openedNow(): Opened | null;
  version(source: Uri): Version | undefined;
  /** All findings, dismissed ones too. */
  rawFindings(source: Uri): readonly Finding[];
}

export function noteOperations(host: OperationsHost): Notes {
  const { ports } = host;
  const now = (): Instant => instantOf(ports.clock.now());
  const stamp = (): Stamp => ({ id: ports.ids.next(), now: now(), author: ports.settings.current().author });

  const versionOf = (source: Uri): Version => {
    const version = host.version(source);
    if (!version) throw new OperationError({ code: 'operation-no-source', args: [source] });
    return version;
  };
  const checkSpan = ({ text }: Version, span: Span | null): void => {
    if (span && !(0 <= span.start && span.start < span.end && span.end <= text.length)) {
      throw new OperationError({ code: 'operation-bad-span', args: [span.start, span.end] });
    }
  };
  const found = (notebook: Notebook, id: NoteId): { source: Uri; annotation: Annotation } => {
    const place = notebook.find(id);
    if (!place) throw new OperationError({ code: 'operation-no-note', args: [] });
    return place;
  };
  const commit = (notebook: Notebook, changes: readonly AnnotationChange[], label: OperationLabel): Promise<void> =>
    notebook.commit({ kind: 'operation', label, changes });
  const change = async (
    id: NoteId,
    code: string,
    make: (annotation: Annotation, source: Uri) => Annotation,
  ): Promise<void> => {
    const { notebook } = await host.opened();
    const { source, annotation } = found(notebook, id);
    const after = make(annotation, source);
    await commit(notebook, [{ source, id, before: annotation, after }], label(code));
  };
  const remove = async (id: NoteId, code: string): Promise<void> => {
    const { notebook } = await host.opened();
    const { source } = found(notebook, id);
    const annotations = notebook.page(source)?.annotations ?? [];
    const ids = new Set(withReplies(annotations, id));
    const changes = annotations
      .filter((each) => ids.has(each.id))
      .map((before) => ({ source, id: before.id, before, after: null }));
    await commit(notebook, changes, label(code));
  };
  const annotateAll = async (
    targets: readonly { readonly source: Uri; readonly span: Span | null }[],
    content: NoteContent,
    operation: OperationLabel,
  ): Promise<readonly NoteId[]> => {
    const { notebook } = await host.opened();
    await Promise.all(targets.map(({ source }) => notebook.load(source)));
    const other = content.link ? versionOf(content.link.source) : null;
    if (other) checkSpan(other, content.link!.span);
    const changes = targets.map(({ source, span }): AnnotationChange => {
      const version = versionOf(source);
      checkSpan(version, span);
      const made = stamp();
      const link = other ? linkBody(source, other, content.link!.span, made.now) : null;
      return { source, id: made.id, before: null, after: newNote(made, version, span, content, link) };
    });
    await commit(notebook, changes, operation);
    return changes.map(({ id }) => id);
  };
  const labelOf = (number: number | null | undefined): OperationLabel | null =>
    number == null ? null : (host.openedNow()?.journal.operation(number)?.label ?? null);

  return {
    annotate: async (source, span, content) =>
      (await annotateAll([{ source, span }], content, label('operation-annotate')))[0]!,
    annotateAll: (targets, content) => annotateAll(targets, content, label('operation-annotate-all', targets.length)),
    tagAll: async (targets, tags) => {
      for (const tag of tags) if (!isTagName(tag)) throw new OperationError({ code: 'operation-bad-tag', args: [tag] });
      const { notebook } = await host.opened();
      await Promise.all(targets.map(({ source }) => notebook.load(source)));
      for (const { source, span } of targets) checkSpan(versionOf(source), span);
      const changes = taggingChanges(targets, tags, (source) => notebook.notes(source), versionOf, stamp);
      const names = tags.map((tag) => `#${tag}`).join(' ');
      if (changes.length > 0) await commit(notebook, changes, label('operation-tag-all', names, changes.length));
      return changes.length;
    },
    edit: (id, content) => change(id, 'operation-edit', (note) => edited(note, content, now())),
    reply: async (id, body) => {
      const { notebook } = await host.opened();
      const { source } = found(notebook, id);
      const made = stamp();
      await commit(
        notebook,
        [{ source, id: made.id, before: null, after: newReply(made, id, body) }],
        label('operation-reply'),
      );
      return made.id;
    },
    resolve: (id, resolved) =>
      change(id, resolved ? 'operation-resolve' : 'operation-reopen', (note) => ({
        ...note,
        status: resolved ? 'resolved' : 'open',
        modified: now(),
      })),
    remove: (id) => remove(id, 'operation-remove'),
    attach: (id, span) =>
      change(id, 'operation-attach', (note, source) => {
        const version = versionOf(source);
        checkSpan(version, span);
        // Unlike upkeep's, this is the reader's own change: a deletion elsewhere does not take it along.
        return { ...attached(note, version, span, now()), modified: now() };
      }),
    revertPlace: async (id) => {
      const { notebook, journal } = await host.opened();
      const { source, annotation } = found(notebook, id);
      const earlier = earlierPlace(journal, source, annotation);
      if (!earlier) return false;
      const after = { ...withTargetOf(annotation, source, earlier), modified: now() };
      await commit(notebook, [{ source, id, before: annotation, after }], label(REVERT_PLACE));
      return true;
    },
    canRevertPlace: (id) => {
      const opened = host.openedNow();
      const place = opened?.notebook.find(id);
      return opened != null && place != null && earlierPlace(opened.journal, place.source, place.annotation) !== null;
    },
    foresee: async (source, text) => (await host.opened()).notebook.foresee(source, text),
    facts: (source) => {
      const page = host.openedNow()?.notebook.page(source);
      return page ? factsAbout(page, source) : {};
    },
    setFacts: async (source, facts) => {
      const { notebook } = await host.opened();
      versionOf(source);
      await notebook.load(source);
      const page = notebook.page(source);
      const earlier = page ? statingFacts(page, source) : [];
      await commit(notebook, factChanges(source, earlier, facts, stamp()), label('operation-facts'));
    },
    ...answers(host, { versionOf, stamp, commit }),
    authority: () => host.openedNow()?.authority.current ?? emptyAuthority,
    decide: async (operation, decision) => {
      const { notebook, authority } = await host.opened();
      const decided = (): Decision => asDecision(decision(authority.current, () => ports.ids.next()));
      // Decided anew once the sidecars are there: the authority file may have changed while they were read.
      await Promise.all(decided().mentions.map(({ source }) => notebook.load(source)));
      const before = authority.current;
      const { authority: after, mentions } = decided();
      for (const { source, span } of mentions) checkSpan(versionOf(source), span);
      const changes = mentionChanges(mentions, (source) => notebook.notes(source), versionOf, stamp);
      if (changes.length === 0 && sameData(before, after)) return;
      await notebook.commit({
        kind: 'operation',
        label: operation,
        changes,
        ...(sameData(before, after) ? {} : { authority: { uri: authority.uri, before, after } }),
      });
    },
    renameTag: async (from, to) => {
      if (!isTagName(to)) throw new OperationError({ code: 'operation-bad-tag', args: [to] });
      const { notebook, authority } = await host.opened();
      const [before, time] = [authority.current, now()];
      const after = renameTag(before, from, to);
      const changes = [...notebook.annotations()].flatMap(({ source, annotation }): AnnotationChange[] => {
        const next = retagged(annotation, from, to, time);
        return next === annotation ? [] : [{ source, id: annotation.id, before: annotation, after: next }];
      });
      const isDecided = !sameData(before, after);
      if (changes.length === 0 && !isDecided) return 0;
      await notebook.commit({
        kind: 'operation',
        label: label('operation-rename-tag', from, to),
        changes,
        ...(isDecided ? { authority: { uri: authority.uri, before, after } } : {}),
      });
      return changes.length;
    },
    undoable: () => labelOf(host.openedNow()?.journal.undoable),
    redoable: () => labelOf(host.openedNow()?.journal.redoable),
    undo: async () => revert(await host.opened(), 'undo'),
    redo: async () => revert(await host.opened(), 'redo'),
    settle: async (id, choice) => {
      const { notebook } = await host.opened();
      const open = notebook.conflicts().find(({ conflict }) => conflict.id === id);
      if (!open) throw new OperationError({ code: 'operation-no-conflict', args: [] });
      const { source, conflict } = open;
      const { mine, theirs } = conflict;
      const current = notebook.find(id)?.annotation ?? null;
      if (choice === 'mine')
        await commit(notebook, [{ source, id, before: current, after: mine }], label('operation-settle'));
      else if (choice === 'both' && mine) {
        // Where the other side deleted it, there is no second version, and the id is free.
        const after = theirs ? { ...mine, id: ports.ids.next() } : mine;
        await commit(
          notebook,
          [{ source, id: after.id, before: theirs ? null : current, after }],
          label('operation-settle'),
        );
      }
      await notebook.settled(source, id);
    },
  };
}

const label = (code: string, ...args: (string | number)[]): OperationLabel => ({ code, args });

/** The first annotation states all facts from now on; the facts of others, from merges, are taken out of them. */
function factChanges(
  source: Uri,
  earlier: readonly Annotation[],
  facts: SourceFacts,
  stamp: Stamp,
): AnnotationChange[] {
  const [first, ...others] = earlier;
  const after = describing(stamp, source, facts, first ?? null);
  const rest = others.map((each) => describing(stamp, source, {}, each));
  const empty = (annotation: Annotation): Annotation | null => (annotation.bodies.length === 0 ? null : annotation);
  return [
    { source, id: after.id, before: first ?? null, after: empty(after) },
    ...rest.map((each, index) => ({ source, id: each.id, before: others[index]!, after: empty(each) })),
  ];
}
