/** What `apparatus check --format sarif` prints, against the OASIS schema of SARIF 2.1.0 (errata 01), which is a draft-04 schema. */
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allFindings, type Finding } from '../../src/core/index.ts';
import { sarif } from '../../src/formats/sarif.ts';
import { corpusOf } from '../../src/testing/corpus.ts';
import type { Conformance, ConformanceContext } from './types.ts';

const SCHEMA = 'sarif/sarif-schema-2.1.0.json';

const PROSE =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one.';

/** Several rules, several sides, names that must be encoded, characters of two code units, nothing at all. */
const CORPORA: Readonly<Record<string, string>> = {
  'conflicts and copies': `//- a b/första.txt
🔥 ${PROSE} — UPI

The fire at the Port Meridian cannery destroyed 44 boats. “We will build of stone across the channel,” said Ada Lovelace.
//- c:d.txt
${PROSE}

At least 48 boats were destroyed in the fire at the Port Meridian cannery. “We will build of iron across the channel,” said Ada Lovelace.`,
  'nothing found': '//- a.txt\nNobody came.',
};

const conformance: Conformance = {
  name: 'sarif',
  needs: [SCHEMA],
  async run({ suite, check }: ConformanceContext): Promise<void> {
    const validate = validator(path.join(suite, SCHEMA));
    for (const [name, corpus] of Object.entries(CORPORA)) {
      await check(`${name}: valid`, () => validate(logOf(corpus)));
    }
    await check('every severity: valid', () =>
      validate(
        logOf(CORPORA['conflicts and copies']!, ([first]) =>
          (['error', 'warning', 'information', 'hint'] as const).map((severity) => ({ ...first!, severity })),
        ),
      ),
    );
    await check('the schema finds a fault', () => {
      const log = logOf(CORPORA['conflicts and copies']!) as { runs: { columnKind: string }[] };
      log.runs[0]!.columnKind = 'bytes';
      assert.throws(() => validate(log));
    });
  },
};
export default conformance;

function logOf(corpus: string, change: (found: readonly Finding[]) => readonly Finding[] = (found) => found): unknown {
  const { snapshot } = corpusOf(corpus);
  const text = (uri: string): string => snapshot.source(uri)!.reading.text;
  const findings = change(allFindings(snapshot));
  return JSON.parse(sarif({ findings, path: (uri) => uri, text, version: '1.2.3' }));
}

function validator(file: string): (log: unknown) => void {
  const ajv = new AjvDraft04({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return (log) => assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
}
