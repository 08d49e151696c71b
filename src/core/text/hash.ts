/** Non-cryptographic hashes: MurmurHash3's 32-bit mixing (Appleby) over UTF-16 code units. */

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Adds one 32-bit value to a running hash. */
export function mix(hash: number, value: number): number {
  const k = Math.imul(rotate(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(hash ^ k, 13), 5) + 0xe6546b64) | 0;
}

/** Spreads the last values over all bits; gives an unsigned 32-bit number. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function hash32(text: string, seed = 0): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return finish(mix(hash, text.length));
}

/** 64 bits as 16 hexadecimal digits: short, and for some millions of texts without collisions. */
export function hashHex(text: string): string {
  return [0, 0x9747b28c].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
}
