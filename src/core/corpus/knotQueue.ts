import { knotOrder, type Knot } from './knot.ts';

/** Knots that wait for their parent, in `knotOrder`; each waits once. A binary heap. */
export class KnotQueue {
  readonly #heap: Knot[] = [];
  readonly #waiting = new Set<Knot>();

  add(knot: Knot): void {
    if (this.#waiting.has(knot)) return;
    this.#waiting.add(knot);
    let at = this.#heap.length;
    this.#heap.push(knot);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (knotOrder(this.#at(above), knot) <= 0) break;
      this.#heap[at] = this.#at(above);
      at = above;
    }
    this.#heap[at] = knot;
  }

  /** The first in order; null when none waits. */
  take(): Knot | null {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return null;
    this.#waiting.delete(first);
    if (first !== last) this.#sink(last);
    return first;
  }

  #at(index: number): Knot {
    return this.#heap[index] as Knot;
  }

  #sink(knot: Knot): void {
    const { length } = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= length) break;
      if (below + 1 < length && knotOrder(this.#at(below + 1), this.#at(below)) < 0) below += 1;
      if (knotOrder(knot, this.#at(below)) <= 0) break;
      this.#heap[at] = this.#at(below);
      at = below;
    }
    this.#heap[at] = knot;
  }
}
