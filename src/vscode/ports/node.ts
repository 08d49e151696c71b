import { webDigest } from './common.ts';
import { workspaceFiles, workspaceStorage } from './workspaceFiles.ts';
export const nodeFiles = workspaceFiles;
export const nodeStorage = workspaceStorage;
export const nodeDigest = webDigest;
