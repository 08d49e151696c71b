import { nodeDigest, nodeFiles, nodeStorage } from '../../node/index.ts';
import type { Files } from '../../session/index.ts';
import { toKey, toUri } from '../convert.ts';

/** Files on a disk, replaced atomically, under addresses in VS Code's spelling. */
export const diskFiles: Files = {
  ...nodeFiles,
  list: async (folder, globs) => (await nodeFiles.list(folder, globs)).map((uri) => toKey(toUri(uri))),
};

export { nodeDigest as diskDigest, nodeStorage as diskStorage };
