import type { Uri } from '../core/index.ts';

declare const writable: unique symbol;

/**
 * A file that the program may write: a sidecar or an authority file. The functions below are the only way to get one,
 * and neither can name a source, so no code path can write one.
 */
export type WritableUri = Uri & { readonly [writable]: true };

export const SIDECAR_SUFFIX = '.anno.json';
export const AUTHORITY_NAME = 'apparatus.json';

/** The sidecar of a source: `NAME.txt.anno.json` beside `NAME.txt`. */
export const sidecarOf = (source: Uri): WritableUri => (source + SIDECAR_SUFFIX) as WritableUri;

/** Where a file of an older format is kept before it is written in the present one; `copy` counts from 1. */
export const backupOf = (file: WritableUri, version: number, copy: number): WritableUri =>
  `${file}.v${version}${copy === 1 ? '' : `.${copy}`}.bak` as WritableUri;

/** The authority file of a folder. */
export const authorityOf = (folder: Uri): WritableUri =>
  `${folder.replace(/\/$/, '')}/${AUTHORITY_NAME}` as WritableUri;

export const isSidecar = (uri: Uri): uri is WritableUri => uri.endsWith(SIDECAR_SUFFIX);

/** The source that a sidecar belongs to. */
export const sourceOf = (sidecar: Uri): Uri => sidecar.slice(0, -SIDECAR_SUFFIX.length);

/** Decoded file name at the end of a URI. */
export function nameOf(uri: Uri): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
