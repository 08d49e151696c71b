/** Annotations as notes: with their places, replies gathered under what they answer. */
import type { Agent, Annotation, Body, SourceTarget, TextBody, Uri } from '../core/index.ts';
import { isReply, placeKey, targetIn, targetsIn, type Places } from './places.ts';
import type { Note, NoteId, Placement, Reply } from './types.ts';

/** The notes of a page, in order of place, unplaced ones last, then by time and id. */
export function notesOf(source: Uri, annotations: readonly Annotation[], places: Places): Note[] {
  const replies = repliesByRoot(annotations);
  const roots = new Set(annotations.filter((annotation) => !isReply(annotation)).map(({ id }) => id));
  // Answers to what is not there any more are still somebody's words.
  const stray = [...replies].filter(([root]) => !roots.has(root)).flatMap(([, answers]) => answers);
  return [...annotations.filter(({ id }) => roots.has(id)), ...stray]
    .map((annotation) =>
      withMore(noteOf(source, annotation, places.get(annotation.id), replies.get(annotation.id) ?? []), places),
    )
    .sort(byPlace);
}

/** The same notes at other places. On each key press: what did not move stays the same object, and what is in order is not sorted. */
export function notesAt(notes: readonly Note[], places: Places): readonly Note[] {
  const moved = notes.map((note) => {
    const placement = places.get(note.id) ?? UNKNOWN;
    const isElsewhere =
      note.more?.some((each, at) => each.placement !== places.get(placeKey(note.id, at + 1))) === true;
    if (placement === note.placement && !isElsewhere) return note;
    return withMore({ ...note, placement }, places);
  });
  const inOrder = moved.every((note, at) => at === 0 || byPlace(moved[at - 1]!, note) <= 0);
  return inOrder ? moved : moved.sort(byPlace);
}

/** The note with its further places; nearly all notes have none. */
function withMore(note: Note, places: Places): Note {
  if (note.annotation.targets.length === 1) return note;
  const [, ...targets] = targetsIn(note.annotation, note.source);
  if (targets.length === 0) return note;
  const more = targets.map((target, at) => ({
    placement: places.get(placeKey(note.id, at + 1)) ?? UNKNOWN,
    quote: wordsOf(target),
  }));
  return { ...note, more };
}

const UNKNOWN: Placement = { outcome: 'unknown' };

export function noteOf(
  source: Uri,
  annotation: Annotation,
  placement: Placement = UNKNOWN,
  replies: readonly Annotation[] = [],
): Note {
  return {
    id: annotation.id,
    source,
    placement,
    ...said(source, annotation),
    replies: [...replies].sort(byAge).map(replyOf),
    annotation,
  };
}

type Said = Pick<Note, 'quote' | 'body' | 'tags' | 'creator'>;

/** Annotations never change, so what they say is looked up once, and not at each key press. */
const known = new WeakMap<Annotation, Said & { readonly source: Uri }>();

function said(source: Uri, annotation: Annotation): Said {
  let found = known.get(annotation);
  if (found?.source !== source) {
    const [body, tags, creator] = [bodyOf(annotation), tagsOf(annotation), creatorOf(annotation.creators)];
    found = { source, quote: quoteOf(annotation, source), body, tags, creator };
    known.set(annotation, found);
  }
  return found;
}

/** What the reader wrote, in Markdown; facts and tags are no part of it. */
export const bodyOf = (annotation: Annotation): string =>
  annotation.bodies
    .filter(isComment)
    .map(({ value }) => value)
    .join('\n\n');

export const tagsOf = (annotation: Annotation): string[] =>
  annotation.bodies.filter(isTag).map(({ value }) => value.replace(/^#/, ''));

export const isTag = (body: Body): body is TextBody => body.kind === 'text' && body.purpose === 'tagging';

/** A body that was written to be read: neither a tag nor a fact. */
export const isComment = (body: Body): body is TextBody =>
  body.kind === 'text' && body.purpose !== 'tagging' && body.fact === undefined;

/** Ids of an annotation and of all that answers it, however deep. */
export function withReplies(annotations: readonly Annotation[], id: NoteId): NoteId[] {
  const ids = new Set([id]);
  // Each round finds the answers to what the round before found.
  for (let before = 0; before < ids.size;) {
    before = ids.size;
    for (const annotation of annotations)
      if (isReply(annotation) && ids.has(parentOf(annotation)!)) ids.add(annotation.id);
  }
  return [...ids];
}

function repliesByRoot(annotations: readonly Annotation[]): Map<NoteId, Annotation[]> {
  const parents = new Map(annotations.filter(isReply).map((reply) => [reply.id, parentOf(reply)!]));
  const byRoot = new Map<NoteId, Annotation[]>();
  for (const reply of annotations) {
    if (!parents.has(reply.id)) continue;
    let root = parents.get(reply.id)!;
    // Annotations of others may answer each other in a circle.
    for (const seen = new Set([reply.id]); parents.has(root) && !seen.has(root); root = parents.get(root)!)
      seen.add(root);
    byRoot.set(root, [...(byRoot.get(root) ?? []), reply]);
  }
  return byRoot;
}

function parentOf({ targets }: Annotation): NoteId | null {
  const target = targets.find(({ kind }) => kind === 'annotation');
  return target?.kind === 'annotation' ? target.id : null;
}

const replyOf = (annotation: Annotation): Reply => ({
  id: annotation.id,
  body: bodyOf(annotation),
  creator: creatorOf(annotation.creators),
  annotation,
});

const creatorOf = ([agent]: readonly Agent[]): string | null => agent?.name ?? agent?.nickname ?? agent?.id ?? null;

export function quoteOf(annotation: Annotation, source: Uri): string {
  const target = targetIn(annotation, source);
  return target ? wordsOf(target) : '';
}

/** The words that a target says it is about; "" for a whole source, or a mere position. */
export const wordsOf = ({ selectors }: SourceTarget): string =>
  selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';

const byPlace = (a: Note, b: Note): number =>
  startOf(a.placement) - startOf(b.placement) || byAge(a.annotation, b.annotation);

function startOf(placement: Placement): number {
  if ('span' in placement) return placement.span.start;
  if (placement.outcome === 'ambiguous') return placement.candidates[0]?.span.start ?? Infinity;
  return placement.outcome === 'whole' ? -1 : Number.MAX_SAFE_INTEGER;
}

function byAge(a: Annotation, b: Annotation): number {
  const [first, second] = [`${a.created ?? ''} ${a.id}`, `${b.created ?? ''} ${b.id}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
