/** A map from keys to sets, lean where most sets have one member. */
export class MultiMap<K, V extends object> {
  readonly #map = new Map<K, V | Set<V>>();

  add(key: K, value: V): void {
    const known = this.#map.get(key);
    if (known === undefined) this.#map.set(key, value);
    else if (known instanceof Set) known.add(value);
    else if (known !== value) this.#map.set(key, new Set([known, value]));
  }

  remove(key: K, value: V): void {
    const known = this.#map.get(key);
    if (known === value) this.#map.delete(key);
    else if (known instanceof Set) {
      known.delete(value);
      if (known.size === 1) for (const last of known) this.#map.set(key, last);
    }
  }

  count(key: K): number {
    const known = this.#map.get(key);
    return known === undefined ? 0 : known instanceof Set ? known.size : 1;
  }

  keys(): Iterable<K> {
    return this.#map.keys();
  }

  *get(key: K): Generator<V, void, undefined> {
    const known = this.#map.get(key);
    if (known instanceof Set) yield* known;
    else if (known !== undefined) yield known;
  }
}
