import assert from 'node:assert/strict';
import { allFindings, RULES, type Finding } from '../core/index.ts';
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
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly rank: number;
      readonly locations: readonly Location[];
      readonly relatedLocations: readonly Location[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

type Change = (found: readonly Finding[]) => readonly Finding[];

/** `folder` is where the sources lie; paths in the log begin behind it. */
function run(change: Change = (found) => found, fixture = FIXTURE, folder = '') {
  const { snapshot } = corpusOf(fixture.replaceAll('//- ', `//- ${folder}`));
  const findings = change(allFindings(snapshot));
  const text = (uri: string): string => snapshot.source(uri)!.reading.text;
  const path = (uri: string): string => uri.slice(folder.length);
  const log = JSON.parse(sarif({ findings, path, text, version: '1.2.3' })) as Log;
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

  it('says in words what each rule finds, without the slots of a message, and how sure it is of each', () => {
    const { run: only, findings } = run();
    assert.deepEqual(
      only.tool.driver.rules.map(({ id }) => id),
      RULES.map(({ code }) => code),
    );
    for (const { id, shortDescription } of only.tool.driver.rules)
      assert.match(shortDescription.text, /^[\p{Lu}][^{}]+$/u, id);
    assert.deepEqual(
      only.results.map(({ rank }) => rank),
      findings.map(({ confidence }) => Math.round(100 * confidence)),
    );
  });

  it('is the same whatever the order of files', () => {
    const [first, second] = FIXTURE.split(/\n(?=\/\/- )/) as [string, string];
    assert.deepEqual(run(undefined, `${second}\n${first}`).log, run().log);
  });

  it('is the same in another folder', () => {
    const { log } = run(undefined, FIXTURE, 'archive/1911/');
    assert.ok(log.runs[0]!.results.length > 0);
    assert.deepEqual(log, run().log);
  });

  it('has a fingerprint of its own for each of two findings alike in files of one name', () => {
    const open = '“Nobody was hurt, he said on the quay of the old harbour.';
    const { run: only } = run(undefined, `//- x/news.txt\n${open}\n//- y/news.txt\n${open}`);
    const prints = only.results.map(({ partialFingerprints }) => partialFingerprints['apparatus/v1']!);
    assert.ok(prints.some((each) => prints.includes(`${each}:2`)));
    assert.equal(new Set(prints).size, prints.length);
  });
});
