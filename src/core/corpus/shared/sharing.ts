import type { Reading } from '../../reading/types.ts';
import type { Snapshot } from '../types.ts';
import { Postings } from './postings.ts';
import { figureKeys } from './figureKeys.ts';
import { passageKeys } from './passageKeys.ts';
import { termKeys } from './terms.ts';
import { utteranceKeys } from './utteranceKeys.ts';

const postings = new WeakMap<Snapshot, Postings>();

/** Which sources of the snapshot share comparison keys. */
export function sharingOf(snapshot: Snapshot): Postings {
  const known = postings.get(snapshot);
  if (known) return known;
  const changes = snapshot.uris().map((uri) => ({ uri, reading: snapshot.source(uri)!.reading }));
  const made = Postings.empty.apply(changes, comparisonKeys);
  postings.set(snapshot, made);
  return made;
}

/** What a source can be found by. Each kind of key has its own seed. */
function comparisonKeys(reading: Reading): readonly number[] {
  return [
    ...new Set([
      ...utteranceKeys(reading).flat(),
      ...passageKeys(reading),
      ...figureKeys(reading),
      ...termKeys(reading),
    ]),
  ];
}
