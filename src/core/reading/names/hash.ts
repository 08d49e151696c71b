/** Hashes of words and features. All are unsigned 32-bit integers; the same on every machine. */

/** FNV-1a over UTF-16 code units, with a final mix so that low bits are as good as high ones. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finalizer of MurmurHash3. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Joins two hashes; order matters. */
export const combine = (a: number, b: number): number => mix(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15));
