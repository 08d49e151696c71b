import { locateJson, readJson, type Json } from '../../text/json.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Snapshot } from '../types.ts';
import type { Authority, AuthorityProblem } from './types.ts';

/** Entities of the file that no source mentions now: decisions without effect, or about names that have gone. */
export function unmentioned(text: string, authority: Authority, snapshot: Snapshot): AuthorityProblem[] {
  const gone = new Map(
    authority.entities.filter(({ id }) => snapshot.entity(id) === undefined).map((one) => [one.id, one]),
  );
  if (gone.size === 0) return [];
  const { value } = readJson(text);
  const items = (value as { readonly entities?: Json } | undefined)?.entities;
  const found = (Array.isArray(items) ? (items as readonly Json[]) : []).flatMap((item, at) => {
    const id = (item as { readonly id?: Json } | null)?.id;
    const entity = typeof id === 'string' ? gone.get(id) : undefined;
    return entity === undefined ? [] : [{ path: ['entities', at, 'name'], name: entity.name }];
  });
  const lines = new LineIndex(text);
  const spans = locateJson(text, found.map(({ path }) => path)); // prettier-ignore
  return found.flatMap(({ path, name }, at): AuthorityProblem[] => {
    const span = spans[at];
    if (span === undefined) return [];
    const position = lines.at(span.start);
    return [{ code: 'authority-unmentioned', severity: 'information', path, span, position, args: [name] }];
  });
}
