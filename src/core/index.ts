/** The façade: the only file of `core` that other rooms import. */
export * from './text/span.ts';
export { LineIndex, type LineColumn } from './text/lines.ts';
export type * from './reading/types.ts';
export type * from './corpus/types.ts';
export { Corpus } from './corpus/corpus.ts';
export type * from './findings/types.ts';
export { CodePoints } from './text/codePoints.ts';
export * from './text/edits.ts';
export * from './annotation/index.ts';
