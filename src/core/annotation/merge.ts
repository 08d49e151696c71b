/**
 * Three-way merge of pages, annotation by annotation and, inside one, key by key. Nothing that a side has added or changed
 * is dropped: what cannot be joined is a conflict, of which the page holds mine until the reader decides.
 */
import type { Json, JsonObject } from '../text/json.ts';
import { asList, isObject } from './fields.ts';
import { laterInstant, toInstant } from './instant.ts';
import { readAnnotation } from './readModel.ts';
import type { Annotation, AnnotationPage, Iri, Merge, MergeConflict } from './types.ts';
import { KEY } from './vocabulary.ts';
import { annotationJson, sortedById } from './write.ts';

/** `base` is what both sides started from; null when it is not known (git's two-sided conflict markers). */
export function mergePages(base: AnnotationPage | null, mine: AnnotationPage, theirs: AnnotationPage): Merge {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(byId) as [Index, Index, Index];
  const annotations: Annotation[] = [];
  const conflicts: MergeConflict[] = [];
  for (const id of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const sides = { base: inBase.get(id) ?? null, mine: inMine.get(id) ?? null, theirs: inTheirs.get(id) ?? null };
    const { kept, conflict } = mergeAnnotation(sides, base !== null);
    if (kept !== null) annotations.push(kept);
    if (conflict !== null) conflicts.push({ id, kind: conflict, ...sides });
  }
  const foreign = mergeSets(base?.foreign ?? null, mine.foreign, theirs.foreign);
  const contexts = mergeSets(base?.contexts ?? null, mine.contexts, theirs.contexts);
  const { other, clashes } = mergeOther(base?.other, mine.other, theirs.other);
  const { other: _, ...page } = mine;
  return {
    page: {
      ...page,
      annotations: sortedById(annotations),
      foreign,
      contexts,
      ...(Object.keys(other).length === 0 ? {} : { other }),
    },
    conflicts,
    ...(clashes.length === 0 ? {} : { clashes }),
  };
}

/**
 * The page after the reader has decided a conflict. `both` keeps theirs as a second annotation, which needs an id of its own;
 * where one side has deleted the annotation, `both` keeps the other side's.
 */
export function resolveConflict(
  page: AnnotationPage,
  conflict: MergeConflict,
  choice: 'mine' | 'theirs' | 'both',
  newId: Iri,
): AnnotationPage {
  const { id, mine, theirs } = conflict;
  const copy = mine === null ? theirs : theirs === null ? null : { ...theirs, id: newId };
  const kept = choice === 'mine' ? [mine] : choice === 'theirs' ? [theirs] : [mine, copy];
  const rest = page.annotations.filter((annotation) => annotation.id !== id);
  return { ...page, annotations: sortedById([...rest, ...kept.filter((annotation) => annotation !== null)]) };
}

/** The page with the annotation added, or in place of the one with its id. */
export const withAnnotation = (page: AnnotationPage, annotation: Annotation): AnnotationPage => ({
  ...page,
  annotations: sortedById([...page.annotations.filter(({ id }) => id !== annotation.id), annotation]),
});

/** The page without the annotation of this id. */
export const withoutAnnotation = (page: AnnotationPage, id: Iri): AnnotationPage => ({
  ...page,
  annotations: page.annotations.filter((annotation) => annotation.id !== id),
});

type Index = ReadonlyMap<Iri, Annotation>;

const byId = (page: AnnotationPage | null): Index =>
  new Map((page?.annotations ?? []).map((annotation) => [annotation.id, annotation]));

interface Sides {
  readonly base: Annotation | null;
  readonly mine: Annotation | null;
  readonly theirs: Annotation | null;
}

interface Merged {
  readonly kept: Annotation | null;
  readonly conflict: MergeConflict['kind'] | null;
}

function mergeAnnotation({ base, mine, theirs }: Sides, baseKnown: boolean): Merged {
  if (mine === null || theirs === null) {
    const left = (mine ?? theirs) as Annotation;
    // Added by one side, or (without a base to tell) perhaps so: better a note too many than one lost.
    if (base === null || !baseKnown) return { kept: left, conflict: null };
    return onlyReanchored(base, left)
      ? { kept: null, conflict: null }
      : { kept: left, conflict: 'changed-and-deleted' };
  }
  let conflict: MergeConflict['kind'] | null = null;
  const json = mergeJson(
    base === null ? undefined : annotationJson(base),
    annotationJson(mine),
    annotationJson(theirs),
    () => {
      conflict = 'both-changed';
    },
  );
  return { kept: readAnnotation(json, [], []) ?? mine, conflict };
}

/** Whether a side has done nothing to the annotation but follow its source's edits; a deletion by the other side then stands. */
function onlyReanchored(base: Annotation, left: Annotation): boolean {
  const [a, b] = [annotationJson({ ...base, targets: left.targets }), annotationJson(left)];
  return equal(a, b);
}

/**
 * Joins two values that grew from `base` (undefined: the key was not there, or is unknown). Calls `conflict` and takes mine
 * where both have changed one thing in two ways.
 */
function mergeJson(base: Json | undefined, mine: Json, theirs: Json, conflict: () => void): Json {
  if (equal(mine, theirs) || equal(base, theirs)) return mine;
  if (equal(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) return mergeObjects(isObject(base) ? base : {}, mine, theirs, conflict);
  conflict();
  return mine;
}

function mergeObjects(base: JsonObject, mine: JsonObject, theirs: JsonObject, conflict: () => void): JsonObject {
  const anchored = [mine, theirs].every((side) => Object.hasOwn(side, 'selector'));
  const entries: [string, Json][] = anchored ? Object.entries(mergePlaces(base, mine, theirs, conflict)) : [];
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (anchored && PLACE.has(key)) continue;
    const [b, m, t] = [own(base, key), own(mine, key), own(theirs, key)];
    const value = m !== undefined && t !== undefined ? mergeKey(key, b, m, t, conflict) : oneSided(b, m, t, conflict);
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

function mergeKey(key: string, base: Json | undefined, mine: Json, theirs: Json, conflict: () => void): Json {
  if (LATER_WINS.has(key)) return later(mine, theirs) ?? mergeJson(base, mine, theirs, conflict);
  if (key === 'body') return mergeBodies(asList(base), asList(mine), asList(theirs), conflict);
  if (key === 'target') return mergeTargets(asList(base), asList(mine), asList(theirs), conflict);
  return mergeJson(base, mine, theirs, conflict);
}

/** When something was last changed differs between sides without being a disagreement. */
const LATER_WINS: ReadonlySet<string> = new Set(['modified']);

/** Where a span stands, and in which version of its source: one statement, of which no part means anything with another's. */
const PLACE: ReadonlySet<string> = new Set(['selector', 'state']);

/**
 * The place of one side. Where both only follow the same words through their versions of the source, the version seen last counts; a
 * side that has set the note on other words is followed; only words that both have chosen are a disagreement.
 */
function mergePlaces(base: JsonObject, mine: JsonObject, theirs: JsonObject, conflict: () => void): JsonObject {
  const [b, m, t] = [base, mine, theirs].map(placeOf) as [JsonObject, JsonObject, JsonObject];
  if (equal(m, t) || equal(b, t)) return m;
  if (equal(b, m)) return t;
  const [before, here, there] = [b, m, t].map(wordsOf);
  if (here === there) return seenLater(m, t);
  if (before === there) return m;
  if (before === here) return t;
  conflict();
  return m;
}

const placeOf = (resource: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(resource).filter(([key]) => PLACE.has(key)));

/** The quote, however its white space is; undefined for a mere position. */
function wordsOf({ selector }: JsonObject): string | undefined {
  const quote = asList(selector).find((each) => isObject(each) && each.type === 'TextQuoteSelector');
  const exact = isObject(quote) ? quote.exact : undefined;
  return typeof exact === 'string' ? exact.replace(/\s+/g, ' ').trim() : undefined;
}

function seenLater(mine: JsonObject, theirs: JsonObject): JsonObject {
  const [m, t] = [mine, theirs].map(({ state }) => (isObject(state) ? (state.sourceDate ?? null) : null)) as [
    Json,
    Json,
  ];
  return m !== t && later(m, t) === t ? theirs : mine;
}

/** As many targets as before are the same ones, changed; otherwise the reader has to say. */
function mergeTargets(
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  conflict: () => void,
): Json {
  if (mine.length !== theirs.length) return mergeJson(base, mine, theirs, conflict);
  return mine.map((target, at) => mergeJson(base[at], target, theirs[at] as Json, conflict));
}

function later(mine: Json, theirs: Json): Json | null {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return null;
  const [a, b] = [toInstant(mine), toInstant(theirs)];
  return a === null || b === null ? null : laterInstant(a, b);
}

/** Keys of the page that nobody here knows: both sides', and mine where they clash. */
function mergeOther(
  base: JsonObject = {},
  mine: JsonObject = {},
  theirs: JsonObject = {},
): { readonly other: JsonObject; readonly clashes: readonly string[] } {
  const clashes = new Set<string>();
  const entries = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((key) => {
    const [b, m, t] = [base, mine, theirs].map((side) => only(side, key)) as [JsonObject, JsonObject, JsonObject];
    return Object.entries(mergeObjects(b, m, t, () => clashes.add(key)));
  });
  return { other: Object.fromEntries(entries), clashes: [...clashes] };
}

const only = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name === key));

/** One side has no such key: it never had, or it has removed what the other may have changed. */
function oneSided(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  conflict: () => void,
): Json | undefined {
  const left = mine ?? theirs;
  if (base === undefined) return left;
  if (equal(base, left)) return undefined;
  conflict();
  return left;
}

/**
 * Bodies are told apart by what they are for: the comment, each tag by its name, each fact by its own, each resource by its IRI.
 * So tags of both sides join, and only two different comments disagree.
 */
function mergeBodies(
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  conflict: () => void,
): Json {
  const [b, m, t] = [base, mine, theirs].map(keyed) as [JsonMap, JsonMap, JsonMap];
  const bodies: Json[] = [];
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const [inBase, inMine, inTheirs] = [b.get(key), m.get(key), t.get(key)];
    const body =
      inMine !== undefined && inTheirs !== undefined
        ? mergeJson(inBase, inMine, inTheirs, conflict)
        : oneSided(inBase, inMine, inTheirs, conflict);
    if (body !== undefined) bodies.push(body);
  }
  return bodies;
}

type JsonMap = ReadonlyMap<string, Json>;

function keyed(bodies: readonly Json[]): JsonMap {
  const map = new Map<string, Json>();
  for (const body of bodies) {
    const name = bodyName(body);
    let nth = 0;
    while (map.has(`${name} ${nth}`)) nth += 1;
    map.set(`${name} ${nth}`, body);
  }
  return map;
}

function bodyName(body: Json): string {
  if (!isObject(body)) return JSON.stringify(body);
  const own = body.purpose === 'tagging' ? body.value : (body.source ?? body[KEY.fact] ?? body.id);
  return JSON.stringify([body.type ?? null, body.purpose ?? null, own ?? null]);
}

/** Lists without order: what either side has, without what either has taken out of the base. */
function mergeSets(base: readonly Json[] | null, mine: readonly Json[], theirs: readonly Json[]): Json[] {
  const texts = (list: readonly Json[] | null): Set<string> =>
    new Set((list ?? []).map((item) => JSON.stringify(item)));
  const [inBase, inMine, inTheirs] = [texts(base), texts(mine), texts(theirs)];
  const all = new Map([...mine, ...theirs].map((item) => [JSON.stringify(item), item]));
  return [...all]
    .filter(([text]) => !inBase.has(text) || (inMine.has(text) && inTheirs.has(text)))
    .map(([, item]) => item);
}

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Equality of values; the order of an object's keys counts for nothing. */
function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal((a as JsonObject)[key], (b as JsonObject)[key]));
}
