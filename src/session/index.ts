/**
 * The session: what takes time. It loads and watches a folder's sources, has them read, keeps their notes, and saves
 * those safely. Adapters give it ports (`ports.ts`; `src/node` has those over `node:fs`) and listen.
 */
export * from './api.ts';
export { adopted } from './adopted.ts';
export { foresee, notForeseen, type NotForeseen, type Replacement } from './foresee.ts';
export { globs, type PathTest } from './glob.ts';
export { SESSION_MESSAGES } from './messages.ts';
export * from './ports.ts';
export {
  Reconciler,
  ReconciliationError,
  WIKIDATA_ENDPOINT,
  type Found,
  type Wanted,
} from './reconciliation/client.ts';
export * from './reconciliation/http.ts';
export type { Candidate, Service } from './reconciliation/protocol.ts';
export { inProcess } from './reader.ts';
export { isReference, notesAbout, referredIn } from './references.ts';
export { openSession, type SessionOptions } from './session.ts';
export * from './signal.ts';
export { isTagName } from './tags.ts';
export type * from './types.ts';
export {
  AUTHORITY_NAME,
  SIDECAR_SUFFIX,
  authorityOf,
  isSidecar,
  sidecarOf,
  sourceOf,
  type WritableUri,
} from './writable.ts';
