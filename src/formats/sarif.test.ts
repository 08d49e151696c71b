import assert from 'node:assert/strict';
import { allFindings, type Finding } from '../core/index.ts';
import { corpusOf } from '../testing/corpus.ts';
import { sarif } from './sarif.ts';

const FIXTURE = `//- a b/första.txt
🔥 A fire. The fire at the Port Meridian cannery destroyed 44 boats.
//- c.txt
At least 48 boats were destroyed in the fire at the Port Meridian cannery.`;

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly snippet: { readonly text: string };
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly Location[];
      readonly relatedLocations: readonly Location[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

function run(change: (found: readonly Finding[]) => readonly Finding[] = (found) => found) {
  const { snapshot } = corpusOf(FIXTURE);
  const findings = change(allFindings(snapshot));
  const text = (uri: string): string => snapshot.source(uri)!.reading.text;
  const log = JSON.parse(sarif({ findings, path: (uri) => uri, text, version: '1.2.3' })) as Log;
  return { findings, run: log.runs[0]!, log };
}

const place = ({ physicalLocation: { artifactLocation, region } }: Location): string =>
  `${artifactLocation.uri}:${region.startLine}:${region.startColumn}-${region.endColumn} ${region.snippet.text}`;

describe('SARIF', () => {
  it('has each conflict once, with columns in UTF-16 code units and the other side related', () => {
    const { run: only, log } = run();
    assert.deepEqual([log.version, only.columnKind], ['2.1.0', 'utf16CodeUnits']);
    const conflicts = only.results.filter(({ ruleId }) => ruleId === 'figure-conflict');
    assert.deepEqual(
      conflicts.map(({ locations, relatedLocations }) => [...locations, ...relatedLocations].map(place)),
      [['a%20b/f%C3%B6rsta.txt:1:60-68 44 boats', 'c.txt:1:1-18 At least 48 boats']],
    );
  });

  it('refers to rules by place in the list, and keeps fingerprints', () => {
    const { run: only, findings } = run();
    for (const [at, { ruleId, ruleIndex, partialFingerprints }] of only.results.entries()) {
      assert.equal(only.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.equal(partialFingerprints['apparatus/v1'], findings[at]!.fingerprint);
    }
  });

  it('has three levels for four severities', () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const;
    const { run: only } = run(([first]) => severities.map((severity) => ({ ...first!, severity })));
    assert.deepEqual(
      only.results.map(({ level }) => level),
      ['error', 'warning', 'note', 'note'],
    );
  });

  it('is the same for the same findings', () => assert.deepEqual(run().log, run().log));
});
