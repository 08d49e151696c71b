/** Sidecars as they are found: tolerant, with a place for every problem, and with git's conflict markers understood. */
import {
  locateJson,
  MAX_DEPTH,
  readJson,
  type Json,
  type JsonError,
  type JsonLoss,
  type JsonObject,
  type JsonPath,
} from '../text/json.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { conflictSides } from './conflictMarkers.ts';
import { asList, Fields, isObject, type RawProblem } from './fields.ts';
import { encodeIri } from './iri.ts';
import { mergePages } from './merge.ts';
import { readAnnotation } from './readModel.ts';
import type { Annotation, AnnotationPage, ParsedSidecar, ProblemCode, SidecarProblem } from './types.ts';
import { FORMAT_VERSION, KEY, NAMESPACE, PREFIX, STANDARD_CONTEXT } from './vocabulary.ts';
import { annotationJson, sortedById } from './write.ts';

/** At most so many problems of a file are listed; somebody who has more will not read them one by one. */
const MAX_PROBLEMS = 100;

/** These mean that a rewrite would lose something. */
const ERRORS: ReadonlySet<ProblemCode> = new Set([
  'sidecar-not-json',
  'sidecar-too-deep',
  'sidecar-not-a-page',
  'sidecar-newer-version',
  'sidecar-duplicate-key',
]);

/** Reads a sidecar. Never throws; what cannot be read is a problem, and the rest is given. */
export function parseSidecar(text: string): ParsedSidecar {
  const sides = conflictSides(text);
  return sides === null ? parsePage(text) : parseConflict(text, sides);
}

function parseConflict(text: string, sides: NonNullable<ReturnType<typeof conflictSides>>): ParsedSidecar {
  const [mine, theirs] = [parsePage(sides.mine), parsePage(sides.theirs)];
  const base = sides.base === null ? null : parsePage(sides.base);
  const {
    page,
    conflicts,
    clashes = [],
  } = mergePages(base !== null && base.writable ? base.page : null, mine.page, theirs.page);
  const lines = new LineIndex(text);
  const place = { span: sides.marker, position: lines.at(sides.marker.start) };
  // The sides' own places mean nothing in the file that has both.
  const inherited = [...mine.problems, ...theirs.problems].filter(({ severity }) => severity === 'error');
  return {
    page,
    conflicts,
    writable: mine.writable && theirs.writable && conflicts.length === 0,
    problems: [
      { code: 'sidecar-merge-conflict', severity: 'warning', ...place, args: [conflicts.length] },
      ...clashes.map((key) => ({ code: 'sidecar-key-conflict', severity: 'warning', ...place, args: [key] }) as const),
      ...inherited.map((problem) => ({ ...problem, ...place })),
    ],
  };
}

function parsePage(text: string): ParsedSidecar {
  const { value, error, losses } = readJson(text);
  const raw: RawProblem[] = [];
  const page = readPage(value, raw, error !== null);
  const problems = [
    ...(error === null ? [] : [{ ...jsonProblem(error), span: { start: error.start, end: error.end } }]),
    ...losses.map((loss) => ({ ...lossProblem(loss), span: loss.span })),
    ...located(text, raw),
  ];
  const lines = new LineIndex(text);
  const listed = problems.map(({ code, args, span, fatal }): SidecarProblem => {
    const severity = fatal === true || ERRORS.has(code) ? 'error' : 'warning';
    return { code, severity, span, position: lines.at(span.start), args };
  });
  return { page, problems: listed, writable: listed.every(({ severity }) => severity !== 'error'), conflicts: [] };
}

interface Placed {
  readonly code: ProblemCode;
  readonly args: readonly (string | number)[];
  readonly span: Span;
  readonly fatal?: boolean;
}

const jsonProblem = ({ expected }: JsonError): Omit<Placed, 'span'> =>
  expected === 'too-deep'
    ? { code: 'sidecar-too-deep', args: [MAX_DEPTH] }
    : { code: 'sidecar-not-json', args: [expected] };

const lossProblem = ({ kind, path }: JsonLoss): Omit<Placed, 'span'> =>
  kind === 'duplicate-key'
    ? { code: 'sidecar-duplicate-key', args: [String(path.at(-1))] }
    : { code: 'sidecar-bad-value', args: [String(path.at(-1) ?? ''), 'a number that is too large'], fatal: true };

/** Places are looked up in a second pass, which files without problems do not need. */
function located(text: string, problems: readonly RawProblem[]): Placed[] {
  const listed = problems.slice(0, MAX_PROBLEMS);
  if (listed.length === 0) return [];
  const spans = locateJson(
    text,
    listed.map(({ path }) => path),
  );
  return listed.map(({ code, args }, i) => ({ code, args, span: spans[i] as Span }));
}

const NOTHING: AnnotationPage = { id: '', annotations: [], foreign: [], contexts: [] };

function readPage(json: Json | undefined, problems: RawProblem[], broken: boolean): AnnotationPage {
  // Of broken JSON the break is the news; what is missing behind it is not.
  const report = (code: ProblemCode, path: JsonPath, args: readonly (string | number)[] = []): void => {
    if (!broken) problems.push({ code, path, args });
  };
  if (!isObject(json)) {
    report('sidecar-not-a-page', []);
    // Some programs export a bare list; its annotations can be shown.
    return Array.isArray(json) ? { ...NOTHING, ...readItems(json as readonly Json[], [], problems) } : NOTHING;
  }
  const shown = readOtherDocument(json, problems);
  if (shown !== null) {
    report('sidecar-not-a-page', ['type']);
    return { ...NOTHING, ...shown };
  }
  const fields = new Fields(json, [], problems);
  if (!fields.constant('type', 'AnnotationPage')) report('sidecar-not-a-page', ['type']);
  const version = fields.take(KEY.version, (value) => (typeof value === 'number' ? value : undefined), 'a number');
  if (version !== undefined && version > FORMAT_VERSION) {
    report('sidecar-newer-version', [KEY.version], [version, FORMAT_VERSION]);
  }
  const id = fields.text('id');
  const items = fields.take('items', (value) => (Array.isArray(value) ? (value as readonly Json[]) : undefined));
  if (items === undefined) report('sidecar-not-a-page', ['items']);
  const contexts = fields.take('@context', readContexts) ?? [];
  return {
    id: encodeIri(id ?? ''),
    ...(version === undefined ? {} : { version }),
    contexts,
    ...readItems(items ?? [], ['items'], problems),
    ...fields.rest(),
  };
}

/**
 * What other documents of the standard hold, to be shown: a single annotation, or the first page of a collection (model, section 5.1),
 * which may stand in it. null for a page, and for what is none of these.
 */
function readOtherDocument(json: JsonObject, problems: RawProblem[]): ReturnType<typeof readItems> | null {
  if (isOf(json, 'Annotation')) {
    const annotation = readAnnotation(json, [], problems);
    return annotation === null ? null : { annotations: [annotation], foreign: [] };
  }
  if (!isOf(json, 'AnnotationCollection')) return null;
  const { first } = json;
  if (isObject(first) && Array.isArray(first.items))
    return readItems(first.items as readonly Json[], ['first', 'items'], problems);
  return Array.isArray(json.items) ? readItems(json.items as readonly Json[], ['items'], problems) : null;
}

const isOf = (json: JsonObject, type: string): boolean => asList(json.type).includes(type);

/** The entries that the writer does not supply by itself. */
const readContexts = (json: Json): readonly Json[] =>
  (Array.isArray(json) ? (json as readonly Json[]) : [json]).filter(
    (entry) => entry !== STANDARD_CONTEXT && !isOurs(entry),
  );

const isOurs = (entry: Json): boolean =>
  isObject(entry) && entry[PREFIX] === NAMESPACE && Object.keys(entry).length === 1;

function readItems(
  items: readonly Json[],
  path: JsonPath,
  problems: RawProblem[],
): Pick<AnnotationPage, 'annotations' | 'foreign'> {
  const byId = new Map<string, Annotation>();
  const foreign: Json[] = [];
  items.forEach((item, i) => {
    const at = [...path, i];
    // The standard lets an item be the IRI of an annotation that stands elsewhere.
    const annotation = typeof item === 'string' ? null : readAnnotation(item, at, problems);
    const twin = annotation === null ? undefined : byId.get(annotation.id);
    if (annotation !== null && twin === undefined) byId.set(annotation.id, annotation);
    else if (annotation === null || twin === undefined) foreign.push(item);
    else if (JSON.stringify(annotationJson(annotation)) !== JSON.stringify(annotationJson(twin))) {
      problems.push({ code: 'sidecar-duplicate-id', path: [...at, 'id'], args: [annotation.id] });
      foreign.push(item);
    }
  });
  return { annotations: sortedById([...byId.values()]), foreign };
}
