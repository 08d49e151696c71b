/** Names of the standard and of our own extension of it, as they stand in files. */
import type { FactName, Iri, Motivation } from './types.ts';

export const STANDARD_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * Namespace of our own keys, written as the prefix "apparatus:". A UUID with a fragment needs no domain that somebody has to keep
 * paying for, and can never come to mean something else (RFC 9562; RFC 8141, section 2.3.3).
 */
export const PREFIX = 'apparatus';
export const NAMESPACE = 'urn:uuid:6f0c3d1e-57a4-4b0e-9a56-2f1d7c8e4b93#';

/** Version of the sidecar's format; a higher one in a file is read, but never overwritten. */
export const FORMAT_VERSION = 1;

export const KEY = {
  version: 'apparatus:version',
  status: 'apparatus:status',
  finding: 'apparatus:finding',
  findingCode: 'apparatus:code',
  fingerprint: 'apparatus:fingerprint',
  digest: 'apparatus:digest',
  fact: 'apparatus:fact',
} as const;

export const MOTIVATIONS: readonly Motivation[] = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'reviewing',
  'tagging',
];

export const FACT_NAMES: readonly FactName[] = ['date', 'outlet', 'wire', 'url', 'author', 'reliability'];

const KNOWN = new Set<string>(MOTIVATIONS);
const SPELLINGS = ['oa:', 'http://www.w3.org/ns/oa#', `${PREFIX}:`, NAMESPACE];

/** The standard's word for a motivation however it is written (plain, "oa:", as an IRI, with our prefix), else what is written. */
export function readMotivation(written: string): Motivation | Iri {
  for (const head of SPELLINGS) {
    const word = written.slice(head.length);
    if (written.startsWith(head) && KNOWN.has(word)) return word;
  }
  return written;
}

/** "assessing" is in the vocabulary, but missing from the published context: a plain word would be dropped by JSON-LD processors. */
export const writeMotivation = (motivation: Motivation | Iri): string =>
  motivation === 'assessing' ? `${PREFIX}:assessing` : motivation;
