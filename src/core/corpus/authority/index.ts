/** The authority file: reading, writing, deciding, merging. */
export { codebook, colorOfTag, decideTag, dropTag, isTagColor, renameTag, type CodebookTag } from './codebook.ts';
export {
  decideAccept,
  decideDifferent,
  decideIri,
  decideName,
  decideNoName,
  decideNotName,
  decideSame,
  decideSplit,
  decideType,
  dismissSuggestion,
  type Subject,
} from './decide.ts';
export { mergeAuthorities, type AuthorityConflict, type AuthorityMerge } from './merge.ts';
export { AUTHORITY_MESSAGES } from './messages.ts';
export { readAuthority } from './read.ts';
export { nameRules } from './rules.ts';
export { decideSeverity, isSeverityChoice, SEVERITY_CHOICES, type SeverityChoice } from './severity.ts';
export { AUTHORITY_VERSION, emptyAuthority } from './types.ts';
export type * from './types.ts';
export { unmentioned } from './unmentioned.ts';
export { writeAuthority } from './write.ts';
