/**
 * The tagger's labels: outside, and for each kind of name its begin, inside, last and unit tag (BILOU; Ratinov and Roth 2009).
 * `other` stands for names that are neither person, organization nor place: events, works, and more.
 */
export const nameKinds = ['person', 'organization', 'place', 'other'] as const;
export type NameKind = (typeof nameKinds)[number];

export const OUTSIDE = 0;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

export const labelCount = 1 + 4 * nameKinds.length;

/** Label of a kind (index into `nameKinds`) and a position (BEGIN … UNIT). */
export const labelOf = (kind: number, position: number): number => 1 + kind * 4 + position;
export const kindOf = (label: number): number => (label - 1) >> 2;
export const positionOf = (label: number): number => (label - 1) & 3;

/** For each label, the labels that may follow it. */
export const successors: readonly (readonly number[])[] = Array.from({ length: labelCount }, (_, label) => {
  const all = Array.from({ length: labelCount }, (_unused, next) => next);
  return all.filter((next) => mayFollow(label, next));
});

/** For each label, the labels that may stand before it. */
export const predecessors: readonly (readonly number[])[] = successors.map((_, label) =>
  successors.flatMap((nexts, before) => (nexts.includes(label) ? [before] : [])),
);

/** Whether a stretch may begin with `label`: what precedes it is outside. */
export const mayStart = (label: number): boolean => mayFollow(OUTSIDE, label);
/** Whether a stretch may end with `label`. */
export const mayEnd = (label: number): boolean => mayFollow(label, OUTSIDE);

function mayFollow(label: number, next: number): boolean {
  const open = label !== OUTSIDE && (positionOf(label) === BEGIN || positionOf(label) === INSIDE);
  const continues = next !== OUTSIDE && (positionOf(next) === INSIDE || positionOf(next) === LAST);
  if (open) return continues && kindOf(label) === kindOf(next);
  return !continues;
}
