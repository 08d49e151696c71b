/**
 * Sidecars as files: JSON, indented and sorted by id so that version control shows one annotation as one block, keys in a fixed
 * order. Every MUST of the W3C model holds on what this program has made; what others have written is given back as it was.
 */
import { byCodeUnits } from '../text/order.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { encodeIri, sidecarName, sourceIri } from './iri.ts';
import type {
  Agent,
  Annotation,
  AnnotationPage,
  Body,
  ResourceBody,
  Selector,
  SourceTarget,
  Target,
  TargetState,
  TextBody,
} from './types.ts';
import { FORMAT_VERSION, KEY, NAMESPACE, PREFIX, STANDARD_CONTEXT, writeMotivation } from './vocabulary.ts';

/** The page as a file, with a final line feed. Equal pages give equal texts. */
export const writeSidecar = (page: AnnotationPage): string => `${JSON.stringify(pageJson(page), null, 2)}\n`;

/** An empty page for the source of this file name ("report.txt"). */
export const emptyPage = (fileName: string): AnnotationPage => ({
  id: sourceIri(sidecarName(fileName)),
  version: FORMAT_VERSION,
  annotations: [],
  foreign: [],
  contexts: [],
});

/** Whether there is nothing in the page that a file would be needed for. */
export const isEmptyPage = (page: AnnotationPage): boolean =>
  page.annotations.length === 0 && page.foreign.length === 0 && page.other === undefined;

function pageJson(page: AnnotationPage): JsonObject {
  return withOther(
    {
      '@context': [STANDARD_CONTEXT, { [PREFIX]: NAMESPACE }, ...page.contexts],
      id: encodeIri(page.id),
      type: 'AnnotationPage',
      [KEY.version]: FORMAT_VERSION,
      items: [...sortedById(page.annotations).map(annotationJson), ...page.foreign],
    },
    page.other,
  );
}

/** In order of id, code units; the file's order, and the model's. */
export const sortedById = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort((a, b) => byCodeUnits(a.id, b.id));

/** One annotation as it stands in a file. */
export function annotationJson(annotation: Annotation): JsonObject {
  const { motivation, alsoMotivatedBy = [] } = annotation;
  return withOther(
    {
      id: encodeIri(annotation.id),
      type: 'Annotation',
      motivation:
        motivation === undefined ? undefined : oneOrMany([motivation, ...alsoMotivatedBy].map(writeMotivation)),
      creator: oneOrMany(annotation.creators.map(agentJson)),
      created: annotation.created,
      modified: annotation.modified,
      [KEY.status]: annotation.status === 'open' ? undefined : annotation.status,
      [KEY.finding]:
        annotation.finding === undefined
          ? undefined
          : { [KEY.findingCode]: annotation.finding.code, [KEY.fingerprint]: annotation.finding.fingerprint },
      body: annotation.bodies.length === 0 ? undefined : annotation.bodies.map(bodyJson),
      target: oneOrMany(annotation.targets.map(targetJson)),
    },
    annotation.other,
  );
}

function agentJson({ id, type, name, nickname, email, other }: Agent): Json {
  const json = withOther({ id: iri(id), type, name, nickname, email: iri(email) }, other);
  return Object.keys(json).length === 1 && typeof json.id === 'string' ? json.id : json;
}

function bodyJson(body: Body): Json {
  if (body.kind === 'other') return body.json;
  if (body.kind === 'text') return textBodyJson(body);
  const resource = resourceJson(body);
  // The W3C's own assertions do not take a bare IRI for a body in a list.
  return typeof resource === 'string' ? { id: resource } : resource;
}

const textBodyJson = ({ value, purpose, format, language, fact, other }: TextBody): JsonObject =>
  withOther({ type: 'TextualBody', purpose: motivationOf(purpose), [KEY.fact]: fact, format, language, value }, other);

/** A resource without more to say is its IRI: only a specific resource may have a purpose or a selector (model, section 4). */
function resourceJson(body: ResourceBody | SourceTarget): Json {
  const purpose = 'purpose' in body ? body.purpose : undefined;
  const bare = body.selectors.length === 0 && [purpose, body.state, body.other].every((part) => part === undefined);
  const source =
    body.resource === undefined ? encodeIri(body.source) : { id: encodeIri(body.source), ...body.resource };
  if (bare) return source;
  return withOther(
    {
      type: 'SpecificResource',
      purpose: motivationOf(purpose),
      source,
      selector: oneOrMany(body.selectors.map(selectorJson)),
      state: body.state === undefined ? undefined : stateJson(body.state),
    },
    body.other,
  );
}

function targetJson(target: Target): Json {
  if (target.kind === 'other') return target.json;
  return target.kind === 'annotation' ? encodeIri(target.id) : resourceJson(target);
}

function selectorJson(selector: Selector): Json {
  if (selector.type === 'other') return selector.json;
  const { other, ...keys } = selector;
  return withOther(
    keys.type === 'TextQuoteSelector'
      ? { type: keys.type, exact: keys.exact, prefix: keys.prefix, suffix: keys.suffix }
      : { type: keys.type, start: keys.start, end: keys.end },
    other,
  );
}

const stateJson = ({ date, digest, other }: TargetState): JsonObject =>
  withOther({ type: 'TimeState', sourceDate: date, [KEY.digest]: digest }, other);

const iri = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : encodeIri(written);

const motivationOf = (purpose: string | undefined): string | undefined =>
  purpose === undefined ? undefined : writeMotivation(purpose);

const oneOrMany = (list: readonly Json[]): Json | undefined =>
  list.length === 0 ? undefined : list.length === 1 ? list[0] : list;

/**
 * Our keys in their order, then the unknown ones in theirs. A `type` that was unusual (a list, a subclass) stands as it was read:
 * it says more than ours. For any other key that both have, the model has been changed since, and wins.
 */
function withOther(known: Readonly<Record<string, Json | undefined>>, other: JsonObject = {}): JsonObject {
  const ours = Object.entries(known).map(
    ([key, value]) => [key, key === 'type' ? (other.type ?? value) : value] as const,
  );
  const written = ours.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  const taken = new Set(written.map(([key]) => key));
  return Object.fromEntries([...written, ...Object.entries(other).filter(([key]) => !taken.has(key))]);
}
