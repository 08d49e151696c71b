/** Annotations: the W3C model, its sidecar files, and anchoring. */
import type { Span } from '../text/span.ts';
import type {
  Anchor,
  Anchorer,
  AnchorOptions,
  AnnotationPage,
  Iri,
  Merge,
  ParsedSidecar,
  Selector,
  SourceFacts,
  Annotation,
  TextBody,
} from './types.ts';
export type * from './types.ts';

/** Reads a sidecar; never throws. */
export declare function parseSidecar(text: string): ParsedSidecar;
/** Indented JSON with a final line feed, keys in fixed order, sorted by id. */
export declare function writeSidecar(page: AnnotationPage): string;
/** An empty page for the source of this file name ("report.txt"). */
export declare function emptyPage(fileName: string): AnnotationPage;
/** Three-way, by annotation id. `base` null: unknown (as in git's two-sided conflict markers). */
export declare function mergePages(base: AnnotationPage | null, mine: AnnotationPage, theirs: AnnotationPage): Merge;
/** Relative IRI of a file in the sidecar's folder: its percent-encoded name. */
export declare function sourceIri(fileName: string): Iri;
/** Absolute URI that `reference` means in the sidecar at `base`. */
export declare function resolveIri(base: Iri, reference: Iri): Iri;
/** Shortest reference to `target` from the sidecar at `base`: relative where scheme and authority are the same. */
export declare function relativeIri(base: Iri, target: Iri): Iri;
export declare function factsOf(annotation: Annotation): SourceFacts;
export declare function factBodies(facts: SourceFacts): TextBody[];
/** Quote (context grows until it is unambiguous) and position selectors of a span. */
export declare function describe(text: string, span: Span): Selector[];
export declare function anchor(text: string, selectors: readonly Selector[], options?: AnchorOptions): Anchor;
export declare function anchorer(text: string, options?: AnchorOptions): Anchorer;
