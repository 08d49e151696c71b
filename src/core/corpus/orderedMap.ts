/**
 * A persistent map from strings, in code-unit order. Updates copy one path (logarithmic) and share the rest, so that
 * every snapshot can keep its own map. It is a treap whose priorities are hashes of the keys: the shape depends on the
 * keys alone, not on the history (Seidel and Aragon, "Randomized Search Trees", 1996).
 */
export class OrderedMap<V> {
  readonly #root: Node<V> | null;

  private constructor(root: Node<V> | null) {
    this.#root = root;
  }

  static empty<V>(): OrderedMap<V> {
    return new OrderedMap<V>(null);
  }

  get size(): number {
    return sizeOf(this.#root);
  }

  get(key: string): V | undefined {
    let node = this.#root;
    while (node !== null) {
      if (key === node.key) return node.value;
      node = key < node.key ? node.left : node.right;
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The map with `key` at `value`; the same map if it holds that already. */
  set(key: string, value: V): OrderedMap<V> {
    return this.get(key) === value ? this : new OrderedMap(insert(this.#root, key, value, hashString(key)));
  }

  delete(key: string): OrderedMap<V> {
    return this.has(key) ? new OrderedMap(remove(this.#root, key)) : this;
  }

  /** In code-unit order of the keys. */
  *entries(): Generator<readonly [string, V], void, undefined> {
    const path: Node<V>[] = [];
    let node = this.#root;
    while (node !== null || path.length > 0) {
      while (node !== null) {
        path.push(node);
        node = node.left;
      }
      const top = path.pop() as Node<V>;
      yield [top.key, top.value];
      node = top.right;
    }
  }

  *keys(): Generator<string, void, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<V, void, undefined> {
    for (const [, value] of this.entries()) yield value;
  }
}

interface Node<V> {
  readonly key: string;
  readonly value: V;
  readonly priority: number;
  readonly left: Node<V> | null;
  readonly right: Node<V> | null;
  readonly size: number;
}

const sizeOf = <V>(node: Node<V> | null): number => (node === null ? 0 : node.size);

const join = <V>(from: Node<V>, left: Node<V> | null, right: Node<V> | null, value: V = from.value): Node<V> => ({
  key: from.key,
  value,
  priority: from.priority,
  left,
  right,
  size: sizeOf(left) + sizeOf(right) + 1,
});

/** Whether `a` belongs above `b`; equal hashes go by key, so that the shape stays the keys' own. */
const above = <V>(a: Node<V>, b: Node<V>): boolean =>
  a.priority > b.priority || (a.priority === b.priority && a.key < b.key);

function insert<V>(node: Node<V> | null, key: string, value: V, priority: number): Node<V> {
  if (node === null) return { key, value, priority, left: null, right: null, size: 1 };
  if (key === node.key) return join(node, node.left, node.right, value);
  if (key < node.key) {
    const left = insert(node.left, key, value, priority);
    if (!above(left, node)) return join(node, left, node.right);
    return join(left, left.left, join(node, left.right, node.right));
  }
  const right = insert(node.right, key, value, priority);
  if (!above(right, node)) return join(node, node.left, right);
  return join(right, join(node, node.left, right.left), right.right);
}

function remove<V>(node: Node<V> | null, key: string): Node<V> | null {
  if (node === null) return null;
  if (key < node.key) return join(node, remove(node.left, key), node.right);
  if (key > node.key) return join(node, node.left, remove(node.right, key));
  return merge(node.left, node.right);
}

/** All of `left` stands before all of `right`. */
function merge<V>(left: Node<V> | null, right: Node<V> | null): Node<V> | null {
  if (left === null) return right;
  if (right === null) return left;
  return above(left, right)
    ? join(left, left.left, merge(left.right, right))
    : join(right, merge(left, right.left), right.right);
}

/** 32-bit FNV-1a over code units with the finalizer of MurmurHash3, as FNV's high bits alone mix badly. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
