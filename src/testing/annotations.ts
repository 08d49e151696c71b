/** Annotations for tests: short ways to write them, generated ones, and the rules of the standard that what we write must keep. */
import fc from 'fast-check';
import type { Annotation, AnnotationPage, Body, Json, JsonObject, Selector, Target } from '../core/index.ts';
import { emptyPage } from '../core/index.ts';

export const uuid = (n: number): string => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A comment on a quote, with tags; anything else as given. */
export function note(n: number, value: string, change: Partial<Annotation> = {}): Annotation {
  return {
    id: uuid(n),
    motivation: 'commenting',
    bodies: [{ kind: 'text', value, purpose: 'commenting', format: 'text/markdown' }],
    targets: [
      { kind: 'source', source: 'report.txt', selectors: [{ type: 'TextQuoteSelector', exact: `quote ${n}` }] },
    ],
    creators: [{ type: 'Person', name: 'Ada Lovelace' }],
    created: '2026-03-07T09:30:00Z',
    status: 'open',
    ...change,
  };
}

export const tag = (value: string): Body => ({ kind: 'text', value, purpose: 'tagging' });

export const pageOf = (...annotations: readonly Annotation[]): AnnotationPage => ({
  ...emptyPage('report.txt'),
  annotations,
});

// ---- generated ----

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyJson = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
/** Keys that nobody knows, the poisonous ones among them; as data of JSON, without −0, which JSON does not keep. */
const unknownKeys = fc
  .array(fc.tuple(fc.constantFrom('x:note', 'example', '__proto__', 'constructor', 'toString', 'ünï'), anyJson), {
    maxLength: 2,
  })
  .map((entries) =>
    entries.length === 0 ? {} : { other: JSON.parse(JSON.stringify(Object.fromEntries(entries))) as JsonObject },
  );

/** Optional keys are absent, not undefined. */
const record = <T>(required: { [K in keyof T]: fc.Arbitrary<T[K]> }, optional: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }), unknownKeys)
    .map(([a, b, c]) => ({ ...a, ...b, ...c }));

const anySelector = fc.oneof(
  record({ type: fc.constant('TextQuoteSelector'), exact: words }, { prefix: words, suffix: words }),
  fc
    .tuple(fc.nat(9999), fc.nat(999), unknownKeys)
    .map(([start, length, other]) => ({ type: 'TextPositionSelector', start, end: start + length, ...other })),
  fc.constant({ type: 'other', json: { type: 'XPathSelector', value: '/a/b' } }),
) as fc.Arbitrary<Selector>;

const anyState = record({ date: instant }, { digest: fc.stringMatching(/^sha256:[\da-f]{64}$/) });

const iri = fc.webUrl();
/** The W3C's assertions tell a specific resource by its purpose, and only by one of the published context. */
const publishedPurpose = fc.constantFrom(
  'commenting',
  'tagging',
  'identifying',
  'linking',
  'classifying',
  'questioning',
);
const purpose = fc.oneof(publishedPurpose, fc.constant('assessing'));

/** A source of which more is said than its IRI. */
const described = fc.constant({ type: 'Text', format: 'text/plain' });

const target = fc.oneof(
  record(
    {
      kind: fc.constant('source'),
      source: fc.constantFrom('report.txt', '%C3%BC%20b.txt', '../x/y.txt'),
      selectors: fc.array(anySelector, { maxLength: 3 }),
    },
    { state: anyState, resource: described },
  ),
  fc.nat(99).map((n) => ({ kind: 'annotation', id: uuid(n) })),
  fc.constant({ kind: 'other', json: { type: 'Choice', items: ['https://example.org/1'] } }),
) as fc.Arbitrary<Target>;

const body = fc.oneof(
  record(
    { kind: fc.constant('text'), value: words },
    {
      purpose,
      format: fc.constantFrom('text/markdown', 'text/plain'),
      language: fc.constant('en'),
      fact: fc.constant('date'),
    },
  ),
  record(
    { kind: fc.constant('resource'), source: iri, selectors: fc.array(anySelector, { maxLength: 2 }) },
    { purpose: publishedPurpose, state: anyState },
  ),
  fc.constant({ kind: 'other', json: { type: 'Choice', items: ['https://example.org/1'] } }),
) as fc.Arbitrary<Body>;

const agent = fc.oneof(
  record({ name: words }, { id: iri, type: fc.constantFrom('Person', 'Software', 'Organization'), nickname: words }),
  iri.map((id) => ({ id })),
);

export const arbitraryAnnotation = record(
  {
    id: fc.nat(50).map(uuid),
    bodies: fc.array(body, { maxLength: 4 }),
    targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    creators: fc.array(agent, { maxLength: 2 }),
    status: fc.constantFrom('open', 'resolved', 'dismissed'),
  },
  {
    motivation: fc.constantFrom('commenting', 'assessing', 'describing', 'https://example.org/ns#pondering'),
    created: instant,
    modified: instant,
    finding: fc.constant({ code: 'figure-conflict', fingerprint: 'f00' }),
  },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Annotation>;

export const arbitraryPage: fc.Arbitrary<AnnotationPage> = fc
  .tuple(fc.uniqueArray(arbitraryAnnotation, { selector: ({ id }) => id, maxLength: 5 }), unknownKeys, fc.boolean())
  .map(([annotations, other, foreign]) => ({
    ...emptyPage('report.txt'),
    ...other,
    annotations: annotations.sort((a, b) => (a.id < b.id ? -1 : 1)),
    foreign: foreign ? ['https://example.org/anno/1'] : [],
    contexts: foreign ? ['https://example.org/context.jsonld'] : [],
  }));

// ---- the standard's rules ----

/** The MUSTs of the model that a page of ours can break, by section; empty when all hold. `page` is parsed JSON, relative IRIs allowed. */
export function brokenMusts(page: unknown): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string): void => {
    if (!holds) broken.push(rule);
  };
  const p = page as JsonObject;
  must(list(p['@context']).includes('http://www.w3.org/ns/anno.jsonld'), '5.2 @context has the standard’s');
  must(isIri(p.id), '5.2 a page has one id');
  must(list(p.type).includes('AnnotationPage'), '5.2 type');
  must(Array.isArray(p.items) && p.items.length > 0, '5.2 a page has items');
  for (const item of list(p.items)) {
    if (typeof item === 'string') continue;
    const annotation = item as JsonObject;
    must(isIri(annotation.id), '3.1 an annotation has one id');
    must(list(annotation.type).includes('Annotation'), '3.1 type');
    must(list(annotation.target).length > 0, '3.1 at least one target');
    must(!('body' in annotation && 'bodyValue' in annotation), '3.2.5 not both body and bodyValue');
    for (const key of ['created', 'modified']) must(isTime(annotation[key]), `3.3.1 ${key}`);
    must(list(annotation.motivation).every(isMotivation), '3.3.5 motivation');
    for (const part of [...list(annotation.body), ...list(annotation.target)]) resource(part as Json, must);
  }
  return broken;
}

type Must = (holds: boolean, rule: string) => void;

function resource(json: Json, must: Must): void {
  if (typeof json === 'string') {
    must(isIri(json), '3.2 a resource is an IRI');
    return;
  }
  const r = json as JsonObject;
  const textual = typeof r.value === 'string';
  must(
    textual || isIri(r.source) || isIri((r.source as JsonObject | undefined)?.id) || isIri(r.id) || r.type === 'Choice',
    '3.2 a resource has an id, a source or a value',
  );
  must(!(textual && 'source' in r), '4 a textual body has no source');
  must(!('items' in r) || r.type === 'Choice', '3.2.7 only choices have items');
  must(list(r.purpose).every(isMotivation), '3.3.5 purpose');
  must(!('purpose' in r) || textual || 'source' in r, '3.3.5 no purpose on an external resource');
  for (const selector of list(r.selector) as JsonObject[]) {
    if (selector.type === 'TextQuoteSelector') {
      must(typeof selector.exact === 'string', '4.2.4 exact');
      for (const key of ['prefix', 'suffix'])
        must(['undefined', 'string'].includes(typeof selector[key]), `4.2.4 ${key}`);
    }
    if (selector.type === 'TextPositionSelector') {
      const { start, end } = selector as { start: number; end: number };
      must(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start, '4.2.5 start and end');
    }
  }
  for (const state of list(r.state) as JsonObject[]) {
    must(
      state.type !== 'TimeState' || (state.sourceDate !== undefined && isTime(state.sourceDate)),
      '4.3.1 sourceDate',
    );
  }
}

const list = (json: unknown): readonly unknown[] => (json === undefined ? [] : Array.isArray(json) ? json : [json]);
const isIri = (json: unknown): boolean => typeof json === 'string' && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(json);
const isTime = (json: unknown): boolean =>
  json === undefined || (typeof json === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(json));
/** A word of the published context, or an IRI with a prefix; "assessing" is no such word. */
const isMotivation = (json: unknown): boolean =>
  typeof json === 'string' &&
  (json.includes(':') ||
    ['bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying'].includes(
      json,
    ) ||
    ['linking', 'moderating', 'questioning', 'replying', 'reviewing', 'tagging'].includes(json));
