/** The façade: the only file of `core` that other rooms import. */
export * from './text/span.ts';
export { LineIndex, type LineColumn } from './text/lines.ts';
export type * from './reading/types.ts';
export type * from './corpus/types.ts';
export { Corpus } from './corpus/corpus.ts';
export {
  allFindings,
  findingKey,
  findings,
  FindingsStore,
  formatMessage,
  MESSAGES,
  RULES,
  sureness,
  tally,
  TITLES,
} from './findings/index.ts';
export type { Tally } from './findings/index.ts';
export type * from './findings/types.ts';
export * from './features/index.ts';
export { CodePoints } from './text/codePoints.ts';
export * from './text/edits.ts';
export * from './annotation/index.ts';
export { decode, encodeUtf8, unifyLineEnds, type Decoded, type Encoding } from './text/decode.ts';
export { DOSSIER_TABLE, EXPORT_MARK, isExported, NOTE_TABLE } from './text/exported.ts';
export { hashHex } from './text/hash.ts';
export { byCodeUnits } from './text/order.ts';
export { dayRange, parseEdtf, type Edtf } from './reading/dates/edtf.ts';
export { readSource, type ReadOptions } from './reading/read.ts';
export { civilDate } from './text/calendar.ts';
export { origins } from './corpus/origins.ts';
export { passagesOf, type Passage, type SharedWith } from './corpus/passages.ts';
export { loadNameModel, type NameModel } from './reading/names/read-names.ts';
export { noRules, type DecidedEntity, type MentionDecision, type NameRules } from './corpus/decided.ts';
export * from './corpus/authority/index.ts';
export { suggestionList, suggestions, type Suggestion, type SuggestionList } from './corpus/suggestions.ts';
export { SuggestionIndex } from './corpus/suggestionIndex.ts';
export { withReaderMentions, type DecidedSpan } from './corpus/readerMentions.ts';
