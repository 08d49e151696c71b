/** Sources that were moved: which ones, and what in annotations has to say so. */
import { mapTargets, relativeIri, resolveIri, sameIri, type Annotation, type Iri, type Uri } from '../core/index.ts';
import { sidecarOf } from './writable.ts';

export interface Move {
  readonly from: Uri;
  readonly to: Uri;
}

/** The known files that moves of files and folders concern. */
export function movedUris(known: Iterable<Uri>, moves: readonly Move[]): Move[] {
  return [...known].flatMap((uri) => {
    const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    return move ? [{ from: uri, to: move.to + uri.slice(move.from.length) }] : [];
  });
}

/**
 * An annotation that stood in the sidecar of `home.before` and stands in that of `home.after`, with every reference to the
 * moved source, and every relative reference, leading where it should; the same object where nothing changes.
 */
export function retargeted(
  annotation: Annotation,
  home: { readonly before: Uri; readonly after: Uri },
  from: Uri,
  to: Uri,
): Annotation {
  const iri = (reference: Iri): Iri => {
    const meant = resolveIri(sidecarOf(home.before), reference);
    const isMoved = sameIri(meant, from);
    if (!isMoved && home.before === home.after) return reference;
    return relativeIri(sidecarOf(home.after), isMoved ? to : meant);
  };
  const targets = mapTargets(annotation, (target) =>
    target.kind === 'source' ? { ...target, source: iri(target.source) } : target,
  );
  const bodies = annotation.bodies.map((body) =>
    body.kind === 'resource' ? { ...body, source: iri(body.source) } : body,
  );
  const isSame = [...targets, ...bodies].every((each, at) => {
    const old = [...annotation.targets, ...annotation.bodies][at]!;
    return !('source' in each) || !('source' in old) || each.source === old.source;
  });
  return isSame ? annotation : { ...annotation, targets, bodies };
}
