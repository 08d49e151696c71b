/**
 * Annotations of many sidecars in one file: an AnnotationCollection with its only page inside it (model, sections 5.1 and 5.2).
 * The caller has made every reference relative to the file's own address.
 */
import type { Json } from '../text/json.ts';
import { encodeIri } from './iri.ts';
import type { Annotation, Iri } from './types.ts';
import { NAMESPACE, PREFIX, STANDARD_CONTEXT } from './vocabulary.ts';
import { annotationJson, sortedById } from './write.ts';

export interface Collected {
  /** The file's own name as a relative IRI, or an absolute one. */
  readonly id: Iri;
  readonly label: string;
  readonly annotations: readonly Annotation[];
  /** Entries of `@context` beyond the standard's and our own, of all the pages. */
  readonly contexts: readonly Json[];
}

/** The collection as a file, with a final line feed. Equal collections give equal texts. */
export function writeCollection({ id, label, annotations, contexts }: Collected): string {
  const items = sortedById(annotations).map(annotationJson);
  const iri = encodeIri(id);
  const collection = {
    '@context': [STANDARD_CONTEXT, { [PREFIX]: NAMESPACE }, ...contexts],
    id: iri,
    type: 'AnnotationCollection',
    label,
    total: items.length,
    // Section 5.1: a collection without annotations has no page.
    ...(items.length === 0
      ? {}
      : { first: { id: `${iri}#page`, type: 'AnnotationPage', partOf: iri, startIndex: 0, items } }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}
