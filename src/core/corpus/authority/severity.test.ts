import assert from 'node:assert/strict';
import { decideSeverity, emptyAuthority } from './index.ts';

describe('severity of a rule in a folder', () => {
  const others = { tags: [], findings: { 'term-variant': 'off' } };
  const check = (severity: 'hint' | null, other: object, expected: object) =>
    assert.deepEqual(
      decideSeverity({ ...emptyAuthority, other: { ...other } }, 'date-conflict', severity).other,
      expected,
    );

  it('is kept beside the others, in order', () =>
    check('hint', others, { tags: [], findings: { 'date-conflict': 'hint', 'term-variant': 'off' } }));
  it('is taken away without a trace', () => {
    check(null, { findings: { 'date-conflict': 'hint' } }, {});
    check(null, others, others);
  });
  it('takes the place of what is no list of severities', () =>
    check('hint', { findings: 'all' }, { findings: { 'date-conflict': 'hint' } }));
});
