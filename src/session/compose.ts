/** New annotations, and changed ones, from what the reader says. Pure: time, ids and digests are passed in. */
import {
  describer,
  factBodies,
  mapTargets,
  referencesIn,
  relativeIri,
  sourceIri,
  type Agent,
  type Annotation,
  type Body,
  type Finding,
  type Instant,
  type Iri,
  type Motivation,
  type Selector,
  type SourceFacts,
  type SourceTarget,
  type Span,
  type Target,
  type TargetState,
  type TextBody,
  type Uri,
} from '../core/index.ts';
import { bodyOf, isComment, isTag } from './notes.ts';
import { targetIn } from './places.ts';
import { isReference, referenceBodies } from './references.ts';
import { tagsIn } from './tags.ts';
import type { NoteContent, NoteId } from './types.ts';
import { nameOf, sidecarOf } from './writable.ts';

/** What every new annotation is stamped with. */
export interface Stamp {
  readonly id: NoteId;
  readonly now: Instant;
  readonly author: string | null;
}

/** A text that spans are of, and the digest of its file; null where the text has unsaved edits. */
export interface Version {
  readonly source: Uri;
  readonly text: string;
  readonly digest: string | null;
  /** Selectors of a span; what that needs of the text is made ready once. */
  describe(span: Span): readonly Selector[];
}

export function versionOf(source: Uri, text: string, digest: string | null): Version {
  let made: ((span: Span) => readonly Selector[]) | null = null;
  return { source, text, digest, describe: (span) => (made ??= describer(text))(span) };
}

export function newNote(
  stamp: Stamp,
  version: Version,
  span: Span | null,
  content: NoteContent,
  link: Body | null,
): Annotation {
  const bodies = contentBodies(content, link);
  return {
    ...stamped(stamp, content.motivation ?? usualMotivation(content)),
    bodies,
    targets: [targetOf(version, span, stamp.now)],
  };
}

export const newReply = (stamp: Stamp, parent: NoteId, body: string): Annotation => ({
  ...stamped(stamp, 'replying'),
  bodies: contentBodies({ body }),
  targets: [{ kind: 'annotation', id: parent }],
});

/** The whole-source annotation that states the reader's facts; an earlier one keeps its id and its other bodies. */
export function describing(stamp: Stamp, source: Uri, facts: SourceFacts, earlier: Annotation | null): Annotation {
  const bodies = [
    ...(earlier?.bodies.filter((body) => body.kind !== 'text' || body.fact === undefined) ?? []),
    ...factBodies(facts),
  ];
  return earlier
    ? { ...earlier, bodies, modified: stamp.now }
    : {
        ...stamped(stamp, 'describing'),
        bodies,
        targets: [{ kind: 'source', source: sourceIri(nameOf(source)), selectors: [] }],
      };
}

/** The answer to a finding stands in the sidecar of its first side and targets all sides; `versions` is in order of sides. */
export const dismissing = (
  stamp: Stamp,
  finding: Finding,
  reason: string,
  versions: readonly Version[],
): Annotation => ({
  ...stamped(stamp, 'assessing'),
  status: 'dismissed',
  ...aboutFinding(stamp, finding, versions),
  bodies: reason === '' ? [] : [comment(reason, 'assessing')],
});

/** A note about a finding: as an answer to it, but open, and with whatever the reader says. */
export const noteOnFinding = (
  stamp: Stamp,
  finding: Finding,
  content: NoteContent,
  versions: readonly Version[],
): Annotation => ({
  ...stamped(stamp, content.motivation ?? usualMotivation(content)),
  ...aboutFinding(stamp, finding, versions),
  bodies: contentBodies(content),
});

function aboutFinding(
  { now }: Stamp,
  { code, fingerprint, sides }: Finding,
  versions: readonly Version[],
): Pick<Annotation, 'finding' | 'targets'> {
  const home = sides[0].uri;
  const targets = sides.map((side, index) => targetOf(versions[index]!, side, now, home));
  return { finding: { code, fingerprint }, targets: targets as [SourceTarget, ...SourceTarget[]] };
}

/** What the reader changed of a note. Tags and entities that were in the old text only go with it. */
export function edited(note: Annotation, content: NoteContent, now: Instant): Annotation {
  const oldBody = bodyOf(note);
  const body = content.body ?? oldBody;
  const inOldBody = new Set(tagsIn(oldBody));
  const kept =
    content.tags ??
    note.bodies
      .filter(isTag)
      .map(({ value }) => value)
      .filter((tag) => !inOldBody.has(tag));
  const comments = content.body === undefined ? note.bodies.filter(isComment) : commentBodies(body, note);
  const written = new Set(referencesIn(oldBody));
  const others = note.bodies.filter(
    (each) => !isComment(each) && !isTag(each) && !(isReference(each) && written.has(each.source)),
  );
  const motivation = content.motivation ?? note.motivation;
  return {
    ...note,
    ...(motivation === undefined ? {} : { motivation }),
    bodies: [...comments, ...tagBodies([...tagsIn(body), ...kept], note), ...others, ...referenceBodies(body)],
    modified: now,
  };
}

/** The annotation with its target in this source set on another span. */
export function attached(note: Annotation, version: Version, span: Span, now: Instant): Annotation {
  const old = targetIn(note, version.source);
  const target = targetOf(version, span, now);
  // About another resource so far, it is about these words too.
  if (!old) return { ...note, targets: [...note.targets, target] };
  const moved = (each: Target): Target => (each === old ? { ...old, ...target, source: old.source } : each);
  return { ...note, targets: mapTargets(note, moved) };
}

/** The other end of a link, as a body. */
export function linkBody(from: Uri, version: Version, span: Span | null, now: Instant): Body {
  const { selectors, state } = targetOf(version, span, now);
  const source = relativeIri(sidecarOf(from), version.source);
  return { kind: 'resource', purpose: 'linking', source, selectors, ...(state ? { state } : {}) };
}

function targetOf(
  { source, digest, describe }: Version,
  span: Span | null,
  now: Instant,
  home: Uri = source,
): SourceTarget {
  const iri: Iri = source === home ? sourceIri(nameOf(source)) : relativeIri(sidecarOf(home), source);
  if (!span) return { kind: 'source', source: iri, selectors: [] };
  const state: TargetState = { date: now, ...(digest === null ? {} : { digest }) };
  return { kind: 'source', source: iri, selectors: describe(span), state };
}

function stamped({ id, now, author }: Stamp, motivation: Motivation | Iri): Omit<Annotation, 'bodies' | 'targets'> {
  const creators: Agent[] = author === null ? [] : [{ type: 'Person', name: author }];
  return { id, motivation, creators, created: now, modified: now, status: 'open' };
}

function usualMotivation({ body = '', tags = [], entity, link }: NoteContent): Motivation {
  if (entity !== undefined) return 'identifying';
  if (link !== undefined) return 'linking';
  if (body.trim() !== '') return 'commenting';
  return tags.length > 0 ? 'tagging' : 'highlighting';
}

function contentBodies({ body = '', tags = [], entity }: NoteContent, link: Body | null = null): Body[] {
  const named: Body[] =
    entity === undefined ? [] : [{ kind: 'resource', source: entity, purpose: 'identifying', selectors: [] }];
  const linked = link ? [link] : [];
  return [
    ...commentBodies(body, null),
    ...tagBodies([...tagsIn(body), ...tags], null),
    ...named,
    ...linked,
    ...referenceBodies(body),
  ];
}

/** The first of the old comments is the one that was edited: it keeps what we do not know of it. */
function commentBodies(body: string, note: Annotation | null): TextBody[] {
  if (body.trim() === '') return [];
  const old = note?.bodies.find(isComment);
  return [old ? { ...old, value: body } : comment(body, 'commenting')];
}

const comment = (value: string, purpose: Motivation): TextBody => ({
  kind: 'text',
  value,
  purpose,
  format: 'text/markdown',
});

function tagBodies(tags: readonly string[], note: Annotation | null): TextBody[] {
  const old = new Map(note?.bodies.filter(isTag).map((body) => [body.value, body]));
  return [...new Set(tags.map((tag) => tag.replace(/^#/, '')))].map(
    (value) => old.get(value) ?? { kind: 'text', value, purpose: 'tagging', format: 'text/plain' },
  );
}
