/** The session's ports over Node, shared by the command line and the desktop entry of the extension. */
export { fileUri } from './fileUri.ts';
export { nodeFiles } from './files.ts';
export { nodeClock, nodeDigest, nodeIds } from './platform.ts';
export { nodeStorage } from './storage.ts';
