import type { Snapshot } from '../types.ts';

/** Remembers what was found of a snapshot for as long as the snapshot is in use: several rules ask for the same. */
export function perSnapshot<Asked extends readonly (string | number)[], Found extends object>(
  find: (snapshot: Snapshot, ...asked: Asked) => Found,
): (snapshot: Snapshot, ...asked: Asked) => Found {
  const known = new WeakMap<Snapshot, Map<string, Found>>();
  return (snapshot, ...asked) => {
    const ofSnapshot = known.get(snapshot) ?? new Map<string, Found>();
    known.set(snapshot, ofSnapshot);
    const key = asked.join('\0');
    const found = ofSnapshot.get(key) ?? find(snapshot, ...asked);
    ofSnapshot.set(key, found);
    return found;
  };
}
