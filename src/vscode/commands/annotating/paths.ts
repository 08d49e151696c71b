import { fileName } from '../../texts/sentences.ts';

/** Path of a file below a folder, decoded; its name where it lies elsewhere. */
export const pathIn = (folder: string, uri: string): string =>
  uri.startsWith(`${folder}/`)
    ? uri
        .slice(folder.length + 1)
        .split('/')
        .map(fileName)
        .join('/')
    : fileName(uri);
