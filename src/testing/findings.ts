import assert from 'node:assert/strict';
import { allFindings } from '../core/findings/index.ts';
import { corpusOf, placed } from './corpus.ts';

/** All findings of one code in the sources of a fixture, each as its sides: `a "44 boats" | b "48 boats"`. */
export function checkFindings(code: string, corpus: string, ...expected: string[]): void {
  const { snapshot } = corpusOf(corpus);
  const found = allFindings(snapshot).filter((finding) => finding.code === code);
  assert.deepEqual(
    found.map(({ sides }) => sides.map((side) => placed(snapshot, side)).join(' | ')),
    expected,
  );
}
