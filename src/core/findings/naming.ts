/** How messages name sources: by the file, and by as many of its folders as tell it from the other sources of the same finding. */
import type { Uri } from '../corpus/types.ts';
import type { Message } from './types.ts';

/**
 * Noncharacters, which Unicode (section 23.7) sets apart for use inside a program. Between them stands a URI until all sources
 * of a finding are known.
 */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];
const SLOT = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/g;

/** A source in an argument of a message, or in a finding's key; `finding` puts the name in its place. */
export const fileName = (uri: Uri): string => `${OPEN}${uri}${CLOSE}`;

/** The file's name as the URI has it, without folders. */
export const lastName = (uri: Uri): string => uri.slice(uri.lastIndexOf('/') + 1);

/** Sources that the message names. */
export const sourcesNamed = ({ args }: Message): Uri[] =>
  args.flatMap((arg) => (typeof arg === 'string' ? [...arg.matchAll(SLOT)].map(([, uri]) => uri!) : []));

/** The text with `name` for each source in it; a URI that has no name stays what it is, being somebody's words. */
export const withNames = (text: string, name: (uri: Uri) => string | undefined): string =>
  text.replace(SLOT, (slot, uri: Uri) => name(uri) ?? slot);

/** The shortest ends of the URIs that tell one from the other, whole segments each, to be read: without percent signs. */
export function shortestNames(uris: Iterable<Uri>): ReadonlyMap<Uri, string> {
  const all = [...new Set(uris)];
  return new Map(all.map((uri) => [uri, readable(shortestEnd(uri, all))]));
}

function shortestEnd(uri: Uri, all: readonly Uri[]): string {
  for (let from = uri.lastIndexOf('/'); from > 0; from = uri.lastIndexOf('/', from - 1)) {
    const end = uri.slice(from);
    if (!all.some((other) => other !== uri && `/${other}`.endsWith(end))) return end.slice(1);
  }
  return uri;
}

function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // a lone percent sign
  }
}
