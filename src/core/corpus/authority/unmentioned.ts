import { locateJson, readJson, type Json } from '../../text/json.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Snapshot } from '../types.ts';
import { claimsOf, nameRules } from './rules.ts';
import type { Authority, AuthorityEntity, AuthorityProblem } from './types.ts';

/**
 * Entities of the file that no source mentions now: decisions without effect, or about names that have gone. Not those
 * whose names the sources do have, but as another entity's: that is another problem, and told as such.
 */
export function unmentioned(text: string, authority: Authority, snapshot: Snapshot): AuthorityProblem[] {
  const { claims } = nameRules(authority);
  const isTaken = (entity: AuthorityEntity): boolean =>
    claimsOf(entity).some((key) => {
      const owner = claims.get(key);
      return owner !== undefined && owner !== entity.id && snapshot.entity(owner) !== undefined;
    });
  const gone = new Map(
    authority.entities
      .filter((one) => snapshot.entity(one.id) === undefined && !isTaken(one))
      .map(({ id, name }) => [id, name]),
  );
  if (gone.size === 0) return [];
  const { value } = readJson(text);
  const items = (value as { readonly entities?: Json } | undefined)?.entities;
  const found = (Array.isArray(items) ? (items as readonly Json[]) : []).flatMap((item, at) => {
    const id = (item as { readonly id?: Json } | null)?.id;
    const name = typeof id === 'string' ? gone.get(id) : undefined;
    if (typeof id !== 'string' || name === undefined) return [];
    // What has the same id further down does not hold at all.
    gone.delete(id);
    return [{ path: ['entities', at, 'name'], name }];
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
