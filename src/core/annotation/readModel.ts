/**
 * From JSON to the model, tolerantly: what the standard allows in several shapes is taken in all of them, and what is
 * not understood is kept where it stood.
 */
import type { Json, JsonObject, JsonPath } from '../text/json.ts';
import { asList, defined, Fields, isObject, type RawProblem } from './fields.ts';
import { toInstant } from './instant.ts';
import { encodeIri } from './iri.ts';
import type {
  Agent,
  Annotation,
  Body,
  FindingRef,
  Instant,
  Selector,
  SourceTarget,
  Status,
  Target,
  TargetState,
} from './types.ts';
import { KEY, readMotivation } from './vocabulary.ts';

/** The annotation, or null with a problem where an id or a target is missing. */
export function readAnnotation(json: Json, path: JsonPath, problems: RawProblem[]): Annotation | null {
  const found: RawProblem[] = [];
  const annotation = isObject(json) ? annotationOf(new Fields(json, path, found)) : null;
  if (!isObject(json)) found.push({ code: 'sidecar-wrong-type', path, args: ['items', 'a list of annotations'] });
  problems.push(...found);
  return annotation;
}

function annotationOf(fields: Fields): Annotation | null {
  const id = fields.take('id', (json) => (typeof json === 'string' && json !== '' ? encodeIri(json) : undefined));
  fields.constant('type', 'Annotation');
  const motivation = motivations(fields);
  const replying = motivation.motivation === 'replying';
  const targets = each(fields, 'target', (target, path) => readTarget(target, path, fields.problems, replying));
  const [first, ...more] = targets;
  if (id === undefined || first === undefined) {
    fields.report('sidecar-missing-key', [], [id === undefined ? 'id' : 'target']);
    return null;
  }
  return defined({
    id,
    ...motivation,
    bodies: readBodies(fields),
    targets: [first, ...more] as const,
    creators: fields.take('creator', readAgents, 'an agent') ?? [],
    created: instant(fields, 'created'),
    modified: instant(fields, 'modified'),
    status: fields.take(KEY.status, readStatus, '"resolved" or "dismissed"') ?? 'open',
    finding: fields.take(KEY.finding, readFinding, 'a finding'),
    ...fields.rest(),
  }) as Annotation;
}

/** The standard lets a single value stand for a list of one. */
function each<T>(fields: Fields, key: string, read: (json: Json, path: JsonPath) => T): readonly T[] {
  const json = fields.any(key);
  const path = [...fields.path, key];
  return asList(json).map((item, i) => read(item, Array.isArray(json) ? [...path, i] : path));
}

function motivations(fields: Fields): Pick<Annotation, 'motivation' | 'alsoMotivatedBy'> {
  const written = fields.take('motivation', texts, 'a motivation') ?? [];
  const [motivation, ...also] = written.map(readMotivation);
  if (motivation === undefined) return {};
  return also.length === 0 ? { motivation } : { motivation, alsoMotivatedBy: also };
}

const texts = (json: Json): readonly string[] | undefined => {
  const list = asList(json);
  return list.length > 0 && list.every((item) => typeof item === 'string') ? list : undefined;
};

const readStatus = (json: Json): Status | undefined => (json === 'resolved' || json === 'dismissed' ? json : undefined);

function readFinding(json: Json): FindingRef | undefined {
  if (!isObject(json) || Object.keys(json).length !== 2) return undefined;
  const code = json[KEY.findingCode];
  const fingerprint = json[KEY.fingerprint];
  return typeof code === 'string' && typeof fingerprint === 'string' ? { code, fingerprint } : undefined;
}

function instant(fields: Fields, key: string): Instant | undefined {
  return fields.take(
    key,
    (json) => (typeof json === 'string' ? (toInstant(json) ?? undefined) : undefined),
    'a date and time with its zone',
  );
}

function readAgents(json: Json): readonly Agent[] | undefined {
  const agents = asList(json).map(readAgent);
  return agents.every((agent) => agent !== undefined) ? agents : undefined;
}

function readAgent(json: Json): Agent | undefined {
  if (typeof json === 'string') return { id: encodeIri(json) };
  if (!isObject(json)) return undefined;
  const fields = new Fields(json, [], []);
  const text = (key: string): string | undefined => fields.text(key);
  const iri = (key: string): string | undefined =>
    fields.take(key, (value) => (typeof value === 'string' ? encodeIri(value) : undefined));
  return defined({
    id: iri('id'),
    type: fields.take('type', (type) =>
      type === 'Person' || type === 'Organization' || type === 'Software' ? type : undefined,
    ),
    name: text('name'),
    nickname: text('nickname'),
    email: iri('email'),
    ...fields.rest(),
  }) as Agent;
}

function readTarget(json: Json, path: JsonPath, problems: RawProblem[], replying: boolean): Target {
  if (typeof json === 'string') {
    const iri = encodeIri(json);
    return replying || iri.startsWith('urn:uuid:')
      ? { kind: 'annotation', id: iri }
      : { kind: 'source', source: iri, selectors: [] };
  }
  const target = isObject(json) ? (specificResource(json, path, problems) ?? externalResource(json, replying)) : null;
  if (target === null) return { kind: 'other', json };
  const { purpose, ...rest } = target;
  // A purpose belongs to bodies; on a target it is kept as an unknown key.
  return purpose === undefined
    ? { kind: 'source', ...rest }
    : { kind: 'source', ...rest, other: { ...rest.other, purpose } };
}

function readBodies(fields: Fields): readonly Body[] {
  const bodies = each(fields, 'body', (json, path) => readBody(json, path, fields.problems));
  // Equivalent by the standard (model, section 3.2.5).
  const value = fields.take('bodyValue', (json) => (typeof json === 'string' ? json : undefined), 'a string');
  return value === undefined ? bodies : [...bodies, { kind: 'text', value, format: 'text/plain' }];
}

function readBody(json: Json, path: JsonPath, problems: RawProblem[]): Body {
  if (typeof json === 'string') return { kind: 'resource', source: encodeIri(json), selectors: [] };
  if (!isObject(json)) return { kind: 'other', json };
  if (typeof json.id === 'string' && Object.keys(json).length === 1) {
    return { kind: 'resource', source: encodeIri(json.id), selectors: [] };
  }
  if (typeof json.value === 'string') return textBody(json, path, problems);
  const resource = specificResource(json, path, problems);
  return resource === null ? { kind: 'other', json } : { kind: 'resource', ...resource };
}

function textBody(json: JsonObject, path: JsonPath, problems: RawProblem[]): Body {
  const fields = new Fields(json, path, problems);
  fields.constant('type', 'TextualBody');
  const single = (key: string): string | undefined =>
    fields.take(key, (value) => (typeof value === 'string' ? value : undefined));
  const purpose = single('purpose');
  return {
    kind: 'text',
    ...defined({
      value: fields.text('value') ?? '',
      purpose: purpose === undefined ? undefined : readMotivation(purpose),
      format: single('format'),
      language: single('language'),
      fact: single(KEY.fact),
    }),
    ...fields.rest(),
  };
}

type Specific = Omit<SourceTarget, 'kind'> & { readonly purpose?: string };

/** A resource with what is known of it (model, section 3.2.1); null for another annotation, a set (section 3.2.7), or one without an IRI. */
function externalResource(json: JsonObject, replying: boolean): Specific | null {
  const { id, ...resource } = json;
  if (typeof id !== 'string' || id === '' || replying || id.startsWith('urn:uuid:')) return null;
  if ('selector' in json || asList(json.type).some((type) => NO_RESOURCES.has(type))) return null;
  return { source: encodeIri(id), selectors: [], resource };
}

const NO_RESOURCES: ReadonlySet<Json> = new Set([
  'Annotation',
  'Choice',
  'Composite',
  'Independents',
  'List',
  'SpecificResource',
]);

/** null where `source` is no resource with an IRI. */
function specificResource(json: JsonObject, path: JsonPath, problems: RawProblem[]): Specific | null {
  const named = sourceOf(json.source);
  if (named === null) return null;
  const fields = new Fields(json, path, problems);
  fields.constant('type', 'SpecificResource');
  fields.any('source');
  const purpose = fields.take('purpose', (value) => (typeof value === 'string' ? value : undefined));
  return defined({
    ...named,
    purpose: purpose === undefined ? undefined : readMotivation(purpose),
    selectors: each(fields, 'selector', (selector, at) => readSelector(selector, at, problems)),
    state: fields.take('state', readState),
    ...fields.rest(),
  }) as Specific;
}

function sourceOf(json: Json | undefined): Pick<Specific, 'source' | 'resource'> | null {
  if (typeof json === 'string') return { source: encodeIri(json) };
  if (!isObject(json) || typeof json.id !== 'string' || json.id === '') return null;
  const { id, ...resource } = json;
  return { source: encodeIri(id), resource };
}

function readSelector(json: Json, path: JsonPath, problems: RawProblem[]): Selector {
  if (!isObject(json)) return { type: 'other', json };
  const fields = new Fields(json, path, problems);
  if (fields.constant('type', 'TextQuoteSelector')) {
    const exact = fields.text('exact');
    if (exact === undefined || exact === '') return { type: 'other', json };
    return defined({
      type: 'TextQuoteSelector',
      exact,
      prefix: fields.text('prefix'),
      suffix: fields.text('suffix'),
      ...fields.rest(),
    }) as Selector;
  }
  if (fields.constant('type', 'TextPositionSelector')) {
    const start = fields.take('start', position, 'a whole number from 0');
    const end = fields.take('end', position, 'a whole number from 0');
    if (start === undefined || end === undefined || end < start) {
      if (start !== undefined && end !== undefined) fields.report('sidecar-bad-value', ['end'], ['end', end]);
      return { type: 'other', json };
    }
    return { type: 'TextPositionSelector', start, end, ...fields.rest() };
  }
  return { type: 'other', json };
}

const position = (json: Json): number | undefined =>
  typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 ? json : undefined;

/** Only the shape that we write ourselves; every other state is kept as an unknown key. */
function readState(json: Json): TargetState | undefined {
  if (!isObject(json) || json.type !== 'TimeState') return undefined;
  const fields = new Fields(json, [], []);
  fields.constant('type', 'TimeState');
  const date = instant(fields, 'sourceDate');
  if (date === undefined) return undefined;
  const digest = fields.take(KEY.digest, (value) => (typeof value === 'string' ? value : undefined));
  return defined({ date, digest, ...fields.rest() }) as TargetState;
}
