/** Annotations: the W3C model, its sidecar files, and anchoring. */
import type { Span } from '../text/span.ts';
import type { Anchor, Anchorer, AnchorOptions, Selector } from './types.ts';
export { factBodies, factsOf, pageFacts } from './facts.ts';
export { laterInstant, toInstant } from './instant.ts';
export {
  encodeIri,
  fileNameOf,
  isAbsoluteIri,
  relativeIri,
  resolveIri,
  sameIri,
  sidecarName,
  sourceIri,
} from './iri.ts';
export { mergePages, resolveConflict, withAnnotation, withoutAnnotation } from './merge.ts';
export { parseSidecar } from './parse.ts';
export { PROBLEM_MESSAGES } from './problems.ts';
export type * from './types.ts';
export { emptyPage, isEmptyPage, writeSidecar } from './write.ts';

/** Quote (context grows until it is unambiguous) and position selectors of a span. */
export declare function describe(text: string, span: Span): Selector[];
export declare function anchor(text: string, selectors: readonly Selector[], options?: AnchorOptions): Anchor;
export declare function anchorer(text: string, options?: AnchorOptions): Anchorer;
