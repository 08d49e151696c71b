/** Annotations: the W3C model, its sidecar files, and anchoring. */
export { anchor, anchorer } from './anchor.ts';
export { writeCollection, type Collected } from './collection.ts';
export { describe, describer } from './describe.ts';
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
export { referencesIn, withoutReferences, withReferences } from './references.ts';
export { fragmentSelectors, isReadable } from './selectors.ts';
export { mapTargets } from './targets.ts';
export type * from './types.ts';
export { FORMAT_VERSION } from './vocabulary.ts';
export { emptyPage, isEmptyPage, sortedById, writeSidecar } from './write.ts';
