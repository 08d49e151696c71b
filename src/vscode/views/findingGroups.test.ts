import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../core/index.ts';
import { groups, isAtLeast, type FindingNode, type Grouping } from './findingGroups.ts';

/** "code severity source source…" */
function node(line: string): FindingNode {
  const [code, severity, ...uris] = line.split(' ') as [string, Severity, ...string[]];
  const sides = uris.map((uri) => ({ uri, start: 0, end: 1, label: { code: '', args: [] } }));
  const finding = { code, severity, sides, fingerprint: line } as unknown as Finding;
  return { kind: 'finding', session: {} as never, finding };
}

const FOUND = [
  'term-variant hint b a',
  'figure-conflict warning a b',
  'figure-conflict warning a c b',
  'date-conflict warning c a a',
  'source-undated information b',
  'name-variant hint a b c d e f',
];

function check(grouping: Grouping, ...expected: string[]): void {
  assert.deepEqual(
    groups(FOUND.map(node), grouping).map((group) => {
      const name = group.kind === 'code' ? group.code : group.uris.join('+') || 'many';
      return `${name}: ${group.findings.map(({ finding }) => finding.severity).join(' ')}`;
    }),
    expected,
  );
}

describe('groups of findings', () => {
  it('are rules, the gravest and largest first', () =>
    check(
      'rule',
      'figure-conflict: warning warning',
      'date-conflict: warning',
      'source-undated: information',
      'name-variant: hint',
      'term-variant: hint',
    ));
  it('are pairs of sources, whichever side comes first; a finding between three stands under each, between many under none', () =>
    check(
      'sources',
      'a+b: warning warning hint',
      'a+c: warning warning',
      'b+c: warning',
      'b: information',
      'many: hint',
    ));
  it('hold nothing twice', () => {
    for (const grouping of ['rule', 'sources'] as const)
      for (const { findings } of groups(FOUND.map(node), grouping))
        assert.equal(new Set(findings.map(({ finding }) => finding)).size, findings.length);
  });
});

describe('a filter by severity', () => {
  it('lets through what is as grave or graver', () =>
    assert.deepEqual(
      (['error', 'warning', 'information', 'hint'] as const).filter((severity) => isAtLeast(severity, 'warning')),
      ['error', 'warning'],
    ));
});
