/** The façade: the only file of `core` that other rooms import. */
export * from './text/span.ts';
export { LineIndex, type LineColumn } from './text/lines.ts';
export type * from './reading/types.ts';
export type * from './corpus/types.ts';
export { Corpus } from './corpus/corpus.ts';
export { allFindings, findings, formatMessage, MESSAGES, RULES } from './findings/index.ts';
export type * from './findings/types.ts';
export * from './features/index.ts';
export { CodePoints } from './text/codePoints.ts';
export * from './text/edits.ts';
export * from './annotation/index.ts';
export { decode, encodeUtf8, unifyLineEnds, type Decoded, type Encoding } from './text/decode.ts';
export { hashHex } from './text/hash.ts';
export { readSource, type ReadOptions } from './reading/read.ts';
export { civilDate } from './text/calendar.ts';
export { passagesOf, type Passage, type SharedWith } from './corpus/passages.ts';
export { loadNameModel, type NameModel } from './reading/names/read-names.ts';
