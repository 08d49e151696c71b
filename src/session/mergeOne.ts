import { mergePages, type Annotation, type AnnotationPage } from '../core/index.ts';

/** `current` with the step from `from` to `to` made on it. */
export function mergeOne(
  from: Annotation | null,
  to: Annotation | null,
  current: Annotation | null,
): Annotation | null | 'conflict' {
  const page = (annotation: Annotation | null): AnnotationPage => ({
    id: '',
    annotations: annotation ? [annotation] : [],
    foreign: [],
    contexts: [],
  });
  const { page: merged, conflicts } = mergePages(page(from), page(to), page(current));
  return conflicts.length > 0 ? 'conflict' : (merged.annotations[0] ?? null);
}
