/**
 * The codebook: what each tag means. It stands in the authority file as `tags`, in the reader's own order. A tag may be used without
 * standing there.
 */
import type { Json, JsonObject } from '../../text/json.ts';
import type { Authority } from './types.ts';

export interface CodebookTag {
  /** Without "#". */
  readonly name: string;
  readonly definition?: string;
  /** "#" and three or six hexadecimal digits. */
  readonly color?: string;
  /** Name of the tag that this one is a kind of, without "#". */
  readonly parent?: string;
}

/** The tags that can be read, each name once; what is no tag stays in the file and is passed over. */
export function codebook(authority: Authority): readonly CodebookTag[] {
  const byName = new Map<string, CodebookTag>();
  for (const item of itemsOf(authority)) {
    const tag = readTag(item);
    if (tag && !byName.has(tag.name)) byName.set(tag.name, tag);
  }
  return [...byName.values()];
}

/** Puts a tag into the codebook, or in the place of the one with its name; keys that are left out are cleared. */
export function decideTag(authority: Authority, tag: CodebookTag): Authority {
  const items = itemsOf(authority);
  const at = items.findIndex((item) => readTag(item)?.name === tag.name);
  return withItems(authority, at === -1 ? [...items, tagJson(tag)] : items.with(at, tagJson(tag, items[at])));
}

/** Takes a tag out of the codebook; its kinds are kinds of its own parent now. Notes keep it. */
export function dropTag(authority: Authority, name: string): Authority {
  const parent = codebook(authority).find((tag) => tag.name === name)?.parent;
  return mapTags(authority, (tag) => {
    if (tag.name === name) return null;
    return tag.parent === name ? withParent(tag, parent) : tag;
  });
}

/** Renames a tag; one that is there under the new name takes it in, and what it says of itself wins. */
export function renameTag(authority: Authority, from: string, to: string): Authority {
  if (from === to) return authority;
  const tags = codebook(authority);
  const [old, other] = [from, to].map((name) => tags.find((tag) => tag.name === name));
  if (!old) return mapTags(authority, (tag) => (tag.parent === from ? withParent(tag, to) : tag));
  const { parent, ...merged } = { ...old, ...other, name: to };
  const next: CodebookTag = parent === undefined || parent === from || parent === to ? merged : { ...merged, parent };
  return mapTags(authority, (tag) => {
    if (tag.name === (other ? to : from)) return next;
    if (tag.name === from) return null;
    return tag.parent === from ? withParent(tag, tag.name === to ? undefined : to) : tag;
  });
}

/** Colour of a tag: its own, else that of the nearest tag above it that has one. */
export function colorOfTag(tags: readonly CodebookTag[], name: string): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const tag: CodebookTag | undefined = tags.find((each) => each.name === at);
    if (tag?.color !== undefined) return tag.color;
    at = tag?.parent;
  }
  return undefined;
}

export const isTagColor = (text: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);

/** What either side has of two codebooks, tag by tag; where both have changed one, mine. `base` is what both started from. */
export function mergeCodebooks(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
): Json | undefined {
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return mine ?? theirs;
  const [inBase, inMine, inTheirs] = [asItems(base), asItems(mine), asItems(theirs)].map(indexed) as [
    Index,
    Index,
    Index,
  ];
  const merged: Json[] = [];
  for (const key of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const [was, my, their] = [inBase, inMine, inTheirs].map((index) => index.get(key));
    const isMineOld = same(was, my);
    const kept =
      my === undefined || their === undefined
        ? was === undefined || !same(was, my ?? their)
          ? (my ?? their)
          : undefined
        : isMineOld
          ? their
          : my;
    if (kept !== undefined) merged.push(kept);
  }
  return merged;
}

type Index = ReadonlyMap<string, Json>;

/** By name; what is no tag by what it is. */
const indexed = (items: readonly Json[]): Index =>
  new Map(items.map((item) => [readTag(item)?.name ?? JSON.stringify(item), item]));

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const asItems = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? (json as readonly Json[]) : []);

const itemsOf = ({ other }: Authority): readonly Json[] => asItems(other.tags);

function withItems(authority: Authority, items: readonly Json[]): Authority {
  const { tags: _, ...other } = authority.other;
  return { ...authority, other: items.length === 0 ? other : { ...other, tags: items } };
}

function mapTags(authority: Authority, change: (tag: CodebookTag) => CodebookTag | null): Authority {
  return withItems(
    authority,
    itemsOf(authority).flatMap((item): readonly Json[] => {
      const tag = readTag(item);
      if (!tag) return [item];
      const next = change(tag);
      return next === null ? [] : [next === tag ? item : tagJson(next, item)];
    }),
  );
}

function readTag(item: Json): CodebookTag | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
  const { name, definition, color, parent } = item as JsonObject;
  if (typeof name !== 'string' || bareTag(name) === '') return null;
  return {
    name: bareTag(name),
    ...(typeof definition === 'string' && definition !== '' ? { definition } : {}),
    ...(typeof color === 'string' && isTagColor(color) ? { color } : {}),
    ...(typeof parent === 'string' && bareTag(parent) !== '' ? { parent: bareTag(parent) } : {}),
  };
}

/** In the file tags have their "#". Keys that we do not know stay. */
function tagJson({ name, definition, color, parent }: CodebookTag, old: Json = {}): JsonObject {
  const { name: _n, definition: _d, color: _c, parent: _p, ...unknown } = old as JsonObject;
  return {
    name: `#${name}`,
    ...(definition === undefined ? {} : { definition }),
    ...(color === undefined ? {} : { color }),
    ...(parent === undefined ? {} : { parent: `#${parent}` }),
    ...unknown,
  };
}

function withParent(tag: CodebookTag, parent: string | undefined): CodebookTag {
  const { parent: _, ...rest } = tag;
  return parent === undefined || parent === tag.name ? rest : { ...rest, parent };
}

/** A tag's name as the program has it: without "#". */
export const bareTag = (name: string): string => name.trim().replace(/^#/, '');
