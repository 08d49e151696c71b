/**
 * IRIs of sources. A sidecar stands beside its source and names it by a relative reference, so that the two can be moved together
 * and any reader that resolves references against the sidecar's own address (RFC 3986, section 5) finds the source.
 */
import type { Iri } from './types.ts';

/** Reference to a file in the sidecar's own folder. */
export const sourceIri = (fileName: string): Iri => encodeSegment(fileName);

/** File name of the sidecar of this source. */
export const sidecarName = (fileName: string): string => `${fileName}.anno.json`;

/** File name that a reference into the sidecar's own folder means, decoded; null for anything else. */
export function fileNameOf(reference: Iri): string | null {
  const plain = reference.startsWith('./') ? reference.slice(2) : reference;
  if (plain === '' || /[/:?#]/.test(plain)) return null;
  try {
    return decodeURIComponent(plain);
  } catch {
    return null;
  }
}

/** The absolute URI that `reference` means in the document at `base` (RFC 3986, section 5.2.2). */
export function resolveIri(base: Iri, reference: Iri): Iri {
  const r = split(reference);
  if (r.scheme !== null) return join({ ...r, path: withoutDots(r.path) });
  const b = split(base);
  if (r.authority !== null) return join({ ...r, scheme: b.scheme, path: withoutDots(r.path) });
  if (r.path === '') return join({ ...b, query: r.query ?? b.query, fragment: r.fragment });
  const folder = b.authority !== null && b.path === '' ? '/' : b.path.slice(0, b.path.lastIndexOf('/') + 1);
  const path = withoutDots(r.path.startsWith('/') ? r.path : folder + r.path);
  return join({ ...b, path, query: r.query, fragment: r.fragment });
}

/** The shortest reference that leads from the document at `base` to `target`; `target` itself where scheme or authority differ. */
export function relativeIri(base: Iri, target: Iri): Iri {
  const b = split(base);
  const t = split(target);
  if (b.scheme !== t.scheme || b.authority !== t.authority || !t.path.startsWith('/')) return encodeIri(target);
  const from = b.path.split('/').slice(0, -1);
  const to = t.path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  // A first segment that is empty or has a colon would read as a root or a scheme.
  const safe = path === '' || path.startsWith('/') || /^[^/]*:/.test(path) ? `./${path}` : path;
  return encodeIri(safe + (t.query === null ? '' : `?${t.query}`) + (t.fragment === null ? '' : `#${t.fragment}`));
}

/** Whether two absolute URIs mean the same: editors differ in which characters they percent-encode. */
export const sameIri = (a: Iri, b: Iri): boolean => a === b || normalised(a) === normalised(b);

export const isAbsoluteIri = (iri: Iri): boolean => split(iri).scheme !== null;

/** The URI of an IRI: what a URI may not hold is percent-encoded (RFC 3987, section 3.1); what is encoded already stays. */
export function encodeIri(iri: Iri): Iri {
  return iri.replace(/%(?![\da-fA-F]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]+/g, encode);
}

/** Percent-encodes a file name whole: slashes, colons and question marks in it are no delimiters. */
const encodeSegment = (name: string): string => encode(name);

/** `encodeURIComponent` refuses lone surrogates; they become U+FFFD here, as in every UTF-8 encoder. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

interface Parts {
  readonly scheme: string | null;
  readonly authority: string | null;
  readonly path: string;
  readonly query: string | null;
  readonly fragment: string | null;
}

/** The expression of RFC 3986, appendix B, with a scheme that is one. */
function split(iri: Iri): Parts {
  const [, scheme, authority, path, query, fragment] =
    /^(?:([A-Za-z][A-Za-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(iri) ?? [];
  return {
    scheme: scheme ?? null,
    authority: authority ?? null,
    path: path ?? '',
    query: query ?? null,
    fragment: fragment ?? null,
  };
}

const join = ({ scheme, authority, path, query, fragment }: Parts): Iri =>
  (scheme === null ? '' : `${scheme}:`) +
  (authority === null ? '' : `//${authority}`) +
  path +
  (query === null ? '' : `?${query}`) +
  (fragment === null ? '' : `#${fragment}`);

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  if (!path.includes('/') && path !== '.' && path !== '..') return path;
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, i) => {
    const last = i === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop();
      if (last) kept.push('');
    } else if (segment === '.') {
      if (last) kept.push('');
    } else kept.push(segment);
  });
  return kept.join('/');
}

/** Every percent-encoded character decoded where that is UTF-8, so that spellings can be compared. Never for use as an address. */
function normalised(iri: Iri): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
