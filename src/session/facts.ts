/** What the reader knows about a whole source, as its sidecar has it. */
import { pageFacts, type Annotation, type AnnotationPage, type SourceFacts, type Uri } from '../core/index.ts';
import { targetIn } from './places.ts';

/** The facts that the page states about this source; those about other resources, which a page of others may hold, are none of its own. */
export const factsAbout = (page: AnnotationPage, source: Uri): SourceFacts =>
  pageFacts({ ...page, annotations: page.annotations.filter((annotation) => targetIn(annotation, source)) });

/** The annotations that state them. */
export const statingFacts = (page: AnnotationPage, source: Uri): Annotation[] =>
  page.annotations.filter(
    (annotation) =>
      annotation.motivation === 'describing' &&
      annotation.bodies.some((body) => body.kind === 'text' && body.fact !== undefined) &&
      targetIn(annotation, source) !== null,
  );
