import { codebook, type CodebookTag } from '../core/index.ts';
import type { Session } from '../session/index.ts';

export interface CountedTag extends CodebookTag {
  /** Notes that have it. */
  readonly count: number;
}

/** Tags of the codebook in its order, then those that notes have, the most used first. */
export function countedTags(session: Session): readonly CountedTag[] {
  const snapshot = session.snapshot();
  const counts = new Map<string, number>();
  for (const source of snapshot.annotated()) {
    for (const { tags } of snapshot.notes(source)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const defined = codebook(session.authority());
  const names = new Set(defined.map(({ name }) => name));
  const used = [...counts].filter(([name]) => !names.has(name));
  used.sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return [
    ...defined.map((tag) => ({ ...tag, count: counts.get(tag.name) ?? 0 })),
    ...used.map(([name, count]) => ({ name, count })),
  ];
}
