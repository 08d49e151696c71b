import { encodeUtf8 } from '../core/index.ts';

/** What a write was to make of a file, and what it was before; null: no file. */
export interface Write {
  readonly content: string | null;
  readonly previous: string | null;
}

/**
 * Whether the bytes are what a write leaves that was cut short: nothing, the beginning of the new content, that and the
 * rest of the old, or that and zeros. What somebody else wrote since is none of these, and neither is the finished write.
 */
export function isTorn(disk: Uint8Array | null, { content, previous }: Write): boolean {
  if (content === null) return false;
  if (disk === null) return true;
  const target = encodeUtf8(content);
  let shared = 0;
  while (shared < disk.length && shared < target.length && disk[shared] === target[shared]) shared += 1;
  if (shared === disk.length) return shared < target.length;
  const rest = disk.subarray(shared);
  if (rest.every((byte) => byte === 0)) return true;
  if (previous === null) return false;
  const old = encodeUtf8(previous);
  const isOldFile = old.length === disk.length && old.every((byte, at) => byte === disk[at]);
  return !isOldFile && old.length === disk.length && rest.every((byte, at) => byte === old[shared + at]);
}
