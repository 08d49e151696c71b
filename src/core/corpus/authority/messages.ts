import type { AuthorityProblemCode } from './types.ts';

/** English of each code, with `{0}`, `{1}` for its arguments; the adapters translate. */
export const AUTHORITY_MESSAGES: Readonly<Record<AuthorityProblemCode, string>> = {
  'authority-not-json':
    'This is no valid JSON ({0} expected here). Decisions up to this place hold; nothing is written until it is mended.',
  'authority-too-deep': 'More than {0} levels of nesting. Nothing is written to this file.',
  'authority-not-an-object': 'The file is valid JSON, but no object. Nothing is written to it.',
  'authority-newer-version':
    'The file has format version {0}, this program knows versions up to {1}. Decisions hold as far as they are understood, but nothing is written; update the extension.',
  'authority-merge-conflict':
    'Git has left conflict markers here. The decisions of both sides hold; {0} are left to decide.',
  'authority-duplicate-key':
    'The key {0} stands twice in one object; a rewrite would lose a value. Remove one of them.',
  'authority-duplicate-id': 'Another entity has the id {0} too. This one is kept in the file, but does not hold.',
  'authority-bad-value': '{0} should be {1}. It is kept as it is, but does not hold.',
  'authority-name-claimed-twice': '“{0}” is a name of two entities, “{1}” and “{2}”. It stays with the first.',
  'authority-name-and-not-name': '“{0}” is both a name of “{1}” and said not to be one. It is taken for none.',
  'authority-same-and-different':
    '“{0}” and “{1}” are said to be different here, but another decision makes them the same. The other decision holds.',
  'authority-duplicate-tag': 'The tag #{0} stands here twice. The first holds.',
  'authority-tag-circle': 'By way of its parents the tag #{0} is a kind of itself.',
  'authority-unknown-code': 'No finding has the code {0}. This severity is kept, but has no effect.',
  'authority-unknown-entity': 'No entity in this file has the id {0}.',
  'authority-unmentioned': 'No source mentions “{0}” now. The decision is kept.',
};
