import { Ajv, type ValidateFunction } from 'ajv';
import assert from 'node:assert/strict';
import {
  MANIFEST,
  startService,
  type ReconciliationService,
  type WireCandidate,
} from '../../testing/reconciliationService.ts';
import { http } from '../../vscode/ports/http.ts';
import { Aborter, type Clock } from '../index.ts';
import { Reconciler, ReconciliationError, type Found, type Wanted } from './client.ts';

const ADA: Wanted = { names: ['Ada Lovelace'], type: 'person' };
const CANDIDATES: Readonly<Record<string, readonly WireCandidate[]>> = {
  'ada lovelace': [
    { id: 'Q1', name: 'Ada Lovelace', score: 60, description: 'crater', type: [{ id: 'Q3240715', name: 'crater' }] },
    { id: 'Q2', name: 'Ada, Countess', score: 55, type: ['Q5'] },
    { id: 'Q3', name: 'Ada Lovelace', score: 40, match: true, description: 'mathematician', type: [{ id: 'Q5' }] },
  ],
  'zoë 魏 🚢': [{ id: 'é/1 2', name: 'Zoë 魏 🚢', score: 1 }],
};

/** What the specification (0.2, sections 4.1, 5.1 and 5.2) says of what goes over the wire, in brief. */
const text = { type: 'string' };
const SCHEMAS = {
  manifest: {
    type: 'object',
    properties: {
      versions: { type: 'array', contains: { const: '0.2' } },
      name: text,
      identifierSpace: text,
      schemaSpace: text,
    },
    required: ['versions', 'name', 'identifierSpace', 'schemaSpace'],
  },
  batch: {
    type: 'object',
    minProperties: 1,
    additionalProperties: {
      type: 'object',
      properties: {
        query: { ...text, minLength: 1 },
        type: { anyOf: [text, { type: 'array', items: text }] },
        limit: { type: 'number', exclusiveMinimum: 0 },
        properties: { type: 'array' },
        type_strict: { enum: ['any', 'should', 'all'] },
      },
      required: ['query'],
      additionalProperties: false,
    },
  },
} as const;
const ajv = new Ajv();
const isManifest: ValidateFunction = ajv.compile(SCHEMAS.manifest);
const isBatch: ValidateFunction = ajv.compile(SCHEMAS.batch);

/** A clock whose time passes as the test says. */
function handClock(): {
  readonly clock: Pick<Clock, 'schedule'>;
  readonly delays: number[];
  ring(delay: number): void;
} {
  const waiting = new Map<() => void, number>();
  const delays: number[] = [];
  return {
    delays,
    clock: {
      schedule(delay, task) {
        waiting.set(task, delay);
        delays.push(delay);
        return () => void waiting.delete(task);
      },
    },
    ring(delay) {
      for (const [task, wanted] of waiting) if (wanted === delay) task();
    },
  };
}

const until = async (probe: () => boolean): Promise<void> => {
  while (!probe()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe('authority services', () => {
  let service: ReconciliationService;
  const hand = (): ReturnType<typeof handClock> => handClock();
  const find = (wanted: Wanted, endpoint = service.url, clock = hand().clock): Promise<Found> =>
    new Reconciler(http, clock).find(endpoint, wanted, new Aborter().signal);
  const refused = async (run: Promise<unknown>, code: string, ...args: readonly (string | number)[]): Promise<void> => {
    await assert.rejects(run, (error: unknown) => {
      assert.ok(error instanceof ReconciliationError, String(error));
      assert.equal(error.reason.code, `reconciliation-${code}`);
      for (const arg of args) assert.ok(error.reason.args.includes(arg), error.message);
      return true;
    });
  };

  beforeEach(async () => {
    service = await startService(CANDIDATES);
  });
  afterEach(() => service.close());

  it('are asked as the specification says, each name once, first among its type', async () => {
    await find({ names: ['Ada Lovelace', ' Ada\n Lovelace', 'Countess of Ockham'], type: 'person' });
    const [manifest, batch] = service.asked;
    assert.deepEqual([manifest?.method, batch?.method], ['GET', 'POST']);
    assert.match(batch!.type, /^application\/x-www-form-urlencoded/);
    assert.deepEqual([...batch!.form.keys()], ['queries']);
    const queries = JSON.parse(batch!.form.get('queries')!) as Record<string, { query: string; type?: string }>;
    assert.ok(isBatch(queries), JSON.stringify(isBatch.errors));
    assert.deepEqual(
      Object.values(queries).map(({ query, type }) => [query, type]),
      [
        ['Ada Lovelace', 'Q5'],
        ['Ada Lovelace', undefined],
        ['Countess of Ockham', undefined],
      ],
    );
    assert.ok(isManifest(MANIFEST));
  });

  it('give candidates with certain matches first, then by score, each once', async () => {
    const { candidates, service: told } = await find(ADA);
    assert.equal(told.name, MANIFEST.name);
    assert.deepEqual(
      candidates.map(({ iri, description, match, types }) => [iri, description, match, types]),
      [
        ['http://www.wikidata.org/entity/Q3', 'mathematician', true, ['Q5']],
        ['http://www.wikidata.org/entity/Q1', 'crater', false, ['crater']],
        ['http://www.wikidata.org/entity/Q2', '', false, ['Q5']],
      ],
    );
  });

  it('are asked for their manifest once', async () => {
    const reconciler = new Reconciler(http, hand().clock);
    await reconciler.find(service.url, ADA, new Aborter().signal);
    await reconciler.find(service.url, ADA, new Aborter().signal);
    assert.deepEqual(
      service.asked.map(({ method }) => method),
      ['GET', 'POST', 'POST'],
    );
  });

  it('understand names in every script, and identifiers that no IRI can hold as they are', async () => {
    const { candidates } = await find({ names: ['Zoë 魏 🚢', 'broken \ud800'], type: 'person' });
    assert.deepEqual(
      candidates.map(({ iri }) => iri),
      ['http://www.wikidata.org/entity/é/1%202'],
    );
  });

  it('lead to the page about an entity where their space of identifiers is a scheme', async () => {
    const scheme = { ...MANIFEST, identifierSpace: 'http://authority.example/scheme', schemaSpace: 'x:y' };
    const other = await startService(CANDIDATES, { ...scheme, view: { url: 'http://authority.example/{{id}}.html' } });
    const blind = await startService(CANDIDATES, { ...scheme, view: undefined });
    try {
      const iris = async (url: string): Promise<string[]> => (await find(ADA, url)).candidates.map(({ iri }) => iri);
      assert.deepEqual((await iris(other.url)).sort()[0], 'http://authority.example/Q1.html');
      assert.deepEqual(await iris(blind.url), []);
      const queries = JSON.parse(other.asked[1]!.form.get('queries')!) as Record<string, { type?: string }>;
      assert.equal(queries['q0']!.type, undefined, 'only Wikidata’s classes are known');
    } finally {
      await Promise.all([other.close(), blind.close()]);
    }
  });

  it('may send candidates with faults, which cost those only', async () => {
    const result = [
      { id: 7 },
      null,
      'x',
      { id: '', name: 'x' },
      { id: 'Q9', name: 'Ada', score: 'high', type: [{}, 3] },
    ];
    service.next.push(
      { body: JSON.stringify(MANIFEST) },
      { body: JSON.stringify({ q0: { result }, q1: { result: [] } }) },
    );
    const { candidates } = await find(ADA);
    assert.deepEqual(
      candidates.map(({ id, score, types }) => [id, score, types]),
      [['Q9', 0, []]],
    );
  });

  it('are asked again when they are busy, after the time they say', async () => {
    const { clock, delays, ring } = hand();
    service.next.push({ status: 429, headers: { 'Retry-After': '3' } }, { status: 503 });
    const found = find(ADA, service.url, clock);
    await until(() => delays.includes(3000));
    ring(3000);
    await until(() => delays.includes(4000));
    ring(4000);
    assert.equal((await found).candidates.length, 3);
    assert.equal(service.asked.length, 4);
  });

  it('are left alone when they want to be for long, or stay busy', async () => {
    service.next.push({ status: 429, headers: { 'Retry-After': '120' } });
    await refused(find(ADA), 'busy', service.url, 120);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    service.next.push({ status: 503, headers: { 'Retry-After': date } });
    await refused(find(ADA), 'busy');
    const { clock, delays, ring } = hand();
    service.next.push({ status: 429 }, { status: 429 }, { status: 429 });
    const found = refused(find(ADA, service.url, clock), 'busy');
    for (const delay of [2000, 4000]) {
      await until(() => delays.includes(delay));
      ring(delay);
    }
    await found;
  });

  it('are given up when they are silent', async () => {
    const { clock, ring } = hand();
    service.next.push({ silent: true });
    const found = refused(find(ADA, service.url, clock), 'timeout', service.url, 20);
    await until(() => service.asked.length === 1);
    ring(20_000);
    await found;
  });

  it('are not waited for when the reader cancels', async () => {
    for (const answer of [{ silent: true }, { status: 429, headers: { 'Retry-After': '9' } }]) {
      const [aborter, { clock, delays }] = [new Aborter(), hand()];
      const before = service.asked.length;
      service.next.push(answer);
      const found = new Reconciler(http, clock).find(service.url, ADA, aborter.signal);
      await until(() => service.asked.length > before && ('silent' in answer || delays.includes(9000)));
      aborter.abort();
      await assert.rejects(found, { name: 'Aborted' });
    }
  });

  it('that are not there are told about', async () => {
    const gone = await startService();
    await gone.close();
    await refused(find(ADA, gone.url), 'unreachable', 'ECONNREFUSED');
    await refused(find(ADA, 'wikidata'), 'bad-address', 'wikidata');
    await refused(find(ADA, 'file:///etc/passwd'), 'bad-address');
  });

  it('that are something else are told about', async () => {
    service.next.push({ status: 404 });
    await refused(find(ADA), 'refused', 404);
    service.next.push({ body: '<html>' });
    await refused(find(ADA), 'bad-answer', 'JSON');
    for (const manifest of [[], { ...MANIFEST, versions: ['0.1'] }, { ...MANIFEST, name: undefined }, null]) {
      assert.ok(!isManifest(JSON.parse(JSON.stringify(manifest))));
      service.next.push({ body: JSON.stringify(manifest) });
      await refused(find(ADA), 'no-service');
    }
    for (const body of ['[]', '{}', '{"q0":{"result":[]}}', '{"q0":{"result":{}},"q1":{"result":[]}}']) {
      service.next.push({ body: JSON.stringify(MANIFEST) }, { body });
      await refused(find(ADA), 'bad-answer', 'result');
    }
    service.next.push({ body: ' '.repeat(5 * 1024 * 1024) });
    await refused(find(ADA), 'bad-answer', '> 4 MB');
  });

  it('may have moved: then queries go to the new place', async () => {
    service.next.push({ status: 301, headers: { Location: '/moved' } });
    await find(ADA);
    assert.deepEqual(
      service.asked.map(({ method, path }) => `${method} ${path}`),
      ['GET /en/api', 'GET /moved', 'POST /moved'],
    );
  });
});
