/**
 * What we send to authority services and what our service for tests answers, against the JSON Schemas of the Reconciliation Service API 0.2
 * (github.com/reconciliation-api/specs), and its own examples read by us.
 */
import { Ajv, type ValidateFunction } from 'ajv';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Reconciler } from '../../src/session/reconciliation/client.ts';
import { readManifest, readResults } from '../../src/session/reconciliation/protocol.ts';
import { Aborter } from '../../src/session/signal.ts';
import { MANIFEST, startService, type WireCandidate } from '../../src/testing/reconciliationService.ts';
import { http } from '../../src/vscode/ports/http.ts';
import type { Conformance, ConformanceContext } from './types.ts';

const SUITE = 'reconciliation/0.2';
const TYPES = ['person', 'organization', 'place', 'event', 'work'] as const;
const CANDIDATES: Readonly<Record<string, readonly WireCandidate[]>> = {
  'zoë 魏': [{ id: 'Q1', name: 'Zoë 魏', score: 12.5, match: true, description: 'traveller', type: [{ id: 'Q5' }] }],
};

const conformance: Conformance = {
  name: 'reconciliation',
  needs: [`${SUITE}/schemas/manifest.json`, `${SUITE}/schemas/reconciliation-query-batch.json`],
  async run({ suite, check }: ConformanceContext): Promise<void> {
    const folder = path.join(suite, SUITE);
    const schemas = validators(path.join(folder, 'schemas'));
    await traffic(schemas, check);
    for (const name of ['manifest', 'reconciliation-query-batch', 'reconciliation-result-batch'] as const) {
      for (const [file, json] of examples(folder, name, 'valid')) {
        await check(`example ${file}: valid`, () => valid(schemas[name], json));
        await check(`example ${file}: is understood`, () => understood(name, json));
      }
      for (const [file, json] of examples(folder, name, 'invalid'))
        await check(`example ${file}: the schema finds the fault`, () => assert.ok(!schemas[name](json)));
    }
  },
};
export default conformance;

type Schemas = Readonly<
  Record<'manifest' | 'reconciliation-query-batch' | 'reconciliation-result-batch', ValidateFunction>
>;

function validators(folder: string): Schemas {
  // The schemas name no dialect of theirs and refer to Swagger's own schema, for authentication, which we do not have.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(
    { definitions: { securityDefinitions: { additionalProperties: true } } },
    'http://swagger.io/v2/schema.json',
  );
  const read = (name: string): object => {
    const { $schema: _dialect, ...schema } = readJson(path.join(folder, `${name}.json`)) as Record<string, unknown>;
    return schema;
  };
  ajv.addSchema(read('type'));
  return {
    manifest: ajv.compile(read('manifest')),
    'reconciliation-query-batch': ajv.compile(read('reconciliation-query-batch')),
    'reconciliation-result-batch': ajv.compile(read('reconciliation-result-batch')),
  };
}

async function traffic(schemas: Schemas, check: ConformanceContext['check']): Promise<void> {
  const service = await startService(CANDIDATES);
  try {
    const clock = { schedule: () => () => {} };
    for (const type of TYPES) {
      await new Reconciler(http, clock).find(service.url, { names: ['Zoë 魏', 'Zoë'], type }, new Aborter().signal);
      const batch: unknown = JSON.parse(service.asked.at(-1)!.form.get('queries')!);
      await check(`our queries for a ${type}`, () => valid(schemas['reconciliation-query-batch'], batch));
    }
    await check('the manifest of the service for tests', () => valid(schemas.manifest, MANIFEST));
    const body = service.asked.at(-1)!.form.toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await http.send({ url: service.url, headers, body }, new Aborter().signal);
    await check('the answers of the service for tests', () =>
      valid(schemas['reconciliation-result-batch'], JSON.parse(answer.body)),
    );
  } finally {
    await service.close();
  }
}

/** Every example of the specification's that we read tells us something. */
function understood(name: keyof Schemas, json: unknown): void {
  if (name === 'manifest') assert.ok(readManifest(json));
  if (name !== 'reconciliation-result-batch') return;
  const answers = Object.values(json as Record<string, unknown>);
  const ours = Object.fromEntries(answers.map((answer, index) => [`q${index}`, answer]));
  const read = readResults(ours, answers.length, readManifest(MANIFEST)!);
  const sent = answers.map((answer) => (answer as { result: unknown[] }).result.length);
  assert.deepEqual(
    read?.map(({ length }) => length),
    sent,
  );
}

function examples(folder: string, name: string, kind: 'valid' | 'invalid'): [string, unknown][] {
  const home = path.join(folder, 'examples', name, kind);
  const files = readdirSync(path.dirname(home)).includes(kind) ? readdirSync(home) : [];
  return files.map((file) => [`${name}/${file}`, readJson(path.join(home, file))]);
}

const valid = (validate: ValidateFunction, json: unknown): void =>
  assert.ok(validate(json), JSON.stringify(validate.errors));

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
