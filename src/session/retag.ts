/** A tag under another name, in everything that the reader wrote. */
import type { Annotation, Instant } from '../core/index.ts';
import { isComment, isTag } from './notes.ts';
import { replaceTag } from './tags.ts';

/** The annotation with the one tag in place of the other; the same object where it has no such tag. */
export function retagged(annotation: Annotation, from: string, to: string, now: Instant): Annotation {
  const hasTag = annotation.bodies.some((body) => isTag(body) && bare(body.value) === from);
  if (!hasTag) return annotation;
  const isThere = annotation.bodies.some((body) => isTag(body) && bare(body.value) === to);
  const bodies = annotation.bodies.flatMap((body) => {
    if (isTag(body) && bare(body.value) === from) return isThere ? [] : [{ ...body, value: to }];
    return [isComment(body) ? { ...body, value: replaceTag(body.value, from, to) } : body];
  });
  return { ...annotation, bodies, modified: now };
}

const bare = (tag: string): string => tag.replace(/^#/, '');
