import path from 'node:path';

/**
 * The URI of an absolute path, written as VS Code writes it: everything but letters, digits and `-._~/` is percent-encoded, a
 * drive's letter is small. So a file has one URI, wherever it comes from.
 */
export function fileUri(file: string): string {
  const slashed = file.replaceAll(path.sep, '/').replace(/\/$/, '');
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed.slice(0, 1).toLowerCase()}${slashed.slice(1)}`;
  return `file://${rooted.split('/').map(encodeName).join('/')}`;
}

/** One name of a path. */
export const encodeName = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
