/**
 * What we write, against the W3C's own assertions (github.com/w3c/web-annotation-tests) and its JSON-LD context. The suite's format "uri"
 * knows no relative references, so these are resolved first, as a JSON-LD processor does.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { resolveIri } from '../../src/core/annotation/iri.ts';
import { describe, parseSidecar, writeSidecar } from '../../src/core/annotation/index.ts';
import type { Annotation, AnnotationPage } from '../../src/core/annotation/index.ts';
import { factBodies } from '../../src/core/annotation/facts.ts';
import { arbitraryPage, brokenMusts, note, pageOf, tag, uuid } from '../../src/testing/annotations.ts';
import type { Conformance, ConformanceContext } from './types.ts';

const BASE = 'file:///corpus/report.txt.anno.json';
const TESTS = 'web-annotation-tests';
const CONTEXT = 'web-annotation/anno.jsonld';

type Json = Readonly<Record<string, unknown>>;

const conformance: Conformance = {
  name: 'web-annotation',
  needs: [`${TESTS}/definitions`, `${TESTS}/annotations/annotationMusts.test`, CONTEXT],
  async run({ suite, check }: ConformanceContext): Promise<void> {
    const musts = assertions(path.join(suite, TESTS));
    const toRdf = rdf(readJson(path.join(suite, CONTEXT)));
    for (const [name, annotation] of Object.entries(EXAMPLES)) {
      const page = written(pageOf(annotation));
      await check(`${name}: every MUST`, () => assert.deepEqual(musts(page), []));
      await check(`${name}: our own account of the MUSTs`, () => assert.deepEqual(brokenMusts(page), []));
      await check(`${name}: expands to RDF in safe mode`, async () => assert.match(await toRdf(page), /oa#hasTarget/));
    }
    await check('all in one page: every MUST', () =>
      assert.deepEqual(musts(written(pageOf(...Object.values(EXAMPLES)))), []),
    );
    await check('the assertions do find faults', () => {
      const page = written(pageOf(note(1, 'a')));
      assert.notDeepEqual(
        musts({ ...page, id: undefined, items: [{ ...(page.items as Json[])[0], created: 'now' }] }),
        [],
      );
    });
    await check('200 generated pages: every MUST', () =>
      fc.assert(
        fc.property(arbitraryPage, (page) => {
          fc.pre(page.annotations.length > 0);
          assert.deepEqual(musts(written(withoutStrangers(page))), []);
        }),
        { numRuns: 200 },
      ),
    );
    await samples(path.join(suite, TESTS, 'tools/samples/correct'), check);
  },
};
export default conformance;

/** The W3C's own correct samples, put in a page, are read and written again without loss. */
async function samples(folder: string, check: ConformanceContext['check']): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const sample = readJson(path.join(folder, file));
    if (sample.type !== 'Annotation') continue;
    await check(`sample ${file}: is read and written again`, () => {
      const page = { '@context': sample['@context'], id: 'p', type: 'AnnotationPage', items: [sample] };
      const parsed = parseSidecar(JSON.stringify(page));
      assert.ok(parsed.writable);
      assert.equal(parsed.page.annotations.length + parsed.page.foreign.length, 1);
      assert.deepEqual(parseSidecar(writeSidecar(parsed.page)).page, { ...parsed.page, version: 1 });
    });
  }
}

const TEXT =
  'Überblick: General Okafor said on Tuesday that the harbour of Port Meridian would be closed. 😀 It was closed.';

/** One of each kind of annotation that the program makes. */
const EXAMPLES: Readonly<Record<string, Annotation>> = {
  comment: anchored(1, 'General Okafor', {
    bodies: [...note(1, 'Who **says** so?').bodies, tag('alleged')],
    modified: '2026-03-08T00:00:00.25Z',
  }),
  highlight: anchored(2, 'harbour', { motivation: 'highlighting', bodies: [] }),
  question: anchored(3, 'It was closed', { motivation: 'questioning' }),
  identification: anchored(4, 'Port Meridian', {
    motivation: 'identifying',
    bodies: [
      {
        kind: 'resource',
        source: 'urn:uuid:7b0a7a52-0d0f-4a4e-9a3c-0c5f3f3f1f10',
        purpose: 'identifying',
        selectors: [],
      },
    ],
  }),
  link: anchored(5, 'closed', {
    motivation: 'linking',
    bodies: [
      {
        kind: 'resource',
        source: '%C3%BCber%20uns.txt',
        purpose: 'linking',
        selectors: describe(TEXT, { start: 0, end: 9 }),
      },
    ],
  }),
  facts: note(6, '', {
    motivation: 'describing',
    bodies: factBodies({ date: '2026-03-07', outlet: 'Courier', url: 'https://example.org/a', reliability: 'B2' }),
    targets: [{ kind: 'source', source: 'report.txt', selectors: [] }],
  }),
  reply: note(7, 'He does not.', {
    motivation: 'replying',
    targets: [{ kind: 'annotation', id: uuid(1) }],
    status: 'resolved',
  }),
  dismissal: anchored(8, 'Tuesday', {
    motivation: 'assessing',
    status: 'dismissed',
    finding: { code: 'weekday-mismatch', fingerprint: 'f00' },
    targets: [target('Tuesday'), { ...target('General'), source: '../other/%C3%BC.txt' }],
  }),
};

function anchored(n: number, words: string, change: Partial<Annotation>): Annotation {
  return note(n, 'A remark.', {
    targets: [target(words)],
    creators: [{ type: 'Person', name: 'Ada Lovelace', id: 'https://example.org/ada' }],
    ...change,
  });
}

function target(words: string): Extract<Annotation['targets'][number], { kind: 'source' }> {
  const start = TEXT.indexOf(words);
  return {
    kind: 'source',
    source: 'report.txt',
    selectors: describe(TEXT, { start, end: start + words.length }),
    state: { date: '2026-03-07T09:30:00Z', digest: `sha256:${'0'.repeat(64)}` },
  };
}

/** What others have put into a page is given back as it was, right or wrong; here only what is ours is judged. */
const withoutStrangers = (page: AnnotationPage): AnnotationPage =>
  JSON.parse(JSON.stringify(page, (key, value: unknown) => (key === 'other' ? undefined : value))) as AnnotationPage;

const written = (page: AnnotationPage): Json => JSON.parse(writeSidecar(page)) as Json;

/** Names of the MUST assertions that a page, or an annotation in it, does not keep. */
function assertions(suite: string): (page: Json) => string[] {
  // As web-platform-tests sets it up: all errors, schemas not checked; sibling keys beside "$ref" count.
  const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, logger: false });
  addFormats.default(ajv);
  const definitions = path.join(suite, 'definitions');
  for (const file of readdirSync(definitions))
    if (file.endsWith('.json')) ajv.addSchema(readJson(path.join(definitions, file)));
  const compiled = (list: string): [string, (json: unknown) => boolean][] =>
    (readJson(path.join(suite, list)).assertions as string[]).map((file) => {
      // Several files share an id by mistake, so each goes by its path; a "$ref" at the top would hide its siblings.
      const { id: _id, $schema: _schema, $ref, expectedResult = 'valid', ...rest } = readJson(path.join(suite, file));
      const body = $ref === undefined ? rest : { ...rest, allOf: [{ $ref }] };
      const validate = ajv.compile({ ...body, id: `file-${file.replace(/\W/g, '_')}.json` });
      return [file, (json) => validate(json) === (expectedResult === 'valid')];
    });
  const [ofPage, ofAnnotation] = [
    compiled('collections/pages/pageMusts.test'),
    compiled('annotations/annotationMusts.test'),
  ];
  return (page) => {
    const resolved = resolve(page, '') as Json;
    const context = resolved['@context'];
    const broken = ofPage.filter(([, holds]) => !holds(resolved)).map(([file]) => file);
    (resolved.items as unknown[]).forEach((item, i) => {
      if (typeof item !== 'object') return;
      // An embedded annotation has its page's context (model, section 5.2).
      const annotation = { '@context': context, ...item };
      broken.push(...ofAnnotation.filter(([, holds]) => !holds(annotation)).map(([file]) => `item ${i}: ${file}`));
    });
    return broken;
  };
}

const IRI_KEYS: ReadonlySet<string> = new Set(['id', 'source', 'target', 'body', 'creator']);

function resolve(json: unknown, key: string): unknown {
  if (typeof json === 'string') return IRI_KEYS.has(key) ? resolveIri(BASE, json) : json;
  if (Array.isArray(json)) return json.map((item) => resolve(item, key));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, name === '@context' ? value : resolve(value, name)]),
  );
}

/** Expands with the bundled context only, and in safe mode: a key that no context declares is an error. */
function rdf(context: Json): (page: Json) => Promise<string> {
  const documentLoader = async (url: string): Promise<{ contextUrl: null; document: Json; documentUrl: string }> => {
    if (url === 'http://www.w3.org/ns/anno.jsonld') return { contextUrl: null, document: context, documentUrl: url };
    throw new Error(`not bundled, and no network: ${url}`);
  };
  return (page) => jsonld.toRDF(page, { documentLoader, safe: true, format: 'application/n-quads', base: BASE });
}

const readJson = (file: string): Json => JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as Json;
