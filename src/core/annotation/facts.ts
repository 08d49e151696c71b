/**
 * What the reader knows about a whole source: an annotation of motivation `describing`, with one textual body for each fact.
 * A program that does not know our prefix still shows the facts as texts.
 */
import type { Annotation, AnnotationPage, FactName, SourceFacts, TextBody } from './types.ts';
import { FACT_NAMES } from './vocabulary.ts';

/** The facts that an annotation states; empty for annotations of another kind. */
export function factsOf(annotation: Annotation): SourceFacts {
  if (annotation.motivation !== 'describing') return {};
  const facts: { [Name in FactName]?: string } = {};
  for (const body of annotation.bodies) {
    if (body.kind === 'text' && body.fact !== undefined && isFactName(body.fact)) facts[body.fact] ??= body.value;
  }
  return facts;
}

/** The facts of a page: where several annotations state one, the one changed last counts. */
export function pageFacts(page: AnnotationPage): SourceFacts {
  const when = (annotation: Annotation): string => annotation.modified ?? annotation.created ?? '';
  const describing = page.annotations.filter(({ motivation }) => motivation === 'describing');
  const oldestFirst = describing.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
  return Object.assign({}, ...oldestFirst.map(factsOf)) as SourceFacts;
}

/** Bodies that state the facts, in the order of `FACT_NAMES`; empty facts are left out. */
export const factBodies = (facts: SourceFacts): TextBody[] =>
  FACT_NAMES.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined || value === ''
      ? []
      : [{ kind: 'text' as const, value, purpose: 'describing' as const, format: 'text/plain', fact }];
  });

const isFactName = (name: string): name is FactName => (FACT_NAMES as readonly string[]).includes(name);
