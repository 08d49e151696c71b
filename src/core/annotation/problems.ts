/** What can be wrong with a sidecar. English of each code, with `{0}`, `{1}` for its arguments; the adapters translate. */
import type { ProblemCode } from './types.ts';

export const PROBLEM_MESSAGES: Readonly<Record<ProblemCode, string>> = {
  'sidecar-not-json':
    'This is no valid JSON ({0} expected here). Notes up to this place are shown; nothing is written until it is mended.',
  'sidecar-too-deep': 'More than {0} levels of nesting. Nothing is written to this file.',
  'sidecar-not-a-page':
    'The file is valid JSON, but no annotation page ("type": "AnnotationPage"). Nothing is written to it.',
  'sidecar-newer-version':
    'The file has format version {0}, this program knows versions up to {1}. Notes are shown, but nothing is written; update the extension.',
  'sidecar-merge-conflict':
    'Git has left conflict markers here. The notes of both sides were merged; {0} are left to decide.',
  'sidecar-key-conflict':
    'Both sides of the merge have another “{0}”, which is no note. Yours is taken; the whole file, with both, is kept beside it (.bak) when it is saved.',
  'sidecar-duplicate-key': 'The key {0} stands twice in one object; a rewrite would lose a value. Remove one of them.',
  'sidecar-duplicate-id': 'Another annotation has the id {0} too. This one is kept in the file, but not shown.',
  'sidecar-wrong-type': '{0} should be {1}. It is kept as it is.',
  'sidecar-missing-key': '{0} is missing. The item is kept in the file, but not shown.',
  'sidecar-bad-value': '{0} has a value that cannot be used: {1}. It is kept as it is.',
};
