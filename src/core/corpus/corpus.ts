/** Names that mean the same, across the sources of one folder. */
import { partedNames } from './apart.ts';
import { noRules, type NameRules } from './decided.ts';
import { noEntities, updateEntities, type EntityTable } from './entities.ts';
import { sameContribution } from './contribution.ts';
import { mentionsForm, namesInSource, type SourceNames } from './local.ts';
import { NameGraph, type NameEdit } from './nameGraph.ts';
import { FormMemo } from './names/form.ts';
import { OrderedMap } from './orderedMap.ts';
import { comparisonKeys } from './shared/comparisonKeys.ts';
import { Postings } from './shared/postings.ts';
import { CorpusSnapshot } from './snapshot.ts';
import type { CorpusChange, Snapshot, Uri } from './types.ts';

/**
 * Holds what the sources of a folder say and tells which mentions name the same entity. A snapshot's content depends
 * on the present readings and decisions only, never on the order of changes; an update costs what it changes, and
 * snapshots share the rest.
 */
export class Corpus {
  readonly #graph = new NameGraph();
  readonly #forms = new FormMemo();
  #sources: OrderedMap<SourceNames> = OrderedMap.empty();
  #entities: EntityTable = noEntities;
  #rules: NameRules = noRules;
  #shared = Postings.empty;
  #snapshot: CorpusSnapshot | null = null;

  /** `rules` are the reader's decisions about names (`nameRules`); left out, they stay as they are. */
  apply(changes: readonly CorpusChange[], rules: NameRules = this.#rules): Snapshot {
    const edits: NameEdit[] = [];
    const uris = new Set<Uri>();
    let sameUris = true;
    for (const { uri, reading, decisions } of [...changes, ...this.#reread(changes, rules)]) {
      const before = this.#sources.get(uri);
      const after = reading === null ? undefined : namesInSource(reading, decisions, rules, this.#forms);
      this.#sources = after === undefined ? this.#sources.delete(uri) : this.#sources.set(uri, after);
      if ((before === undefined) !== (after === undefined)) sameUris = false;
      collectEdits(uri, before, after, edits);
      uris.add(uri);
    }
    const change = this.#graph.update(edits, rules);
    this.#entities = updateEntities(this.#entities, change, [...uris], rules);
    this.#shared = this.#shared.apply(changes, comparisonKeys);
    this.#rules = rules;
    this.#snapshot = new CorpusSnapshot(this.#sources, this.#entities, this.#shared, this.#snapshot, sameUris);
    return this.#snapshot;
  }

  /** Sources whose own names decisions reach. */
  *#reread(changes: readonly CorpusChange[], rules: NameRules): Generator<CorpusChange> {
    const given = new Set(changes.map(({ uri }) => uri));
    const reached = new Set([...this.#withUnnamed(rules), ...this.#withParted(rules)]);
    for (const uri of reached) {
      const source = this.#sources.get(uri);
      if (source !== undefined && !given.has(uri)) yield { uri, reading: source.reading, decisions: source.decisions };
    }
  }

  *#withParted(rules: NameRules): Generator<Uri> {
    for (const name of partedNames(this.#rules, rules)) yield* this.#graph.index.get(name)?.sources.keys() ?? [];
  }

  /** Sources with words that are no name now, or are one again. The one change that looks at every source. */
  *#withUnnamed(rules: NameRules): Generator<Uri> {
    const before = this.#rules.ignored;
    const keys = new Set([...before, ...rules.ignored].filter((key) => before.has(key) !== rules.ignored.has(key)));
    if (keys.size === 0) return;
    for (const [uri, { reading }] of this.#sources.entries()) {
      if (mentionsForm(reading, keys, this.#forms)) yield uri;
    }
  }
}

/** Only names under which the source says something else than before. */
function collectEdits(
  uri: Uri,
  before: SourceNames | undefined,
  after: SourceNames | undefined,
  edits: NameEdit[],
): void {
  for (const [key, contribution] of before?.names ?? []) {
    const next = after?.names.get(key);
    if (next === undefined || !sameContribution(contribution, next))
      edits.push({ key, uri, before: contribution, after: next });
  }
  for (const [key, contribution] of after?.names ?? []) {
    if (before?.names.has(key) !== true) edits.push({ key, uri, before: undefined, after: contribution });
  }
}
