/** What an annotation is about. */
import type { Annotation, Target } from './types.ts';

/** The targets, each as `change` gives it: at least one stays at least one. */
export function mapTargets({ targets }: Annotation, change: (target: Target) => Target): Annotation['targets'] {
  const [first, ...more] = targets;
  return [change(first), ...more.map(change)];
}
