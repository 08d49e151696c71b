/**
 * The W3C community group's Reconciliation Service API, version 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/):
 * what is sent, and what may come back. Services are other people's programs: what they get wrong in one candidate costs that candidate only.
 */
import type { NameType } from '../../core/index.ts';

/** What we need of a service's manifest (section 4.1). */
export interface Service {
  readonly name: string;
  readonly identifierSpace: string;
  readonly schemaSpace: string;
  /** Template with `{{id}}` of pages about entities; null where the service has none. */
  readonly view: string | null;
}

/** A query of a batch (section 5.1). */
export interface Query {
  readonly query: string;
  readonly type?: string;
  readonly type_strict?: 'any' | 'all' | 'should';
  /** Candidates wanted at most. */
  readonly limit: number;
}

/** An entity of the service that may be meant (section 5.2). */
export interface Candidate {
  readonly id: string;
  readonly iri: string;
  readonly name: string;
  /** '' where the service has none. */
  readonly description: string;
  /** Higher is likelier; the scale is the service's own. */
  readonly score: number;
  /** Whether the service is certain. */
  readonly match: boolean;
  /** Names of the candidate's types, or their ids. */
  readonly types: readonly string[];
}

/** null for what is no manifest of a service that speaks 0.2. */
export function readManifest(json: unknown): Service | null {
  if (!isObject(json)) return null;
  const { versions, name, identifierSpace, schemaSpace, view } = json;
  if (!Array.isArray(versions) || !versions.includes('0.2')) return null;
  if (typeof name !== 'string' || typeof identifierSpace !== 'string' || typeof schemaSpace !== 'string') return null;
  const template = isObject(view) && typeof view['url'] === 'string' ? view['url'] : '';
  return { name, identifierSpace, schemaSpace, view: template.includes('{{id}}') ? template : null };
}

/** The body of a request (section 5: form-encoded, in `queries`); the keys are `q0`, `q1`, … */
export function writeBatch(queries: readonly Query[]): string {
  const batch = Object.fromEntries(queries.map((query, index) => [`q${index}`, query]));
  // Lone surrogates, which a damaged text may hold, cannot be encoded.
  return `queries=${encodeURIComponent(JSON.stringify(batch).toWellFormed())}`;
}

/** Candidates of each query, in its service's order; null if the answer is none to so many queries. */
export function readResults(json: unknown, queries: number, service: Service): Candidate[][] | null {
  if (!isObject(json)) return null;
  const lists: Candidate[][] = [];
  for (let index = 0; index < queries; index += 1) {
    const answer = json[`q${index}`];
    const result = isObject(answer) ? answer['result'] : undefined;
    if (!Array.isArray(result)) return null;
    lists.push(result.flatMap((each) => readCandidate(each, service) ?? []));
  }
  return lists;
}

function readCandidate(json: unknown, service: Service): Candidate | null {
  if (!isObject(json)) return null;
  const { id, name, description, score, match, type } = json;
  const iri = typeof id === 'string' && id !== '' ? iriOf(service, id) : null;
  if (iri === null || typeof name !== 'string') return null;
  return {
    id: id as string,
    iri,
    name,
    description: typeof description === 'string' ? description : '',
    // A service that tells no score, or a wrong one, has at least put its candidates in order.
    score: typeof score === 'number' && Number.isFinite(score) ? score : 0,
    match: match === true,
    types: (Array.isArray(type) ? (type as readonly unknown[]) : []).flatMap((each) => typeName(each) ?? []),
  };
}

function typeName(json: unknown): string | null {
  if (typeof json === 'string') return json;
  if (!isObject(json)) return null;
  const { id, name } = json;
  return typeof name === 'string' ? name : typeof id === 'string' ? id : null;
}

/**
 * The IRI of an entity: its identifier in the service's space ("http://www.wikidata.org/entity/" and "Q7259"). A space that no identifier can be set behind
 * (it names a scheme of identifiers) leaves the page about the entity; without one there is no IRI.
 */
function iriOf({ identifierSpace, view }: Service, id: string): string | null {
  if (/^https?:\/\/\S+$/u.test(id)) return encodeForbidden(id);
  const encoded = encodeForbidden(id);
  if (/^[a-z][a-z0-9+.-]*:\S*[/#=:]$/iu.test(identifierSpace)) return identifierSpace + encoded;
  return view?.replace('{{id}}', () => encoded) ?? null;
}

/** Percent-encodes what no IRI may hold (RFC 3987, section 2.2); letters of all scripts stay. */
const encodeForbidden = (id: string): string =>
  id.toWellFormed().replace(/[\u0000-\u0020\u007f-\u00a0"<>\\^`{|}]/gu, (mark) => encodeURIComponent(mark));

/** Wikidata's schema space; the classes below are its own. */
const WIKIDATA_SCHEMA = 'http://www.wikidata.org/prop/direct/';

/** Human, organization, geographic location, occurrence, work: each with all that is a kind of it. */
const WIKIDATA_TYPES: Readonly<Record<NameType, string>> = {
  person: 'Q5',
  organization: 'Q43229',
  place: 'Q2221906',
  demonym: 'Q2221906',
  event: 'Q1190554',
  work: 'Q386724',
};

/** What a service calls our type; null where we do not know its types. */
export const serviceType = ({ schemaSpace }: Service, type: NameType): string | null =>
  schemaSpace === WIKIDATA_SCHEMA ? WIKIDATA_TYPES[type] : null;

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
