import { readFileSync } from 'node:fs';
import { Corpus } from '../core/corpus/corpus.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { loadNameModel, type NameModel } from '../core/reading/names/read-names.ts';
import { readSource } from '../core/reading/read.ts';
import { fixture } from './fixture.ts';

let loaded: NameModel | null = null;

/** The names model as it is shipped; loaded once for all tests. */
export function shippedModel(): NameModel {
  loaded ??= loadNameModel(readFileSync(new URL('../core/reading/en/names.bin', import.meta.url)));
  return loaded;
}

export interface TestCorpus {
  readonly snapshot: Snapshot;
  /** Of the `$0` in the fixture; the start of the first source without one. */
  readonly cursor: { readonly uri: string; readonly offset: number };
}

/** The sources of a fixture, read by the real readers. Paths are the URIs. */
export function corpusOf(source: string): TestCorpus {
  const { files, cursor } = fixture(source);
  const model = shippedModel();
  const changes = files.map(({ path, text }) => ({ uri: path, reading: readSource(text, { model }) }));
  const at = cursor ?? { path: files[0]!.path, offset: 0 };
  return { snapshot: new Corpus().apply(changes), cursor: { uri: at.path, offset: at.offset } };
}

/** The words at a place, as `path "words"`; line breaks made blanks. */
export function placed(snapshot: Snapshot, { uri, start, end }: { uri: string; start: number; end: number }): string {
  return `${uri} "${snapshot.source(uri)!.reading.text.slice(start, end).replaceAll('\n', ' ')}"`;
}
