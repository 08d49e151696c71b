/** Sidecars that were copied or moved together with their source, by programs that know nothing of what they say. */
import {
  fileNameOf,
  mapTargets,
  sidecarName,
  sourceIri,
  type Annotation,
  type AnnotationPage,
  type Uri,
} from '../core/index.ts';
import { nameOf } from './writable.ts';

/**
 * The page as the sidecar of this source. Where it says by its id that it was written beside another file, what is about that file is
 * about this one; what is about any other resource stays so.
 */
export function adopted(page: AnnotationPage, source: Uri): AnnotationPage {
  const own = nameOf(source);
  const written = fileNameOf(page.id);
  if (written === null || !written.endsWith(ENDING) || written === sidecarName(own)) return page;
  const former = written.slice(0, -ENDING.length);
  const moved = (annotation: Annotation): Annotation => ({
    ...annotation,
    targets: mapTargets(annotation, (target) =>
      target.kind === 'source' && fileNameOf(target.source) === former ? { ...target, source: sourceIri(own) } : target,
    ),
  });
  return { ...page, id: sourceIri(sidecarName(own)), annotations: page.annotations.map(moved) };
}

const ENDING = sidecarName('');
