import type { Snapshot } from '../types.ts';
import { Postings } from './postings.ts';
import { utteranceKeys } from './utteranceKeys.ts';

const postings = new WeakMap<Snapshot, Postings>();

/** Which sources of the snapshot share comparison keys. */
export function sharingOf(snapshot: Snapshot): Postings {
  const known = postings.get(snapshot);
  if (known) return known;
  const changes = snapshot.uris().map((uri) => ({ uri, reading: snapshot.source(uri)!.reading }));
  const made = Postings.empty.apply(changes, (reading) => [...new Set(utteranceKeys(reading).flat())]);
  postings.set(snapshot, made);
  return made;
}
